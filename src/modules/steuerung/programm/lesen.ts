import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import type { Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { programm, type Prioritaet, type ProgrammTables, type Verknuepfungsart } from './db/tables.js'
import { EBENENNAMEN, type Bausteinart, type Ebenenname, type Objektart } from './domain/arten.js'
import type { Finanzplanzeile } from './domain/finanzplan.js'
import type { Kostenklasse } from './domain/kostenklasse.js'
import type { Status } from './domain/status.js'

type Tag = Temporal.PlainDate

export interface Strategie {
  readonly id: string; readonly kennung: string; readonly name: string; readonly jahrVon: number | null; readonly jahrBis: number | null; readonly quelle: string | null
  readonly angaben: Readonly<Record<string, unknown>>
}

/** One object of a programme on any level. Dates come three times: as first planned, as planned now, as it came. */
export interface Objekt {
  readonly id: string; readonly strategieId: string; readonly art: Objektart; readonly oberId: string | null; readonly kennung: string | null
  /** What people call it ('1A'); unique only together with `bausteinart`. */
  readonly nummer: string | null
  readonly bausteinart: Bausteinart | null
  readonly name: string; readonly texte: Readonly<Record<string, string>>; readonly status: Status | null; readonly prioritaet: Prioritaet | null
  readonly dauerMonate: number | null; readonly fortlaufend: boolean
  readonly beginn: Tag | null; readonly ende: Tag | null; readonly beginnOriginal: Tag | null; readonly endeOriginal: Tag | null; readonly beginnIst: Tag | null; readonly endeIst: Tag | null
  /** A date set from outside, for example by law; not the planned end. */
  readonly frist: Tag | null
  /** 0 no external costs, 1 and up the town's classes, null not said. */
  readonly kostenklasse: number | null
  readonly einheitId: string | null; readonly verantwortlichKontoId: string | null; readonly verantwortlich: string | null; readonly beteiligte: readonly string[]
  readonly oeffentlich: boolean; readonly oeffentlicheFelder: readonly string[]; readonly rang: number; readonly version: number; readonly geaendertAm: Temporal.Instant
}

export interface Verknuepfung { readonly id: string; readonly art: Verknuepfungsart; readonly vonId: string; readonly nachId: string | null; readonly nachText: string | null }
export interface Erfolgskriterium { readonly id: string; readonly zielId: string; readonly kennzahl: string; readonly zielwert: string | null; readonly einheit: string | null; readonly bisJahr: number | null }
export interface Gremium { readonly id: string; readonly name: string; readonly rolle: string | null; readonly bericht: string | null }

export const alsObjekt = (row: Selectable<ProgrammTables['programm.objekt']>): Objekt => ({
  id: row.id, strategieId: row.strategie_id, art: row.art, oberId: row.ober_id, kennung: row.kennung, nummer: row.nummer, bausteinart: row.bausteinart, name: row.name,
  texte: row.texte, status: row.status, prioritaet: row.prioritaet, dauerMonate: row.dauer_monate, fortlaufend: row.fortlaufend,
  beginn: row.beginn, ende: row.ende, beginnOriginal: row.beginn_original, endeOriginal: row.ende_original, beginnIst: row.beginn_ist, endeIst: row.ende_ist, frist: row.frist,
  kostenklasse: row.kostenklasse, einheitId: row.einheit_id, verantwortlichKontoId: row.verantwortlich_konto_id, verantwortlich: row.verantwortlich, beteiligte: row.beteiligte,
  oeffentlich: row.oeffentlich, oeffentlicheFelder: row.oeffentliche_felder, rang: row.rang, version: row.version, geaendertAm: row.updated_at,
})

/** All strategies of the town, the newest first. */
export async function strategien(tx: Tx): Promise<Strategie[]> {
  const rows = await programm(tx).selectFrom('programm.strategie').selectAll().orderBy('jahr_von', (order) => order.desc().nullsLast()).orderBy('name').execute()
  return rows.map((row) => ({ id: row.id, kennung: row.kennung, name: row.name, jahrVon: row.jahr_von, jahrBis: row.jahr_bis, quelle: row.quelle, angaben: row.angaben }))
}

export interface Objektfilter {
  readonly strategieId?: string
  readonly arten?: readonly Objektart[]
  /** From `unitsWith(actor, 'programm.lesen')`: objects of these units and those of no unit. */
  readonly einheiten?: 'alle' | readonly string[]
  readonly ids?: readonly string[]
}

/** Objects without the removed ones, level by level in the order of the paper. */
export async function objekteVon(tx: Tx, { strategieId, arten, einheiten = 'alle', ids }: Objektfilter = {}): Promise<Objekt[]> {
  if (ids?.length === 0) return []
  let select = programm(tx).selectFrom('programm.objekt').selectAll().where('geloescht_am', 'is', null)
  if (strategieId) select = select.where('strategie_id', '=', strategieId)
  if (arten) select = select.where('art', 'in', [...arten])
  if (ids) select = select.where('id', 'in', [...new Set(ids)])
  if (einheiten !== 'alle') select = select.where((where) => where.or([where('einheit_id', 'is', null), ...(einheiten.length > 0 ? [where('einheit_id', 'in', [...einheiten])] : [])]))
  return (await select.orderBy('rang').orderBy('id').execute()).map(alsObjekt)
}

/** As much of an object as overviews of a whole strategy need: without its texts. */
export type Kurzobjekt = Pick<Objekt,
  'id' | 'art' | 'oberId' | 'nummer' | 'bausteinart' | 'name' | 'status' | 'prioritaet' | 'fortlaufend' | 'beginn' | 'ende' | 'endeIst'
  | 'einheitId' | 'verantwortlich' | 'rang'>

/** All objects of a strategy for an overview that counts them, in the order of the paper; the Ziele are not among them. */
export async function kurzobjekteVon(tx: Tx, strategieId: string): Promise<Kurzobjekt[]> {
  const rows = await programm(tx).selectFrom('programm.objekt').select([
    'id', 'art', 'ober_id', 'nummer', 'bausteinart', 'name', 'status', 'prioritaet', 'fortlaufend', 'beginn', 'ende', 'ende_ist', 'einheit_id',
    'verantwortlich', 'rang',
  ]).where('strategie_id', '=', strategieId).where('geloescht_am', 'is', null).where('art', '<>', 'ziel').orderBy('rang').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, art: row.art, oberId: row.ober_id, nummer: row.nummer, bausteinart: row.bausteinart, name: row.name, status: row.status,
    prioritaet: row.prioritaet, fortlaufend: row.fortlaufend, beginn: row.beginn, ende: row.ende, endeIst: row.ende_ist,
    einheitId: row.einheit_id, verantwortlich: row.verantwortlich, rang: row.rang,
  }))
}

