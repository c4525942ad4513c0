import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import { kennzahlen, type KennzahlenTables } from './db/tables.js'
import type { Modellinhalt } from './domain/modell.js'

/** A model with the newest version of what it says. */
export interface Modell {
  readonly id: string; readonly kennung: string; readonly nummer: number; readonly inhalt: Modellinhalt
}

export interface Bewertung {
  readonly id: string; readonly modellfassung: number; readonly baustein: string; readonly jahr: number;
  readonly fassung: number; readonly stufe: string; readonly begruendung: string
  readonly nachweis: string; readonly nachweisLink: string; readonly bewertetVon: string;
  readonly bewertetAm: Temporal.Instant
}

/** All models of the town in the order in which they were made. */
export async function modelle(tx: Tx): Promise<Modell[]> {
  const rows = await kennzahlen(tx)
    .selectFrom('kennzahlen.modell as m')
    .innerJoin('kennzahlen.modellfassung as f', 'f.modell_id', 'm.id')
    .distinctOn('m.id')
    .select(['m.id', 'm.kennung', 'f.nummer', 'f.inhalt']).orderBy('m.id').orderBy('f.nummer', 'desc').execute()
  return rows
}

/** @throws NotFound */
export async function ladeModell(tx: Tx, id: string): Promise<Modell> {
  const gefunden = (await modelle(tx)).find((eines) => eines.id === id)
  if (!gefunden) throw new NotFound()
  return gefunden
}

const alsBewertung = (row: Selectable<KennzahlenTables['kennzahlen.bewertung']>): Bewertung => ({
  id: row.id, modellfassung: row.modellfassung, baustein: row.baustein, jahr: row.jahr, fassung: row.fassung,
  stufe: row.stufe, begruendung: row.begruendung,
  nachweis: row.nachweis, nachweisLink: row.nachweis_link, bewertetVon: row.bewertet_von, bewertetAm: row.bewertet_am,
})

/** All judgements of a model with their versions, the newest year and version first. */
export async function bewertungenVon(tx: Tx, modellId: string): Promise<Bewertung[]> {
  const rows = await kennzahlen(tx)
    .selectFrom('kennzahlen.bewertung')
    .selectAll()
    .where('modell_id', '=', modellId)
    .orderBy('jahr', 'desc')
    .orderBy('baustein')
    .orderBy('fassung', 'desc')
    .execute()
  return rows.map(alsBewertung)
}

/** Those that count: the newest version of each Baustein and year. */
export const gueltige = (bewertungen: readonly Bewertung[]): Bewertung[] =>
  bewertungen.filter((eine) => !bewertungen.some((andere) => andere.baustein === eine.baustein
    && andere.jahr === eine.jahr
    && andere.fassung > eine.fassung))
