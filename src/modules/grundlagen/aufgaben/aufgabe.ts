import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import type { Actor, Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { json } from '../../../platform/database/database.js'
import { ausgeschlosseneAm } from './ausschluss.js'
import { aufgaben, type AufgabenTables, type Ergebnis } from './db/tables.js'
import { aufgabeAngelegt, aufgabeEntfallen } from './events.js'
import type { Selectable } from 'kysely'

export interface Aufgabe {
  readonly id: string; readonly vorgangId: string | null; readonly vorgangsnummer: string | null; readonly betreff: string; readonly person: string | null
  readonly titel: string; readonly maske: string; readonly gruppe: string; readonly einheitId: string; readonly stufe: number
  readonly zugewiesenAn: string | null; readonly ausgeschlossen: readonly string[]; readonly faelligAm: Temporal.PlainDate | null
  /** Who continues when it is done: 'workflow', or 'hand' for a task that somebody made by hand. */
  readonly quelle: string; readonly instanzId: string | null; readonly tokenId: string | null
  /** What the process handed over, e.g. the possible results. */
  readonly eingabe: Readonly<Record<string, unknown>>
  /** How it can end; none: any result. */
  readonly ergebnisse: readonly Ergebnis[]
  /** When the lead was told that it is overdue and nobody has taken it. */
  readonly eskaliertAm: Temporal.Instant | null
  /** Path of the page where it is done; null: on the screen of its Vorgang. */
  readonly adresse: string | null
  readonly status: 'offen' | 'erledigt' | 'entfallen'; readonly ergebnis: string | null; readonly vermerk: string | null
  readonly angelegtAm: Temporal.Instant; readonly beendetAm: Temporal.Instant | null; readonly beendetVon: string | null; readonly beendetFuer: string | null
}

export const ausZeile = (row: Selectable<AufgabenTables['aufgaben.aufgabe']>): Aufgabe => ({
  id: row.id, vorgangId: row.vorgang_id, vorgangsnummer: row.vorgangsnummer, betreff: row.betreff, person: row.person, titel: row.titel, maske: row.maske,
  gruppe: row.gruppe, einheitId: row.einheit_id, stufe: row.stufe, zugewiesenAn: row.zugewiesen_an, ausgeschlossen: row.ausgeschlossen, faelligAm: row.faellig_am,
  quelle: row.quelle, instanzId: row.instanz_id, tokenId: row.token_id, eingabe: row.eingabe, ergebnisse: row.ergebnisse, eskaliertAm: row.eskaliert_am, adresse: row.adresse,
  status: row.status, ergebnis: row.ergebnis, vermerk: row.vermerk,
  angelegtAm: row.angelegt_am, beendetAm: row.beendet_am, beendetVon: row.beendet_von, beendetFuer: row.beendet_fuer,
})

export interface NeueAufgabe {
  readonly vorgangId?: string; readonly einheitId: string; readonly gruppe: string; readonly titel: string; readonly maske: string; readonly stufe?: number
  readonly faelligAm?: Temporal.PlainDate; readonly quelle?: string; readonly instanzId?: string; readonly tokenId?: string
  /** Whose it is from the beginning; without it the group sees it. */
  readonly zugewiesenAn?: string
  readonly ausgeschlossen?: readonly string[]; readonly eingabe?: Readonly<Record<string, unknown>>
  readonly ergebnisse?: readonly Ergebnis[]
  /** Path of the page where it is done, below `/arbeitsplatz/` or `/verwaltung/`; needed where there is no Vorgang. */
  readonly adresse?: string
  readonly kontext: { readonly vorgangsnummer?: string; readonly betreff: string; readonly person?: string }
}

/** Puts a task into the work list, in the caller's transaction. The same token of a process a second time is the same task. */
export async function aufgabeAnlegen(ctx: CommandContext, neu: NeueAufgabe): Promise<{ aufgabeId: string }> {
  const id = newId()
  const befangene = await ausgeschlosseneAm(ctx.tx, neu.vorgangId)
  const inserted = await aufgaben(ctx.tx).insertInto('aufgaben.aufgabe').values({
    id, vorgang_id: neu.vorgangId ?? null, vorgangsnummer: neu.kontext.vorgangsnummer ?? null, betreff: neu.kontext.betreff, person: neu.kontext.person ?? null,
    titel: neu.titel, maske: neu.maske, gruppe: neu.gruppe, einheit_id: neu.einheitId, stufe: neu.stufe ?? 0, zugewiesen_an: neu.zugewiesenAn && !befangene.includes(neu.zugewiesenAn) ? neu.zugewiesenAn : null, ausgeschlossen: [...new Set([...neu.ausgeschlossen ?? [], ...befangene])],
    faellig_am: neu.faelligAm ?? null, quelle: neu.quelle ?? 'hand', instanz_id: neu.instanzId ?? null, token_id: neu.tokenId ?? null, eingabe: json(neu.eingabe ?? {}), ergebnisse: json(neu.ergebnisse ?? []),
    ergebnis: null, vermerk: null, angelegt_am: ctx.now, beendet_am: null, beendet_von: null, beendet_fuer: null, adresse: neu.adresse ?? null,
  }).onConflict((conflict) => conflict.columns(['mandant_id', 'instanz_id', 'token_id']).where('instanz_id', 'is not', null).doNothing()).returning('id').executeTakeFirst()
  if (!inserted) return { aufgabeId: (await aufgaben(ctx.tx).selectFrom('aufgaben.aufgabe').select('id').where('instanz_id', '=', neu.instanzId ?? null).where('token_id', '=', neu.tokenId ?? null).executeTakeFirstOrThrow()).id }
  ctx.emit(aufgabeAngelegt(id, neu.vorgangId ?? null, { titel: neu.titel, gruppe: neu.gruppe, einheitId: neu.einheitId, faelligAm: neu.faelligAm?.toString() ?? null }))
  return { aufgabeId: id }
}

/** The process no longer needs it (withdrawn, interrupted by a deadline). */
export async function aufgabeEntfaellt(ctx: CommandContext, instanzId: string, tokenId: string): Promise<void> {
  const row = await aufgaben(ctx.tx).updateTable('aufgaben.aufgabe').set({ status: 'entfallen', beendet_am: ctx.now })
    .where('instanz_id', '=', instanzId).where('token_id', '=', tokenId).where('status', '=', 'offen').returning(['id', 'vorgang_id', 'titel']).executeTakeFirst()
  if (row) ctx.emit(aufgabeEntfallen(row.id, row.vorgang_id, { titel: row.titel }))
}

export async function aufgabeById(tx: Tx, id: string): Promise<Aufgabe | undefined> {
  const row = await aufgaben(tx).selectFrom('aufgaben.aufgabe').selectAll().where('id', '=', id).executeTakeFirst()
  return row && ausZeile(row)
}

/** Open and past tasks of a Vorgang, oldest first. */
export async function aufgabenVon(tx: Tx, vorgangId: string): Promise<Aufgabe[]> {
  return (await aufgaben(tx).selectFrom('aufgaben.aufgabe').selectAll().where('vorgang_id', '=', vorgangId).orderBy('id').execute()).map(ausZeile)
}

export async function offeneAufgaben(tx: Tx, vorgangId: string): Promise<Aufgabe[]> {
  return (await aufgabenVon(tx, vorgangId)).filter((aufgabe) => aufgabe.status === 'offen')
}

/** What stands in the way of closing a unit. */
export async function offeneArbeitDerEinheit(tx: Tx, einheitId: string): Promise<string[]> {
  const { rows } = await sql<{ anzahl: number }>`select count(*)::int as anzahl from aufgaben.aufgabe where status = 'offen' and einheit_id = ${einheitId}`.execute(tx)
  const anzahl = rows[0]?.anzahl ?? 0
  return anzahl === 0 ? [] : [anzahl === 1 ? 'Eine Aufgabe ist dort noch offen.' : `${anzahl} Aufgaben sind dort noch offen.`]
}

/** Locks the task and gives what permission is asked for. */
export async function lockAufgabe(tx: Tx, id: string): Promise<Aufgabe> {
  const row = await aufgaben(tx).selectFrom('aufgaben.aufgabe').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('aufgabe.unbekannt', 'Diese Aufgabe gibt es nicht.')
  return ausZeile(row)
}

export async function zugriffAufAufgabe(tx: Tx, id: string): Promise<Zugriffsobjekt | undefined> {
  const row = await aufgaben(tx).selectFrom('aufgaben.aufgabe').select(['einheit_id', 'stufe']).where('id', '=', id).executeTakeFirst()
  return row && { einheitId: row.einheit_id, stufe: row.stufe }
}

/** May this person do this task: by role at the unit (own or as a substitute), and not excluded from it. */
export function darfErledigen(actor: Actor, aufgabe: Aufgabe): { darf: true; fuer: string | undefined } | { darf: false; grund: string } {
  if (aufgabe.ausgeschlossen.includes(actor.id)) return { darf: false, grund: 'Vier-Augen-Prinzip: Sie haben in diesem Vorgang schon den vorigen Schritt erledigt. Bitte lassen Sie eine andere Person zeichnen.' }
  const passend = actor.zuweisungen.filter((zuweisung) => zuweisung.rolle === aufgabe.gruppe && (!zuweisung.einheiten || zuweisung.einheiten.has(aufgabe.einheitId)) && !(zuweisung.vertretungFuer && aufgabe.ausgeschlossen.includes(zuweisung.vertretungFuer)))
  const eigene = passend.find((zuweisung) => !zuweisung.vertretungFuer)
  if (eigene) return { darf: true, fuer: undefined }
  const alsVertretung = passend.find((zuweisung) => zuweisung.vertretungFuer)
  if (alsVertretung?.vertretungFuer) return { darf: true, fuer: alsVertretung.vertretungFuer }
  return { darf: false, grund: 'Diese Aufgabe liegt bei einer anderen Gruppe.' }
}

/** How many open tasks are overdue or due today, for the menu. */
export async function zaehleFaellige(tx: Tx, kontoId: string, today: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ anzahl: number }>`select count(*)::int as anzahl from aufgaben.aufgabe where status = 'offen' and zugewiesen_an = ${kontoId} and rang <= ${today.toString()}::date`.execute(tx)
  return rows[0]?.anzahl ?? 0
}
