import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { leistungen } from '../db/tables.js'
import type { OzgModell } from '../domain/reifegrad.js'
import { reifegradeVon, type Reifegrad } from './reifegrad.js'

export interface Bewertungsstand {
  readonly schluessel: string; readonly bezeichnung: string; readonly oeffentlich: boolean
  /** The newest judgement of each model; undefined: never judged. */
  readonly neueste: Readonly<Record<OzgModell, { readonly stufe: number; readonly bewertetAm: Temporal.PlainDate } | undefined>>
}

/** Every service of the town with where it stands in both models. */
export const reifegradeAnsehen = query({
  name: 'leistungen.reifegradeAnsehen', input: Type.Object({}, { additionalProperties: false }), allow: can('leistung.bewerten')(),
  async run({ tx }): Promise<Bewertungsstand[]> {
    const rows = await leistungen(tx).selectFrom('leistungen.leistung as l').innerJoin('leistungen.version as v', 'v.leistung_id', 'l.id')
      .distinctOn('l.id').select(['l.id', 'l.schluessel', 'l.version_id', 'v.stammdaten']).orderBy('l.id').orderBy('v.version', 'desc').execute()
    const grade = await leistungen(tx).selectFrom('leistungen.reifegrad').distinctOn(['leistung_id', 'modell'])
      .select(['leistung_id', 'modell', 'stufe', 'bewertet_am']).orderBy('leistung_id').orderBy('modell').orderBy('bewertet_am', 'desc')
      .orderBy('id', 'desc').execute()
    const neueste = new Map(grade.map((row) => [`${row.leistung_id} ${row.modell}`, { stufe: row.stufe, bewertetAm: row.bewertet_am }]))
    return rows.map((row) => ({
      schluessel: row.schluessel, bezeichnung: row.stammdaten.bezeichnung, oeffentlich: row.version_id !== null,
      neueste: { OZG_1_1: neueste.get(`${row.id} OZG_1_1`), OZG_2_0: neueste.get(`${row.id} OZG_2_0`) },
    })).sort((a, b) => a.bezeichnung.localeCompare(b.bezeichnung, 'de'))
  },
})

/** One service with its judgements in one model, the newest first, and by which criteria the town judges. @throws NotFound */
export const reifegradAnsehen = query({
  name: 'leistungen.reifegradAnsehen',
  input: Type.Object({ schluessel: Type.String({ maxLength: 80 }), modell: Type.Unsafe<OzgModell>(Type.Enum(['OZG_1_1', 'OZG_2_0'])) }, { additionalProperties: false }),
  allow: can('leistung.bewerten')(),
  async run({ tx }, { schluessel, modell }) {
    const leistung = await leistungen(tx).selectFrom('leistungen.leistung as l').innerJoin('leistungen.version as v', 'v.leistung_id', 'l.id')
      .select(['l.id', 'l.schluessel', 'v.stammdaten']).where('l.schluessel', '=', schluessel).orderBy('v.version', 'desc').limit(1).executeTakeFirst()
    if (!leistung) throw new NotFound()
    const bewertungen: readonly Reifegrad[] = (await reifegradeVon(tx, leistung.id)).filter((eine) => eine.modell === modell)
    const andere = await leistungen(tx).selectFrom('leistungen.reifegrad').select('kriterien').where('modell', '=', modell)
      .orderBy('bewertet_am', 'desc').limit(50).execute()
    const ueblich = andere.map(({ kriterien }) => kriterien.map(({ name }) => name)).toSorted((a, b) => b.length - a.length)[0] ?? []
    return { leistungId: leistung.id, schluessel: leistung.schluessel, bezeichnung: leistung.stammdaten.bezeichnung, modell, bewertungen, ueblich }
  },
})
export type Reifegradansicht = Awaited<ReturnType<typeof reifegradAnsehen.run>>
