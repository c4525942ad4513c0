import { sql, type Selectable } from 'kysely'
import { json, type Tx } from '../../../platform/database/database.js'
import { newId } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { berechneGebuehr, gebuehrAm, type Gebuehr, type Gebuehrenrechnung, type Leistungsfassung } from '../../grundlagen/leistungen/index.js'
import { FeelFehler } from '../../verfahren/workflow/index.js'
import type { Aufstellung } from '../forderungen/index.js'
import { gebuehren, type GebuehrenTables } from './db/tables.js'
import { gebuehrFestgesetzt } from './events.js'
import { gebuehrFuer } from './saetze.js'

/** What one case costs, by the rule of its day. */
export interface Festsetzung {
  readonly id: string; readonly fassung: number; readonly leistungsversionId: string; readonly regel: Gebuehr; readonly aufstellung: Aufstellung; readonly summe: bigint
  /** Positions for which the amount is still to be set. */
  readonly offen: readonly string[]
  readonly grund: string | null
}

export type Bezug = { readonly entwurfId: string } | { readonly vorgangId: string }
const bezugAus = (bezug: Bezug) => ('entwurfId' in bezug ? { bezug_art: 'entwurf' as const, bezug_id: bezug.entwurfId } : { bezug_art: 'vorgang' as const, bezug_id: bezug.vorgangId })

const alsFestsetzung = (row: Selectable<GebuehrenTables['gebuehren.festsetzung']>): Festsetzung =>
  ({ id: row.id, fassung: row.fassung, leistungsversionId: row.leistungsversion_id, regel: row.regel, aufstellung: row.aufstellung, summe: row.summe, offen: row.offen, grund: row.grund })

/** Whoever sets the fee of the same case at the same moment waits for the other. */
export async function nacheinander({ tx, mandantId }: CommandContext, bezugId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${mandantId}:festsetzung:${bezugId}`}, 0))`.execute(tx)
}

/** The latest version; undefined where nothing was computed yet. */
export async function festsetzungZu(tx: Tx, bezug: Bezug): Promise<Festsetzung | undefined> {
  const row = await gebuehren(tx).selectFrom('gebuehren.festsetzung').selectAll().where('bezug_id', '=', bezugAus(bezug).bezug_id).orderBy('fassung', 'desc').limit(1).executeTakeFirst()
  return row && alsFestsetzung(row)
}

type Angaben = Parameters<typeof berechneGebuehr>[2]
const fragenVon = ({ formular }: Pick<Leistungsfassung, 'formular'>): string[] => formular?.seiten.flatMap((seite) => seite.fragen.map(({ name }) => name)) ?? []

/**
 * What an application with these answers costs at an instant; undefined where the service is free or has no table. A table that cannot
 * be evaluated for these answers gives nothing either: a mistake of the town must not keep a declaration from arriving.
 */
export async function rechne(tx: Tx, version: Leistungsfassung, antworten: Readonly<Record<string, unknown>>, jetzt: Temporal.Instant): Promise<{ rechnung: Gebuehrenrechnung; aufstellung: Aufstellung; regel: Gebuehr } | undefined> {
  const gebuehr = await gebuehrFuer(tx, version)
  if (!gebuehr?.positionen) return undefined
  const rechnung = berechnet(gebuehr, fragenVon(version), antworten as Angaben, jetzt)
  return rechnung && { rechnung, aufstellung: alsAufstellung(rechnung), regel: gebuehrAm(gebuehr, rechnung.stichtag) }
}

function berechnet(...angaben: Parameters<typeof berechneGebuehr>): Gebuehrenrechnung | undefined {
  try {
    return berechneGebuehr(...angaben)
  } catch (error) {
    if (error instanceof FeelFehler) return undefined
    throw error
  }
}

/** In the form that is kept: amounts as text, so that JSON never makes floats of them. */
export const alsAufstellung = ({ positionen, minderungen, rechtsgrundlage, stichtag }: Gebuehrenrechnung): Aufstellung => ({
  positionen: positionen.map(({ bezeichnung, cent, erklaerung, tarif }) => ({ bezeichnung, cent: String(cent), erklaerung, ...(tarif ? { tarif } : {}) })),
  minderungen: minderungen.map(({ bezeichnung, cent, rechtsgrundlage: warum }) => ({ bezeichnung, cent: String(cent), rechtsgrundlage: warum })),
  rechtsgrundlage, stichtag: stichtag.toString(),
})

/** Writes a further version. */
export async function setzeFest(ctx: CommandContext, bezug: Bezug, neu: Omit<Festsetzung, 'id' | 'fassung'>): Promise<Festsetzung> {
  const fassung = ((await festsetzungZu(ctx.tx, bezug))?.fassung ?? 0) + 1
  const id = newId()
  await gebuehren(ctx.tx).insertInto('gebuehren.festsetzung').values({
    id, ...bezugAus(bezug), fassung, leistungsversion_id: neu.leistungsversionId, regel: json(neu.regel), aufstellung: json(neu.aufstellung), summe: neu.summe, offen: [...neu.offen], grund: neu.grund,
    festgesetzt_von: ctx.actor.id, created_at: ctx.now,
  }).execute()
  ctx.emit(gebuehrFestgesetzt(id, 'vorgangId' in bezug ? bezug.vorgangId : null, { fassung, cent: String(neu.summe), offen: neu.offen.length }, neu.grund ?? undefined))
  return { id, fassung, ...neu }
}
