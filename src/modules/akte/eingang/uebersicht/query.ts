import { sql, type RawBuilder } from 'kysely'
import { Type, type Static } from 'typebox'
import { searchKey } from '../../../../platform/text/index.js'
import { unitsWith, type Actor } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { befangenUnter } from '../../akten/index.js'
import type { Tx } from '../../../../platform/database/database.js'
import type { Eingangsstatus, Kanal } from '../db/tables.js'
import { nummerOf } from '../lesen.js'

export interface Eingangszeile {
  readonly id: string; readonly nummer: string; readonly kanal: Kanal; readonly eingangAm: Temporal.Instant; readonly absender: string; readonly betreff: string
  readonly einheit: string | null; readonly status: Eingangsstatus; readonly vorgangId: string | null; readonly erledigtGrund: string | null
}

export interface Eingangsseite { readonly zeilen: readonly Eingangszeile[]; readonly weiter?: string }

const Filter = Type.Object({
  kanal: Type.Optional(Type.Union([Type.Literal('portal'), Type.Literal('api'), Type.Literal('post'), Type.Literal('email'), Type.Literal('schalter'), Type.Literal('telefon')])),
  status: Type.Optional(Type.Union([Type.Literal('neu'), Type.Literal('zugeordnet'), Type.Literal('erledigt')])),
  text: Type.Optional(Type.String({ maxLength: 200 })), einheitId: Type.Optional(Id), von: Type.Optional(Datum), bis: Type.Optional(Datum),
}, { additionalProperties: false })
export type Eingangsfilter = Static<typeof Filter>

const SEITE = 50
/** An export is one answer; more than this is asked for by month. */
const EXPORT = 10_000

/** The Posteingangsbuch of the person's units, newest first; the central desk's share only for the whole town. */
export const eingangsliste = query({
  name: 'eingang.eingangsliste',
  input: Type.Object({ filter: Filter, vor: Type.Optional(Id) }, { additionalProperties: false }),
  allow: can('eingang.lesen')(),
  async run({ tx, actor }, { filter, vor }): Promise<Eingangsseite> {
    const rows = await zeilen(tx, actor, filter, SEITE + 1, vor)
    const letzte = rows[SEITE - 1]
    return { zeilen: rows.slice(0, SEITE), ...(rows.length > SEITE && letzte ? { weiter: letzte.id } : {}) }
  },
})

/** The same for a spreadsheet. Names of senders leave the program here, so it is on record. */
export const eingangsexport = query({
  name: 'eingang.eingangsexport',
  input: Type.Object({ filter: Filter }, { additionalProperties: false }),
  allow: can('eingang.lesen')(),
  personenbezogen: ({ filter }) => `posteingangsbuch:${JSON.stringify({ ...filter, text: filter.text ? 'gesetzt' : undefined })}`,
  run: ({ tx, actor }, { filter }) => zeilen(tx, actor, filter, EXPORT),
})

interface Zeile {
  id: string; jahr: number; lfd: number; kanal: Kanal; eingang_am: Temporal.Instant; absender_name: string; betreff: string; einheit_id: string | null; status: Eingangsstatus
  vorgang_id: string | null; erledigt_grund: string | null
}

async function zeilen(tx: Tx, actor: Actor, filter: Eingangsfilter, limit: number, vor?: string): Promise<Eingangszeile[]> {
  const rows: Zeile[] = []
  for (let [ab, weiter] = [vor, true]; weiter;) {
    const { rows: gelesen } = await sql<Zeile>`select e.id, e.jahr, e.lfd, e.kanal, e.eingang_am, e.absender_name, e.betreff, e.einheit_id, e.status, e.vorgang_id, e.erledigt_grund
      from eingang.eingang e where ${bedingungen(actor, filter, ab)} order by e.id desc limit ${limit}`.execute(tx)
    rows.push(...await ohneBefangene(tx, actor, gelesen))
    ab = gelesen.at(-1)?.id
    weiter = gelesen.length === limit && rows.length < limit
  }
  const einheiten = await einheitenById(tx, rows.flatMap((row) => (row.einheit_id ? [row.einheit_id] : [])))
  return rows.slice(0, limit).map((row) => ({
    id: row.id, nummer: nummerOf(row.jahr, row.lfd), kanal: row.kanal, eingangAm: row.eingang_am, absender: row.absender_name, betreff: row.betreff,
    einheit: row.einheit_id ? einheiten.get(row.einheit_id)?.name ?? null : null, status: row.status, vorgangId: row.vorgang_id, erledigtGrund: row.erledigt_grund,
  }))
}

/** Who is partial in a Vorgang does not find what it came in with either (C6-08). */
async function ohneBefangene(tx: Tx, actor: Actor, rows: readonly Zeile[]): Promise<Zeile[]> {
  const befangen = await befangenUnter(tx, actor.id, rows.flatMap((row) => row.vorgang_id ?? []))
  return rows.filter((row) => row.vorgang_id === null || !befangen.has(row.vorgang_id))
}

function bedingungen(actor: Actor, filter: Eingangsfilter, vor: string | undefined): RawBuilder<unknown> {
  const einheiten = unitsWith(actor, 'eingang.lesen')
  const teile = [einheiten === 'alle' ? sql`true` : sql`e.einheit_id = any (${[...einheiten]}::uuid[])`]
  if (vor) teile.push(sql`e.id < ${vor}::uuid`)
  if (filter.kanal) teile.push(sql`e.kanal = ${filter.kanal}`)
  if (filter.status) teile.push(sql`e.status = ${filter.status}`)
  if (filter.einheitId) teile.push(sql`e.einheit_id = ${filter.einheitId}::uuid`)
  if (filter.von) teile.push(sql`e.eingang_tag >= ${filter.von}::date`)
  if (filter.bis) teile.push(sql`e.eingang_tag <= ${filter.bis}::date`)
  const nummer = /^(\d{4})-0*(\d{1,9})$/.exec(filter.text?.trim() ?? '')
  const schluessel = searchKey(filter.text ?? '')
  if (nummer) teile.push(sql`(e.jahr = ${Number(nummer[1])} and e.lfd = ${Number(nummer[2])})`)
  else if (schluessel) teile.push(sql`strpos(e.schluessel, ${schluessel}) > 0`)
  return sql.join(teile, sql` and `)
}
