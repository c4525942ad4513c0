import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { objekteVon, strategien, type Objekt, type Strategie } from '../../programm/index.js'
import { finanzplan } from '../db/tables.js'
import type { Terminart } from '../domain/foerderung.js'

export interface Foerdertermin { readonly id: string; readonly art: Terminart; readonly faelligAm: Temporal.PlainDate; readonly betragCent: bigint | null; readonly erledigtAm: Temporal.Instant | null; readonly ueberfaellig: boolean }
export interface Foerderung {
  readonly id: string; readonly titel: string; readonly geber: string; readonly aktenzeichen: string | null; readonly bewilligtCent: bigint | null; readonly anteilHundertstel: number | null
  readonly zweckbindungBis: Temporal.PlainDate | null; readonly objekt: Objekt | undefined; readonly strategie: Strategie; readonly termine: readonly Foerdertermin[]
  /** Called up so far: done calls for money with an amount; null where none is. */
  readonly abgerufenCent: bigint | null
}

/** The fundings of a strategy, or of all, with their dates. */
export const foerderungsliste = query({
  name: 'finanzplan.foerderungsliste', input: Type.Object({ strategie: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }), allow: can('finanzplan.lesen')(),
  async run({ tx, today }, { strategie: kennung }): Promise<{ strategien: readonly Strategie[]; strategie: Strategie | undefined; objekte: readonly Objekt[]; foerderungen: readonly Foerderung[] }> {
    const alle = await strategien(tx)
    const strategie = alle.find((eine) => eine.kennung === kennung) ?? (alle.length === 1 ? alle[0] : undefined)
    const gemeint = strategie ? [strategie] : alle
    const objekte = await objekteVon(tx, strategie ? { strategieId: strategie.id } : {})
    if (gemeint.length === 0) return { strategien: alle, strategie, objekte, foerderungen: [] }
    const rows = await finanzplan(tx).selectFrom('finanzplan.foerderung').selectAll().where('strategie_id', 'in', gemeint.map(({ id }) => id)).orderBy('titel').orderBy('id').limit(500).execute()
    const termine = rows.length === 0 ? [] : await finanzplan(tx).selectFrom('finanzplan.foerdertermin').selectAll().where('foerderung_id', 'in', rows.map(({ id }) => id)).orderBy('faellig_am').orderBy('id').execute()
    return {
      strategien: alle, strategie, objekte: objekte.filter(({ art }) => art !== 'ziel'),
      foerderungen: rows.flatMap((row) => {
        const eigene = termine.filter((termin) => termin.foerderung_id === row.id)
        const abrufe = eigene.filter((termin) => termin.art === 'abruf' && termin.erledigt_am !== null && termin.betrag_cent !== null)
        const von = gemeint.find(({ id }) => id === row.strategie_id)
        return von ? [{
          id: row.id, titel: row.titel, geber: row.geber, aktenzeichen: row.aktenzeichen, bewilligtCent: row.bewilligt_cent, anteilHundertstel: row.anteil_hundertstel, zweckbindungBis: row.zweckbindung_bis,
          objekt: objekte.find(({ id }) => id === row.objekt_id), strategie: von, abgerufenCent: abrufe.length > 0 ? abrufe.reduce((bisher, termin) => bisher + (termin.betrag_cent ?? 0n), 0n) : null,
          termine: eigene.map((termin) => ({ id: termin.id, art: termin.art, faelligAm: termin.faellig_am, betragCent: termin.betrag_cent, erledigtAm: termin.erledigt_am, ueberfaellig: termin.erledigt_am === null && Temporal.PlainDate.compare(termin.faellig_am, today) < 0 })),
        }] : []
      }),
    }
  },
})