/** By id, for rooms that hold only ids; what was removed is not in it. */
export const objekteById = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Objekt>> =>
  new Map((await objekteVon(tx, { ids })).map((objekt) => [objekt.id, objekt]))

export const findObjekt = async (tx: Tx, id: string): Promise<Objekt | undefined> => (await objekteVon(tx, { ids: [id] }))[0]

/** Locks the object for a change in this transaction. @throws NotFound */
export async function sperreObjekt(tx: Tx, id: string): Promise<Objekt> {
  const row = await programm(tx).selectFrom('programm.objekt').selectAll().where('id', '=', id).where('geloescht_am', 'is', null).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return alsObjekt(row)
}

/** Where an object belongs, for `can('…').on(…)` of this and other rooms. */
export async function zugriffAufObjekt(tx: Tx, id: string): Promise<Zugriffsobjekt | undefined> {
  const row = await programm(tx).selectFrom('programm.objekt').select('einheit_id').where('id', '=', id).where('geloescht_am', 'is', null).executeTakeFirst()
  return row && { einheitId: row.einheit_id }
}

/** References from these objects and to them; `nachText` is one that leads nowhere yet. */
export async function verknuepfungenVon(tx: Tx, auswahl: { readonly strategieId: string } | { readonly objektIds: readonly string[] }): Promise<Verknuepfung[]> {
  let select = programm(tx).selectFrom('programm.verknuepfung as v').innerJoin('programm.objekt as von', 'von.id', 'v.von_id').where('von.geloescht_am', 'is', null)
    .select(['v.id', 'v.art', 'v.von_id', 'v.nach_id', 'v.nach_text'])
  if ('strategieId' in auswahl) select = select.where('von.strategie_id', '=', auswahl.strategieId)
  else {
    if (auswahl.objektIds.length === 0) return []
    select = select.where((where) => where.or([where('v.von_id', 'in', [...auswahl.objektIds]), where('v.nach_id', 'in', [...auswahl.objektIds])]))
  }
  return (await select.orderBy('v.id').execute()).map((row) => ({ id: row.id, art: row.art, vonId: row.von_id, nachId: row.nach_id, nachText: row.nach_text }))
}

export async function erfolgskriterienVon(tx: Tx, strategieId: string): Promise<Erfolgskriterium[]> {
  const rows = await programm(tx).selectFrom('programm.erfolgskriterium as k').innerJoin('programm.objekt as z', 'z.id', 'k.ziel_id')
    .where('z.strategie_id', '=', strategieId).where('z.geloescht_am', 'is', null).selectAll('k').orderBy('k.kennzahl').execute()
  return rows.map((row) => ({ id: row.id, zielId: row.ziel_id, kennzahl: row.kennzahl, zielwert: row.zielwert, einheit: row.einheit, bisJahr: row.bis_jahr }))
}

/** What the town calls each level. */
export async function ebenennamen(tx: Tx): Promise<Readonly<Record<Objektart, Ebenenname>>> {
  const rows = await programm(tx).selectFrom('programm.ebenenname').select(['art', 'einzahl', 'mehrzahl']).execute()
  return { ...EBENENNAMEN, ...Object.fromEntries(rows.map(({ art, ...name }) => [art, name])) }
}

/** The town's classes of external costs, smallest first; none where it has none. */
export async function kostenklassen(tx: Tx): Promise<Kostenklasse[]> {
  const rows = await programm(tx).selectFrom('programm.kostenklasse').select(['nummer', 'ueber_cent', 'bis_cent']).orderBy('ueber_cent').execute()
  return rows.map((row) => ({ nummer: row.nummer, ueberCent: row.ueber_cent, bisCent: row.bis_cent }))
}

export async function gremienVon(tx: Tx, strategieId: string): Promise<Gremium[]> {
  return programm(tx).selectFrom('programm.gremium').select(['id', 'name', 'rolle', 'bericht']).where('strategie_id', '=', strategieId).orderBy('rang').orderBy('id').execute()
}

/** The lines of the Rahmenfinanzplan as papers gave them. */
export async function finanzplanzeilenVon(tx: Tx, strategieId: string): Promise<Finanzplanzeile[]> {
  const rows = await programm(tx).selectFrom('programm.finanzplanzeile').selectAll().where('strategie_id', '=', strategieId).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, strategieId: row.strategie_id, kennung: row.kennung, objektId: row.objekt_id, bezeichnung: row.bezeichnung, spalte: row.spalte, stand: row.stand,
    jahrVon: row.jahr_von, jahrBis: row.jahr_bis, bezug: row.bezug, betragCent: row.betrag_cent, vzaeHundertstel: row.vzae === null ? null : Number(row.vzae.replace('.', '')), produkt: row.produkt, quelle: row.quelle,
  }))
}
