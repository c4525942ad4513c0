import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import type { Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { zugriffAufVorgang } from '../../akte/akten/index.js'
import { beteiligungen, type BeteiligungTables } from './db/tables.js'
import type { Votum } from './domain/votum.js'

export interface Stellungnahme {
  readonly votum: Votum; readonly text: string; readonly auflagen: string; readonly dokumentId: string | null; readonly verspaetet: boolean
  readonly werId: string; readonly fuerId: string | null; readonly zeitpunkt: Temporal.Instant
}

/** One unit that was asked about one Vorgang. */
export interface Beteiligung {
  readonly id: string; readonly vorgangId: string; readonly einheitId: string; readonly frage: string
  readonly felder: readonly string[]; readonly dokumentIds: readonly string[]; readonly frist: Temporal.PlainDate
  readonly erbetenVon: string; readonly erbetenAm: Temporal.Instant; readonly erinnertAm: Temporal.Instant | null
  /** Null while the unit takes part and sees what the request names. */
  readonly beendetAm: Temporal.Instant | null
  readonly beendetWeil: 'abgegeben' | 'entschieden' | null
  readonly stellungnahme: Stellungnahme | null
}

type Zeile = Selectable<BeteiligungTables['beteiligung.beteiligung']>

async function vollstaendig(tx: Tx, rows: readonly Zeile[]): Promise<Beteiligung[]> {
  if (rows.length === 0) return []
  const gesagt = await beteiligungen(tx).selectFrom('beteiligung.stellungnahme').selectAll().where('beteiligung_id', 'in', rows.map(({ id }) => id)).execute()
  const nach = new Map(gesagt.map((one) => [one.beteiligung_id, one]))
  return rows.map((row) => {
    const one = nach.get(row.id)
    return {
      id: row.id, vorgangId: row.vorgang_id, einheitId: row.einheit_id, frage: row.frage, felder: row.felder, dokumentIds: row.dokument_ids,
      frist: row.frist, erbetenVon: row.erbeten_von, erbetenAm: row.erbeten_am, erinnertAm: row.erinnert_am, beendetAm: row.beendet_am,
      beendetWeil: row.beendet_weil,
      stellungnahme: one ? {
        votum: one.votum, text: one.text, auflagen: one.auflagen, dokumentId: one.dokument_id, verspaetet: one.verspaetet,
        werId: one.wer_id, fuerId: one.fuer_id, zeitpunkt: one.zeitpunkt,
      } : null,
    }
  })
}

/** All requests of a Vorgang with what was answered, oldest first. Two queries. */
export async function beteiligungenVon(tx: Tx, vorgangId: string): Promise<Beteiligung[]> {
  const rows = beteiligungen(tx).selectFrom('beteiligung.beteiligung').selectAll().where('vorgang_id', '=', vorgangId)
  return vollstaendig(tx, await rows.orderBy('id').execute())
}

export async function beteiligungById(tx: Tx, id: string): Promise<Beteiligung | undefined> {
  if (!isUuid(id)) return undefined
  const rows = await beteiligungen(tx).selectFrom('beteiligung.beteiligung').selectAll().where('id', '=', id).execute()
  return (await vollstaendig(tx, rows))[0]
}

/** The newest requests to these units ('alle': to any), at most `limit`; what is open comes first, by its day. */
export async function beteiligungenBei(tx: Tx, einheiten: 'alle' | readonly string[], limit: number): Promise<Beteiligung[]> {
  if (einheiten.length === 0) return []
  const alle = beteiligungen(tx).selectFrom('beteiligung.beteiligung').selectAll()
  const meine = einheiten === 'alle' ? alle : alle.where('einheit_id', 'in', [...einheiten])
  const offen = await meine.where('beendet_am', 'is', null).orderBy('frist').orderBy('id').limit(limit).execute()
  const beendet = await meine.where('beendet_am', 'is not', null).orderBy('id', 'desc').limit(limit).execute()
  return vollstaendig(tx, [...offen, ...beendet])
}

/** Locks the request before it is answered or ended. @throws NotFound */
export async function lockBeteiligung(tx: Tx, id: string): Promise<Zeile> {
  const row = await beteiligungen(tx).selectFrom('beteiligung.beteiligung').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('beteiligung.unbekannt', 'Diese Beteiligung gibt es nicht.')
  return row
}

/** For `can(…).on(anBeteiligung)`: the asked unit, with the level of the Vorgang and without those who are partial in it. */
export async function anBeteiligung({ beteiligungId }: { readonly beteiligungId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> {
  if (!isUuid(beteiligungId)) return undefined
  const row = await beteiligungen(tx).selectFrom('beteiligung.beteiligung').select(['einheit_id', 'vorgang_id']).where('id', '=', beteiligungId).executeTakeFirst()
  const vorgang = row && await zugriffAufVorgang(tx, row.vorgang_id)
  if (!row || !vorgang) return undefined
  const { stufe, ausgeschlossen } = vorgang
  return { einheitId: row.einheit_id, ...(stufe === undefined ? {} : { stufe }), ...(ausgeschlossen ? { ausgeschlossen } : {}) }
}
