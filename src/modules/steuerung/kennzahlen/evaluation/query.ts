import { Type } from 'typebox'
import type { Selectable } from 'kysely'
import type { Tx } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { findObjekt, objekteVon, strategien, waehleStrategie, type Objekt } from '../../programm/index.js'
import { kennzahlen, type KennzahlenTables } from '../db/tables.js'
import type { Ergebnis } from '../domain/evaluation.js'

export interface Evaluation {
  readonly id: string; readonly zyklus: number; readonly objektId: string; readonly fassung: number;
  readonly kriterium: string; readonly ergebnis: Ergebnis; readonly begruendung: string; readonly lehre: string
  readonly erfasstVon: string; readonly erfasstAm: Temporal.Instant
}

const alsEvaluation = (row: Selectable<KennzahlenTables['kennzahlen.evaluation']>): Evaluation => ({
  id: row.id, zyklus: row.zyklus, objektId: row.objekt_id, fassung: row.fassung, kriterium: row.kriterium,
  ergebnis: row.ergebnis, begruendung: row.begruendung, lehre: row.lehre, erfasstVon: row.erfasst_von,
  erfasstAm: row.erfasst_am,
})

/** All versions for one Vorhaben, the newest cycle and version first. */
export async function evaluationenVon(tx: Tx, objektId: string): Promise<Evaluation[]> {
  return (await kennzahlen(tx)
    .selectFrom('kennzahlen.evaluation')
    .selectAll()
    .where('objekt_id', '=', objektId)
    .orderBy('zyklus', 'desc')
    .orderBy('fassung', 'desc')
    .execute()).map(alsEvaluation)
}

export interface Zeile { readonly objekt: Objekt; readonly evaluation: Evaluation | undefined }

/**
 * A cycle of a strategy: every Maßnahme and Projekt, evaluated or not yet. Without a year the newest that has been
 * begun.
 */
export const zyklusAnsehen = query({
  name: 'kennzahlen.zyklusAnsehen',
  input: Type.Object(
    { strategie: Type.Optional(Type.String({ maxLength: 60 })), zyklus: Type.Optional(Type.Integer()) },
    { additionalProperties: false }
  ),
  allow: can('kennzahlen.lesen')(),
  async run({ tx, actor, today }, { strategie: kennung, zyklus: gewuenscht }) {
    const alle = await strategien(tx)
    const strategie = waehleStrategie(alle, kennung)
    const rows = strategie ? await kennzahlen(tx)
      .selectFrom('kennzahlen.evaluation')
      .selectAll()
      .where('strategie_id', '=', strategie.id)
      .distinctOn(['zyklus', 'objekt_id'])
      .orderBy('zyklus', 'desc')
      .orderBy('objekt_id')
      .orderBy('fassung', 'desc')
      .execute() : []
    const evaluationen = rows.map(alsEvaluation)
    const zyklen =
      [...new Set([today.year, today.year - 1, ...evaluationen.map(({ zyklus }) => zyklus)])].toSorted((a, b) => b - a)
    const zyklus = zyklen.find((eines) => eines === gewuenscht) ?? evaluationen[0]?.zyklus ?? today.year
    const objekte = strategie
      ? await objekteVon(tx, { strategieId: strategie.id, arten: ['massnahme', 'projekt'] })
      : []
    return {
      strategien: alle, strategie, zyklen, zyklus, darfVerwalten: holds(actor, 'kennzahlen.verwalten'),
      zeilen: objekte.map((objekt): Zeile =>
        ({ objekt, evaluation: evaluationen.find((eine) => eine.zyklus === zyklus && eine.objektId === objekt.id) })),
    }
  },
})
export type Zyklusansicht = Awaited<ReturnType<typeof zyklusAnsehen.run>>

/** One Vorhaben in a cycle, with what was said of it before. */
export const evaluationAnsehen = query({
  name: 'kennzahlen.evaluationAnsehen', input: Type.Object({ objektId: Id }, { additionalProperties: false }),
  allow: can('kennzahlen.lesen')(),
  async run({ tx, actor }, { objektId }) {
    const objekt = await findObjekt(tx, objektId)
    if (objekt?.art !== 'massnahme' && objekt?.art !== 'projekt') throw new NotFound()
    const fassungen = await evaluationenVon(tx, objektId)
    const personen = await kontenById(tx, [...new Set(fassungen.map(({ erfasstVon }) => erfasstVon))]
      .filter((wer) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(wer)))
    return {
      objekt, fassungen, person: (wer: string): string => personen.get(wer)?.name ?? 'System',
      darfVerwalten: holds(actor, 'kennzahlen.verwalten'),
    }
  },
})
export type Evaluationsansicht = Awaited<ReturnType<typeof evaluationAnsehen.run>>
