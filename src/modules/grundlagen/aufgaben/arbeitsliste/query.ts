import { sql, type RawBuilder } from 'kysely'
import { Type } from 'typebox'
import { isUuid } from '../../../../platform/database/database.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { personal } from '../../../../platform/usecases/allow.js'
import { query, type QueryContext } from '../../../../platform/usecases/usecase.js'
import { ausZeile, type Aufgabe } from '../aufgabe.js'
import { aufgaben } from '../db/tables.js'
import type { Listenfilter } from './filter.js'

export const SEITE = 50
/** The most that is printed at once. */
const DRUCK = 500
const ZAEHLBAR = 1000
/** A word that more open tasks of the town contain is common: walking the list finds enough of them sooner than an index. */
const HAEUFIG = 5_000

export interface Listenzeile extends Aufgabe {
  /** Seen only while standing in for this account. */
  readonly vertretungFuer: string | undefined
}

export interface Arbeitsliste {
  readonly zeilen: readonly Listenzeile[]
  /** Cursor of the next page. */
  readonly weiter: string | undefined
  /** Per view and due date, at most {@link ZAEHLBAR}; of what the filters leave over, except those two. */
  readonly anzahl: { readonly 'fuer-mich': number; readonly meine: number; readonly frei: number; readonly alle: number; readonly ueberfaellig: number; readonly heute: number; readonly woche: number }
  /** Titles and units that occur, for the filters. */
  readonly arten: readonly string[]
  readonly einheiten: readonly string[]
}

/** A way to see tasks: of this group (undefined: all) at these units (undefined: the whole town). */
interface Sicht { readonly gruppe: string | undefined; readonly einheiten: readonly string[] | undefined }

/** One way per role that may work on tasks, one per role that may hand them out. */
function sichten(actor: Actor): Sicht[] {
  const sicht = (gruppe: string | undefined, einheiten: ReadonlySet<string> | undefined): Sicht => ({ gruppe, einheiten: einheiten && [...einheiten] })
  return actor.zuweisungen.flatMap((zuweisung) => [
    ...(zuweisung.rechte.has('aufgabe.bearbeiten') ? [sicht(zuweisung.rolle, zuweisung.einheiten)] : []),
    ...(zuweisung.rechte.has('aufgabe.zuweisen') ? [sicht(undefined, zuweisung.einheiten)] : []),
  ])
}

/** The accounts whose own tasks one works on: oneself and, openly standing in, one other. */
const ich = (actor: Actor): string[] => [actor.id, ...(actor.fuer ? [actor.fuer] : [])]

