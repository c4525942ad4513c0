import { sql, type RawBuilder } from 'kysely'
import { Type } from 'typebox'
import { can, einer } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { unitsWith } from '../../../../platform/usecases/actor.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { zeichenSuchschluessel } from '../../aktenplan/index.js'
import type { AkteStatus } from '../domain/zustaende.js'

export interface Aktenzeile {
  readonly id: string; readonly aktenzeichen: string; readonly betreff: string; readonly einheit: string; readonly status: AkteStatus; readonly stufe: number
  readonly begonnenAm: Temporal.PlainDate; readonly offen: number; readonly vorgaenge: number
}

export interface Aktenseite { readonly zeilen: readonly Aktenzeile[]; readonly weiter?: string }

const SEITE = 50

/**
 * The Akten that a person may see, newest first: those of the own units, and those of others in which an own unit works on a
 * Vorgang. Counts tell of no Vorgang that she may not see (C2-09). Two branches, each with its index and limit; for people who may see all, one without the clause.
 */
export const aktenListe = query({
  name: 'akten.aktenListe',
  input: Type.Object({
    plan: Type.Optional(Type.String({ maxLength: 40 })), text: Type.Optional(Type.String({ maxLength: 200 })),
    status: Type.Optional(Type.Union([Type.Literal('offen'), Type.Literal('zda')])), vor: Type.Optional(Id),
  }, { additionalProperties: false }),
  allow: einer(can('akte.lesen')(), can('vorgang.lesen')()),
  async run({ tx, actor }, filter): Promise<Aktenseite> {
    const [eigene, beteiligte] = [unitsWith(actor, 'akte.lesen'), unitsWith(actor, 'vorgang.lesen')]
    const wo = bedingungen(filter, actor.stufe)
    const zweige = [zweig(sql`akten.akte a`, sql`a.einheit_id`, eigene, wo), ...(eigene === 'alle' ? [] : [zweig(
      sql`akten.beteiligte_einheit b join akten.akte a on a.mandant_id = b.mandant_id and a.id = b.akte_id`, sql`b.einheit_id`, beteiligte, wo)])]
    const { rows } = await sql<Zeile>`
      with gefunden as (select id from (${sql.join(zweige, sql` union `)}) z order by id desc limit ${SEITE + 1})
      select a.id, a.kennzeichen, a.betreff, a.einheit_id, a.status, a.stufe, a.begonnen_am, n.offen, n.alle
      from gefunden g join akten.akte a on a.id = g.id
      cross join lateral (select count(*)::int as alle, count(*) filter (where v.zda_am is null)::int as offen from akten.vorgang v
        where v.mandant_id = a.mandant_id and v.akte_id = a.id and v.stufe <= ${actor.stufe} ${beteiligte === 'alle' ? sql`` : sql`and v.einheit_id = any (${[...beteiligte]}::uuid[])`}) n
      order by a.id desc`.execute(tx)
    const namen = await einheitenById(tx, rows.map((row) => row.einheit_id))
    const zeilen = rows.slice(0, SEITE).map((row): Aktenzeile => ({
      id: row.id, aktenzeichen: row.kennzeichen, betreff: row.betreff, einheit: namen.get(row.einheit_id)?.name ?? '', status: row.status, stufe: row.stufe,
      begonnenAm: row.begonnen_am, offen: row.offen, vorgaenge: row.alle,
    }))
    const letzte = zeilen.at(-1)
    return { zeilen, ...(rows.length > SEITE && letzte ? { weiter: letzte.id } : {}) }
  },
})

interface Zeile { id: string; kennzeichen: string; betreff: string; einheit_id: string; status: AkteStatus; stufe: number; begonnen_am: Temporal.PlainDate; offen: number; alle: number }

const zweig = (quelle: RawBuilder<unknown>, spalte: RawBuilder<unknown>, einheiten: 'alle' | readonly string[], wo: RawBuilder<unknown>) =>
  sql`(select a.id from ${quelle} where ${wo} ${einheiten === 'alle' ? sql`` : sql`and ${spalte} = any (${[...einheiten]}::uuid[])`} order by a.id desc limit ${SEITE + 1})`

function bedingungen(filter: { plan?: string; text?: string; status?: 'offen' | 'zda'; vor?: string }, stufe: number): RawBuilder<unknown> {
  const text = filter.text?.trim()
  const teile = [sql`a.stufe <= ${stufe}`]
  if (filter.vor) teile.push(sql`a.id < ${filter.vor}::uuid`)
  // A unit stands for everything below it.
  if (filter.plan) teile.push(sql`(a.aktenplan_kennzeichen = ${filter.plan} or starts_with(a.aktenplan_kennzeichen, ${`${filter.plan}.`}))`)
  if (filter.status === 'offen') teile.push(sql`a.zda_am is null`)
  if (filter.status === 'zda') teile.push(sql`a.zda_am is not null`)
  if (text) {
    const schluessel = zeichenSuchschluessel(text)
    const zeichen = /\d/.test(text) && schluessel ? sql`starts_with(a.schluessel, ${schluessel})` : sql`false`
    teile.push(sql`(${zeichen} or a.betreff ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`})`)
  }
  return sql.join(teile, sql` and `)
}
