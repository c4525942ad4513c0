import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import type { Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { kennzahlen, type KennzahlenTables } from './db/tables.js'
import { zahlAus, zusammen, type Art, type Herkunft, type Messung, type Richtung } from './domain/kennzahl.js'
import type { Messpunkt } from './domain/status.js'
import { ausText, type Zahl } from './domain/zahl.js'
import type { Haeufigkeit } from './domain/zeitraum.js'

type Tag = Temporal.PlainDate

/** What a Kennzahl means and what is wanted of it. */
export interface Kennzahl {
  readonly id: string; readonly zielId: string | null; readonly kriteriumId: string | null; readonly name: string;
  readonly definition: string
  readonly art: Art; readonly masseinheit: string; readonly nachkomma: number; readonly richtung: Richtung;
  readonly summierbar: boolean
  /** The unit that answers for it. */
  readonly einheitId: string | null
  readonly haeufigkeit: Haeufigkeit
  /** Key of the automatic source; null: people enter the values. */
  readonly quelle: string | null
  readonly ausgangswert: Zahl | null; readonly ausgangAm: Tag | null; readonly zielwert: Zahl | null;
  readonly zielAm: Tag | null
  readonly version: number; readonly stillgelegtAm: Tag | null; readonly stillgelegtGrund: string | null
}

/** One value as it was entered or measured; a later `fassung` of the same day and unit replaces it. */
export interface Wert {
  readonly id: string; readonly kennzahlId: string
  /** Null: the town as a whole. */
  readonly einheitId: string | null
  readonly stichtag: Tag; readonly von: Tag | null; readonly fassung: number; readonly messung: Messung
  readonly herkunft: Herkunft; readonly quelle: string | null; readonly nachweis: string; readonly nachweisLink: string;
  readonly grund: string
  readonly erfasstVon: string; readonly erfasstAm: Temporal.Instant
}

const zahlOderNull = (text: string | null): Zahl | null => (text === null ? null : ausText(text))

const alsKennzahl = (row: Selectable<KennzahlenTables['kennzahlen.kennzahl']>): Kennzahl => ({
  id: row.id, zielId: row.ziel_id, kriteriumId: row.kriterium_id, name: row.name, definition: row.definition,
  art: row.art,
  masseinheit: row.masseinheit, nachkomma: row.nachkomma, richtung: row.richtung, summierbar: row.summierbar,
  einheitId: row.einheit_id,
  haeufigkeit: row.haeufigkeit, quelle: row.quelle, ausgangswert: zahlOderNull(row.ausgangswert),
  ausgangAm: row.ausgang_am,
  zielwert: zahlOderNull(row.zielwert), zielAm: row.ziel_am, version: row.version, stillgelegtAm: row.stillgelegt_am,
  stillgelegtGrund: row.stillgelegt_grund,
})

function messungAus(
  { zahl, zaehler, nenner, fehlt }: Pick<Selectable<KennzahlenTables['kennzahlen.wert']>,
  'zahl' | 'zaehler' | 'nenner' | 'fehlt'>
): Messung {
  if (zahl !== null) return { zahl: ausText(zahl) }
  if (zaehler !== null && nenner !== null) return { zaehler: ausText(zaehler), nenner: ausText(nenner) }
  return { fehlt: fehlt ?? '' }
}

export const alsWert = (row: Selectable<KennzahlenTables['kennzahlen.wert']>): Wert => ({
  id: row.id, kennzahlId: row.kennzahl_id, einheitId: row.einheit_id, stichtag: row.stichtag, von: row.von,
  fassung: row.fassung,
  messung: messungAus(row), herkunft: row.herkunft, quelle: row.quelle, nachweis: row.nachweis,
  nachweisLink: row.nachweis_link,
  grund: row.grund, erfasstVon: row.erfasst_von, erfasstAm: row.erfasst_am,
})

/** All Kennzahlen of the town by name; those no longer kept only where asked for. */
export async function kennzahlenVon(
  tx: Tx, { auchStillgelegte = false, zielIds }: { auchStillgelegte?: boolean; zielIds?: readonly string[] } = {}
): Promise<Kennzahl[]> {
  if (zielIds?.length === 0) return []
  let select = kennzahlen(tx).selectFrom('kennzahlen.kennzahl').selectAll()
  if (!auchStillgelegte) select = select.where('stillgelegt_am', 'is', null)
  if (zielIds) select = select.where('ziel_id', 'in', [...zielIds])
  return (await select.orderBy('name').orderBy('id').execute()).map(alsKennzahl)
}

export async function findKennzahl(tx: Tx, id: string): Promise<Kennzahl | undefined> {
  const row = await kennzahlen(tx).selectFrom('kennzahlen.kennzahl').selectAll().where('id', '=', id).executeTakeFirst()
  return row && alsKennzahl(row)
}

/** @throws NotFound */
export async function ladeKennzahl(tx: Tx, id: string): Promise<Kennzahl> {
  const gefunden = await findKennzahl(tx, id)
  if (!gefunden) throw new NotFound()
  return gefunden
}

/**
 * Locks the Kennzahl for a change in this transaction, so that two people do not write the same version of a value.
 * @throws NotFound
 */
export async function sperreKennzahl(tx: Tx, id: string): Promise<Kennzahl> {
  const row = await kennzahlen(tx)
    .selectFrom('kennzahlen.kennzahl')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return alsKennzahl(row)
}

/** Where a Kennzahl belongs, for `can('…').on(…)`. */
export async function zugriffAufKennzahl({ id }: { readonly id: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> {
  const row = await kennzahlen(tx)
    .selectFrom('kennzahlen.kennzahl')
    .select('einheit_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { einheitId: row.einheit_id }
}

/** The values that count, the newest fassung of each day and unit, in the order of time. */
export async function gueltigeWerte(tx: Tx, kennzahlIds: readonly string[]): Promise<Wert[]> {
  if (kennzahlIds.length === 0) return []
  const rows = await kennzahlen(tx)
    .selectFrom('kennzahlen.wert')
    .selectAll()
    .where('kennzahl_id', 'in', [...kennzahlIds])
    .distinctOn(['kennzahl_id', 'stichtag', 'einheit_id'])
    .orderBy('kennzahl_id')
    .orderBy('stichtag')
    .orderBy('einheit_id')
    .orderBy('fassung', 'desc')
    .execute()
  return rows.map(alsWert)
}

/**
 * What counts for the town: its own values, and those of units only where nobody gave one for the town. For lists of
 * many
 * Kennzahlen.
 */
export async function stadtwerte(tx: Tx, kennzahlIds: readonly string[]): Promise<Wert[]> {
  if (kennzahlIds.length === 0) return []
  const rows = await kennzahlen(tx)
    .selectFrom('kennzahlen.wert as w')
    .selectAll('w')
    .where('w.kennzahl_id', 'in', [...kennzahlIds])
    .where((where) => where.or([where('w.einheit_id', 'is', null), where.not(where.exists(where.selectFrom(
      'kennzahlen.wert as s'
    )
      .select('s.id')
      .whereRef('s.kennzahl_id', '=', 'w.kennzahl_id')
      .whereRef('s.stichtag', '=', 'w.stichtag')
      .where('s.einheit_id', 'is', null)))]))
    .distinctOn(['w.kennzahl_id', 'w.stichtag', 'w.einheit_id'])
    .orderBy('w.kennzahl_id')
    .orderBy('w.stichtag')
    .orderBy('w.einheit_id')
    .orderBy('w.fassung', 'desc')
    .execute()
  return rows.map(alsWert)
}

/** Everything that was ever entered or measured, the newest day first. */
export async function alleFassungen(tx: Tx, kennzahlId: string): Promise<Wert[]> {
  const rows = await kennzahlen(tx).selectFrom('kennzahlen.wert').selectAll().where('kennzahl_id', '=', kennzahlId)
    .orderBy('stichtag', 'desc').orderBy('einheit_id').orderBy('fassung', 'desc').execute()
  return rows.map(alsWert)
}

/** A day with what counts for the town: its own value, or else its units' together (H6-04). */
export interface Stichtagswert extends Messpunkt {
  readonly messung: Messung
  /** Added up from units, because nobody gave one for the town. */
  readonly ausEinheiten: boolean
  readonly gesamt: Wert | undefined
  readonly einheiten: readonly Wert[]
}

/** The series of a Kennzahl for the town as a whole; `werte` are its values that count. */
export function reiheAus(kennzahl: Pick<Kennzahl, 'summierbar'>, werte: readonly Wert[]): Stichtagswert[] {
  const tage = [...Map.groupBy(werte, ({ stichtag }) => stichtag.toString()).values()]
  return tage.flatMap((amTag): Stichtagswert[] => {
    const [
      gesamt, einheiten,
    ] = [amTag.find(({ einheitId }) => einheitId === null), amTag.filter(({ einheitId }) => einheitId !== null)]
    const [erster] = amTag
    const messung = gesamt?.messung ?? zusammen(einheiten.map((eine) => eine.messung), kennzahl.summierbar)
    if (!erster || !messung) return []
    return [{
      stichtag: erster.stichtag, zahl: zahlAus(messung), messung, ausEinheiten: gesamt === undefined, gesamt, einheiten,
    }]
  }).sort((a, b) => Temporal.PlainDate.compare(a.stichtag, b.stichtag))
}
