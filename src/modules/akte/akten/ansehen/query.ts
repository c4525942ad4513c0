import { sql } from 'kysely'
import { Type } from 'typebox'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { historyOf, kontenIn, satzVon } from '../../../../platform/events/index.js'
import { holds, unitsWith } from '../../../../platform/usecases/actor.js'
import { can, einer } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { akten } from '../db/tables.js'
import type { VorgangStatus } from '../domain/zustaende.js'
import { akteById, anAkte, anBeteiligterAkte, type Akte } from '../lesen.js'

export interface Vorgangszeile {
  readonly id: string; readonly vorgangsnummer: string; readonly kennzeichen: string; readonly betreff: string; readonly typ: string; readonly status: VorgangStatus
  readonly begonnenAm: Temporal.PlainDate; readonly zdaAm: Temporal.PlainDate | null; readonly aufbewahrungBis: Temporal.PlainDate | null
}

/** One line of the history of an Akte, in German. */
export interface Aktenereignis { readonly id: string; readonly zeitpunkt: Temporal.Instant; readonly wer: string; readonly satz: string; readonly grund: string | undefined }

export interface Akteansicht {
  readonly akte: Akte; readonly einheit: string; readonly fruehere: readonly string[]; readonly verlauf: readonly Aktenereignis[]; readonly vorgaenge: readonly Vorgangszeile[]; readonly weiter?: string
  readonly darf: { readonly anlegen: boolean; readonly schliessen: boolean }
}

const SEITE = 50

/** An Akte with those of its Vorgänge that the person may see; nothing tells of the others (C6-06). */
export const akteAnsehen = query({
  name: 'akten.akteAnsehen',
  input: Type.Object({ akteId: Id, vor: Type.Optional(Id) }, { additionalProperties: false }),
  allow: einer(can('akte.lesen').on(anAkte), can('vorgang.lesen').on(anBeteiligterAkte)),
  async run({ tx, actor }, { akteId, vor }): Promise<Akteansicht> {
    const akte = await akteById(tx, akteId)
    if (!akte) throw new NotFound()
    const einheiten = unitsWith(actor, 'vorgang.lesen')
    let rows = akten(tx).selectFrom('akten.vorgang as v').selectAll('v').where('v.akte_id', '=', akteId).where('v.stufe', '<=', actor.stufe).orderBy('v.id', 'desc').limit(SEITE + 1)
    if (einheiten !== 'alle') rows = rows.where('v.einheit_id', '=', sql<string>`any (${[...einheiten]}::uuid[])`)
    if (vor) rows = rows.where('v.id', '<', vor)
    if (isUuid(actor.id)) {
      rows = rows.where(({ not, exists, selectFrom }) => not(exists(selectFrom('akten.befangenheit as b').select('b.konto_id')
        .whereRef('b.mandant_id', '=', 'v.mandant_id').whereRef('b.vorgang_id', '=', 'v.id').where('b.konto_id', '=', actor.id))))
    }
    const found = await rows.execute()
    const fruehere = await akten(tx).selectFrom('akten.frueheres_kennzeichen').select('kennzeichen').where('akte_id', '=', akteId).orderBy('bis').execute()
    const namen = await einheitenById(tx, [akte.einheitId])
    const vorgaenge = found.slice(0, SEITE).map((row): Vorgangszeile => ({
      id: row.id, vorgangsnummer: row.vorgangsnummer, kennzeichen: row.kennzeichen, betreff: row.betreff, typ: row.typ, status: row.status, begonnenAm: row.begonnen_am,
      zdaAm: row.zda_am, aufbewahrungBis: row.aufbewahrung_bis,
    }))
    const ereignisse = (await historyOf(tx, { art: 'akte', id: akteId }, 100)).toReversed()
    const konten = await kontenById(tx, kontenIn(ereignisse))
    const name = (id: string) => konten.get(id)?.name ?? 'Unbekannte Person'
    const letzter = vorgaenge.at(-1)
    const objekt = { einheitId: akte.einheitId, stufe: akte.stufe }
    return {
      akte, einheit: namen.get(akte.einheitId)?.name ?? '', fruehere: fruehere.map((row) => row.kennzeichen), vorgaenge,
      verlauf: ereignisse.map((event) => ({ id: event.id, zeitpunkt: event.zeitpunkt, wer: event.akteur.id && konten.has(event.akteur.id) ? name(event.akteur.id) : 'Das System', satz: satzVon(event, name), grund: event.grund })),
      ...(found.length > SEITE && letzter ? { weiter: letzter.id } : {}),
      darf: { anlegen: holds(actor, 'vorgang.bearbeiten', objekt), schliessen: holds(actor, 'akte.anlegen', objekt) },
    }
  },
})
