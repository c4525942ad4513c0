import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { together } from '../../../platform/database/unawaited.js'
import { Conflict, NotFound } from '../../../platform/errors.js'
import type { Actor, Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { onlineantrag, type OnlineantragTables } from './db/tables.js'
import type { Entwurf, Entwurfsdatei } from './domain/entwurf.js'

type Zeile = Selectable<OnlineantragTables['onlineantrag.entwurf']>

const alsEntwurf = (row: Zeile): Entwurf => ({
  id: row.id, inhaberArt: row.inhaber_art, inhaberId: row.inhaber_id, leistung: row.leistung, leistungsversionId: row.leistungsversion_id,
  antworten: row.antworten, herkunft: row.herkunft, erklaertMit: row.erklaert_mit, vertretung: row.vertretung, zustimmungSeit: row.zustimmung_seit, eingaben: row.eingaben, version: row.version, seitenstand: row.seitenstand, seite: row.seite, fristTage: row.frist_tage,
  begonnenAm: row.begonnen_am, letzteAenderung: row.letzte_aenderung, loeschenAb: row.loeschen_ab, email: row.email, status: row.status, bestaetigung: row.bestaetigung,
  absendewunsch: row.absendewunsch_am && row.absendewunsch_sprache ? { am: row.absendewunsch_am, sprache: row.absendewunsch_sprache, fehler: row.absenden_fehler } : null,
})

export async function findEntwurf(tx: Tx, id: string): Promise<Entwurf | undefined> {
  if (!isUuid(id)) return undefined
  const row = await onlineantrag(tx).selectFrom('onlineantrag.entwurf').selectAll().where('id', '=', id).where('status', '!=', 'geloescht').executeTakeFirst()
  return row && alsEntwurf(row)
}

/** A draft with its files. */
export async function findEntwurfMitDateien(tx: Tx, id: string): Promise<{ entwurf: Entwurf; dateien: Entwurfsdatei[] } | undefined> {
  if (!isUuid(id)) return undefined
  const [[row], dateien] = await together(tx, onlineantrag(tx).selectFrom('onlineantrag.entwurf').selectAll().where('id', '=', id).where('status', '!=', 'geloescht'), dateienAbfrage(tx, id))
  return row && { entwurf: alsEntwurf(row), dateien: dateien.map(alsDatei) }
}

/** The draft under lock, and the files that it has then; to be used after the permission check has found it. */
export async function lockEntwurfMitDateien(tx: Tx, id: string): Promise<{ entwurf: Entwurf; dateien: Entwurfsdatei[] }> {
  const [[row], dateien] = await together(tx, onlineantrag(tx).selectFrom('onlineantrag.entwurf').selectAll().where('id', '=', id).forUpdate(), dateienAbfrage(tx, id))
  if (!row) throw new NotFound()
  return { entwurf: alsEntwurf(row), dateien: dateien.map(alsDatei) }
}

/** The draft under lock; to be used after the permission check has found it. */
export async function lockEntwurf(tx: Tx, id: string): Promise<Entwurf> {
  return alsEntwurf(await onlineantrag(tx).selectFrom('onlineantrag.entwurf').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow())
}

/** What was declared binding stays as it is until it is sent or the person takes the wish back. @throws Conflict */
export function nichtBeimBezahlen({ absendewunsch, zustimmungSeit }: Pick<Entwurf, 'absendewunsch' | 'zustimmungSeit'>): void {
  if (zustimmungSeit) throw new Conflict('onlineantrag.wartetAufZustimmung', 'Dieser Antrag wartet auf eine Zustimmung und lässt sich gerade nicht ändern. Auf der Seite „Zustimmung“ können Sie ihn wieder öffnen.')
  if (absendewunsch) throw new Conflict('onlineantrag.wartetAufZahlung', 'Dieser Antrag wartet auf die Bezahlung und lässt sich gerade nicht ändern. Auf der Seite „Bezahlen“ können Sie ihn wieder öffnen.')
}

/** Whose it is, locked, for the permission check of commands. A nameless visitor owns nothing. */
export async function zugriffAufEntwurf({ entwurfId }: { entwurfId: string }, tx: Tx, actor: Actor): Promise<Zugriffsobjekt | undefined> {
  if (!isUuid(entwurfId) || actor.id === '') return undefined
  const row = await onlineantrag(tx).selectFrom('onlineantrag.entwurf').select(['inhaber_art', 'inhaber_id']).where('id', '=', entwurfId).where('status', '!=', 'geloescht').forUpdate().executeTakeFirst()
  return row && row.inhaber_art === (actor.art === 'gast' ? 'gast' : 'konto') ? { inhaberId: row.inhaber_id } : undefined
}

/** Open drafts of an account or a guest session, last touched first. */
export async function entwuerfeVon(tx: Tx, inhaber: { art: 'konto' | 'gast'; id: string }, leistung?: string): Promise<Entwurf[]> {
  if (inhaber.id === '') return []
  let abfrage = onlineantrag(tx).selectFrom('onlineantrag.entwurf').selectAll().where('inhaber_id', '=', inhaber.id).where('inhaber_art', '=', inhaber.art).where('status', '=', 'offen')
  if (leistung) abfrage = abfrage.where('leistung', '=', leistung)
  return (await abfrage.orderBy('letzte_aenderung', 'desc').limit(50).execute()).map(alsEntwurf)
}

export async function dateienVon(tx: Tx, entwurfId: string): Promise<Entwurfsdatei[]> {
  return (await dateienAbfrage(tx, entwurfId).execute()).map(alsDatei)
}

const dateienAbfrage = (tx: Tx, entwurfId: string) => onlineantrag(tx).selectFrom('onlineantrag.entwurf_datei').selectAll().where('entwurf_id', '=', entwurfId).orderBy('id')

const alsDatei = (row: Selectable<OnlineantragTables['onlineantrag.entwurf_datei']>): Entwurfsdatei =>
  ({ id: row.id, slot: row.slot, dateiname: row.dateiname, bytes: Number(row.bytes), mediaType: row.mime, sha256: row.sha256, pruefstatus: row.pruefstatus })

/** Stored files that open drafts still need; the collector of orphans spares them. */
export async function gespeicherteDateien(tx: Tx): Promise<{ sha256: string; objekt: string }[]> {
  const rows = await onlineantrag(tx).selectFrom('onlineantrag.entwurf_datei').select(['sha256', 'entwurf_id']).execute()
  return rows.map((row) => ({ sha256: row.sha256, objekt: `entwurf ${row.entwurf_id}` }))
}
