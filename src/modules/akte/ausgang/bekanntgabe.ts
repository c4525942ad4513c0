import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { newId } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import {
  bekanntgabe, findFristZu, fristHinfaellig, fristNeuBerechnen, fristSetzen, rechtsbehelfsfrist,
  type Ausloeser, type Bekanntgabe, type BekanntgabeStatus, type RegelId,
} from '../../grundlagen/fristen/index.js'
import { ausgang, type SendungTable } from './db/tables.js'
import { bekanntgabeBerechnet } from './events.js'

export type Sendungszeile = Selectable<SendungTable>

/** One computation of the day; the last of a Sendung is the one that holds. */
export interface Bekanntgabestand {
  readonly sendungId: string; readonly nr: number; readonly status: BekanntgabeStatus; readonly datum: Temporal.PlainDate | null
  readonly regel: RegelId; readonly regelVersion: string | null; readonly begruendung: string; readonly anlass: string
  readonly festgelegt: boolean; readonly zeitpunkt: Temporal.Instant
}

/**
 * Computes the day of announcement again from what is stored of the Sendung, and with it the deadline for the remedy. A day that
 * changes is a new row beside the old one, so that the file shows both (X2-02); nothing new changes nothing.
 */
export async function bekanntgabeBerechnen(ctx: CommandContext, sendung: Sendungszeile, anlass: string): Promise<void> {
  if (!sendung.regel) return
  const bisher = await neuesterStand(ctx.tx, sendung.id)
  // What a person has laid down with a reason is not overruled by a computation.
  if (bisher?.festgelegt) return
  const ergebnis = bekanntgabe(sendung.regel, {
    ereignisse: ereignisseVon(sendung), land: sendung.land, stichtag: ctx.today,
    ...(sendung.zugang === 'NACHGEWIESEN_AM' && sendung.zugang_tag ? { zugang: { art: 'NACHGEWIESEN_AM' as const, datum: sendung.zugang_tag } } : {}),
    ...(sendung.zugang === 'NICHT_ZUGEGANGEN' ? { zugang: { art: 'NICHT_ZUGEGANGEN' as const } } : {}),
    ...(sendung.benachrichtigung_bestritten ? { benachrichtigungBestritten: true } : {}),
    ...(sendung.frueher_abgerufen_tag ? { frueherAbgerufenAm: sendung.frueher_abgerufen_tag } : {}),
  })
  await standSchreiben(ctx, sendung, bisher, ergebnis, anlass, false)
}

/** A person lays the day down against the rule, with a reason (X2-01). */
export async function bekanntgabeUebersteuern(ctx: CommandContext, sendung: Sendungszeile, datum: Temporal.PlainDate, grund: string): Promise<void> {
  const bisher = await neuesterStand(ctx.tx, sendung.id)
  await standSchreiben(ctx, sendung, bisher, { status: 'BEKANNTGEGEBEN', datum, begruendung: `Von Hand festgelegt: ${grund}`, ...(bisher?.regelVersion ? { regelVersion: bisher.regelVersion } : {}) }, grund, true)
}

async function standSchreiben(ctx: CommandContext, sendung: Sendungszeile, bisher: Bekanntgabestand | undefined, neu: Bekanntgabe, anlass: string, festgelegt: boolean): Promise<void> {
  const gleich = bisher && bisher.status === neu.status && (bisher.datum?.toString() ?? null) === (neu.datum?.toString() ?? null)
    && bisher.regelVersion === (neu.regelVersion ?? null) && bisher.festgelegt === festgelegt
  if (gleich || !sendung.regel) { ctx.unchanged(); return }
  await ausgang(ctx.tx).insertInto('ausgang.bekanntgabe').values({
    id: newId(), sendung_id: sendung.id, nr: (bisher?.nr ?? 0) + 1, status: neu.status, datum: neu.datum ?? null, regel: sendung.regel,
    regel_version: neu.regelVersion ?? null, begruendung: neu.begruendung, anlass, festgelegt,
    akteur_art: ctx.actor.art, akteur_id: ctx.actor.id, zeitpunkt: ctx.now,
  }).execute()
  await ausgang(ctx.tx).updateTable('ausgang.sendung').set({ bekanntgabe_status: neu.status, bekanntgabe_tag: neu.datum ?? null }).where('id', '=', sendung.id).execute()
  ctx.emit(bekanntgabeBerechnet(sendung.id, sendung.vorgang_id, {
    status: neu.status, datum: neu.datum?.toString() ?? null, vorher: bisher?.datum?.toString() ?? null, regel: neu.regelVersion ?? null, festgelegt,
  }, anlass))
  await rechtsbehelfsfristAnpassen(ctx, sendung, neu, anlass)
}

