import { createHash } from 'node:crypto'
import { json, type Tx } from '../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { workflow } from './db/tables.js'
import { checkModel, ModellFehler, parseModel, type Befund, type ProcessModel } from './domain/index.js'
import { dienstNamen } from './dienste.js'
import { modellFreigegeben } from './events.js'

export interface Modell { readonly id: string; readonly schluessel: string; readonly version: number; readonly name: string; readonly modell: ProcessModel }

/** Reads and checks a model without releasing it: what a package import shows. Never throws for bad input. */
export async function pruefeModell(xml: string): Promise<{ modell?: ProcessModel; befunde: readonly Befund[] }> {
  const gelesen = await readModel(xml)
  if ('befund' in gelesen) return { befunde: [gelesen.befund] }
  return { modell: gelesen.modell, befunde: checkModel(gelesen.modell, { services: dienstNamen() }) }
}

async function readModel(xml: string): Promise<{ modell: ProcessModel } | { befund: Befund }> {
  return parseModel(xml).then((modell) => ({ modell }), (error: unknown) => {
    if (!(error instanceof ModellFehler)) throw error
    return { befund: { code: 'modell', schwere: 'fehler' as const, elementId: '', name: '', text: error.message } }
  })
}

/**
 * Releases a model as the next version of its key; running instances keep theirs. The same document again is the same version.
 * @throws Invalid with every finding, each naming its element
 */
export async function modellFreigeben(ctx: CommandContext, { schluessel, xml }: { schluessel: string; xml: string }): Promise<{ modellId: string; version: number }> {
  const pruefsumme = createHash('sha256').update(xml).digest('hex')
  const letzte = await workflow(ctx.tx).selectFrom('workflow.modell').select(['id', 'version', 'pruefsumme']).where('schluessel', '=', schluessel).orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (letzte?.pruefsumme === pruefsumme) { ctx.unchanged(); return { modellId: letzte.id, version: letzte.version } }
  const { modell, befunde } = await pruefeModell(xml)
  const fehler = befunde.filter((befund) => befund.schwere === 'fehler')
  if (!modell || fehler.length > 0) throw new Invalid(fehler.map((befund) => ({ feld: befund.elementId || 'verfahren', text: befund.name ? `${befund.name}: ${befund.text}` : befund.text })), 'Das Verfahren kann so nicht laufen.')
  const id = newId()
  const version = (letzte?.version ?? 0) + 1
  await workflow(ctx.tx).insertInto('workflow.modell').values({ id, schluessel, version, name: modell.name || schluessel, xml, pruefsumme, modell: json(modell), freigegeben_am: ctx.now }).execute()
  ctx.emit(modellFreigegeben(id, { schluessel, version }))
  return { modellId: id, version }
}

// A released model never changes, so a process may keep what it once read. Keyed with the town: ids are unguessable, but a
// cache must not be the place where that matters.
const gelesen = new Map<string, Modell>()
const KEEP = 500

export async function modellById(tx: Tx, mandantId: string, id: string): Promise<Modell> {
  const key = `${mandantId}:${id}`
  const known = gelesen.get(key)
  if (known) return known
  const row = await workflow(tx).selectFrom('workflow.modell').select(['id', 'schluessel', 'version', 'name', 'modell']).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('workflow.modellUnbekannt', 'Dieses Verfahren gibt es nicht.')
  if (gelesen.size >= KEEP) gelesen.clear()
  gelesen.set(key, row)
  return row
}

/** The newest released version of a key, as a call activity finds it. */
export async function findModell(tx: Tx, schluessel: string): Promise<{ id: string; version: number } | undefined> {
  return workflow(tx).selectFrom('workflow.modell').select(['id', 'version']).where('schluessel', '=', schluessel).orderBy('version', 'desc').limit(1).executeTakeFirst()
}
