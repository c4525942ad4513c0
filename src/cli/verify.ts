import type { CommandContext } from './command-line.js'
import { UsageError } from './usage-error.js'
import type { App } from '../platform/app.js'
import { verifyTown, type Problem } from '../platform/audit/seal.js'
import type { Verification } from '../platform/blobs/index.js'
import { flag } from './permissions.js'
import { withApp } from './with-app.js'

/** Checks the events against their seals, and every document that rooms keep against its hash. Exit 1 when anything is wrong. */
export async function verifyCommand({ args, print }: CommandContext): Promise<0 | 1> {
  return withApp(async (app) => {
    const wanted = flag(args, '--mandant')
    const towns = wanted ? [app.mandanten.bySchluessel(wanted)] : app.mandanten.all()
    const total = { ok: true, events: 0, documents: 0, sealedUntil: null as string | null, problems: [] as Problem[] }
    for (const town of towns) {
      if (!town) throw new UsageError('Diese Stadt gibt es nicht.')
      const seals = await verifyTown(app, town.id)
      const documents = await verifyDocuments(app, town.id)
      total.events += seals.events
      total.documents += documents.count
      total.problems.push(...seals.problems, ...documents.problems)
      if (seals.sealedUntil && (!total.sealedUntil || seals.sealedUntil < total.sealedUntil)) total.sealedUntil = seals.sealedUntil
    }
    total.ok = total.problems.length === 0
    print(total, [
      total.ok ? 'Alles in Ordnung.' : `${total.problems.length} Probleme:`, ...total.problems.map((problem) => `  ${problem.object}: ${problem.text}`),
      `${total.events} Ereignisse, versiegelt bis ${total.sealedUntil ?? 'noch nie'}, ${total.documents} Dokumente geprüft.`,
    ].join('\n'))
    return total.ok ? 0 : 1
  }, { vorhanden: true })
}

/** Every stored file that a room names is read again and its hash compared; one that several documents share only once. */
async function verifyDocuments(app: App, mandantId: string): Promise<{ count: number; problems: Problem[] }> {
  const problems: Problem[] = []
  const geprueft = new Map<string, Verification>()
  let count = 0
  for (const list of app.module.flatMap((modul) => modul.dateien ?? [])) {
    for await (const { sha256, objekt } of list(app, mandantId)) {
      count++
      const found = geprueft.get(sha256) ?? await app.blobs.verify(mandantId, sha256)
      geprueft.set(sha256, found)
      if (!found.ok) problems.push({ kind: 'dokument', object: objekt, text: found.reason === 'fehlt' ? 'Die Datei fehlt im Speicher.' : 'Die Datei wurde verändert.' })
    }
  }
  return { count, problems }
}