const and = (conditions: readonly RawBuilder<unknown>[]) => (conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`)
const list = (values: readonly string[], type: 'uuid' | 'text') => sql`${values}::${sql.raw(type)}[]`

/** Where open tasks are looked for: in the table, or among those that contain a rare word. */
interface Quelle { readonly von: RawBuilder<unknown>; readonly conditions: readonly RawBuilder<unknown>[]; readonly mit: RawBuilder<unknown> }

const tabelle = (q: string | undefined): Quelle =>
  ({ mit: sql``, von: sql`aufgaben.aufgabe a`, conditions: [sql`a.status = 'offen'`, ...(q ? [sql`strpos(a.suchtext, lower(${q})) > 0`] : [])] })

/** Its rows are all that contain the word, unless there are more than {@link HAEUFIG}. */
const perWort = (q: string): Quelle =>
  ({ mit: sql`with wort as materialized (select * from aufgaben.mit_wort(${q}, ${HAEUFIG + 1})) `, von: sql`wort a`, conditions: [] })

/** Three letters or digits in a row are what the index of words knows. */
const imIndex = (q: string | undefined): q is string => q !== undefined && /[\p{L}\p{N}]{3}/u.test(q)

/** Conditions that the filters other than word, view and due date make. */
function gemeinsam(actor: Actor, { art, einheit }: Listenfilter): RawBuilder<unknown>[] {
  return [sql`a.stufe <= ${actor.stufe}`, ...(art ? [sql`a.titel = ${art}`] : []), ...(einheit && isUuid(einheit) ? [sql`a.einheit_id = ${einheit}`] : [])]
}

/** Whether somebody may do it, as SQL: unassigned, of a group that one has at that unit. */
function meineGruppen(actor: Actor): RawBuilder<unknown> {
  const rollen = actor.zuweisungen.filter((zuweisung) => zuweisung.rechte.has('aufgabe.bearbeiten'))
    .map(({ rolle, einheiten }) => (einheiten ? sql`(a.gruppe = ${rolle} and a.einheit_id = any(${list([...einheiten], 'uuid')}))` : sql`a.gruppe = ${rolle}`))
  return rollen.length > 0 ? sql`(a.zugewiesen_an is null and not (${actor.id}::uuid = any (a.ausgeschlossen)) and (${sql.join(rollen, sql` or `)}))` : sql`false`
}

const ansichten = (actor: Actor): Record<Listenfilter['ansicht'], RawBuilder<unknown>> => {
  const meine = sql`a.zugewiesen_an = any(${list(ich(actor), 'uuid')})`
  const frei = meineGruppen(actor)
  return { meine, frei, 'fuer-mich': sql`coalesce(${meine} or ${frei}, false)`, alle: sql`true` }
}

const faelligkeit = (today: Temporal.PlainDate): Record<NonNullable<Listenfilter['faellig']>, RawBuilder<unknown>> => {
  const sonntag = today.add({ days: 7 - today.dayOfWeek })
  return { ueberfaellig: sql`a.rang < ${today}::date`, heute: sql`a.rang = ${today}::date`, woche: sql`a.rang between ${today}::date and ${sonntag}::date` }
}

/** Cursor conditions and order: by deadline, or by age (ids are made in the order of time). */
function reihenfolge({ sortierung, nach }: Listenfilter): { order: RawBuilder<unknown>; cursor: RawBuilder<unknown>[] } {
  if (sortierung === 'alter') return { order: sql`id`, cursor: isUuid(nach) ? [sql`a.id > ${nach}`] : [] }
  const [rang = '', id] = nach?.split('~') ?? []
  return { order: sql`rang, id`, cursor: isUuid(id) && /^\d{4}-\d{2}-\d{2}$/.test(rang) ? [sql`(a.rang, a.id) > (${rang}::date, ${id}::uuid)`] : [] }
}

/** The ways that show something the others do not. Only where nothing else is asked of a task: the narrower way is the faster one to few. */
const ohneEnthaltene = (alle: readonly Sicht[]): Sicht[] =>
  alle.filter((sicht, index) => !alle.some((andere, nr) => nr !== index && umfasst(andere, sicht) && (nr < index || !umfasst(sicht, andere))))

const umfasst = (weit: Sicht, eng: Sicht): boolean =>
  (weit.gruppe === undefined || weit.gruppe === eng.gruppe) && (!weit.einheiten || (eng.einheiten?.every((id) => weit.einheiten?.includes(id)) ?? false))

interface Umfang { readonly sichten: readonly Sicht[]; readonly bedingungen: readonly RawBuilder<unknown>[]; readonly order: RawBuilder<unknown>; readonly limit: number }

/**
 * Everything one may see, as one query: a branch for what is assigned to oneself and one per role, each walking an index in the
 * order of the list and stopping early. (`or exists` over all at once reads the whole table.) A task may come more than once.
 */
function zweige(actor: Actor, quelle: Quelle, spalten: RawBuilder<unknown>, { sichten: wege, bedingungen, order, limit }: Umfang): RawBuilder<unknown> {
  const conditions = [...quelle.conditions, ...bedingungen]
  const zweig = (weitere: readonly RawBuilder<unknown>[]) => sql`select ${spalten} from ${quelle.von} where ${and([...weitere, ...conditions])} order by ${order} limit ${limit}`
  // One walk for each account or unit: of several at once an index does not know the order.
  const je = (ids: readonly string[], spalte: RawBuilder<unknown>, weitere: readonly RawBuilder<unknown>[] = []) =>
    sql`select k.* from unnest(${list(ids, 'uuid')}) as e(id) cross join lateral (${zweig([sql`${spalte} = e.id`, ...weitere])}) k`
  const proRolle = wege.map(({ gruppe, einheiten }) => {
    const weitere = gruppe ? [sql`a.gruppe = ${gruppe}`] : []
    return einheiten ? je(einheiten, sql`a.einheit_id`, weitere) : zweig(weitere)
  })
  return sql.join([je(ich(actor), sql`a.zugewiesen_an`), ...proRolle].map((einer) => sql`(${einer})`), sql` union all `)
}

interface Gefunden { readonly quelle: Quelle; readonly rows: readonly { readonly id: string; readonly rang: Temporal.PlainDate }[] }

async function ids({ tx, actor, today }: QueryContext, filter: Listenfilter, zeilen: number): Promise<Gefunden> {
  const { order, cursor } = reihenfolge(filter)
  const wege = sichten(actor)
  const umfang: Umfang = {
    sichten: filter.ansicht === 'alle' ? ohneEnthaltene(wege) : wege, order, limit: zeilen + 1,
    bedingungen: [...gemeinsam(actor, filter), ansichten(actor)[filter.ansicht], ...(filter.faellig ? [faelligkeit(today)[filter.faellig]] : []), ...cursor],
  }
  const frage = (quelle: Quelle) => sql`select distinct id, rang from (${zweige(actor, quelle, sql`a.id, a.rang`, umfang)}) a order by ${order} limit ${zeilen + 1}`
  if (imIndex(filter.q)) {
    const quelle = perWort(filter.q)
    // One row at least, so that the number is known where nothing may be seen.
    const { rows } = await sql<{ id: string | null; rang: Temporal.PlainDate; alle: number }>`${quelle.mit}select w.alle, a.id, a.rang
      from (select count(*)::int as alle from wort) w left join (${frage(quelle)}) a on true order by ${order}`.execute(tx)
    if ((rows[0]?.alle ?? 0) <= HAEUFIG) return { quelle, rows: rows.flatMap(({ id, rang }) => (id === null ? [] : [{ id, rang }])) }
  }
  const quelle = tabelle(filter.q)
  return { quelle, rows: (await sql<{ id: string; rang: Temporal.PlainDate }>`${frage(quelle)}`.execute(tx)).rows }
}

async function zaehle({ tx, actor, today }: QueryContext, filter: Listenfilter, quelle: Quelle): Promise<Pick<Arbeitsliste, 'anzahl' | 'arten' | 'einheiten'>> {
  const { art: _art, einheit: _einheit, ...weit } = filter
  const ansicht = ansichten(actor)
  const faellig = faelligkeit(today)
  const passt = and([...(filter.art ? [sql`a.titel = ${filter.art}`] : []), ...(isUuid(filter.einheit) ? [sql`a.einheit_id = ${filter.einheit}`] : [])])
  const zahl = (name: string, condition: RawBuilder<unknown>) => sql`count(*) filter (where ${passt} and ${condition})::int as ${sql.ref(name)}`
  const spalten = [
    ...Object.entries(ansicht).map(([name, condition]) => zahl(name, condition)),
    ...Object.entries(faellig).map(([name, condition]) => zahl(name, sql`${ansicht[filter.ansicht]} and ${condition}`)),
  ]
  const [id, ...andere] = ['id', 'rang', 'titel', 'einheit_id', 'gruppe', 'zugewiesen_an', 'ausgeschlossen'].map((name) => sql.ref(name))
  const umfang = { sichten: sichten(actor), bedingungen: gemeinsam(actor, weit), order: sql`rang, id`, limit: ZAEHLBAR }
  const { rows: [row] } = await sql<Arbeitsliste['anzahl'] & { arten: string[] | null; einheiten: string[] | null }>`
    ${quelle.mit}select ${sql.join(spalten)}, array_agg(distinct a.titel collate "C") as arten, array_agg(distinct a.einheit_id) as einheiten
    from (select ${id}, ${sql.join(andere.map((name) => sql`any_value(${name}) as ${name}`))}
      from (${zweige(actor, quelle, sql.join([id, ...andere]), umfang)}) jede group by ${id}) a`.execute(tx)
  if (!row) throw new Error('A count without a row')
  const { arten, einheiten, ...anzahl } = row
  return { anzahl, arten: (arten ?? []).toSorted((a, b) => a.localeCompare(b, 'de')), einheiten: einheiten ?? [] }
}

/** The role through which a row is seen; undefined when the person has it in the own name. */
function vertretung(actor: Actor, aufgabe: Aufgabe): string | undefined {
  if (aufgabe.zugewiesenAn === actor.id) return undefined
  const passend = actor.zuweisungen.filter((zuweisung) => (zuweisung.rolle === aufgabe.gruppe || zuweisung.rechte.has('aufgabe.zuweisen')) && (!zuweisung.einheiten || zuweisung.einheiten.has(aufgabe.einheitId)))
  if (passend.some((zuweisung) => !zuweisung.vertretungFuer)) return undefined
  return passend[0]?.vertretungFuer ?? (aufgabe.zugewiesenAn === actor.fuer ? actor.fuer : undefined)
}

/** The work list of a person: own, free and colleagues' tasks, as far as the roles reach. */
export const arbeitsliste = query({
  name: 'aufgaben.arbeitsliste',
  input: Type.Unsafe<Listenfilter & { readonly druck?: boolean }>(Type.Object({}, { additionalProperties: true })),
  allow: personal(),
  async run(ctx, filter): Promise<Arbeitsliste> {
    const zeilenzahl = filter.druck ? DRUCK : Number(filter.zeilen ?? SEITE)
    const { quelle, rows: gefunden } = await ids(ctx, filter, zeilenzahl)
    const seite = gefunden.slice(0, zeilenzahl)
    const rows = seite.length === 0 ? [] : await aufgaben(ctx.tx).selectFrom('aufgaben.aufgabe').selectAll().where('id', 'in', seite.map(({ id }) => id)).execute()
    const nachId = new Map(rows.map((row) => [row.id, ausZeile(row)]))
    const letzte = seite.at(-1)
    return {
      ...await zaehle(ctx, filter, quelle),
      zeilen: seite.flatMap(({ id }) => { const aufgabe = nachId.get(id); return aufgabe ? [{ ...aufgabe, vertretungFuer: vertretung(ctx.actor, aufgabe) }] : [] }),
      weiter: gefunden.length > zeilenzahl && letzte ? (filter.sortierung === 'alter' ? letzte.id : `${letzte.rang.toString()}~${letzte.id}`) : undefined,
    }
  },
})