/** The deadline for the remedy hangs on the day: no day, no deadline (X2-03); without Belehrung it is the long one (X3-02). */
async function rechtsbehelfsfristAnpassen(ctx: CommandContext, sendung: Sendungszeile, neu: Bekanntgabe, anlass: string): Promise<void> {
  if (!sendung.rechtsbehelf) return
  const vorhanden = await findFristZu(ctx.tx, sendung.id, 'RECHTSBEHELF')
  if (!neu.datum) {
    if (vorhanden?.status === 'offen') await fristHinfaellig(ctx, vorhanden.id, anlass)
    return
  }
  const frist = rechtsbehelfsfrist(sendung.rechtsbehelf, neu.datum, sendung.belehrung_version ? 'RICHTIG' : 'FEHLT_ODER_FALSCH', 'NW')
  const angaben = {
    beginn: neu.datum, ende: frist.ende, begruendung: frist.begruendung,
    regel: `${neu.regelVersion ?? sendung.regel} · ${sendung.belehrung_version ?? `${sendung.rechtsbehelf} ohne Belehrung`}`,
  }
  if (vorhanden) await fristNeuBerechnen(ctx, vorhanden.id, angaben, anlass)
  else await fristSetzen(ctx, { vorgangId: sendung.vorgang_id, art: 'RECHTSBEHELF', bezugId: sendung.id, ...angaben })
}

function ereignisseVon(sendung: Sendungszeile): Partial<Record<Ausloeser, Temporal.PlainDate>> {
  return {
    ...(sendung.aufgabe_tag ? { AUFGABE_ZUR_POST: sendung.aufgabe_tag } : {}),
    ...(sendung.bereitstellung_tag ? { BEREITSTELLUNG: sendung.bereitstellung_tag, ABSENDUNG: sendung.bereitstellung_tag } : {}),
    ...(sendung.benachrichtigung_tag ? { BENACHRICHTIGUNG: sendung.benachrichtigung_tag } : {}),
    ...(sendung.abruf_tag ? { ABRUF: sendung.abruf_tag } : {}),
    ...(sendung.zustellung_tag ? { ZUSTELLUNG: sendung.zustellung_tag } : {}),
  }
}

async function neuesterStand(tx: Tx, sendungId: string): Promise<Bekanntgabestand | undefined> {
  return (await staendeVon(tx, [sendungId])).get(sendungId)?.at(-1)
}

/** How the day of each Sendung came about, oldest first. */
export async function staendeVon(tx: Tx, sendungIds: readonly string[]): Promise<Map<string, Bekanntgabestand[]>> {
  if (sendungIds.length === 0) return new Map()
  const rows = await ausgang(tx).selectFrom('ausgang.bekanntgabe').selectAll().where('sendung_id', 'in', [...sendungIds]).orderBy('nr').execute()
  return Map.groupBy(rows.map((row) => ({
    sendungId: row.sendung_id, nr: row.nr, status: row.status, datum: row.datum, regel: row.regel, regelVersion: row.regel_version,
    begruendung: row.begruendung, anlass: row.anlass, festgelegt: row.festgelegt, zeitpunkt: row.zeitpunkt,
  })), (stand) => stand.sendungId)
}

/**
 * For several Vorgänge at once, the first day on which a decision with a remedy was announced, as it is computed today. Vorgänge
 * without such a day are missing; the day may lie in the future.
 */
export async function bekanntgabetage(tx: Tx, vorgangIds: readonly string[]): Promise<Map<string, Temporal.PlainDate>> {
  if (vorgangIds.length === 0) return new Map()
  const rows = await ausgang(tx).selectFrom('ausgang.sendung').select(['vorgang_id', 'bekanntgabe_tag']).where('vorgang_id', 'in', [...vorgangIds])
    .where('rechtsbehelf', 'is not', null).where('bekanntgabe_tag', 'is not', null).orderBy('bekanntgabe_tag', 'desc').execute()
  return new Map(rows.flatMap((row) => (row.bekanntgabe_tag ? [[row.vorgang_id, row.bekanntgabe_tag] as const] : [])))
}

/** What holds for a document: one entry for each addressee (X2-05). Empty when it was never sent under a rule. */
export async function bekanntgabeVon(tx: Tx, dokumentId: string): Promise<Bekanntgabestand[]> {
  const sendungen = await ausgang(tx).selectFrom('ausgang.sendung').select('id').where('dokument_id', '=', dokumentId).where('regel', 'is not', null).orderBy('id').execute()
  const staende = await staendeVon(tx, sendungen.map((row) => row.id))
  return sendungen.flatMap((row) => staende.get(row.id)?.at(-1) ?? [])
}
