import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { Conflict } from '../../../platform/errors.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { legalDate } from '../../../platform/time/index.js'
import { zugriffAufVorgang, vorgangById } from '../../akte/akten/index.js'
import { aufgabeAnlegen } from '../../grundlagen/aufgaben/index.js'
import { findFristZu, fristErledigen } from '../../grundlagen/fristen/index.js'
import { anhoerungen, type AnhoerungTables } from './db/tables.js'
import { anhoerungBeantwortet } from './events.js'

export type Anhoerung = Selectable<AnhoerungTables['anhoerung.anhoerung']>

/** Hearings of a Vorgang and decisions not to hear, oldest first; the last counts. */
export async function anhoerungenVon(tx: Tx, vorgangId: string): Promise<Anhoerung[]> {
  return isUuid(vorgangId) ? anhoerungen(tx).selectFrom('anhoerung.anhoerung').selectAll().where('vorgang_id', '=', vorgangId).orderBy('id').execute() : []
}

/** Asked and not answered; also after its day, until something is decided: what comes late is still read. */
export const istOffen = (row: Anhoerung): boolean => row.art === 'anhoerung' && row.antwort_am === null

export const schonBeantwortet = () => new Conflict('anhoerung.nichtOffen', 'Die Anhörung ist schon beantwortet.')

export interface Antwort { readonly text: string; readonly dokumente: number; readonly art: 'portal' | 'erfasst' }

/**
 * The answer is there, however it came: row, deadline, event, and a task to read it.
 * @throws Conflict where another answer came first: the first one stands, a trigger keeps it as it is.
 */
export async function antworteAuf(ctx: CommandContext, row: Anhoerung, antwort: Antwort): Promise<void> {
  const datum = legalDate(ctx.now)
  const { numUpdatedRows } = await anhoerungen(ctx.tx).updateTable('anhoerung.anhoerung')
    .set({ antwort: antwort.text, antwort_am: ctx.now, antwort_datum: datum, antwort_art: antwort.art, antwort_von: ctx.actor.id })
    .where('id', '=', row.id).where('antwort_am', 'is', null).executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw schonBeantwortet()
  const frist = await findFristZu(ctx.tx, row.id, 'ANHOERUNG')
  if (frist) await fristErledigen(ctx, frist.id, 'Beantwortet')
  ctx.emit(anhoerungBeantwortet(row.id, row.vorgang_id, { datum: datum.toString(), dokumente: antwort.dokumente, nachFrist: row.frist !== null && Temporal.PlainDate.compare(datum, row.frist) > 0 }))
  const vorgang = antwort.art === 'portal' ? await vorgangById(ctx.tx, row.vorgang_id) : undefined
  if (!vorgang) return
  await aufgabeAnlegen(ctx, {
    vorgangId: vorgang.id, einheitId: vorgang.einheitId, gruppe: 'sachbearbeitung', stufe: vorgang.stufe, maske: 'allgemein', quelle: 'anhoerung', instanzId: row.id, tokenId: 'antwort', faelligAm: ctx.today.add({ days: 3 }),
    titel: 'Antwort auf die Anhörung lesen', ausgeschlossen: (await zugriffAufVorgang(ctx.tx, vorgang.id))?.ausgeschlossen ?? [], ergebnisse: [{ wert: 'gelesen', text: 'Gelesen und berücksichtigt' }],
    kontext: { vorgangsnummer: vorgang.vorgangsnummer, betreff: vorgang.betreff },
  })
}
