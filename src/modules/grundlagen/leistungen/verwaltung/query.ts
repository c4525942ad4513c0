import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { leistungen } from '../db/tables.js'
import { luecken, type Luecke } from '../domain/stammdaten.js'
import { antragslage, antragszeiten, schliessungAusLage } from '../domain/antragszeit.js'
import { schliessungAm } from '../domain/schliessung.js'
import { reifegradeVon } from '../reifegrad/reifegrad.js'
import { antragszeitenVon, schliessungenVon } from '../versionen.js'

export interface Listenzeile {
  readonly leistungId: string; readonly schluessel: string; readonly bezeichnung: string; readonly einheit: string | undefined
  readonly oeffentlich: number | null; readonly neueste: number; readonly luecken: number; readonly online: boolean; readonly geschlossen: boolean
}

/** Every service of the town with its newest version; a town has a few hundred. */
export const leistungenVerwalten = query({
  name: 'leistungen.leistungenVerwalten',
  input: Type.Object({}, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run({ tx, today, now }): Promise<Listenzeile[]> {
    const rows = await leistungen(tx).selectFrom('leistungen.leistung as l').innerJoin('leistungen.version as v', 'v.leistung_id', 'l.id')
      .leftJoin('leistungen.version as p', 'p.id', 'l.version_id').distinctOn('l.schluessel')
      .select(['l.id', 'l.schluessel', 'v.version', 'v.stammdaten', 'p.version as oeffentlich'])
      .select((select) => [select('v.formular', 'is not', null).as('online'), select('v.gebuehr', 'is not', null).as('gebuehr')])
      .orderBy('l.schluessel').orderBy('v.version', 'desc').execute()
    const ids = rows.map(({ id }) => id)
    const [schliessungen, zeiten] = [await schliessungenVon(tx, ids), await antragszeitenVon(tx, ids)]
    return rows.map((row) => ({
      leistungId: row.id, schluessel: row.schluessel, bezeichnung: row.stammdaten.bezeichnung, einheit: row.stammdaten.einheit,
      oeffentlich: row.oeffentlich, neueste: row.version, luecken: luecken(row.stammdaten, { gebuehr: Boolean(row.gebuehr), online: Boolean(row.online) }).length, online: Boolean(row.online),
      geschlossen: schliessungAm(row.stammdaten, schliessungen.get(row.id) ?? [], today) !== undefined || antragslage(antragszeiten(row.stammdaten, zeiten.get(row.id) ?? []), now)?.offen === false,
    })).sort((a, b) => a.bezeichnung.localeCompare(b.bezeichnung, 'de'))
  },
})

export interface Versionszeile {
  readonly id: string; readonly version: number; readonly am: Temporal.Instant; readonly oeffentlich: boolean; readonly online: boolean
  readonly luecken: readonly Luecke[]; readonly zeitraeume: readonly { readonly von: Temporal.Instant; readonly bis: Temporal.Instant | null; readonly grund: string | null }[]
}

/** One service with all its versions, when they were public, and its closures. */
export const leistungVerwalten = query({
  name: 'leistungen.leistungVerwalten',
  input: Type.Object({ schluessel: Type.String({ maxLength: 80 }) }, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run({ tx, today, now }, { schluessel }) {
    const leistung = await leistungen(tx).selectFrom('leistungen.leistung').select(['id', 'schluessel', 'version_id']).where('schluessel', '=', schluessel).executeTakeFirst()
    if (!leistung) throw new NotFound()
    const versionen = await leistungen(tx).selectFrom('leistungen.version').select(['id', 'version', 'stammdaten', 'created_at'])
      .select((select) => [select('formular', 'is not', null).as('online'), select('gebuehr', 'is not', null).as('gebuehr')])
      .where('leistung_id', '=', leistung.id).orderBy('version', 'desc').execute()
    const oeffentlich = await leistungen(tx).selectFrom('leistungen.veroeffentlichung').select(['version_id', 'von', 'bis', 'grund']).where('leistung_id', '=', leistung.id).orderBy('von', 'desc').execute()
    const schliessungen = (await schliessungenVon(tx, [leistung.id])).get(leistung.id) ?? []
    const neueste = versionen[0]
    const eigeneZeiten = (await antragszeitenVon(tx, [leistung.id])).get(leistung.id) ?? []
    const lage = neueste && antragslage(antragszeiten(neueste.stammdaten, eigeneZeiten), now)
    return {
      leistungId: leistung.id, schluessel: leistung.schluessel, bezeichnung: neueste?.stammdaten.bezeichnung ?? leistung.schluessel, oeffentlich: leistung.version_id !== null,
      reifegrade: await reifegradeVon(tx, leistung.id), schliessungen, heute: neueste && (schliessungAusLage(neueste.stammdaten, lage, now) ?? schliessungAm(neueste.stammdaten, schliessungen, today)),
      antragszeiten: eigeneZeiten, zeitenDesPakets: neueste ? antragszeiten(neueste.stammdaten, []) : [],
      versionen: versionen.map((row): Versionszeile => ({
        id: row.id, version: row.version, am: row.created_at, oeffentlich: row.id === leistung.version_id, online: Boolean(row.online),
        luecken: luecken(row.stammdaten, { gebuehr: Boolean(row.gebuehr), online: Boolean(row.online) }), zeitraeume: oeffentlich.filter(({ version_id: id }) => id === row.id),
      })),
    }
  },
})
