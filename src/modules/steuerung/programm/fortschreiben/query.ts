import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { vergleiche, type Standaenderung } from '../domain/stand.js'
import { ebenennamen, strategien } from '../lesen.js'
import { waehleStrategie } from '../strategiewahl.js'
import { heutigerStand } from './command.js'

export interface Fortschreibung { readonly id: string; readonly nummer: number; readonly bezeichnung: string; readonly beschlossenAm: Temporal.PlainDate | null; readonly gremium: string | null; readonly vermerk: string | null; readonly am: Temporal.Instant; readonly objekte: number }

/** All versions of a strategy, and what has changed since the last. */
export const fortschreibungenAnsehen = query({
  name: 'programm.fortschreibungenAnsehen',
  input: Type.Object({ strategie: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }),
  allow: can('programm.lesen')(),
  async run({ tx }, { strategie: kennung }) {
    const alle = await strategien(tx)
    const strategie = waehleStrategie(alle, kennung)
    if (!strategie) return { strategien: alle, strategie: undefined, fortschreibungen: [], seither: [] as Standaenderung[], namen: await ebenennamen(tx) }
    const rows = await programm(tx).selectFrom('programm.fortschreibung').selectAll().where('strategie_id', '=', strategie.id).orderBy('nummer', 'desc').execute()
    const seither = rows[0] ? vergleiche(rows[0].stand, await heutigerStand(tx, strategie.id)) : []
    return {
      strategien: alle, strategie, seither, namen: await ebenennamen(tx),
      fortschreibungen: rows.map((row): Fortschreibung => ({ id: row.id, nummer: row.nummer, bezeichnung: row.bezeichnung, beschlossenAm: row.beschlossen_am, gremium: row.gremium, vermerk: row.vermerk, am: row.created_at, objekte: row.stand.objekte.length })),
    }
  },
})

/** One version as it was frozen, with the changes against the one before. */
export const fortschreibungAnsehen = query({
  name: 'programm.fortschreibungAnsehen',
  input: Type.Object({ id: Id }, { additionalProperties: false }),
  allow: can('programm.lesen')(),
  async run({ tx }, { id }) {
    const row = await programm(tx).selectFrom('programm.fortschreibung').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw new NotFound()
    const vorige = await programm(tx).selectFrom('programm.fortschreibung').selectAll().where('strategie_id', '=', row.strategie_id).where('nummer', '=', row.nummer - 1).executeTakeFirst()
    const strategie = (await strategien(tx)).find((eine) => eine.id === row.strategie_id)
    return {
      strategie, nummer: row.nummer, bezeichnung: row.bezeichnung, beschlossenAm: row.beschlossen_am, gremium: row.gremium, vermerk: row.vermerk, am: row.created_at, stand: row.stand,
      vorige: vorige && { nummer: vorige.nummer, bezeichnung: vorige.bezeichnung }, aenderungen: vorige ? vergleiche(vorige.stand, row.stand) : [], namen: await ebenennamen(tx),
    }
  },
})
