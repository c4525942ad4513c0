import { Readable } from 'node:stream'
import type { App } from '../../../../platform/app.js'
import { job } from '../../../../platform/jobs/job.js'
import { renderPdf, type Absender, type BescheidDaten, type Json, type Pdf } from '../../../../platform/pdf/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { bescheide } from '../db/tables.js'
import type { Ausfertigung } from '../domain/ausfertigung.js'
import { ausfertigungAblegen } from './command.js'

const MAX_BYTES = 20_000_000

/**
 * Renders the final decision. The time inside the file is that of the decision, so a repetition after a crash gives the same bytes and
 * the same blob; filing and sending are one command that does it once.
 */
export const ausfertigen = job<{ bescheidId: string }>({
  name: 'bescheide.ausfertigen', gleichzeitig: 2,
  async run({ app, mandantId, actor }, { bescheidId }) {
    const row = await app.db.withMandant(mandantId, (tx) => bescheide(tx).selectFrom('bescheide.bescheid').select(['ausfertigung', 'angestossen_am', 'erlassen_am']).where('id', '=', bescheidId).executeTakeFirst())
    if (!row?.ausfertigung || !row.angestossen_am || row.erlassen_am) return
    const pdf = await drucke(app, mandantId, row.ausfertigung, row.angestossen_am)
    const blob = await app.blobs.put(mandantId, Readable.from(pdf.bytes), { maxBytes: MAX_BYTES })
    await app.execute(actor, ausfertigungAblegen, { bescheidId, datei: { sha256: blob.sha256, size: blob.size, dateiname: 'Bescheid.pdf' } })
  },
})

/** The decision as a tagged PDF/A-2a; with `entwurf` in its data it bears the mark ENTWURF. Not inside a transaction. */
export async function drucke(app: App, mandantId: string, ausfertigung: Ausfertigung, am: Temporal.Instant): Promise<Pdf> {
  const daten: BescheidDaten = { ...ausfertigung.daten, absender: await absender(app, mandantId, ausfertigung.einheitId) }
  return renderPdf({
    template: ausfertigung.typst ? { source: ausfertigung.typst } : 'bescheid', data: daten as unknown as Json, standard: 'a-2a',
    createdAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(am.epochMilliseconds / 1000) * 1000),
  })
}

async function absender(app: App, mandantId: string, einheitId: string): Promise<Absender> {
  const mandant = app.mandanten.byId(mandantId)
  const profil = mandant?.profil
  const einheit = await app.db.withMandant(mandantId, async (tx) => (await einheitenById(tx, [einheitId])).get(einheitId))
  const telefon = einheit?.telefon ?? profil?.telefon
  const email = einheit?.email ?? profil?.email
  return {
    name: [mandant?.name ?? '', ...(profil?.behoerde ? [profil.behoerde] : [])].join('\n'), anschrift: [...profil?.anschrift ?? []],
    ...(einheit ? { bereich: einheit.name } : {}), ...(telefon ? { telefon } : {}), ...(email ? { email } : {}),
    ...(profil?.oeffnungszeiten?.length ? { oeffnungszeiten: profil.oeffnungszeiten.join('\n') } : {}),
  }
}
