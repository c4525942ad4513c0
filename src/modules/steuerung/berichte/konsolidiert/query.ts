import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { zusammenfassen, type Zusammenfassung } from '../domain/ampel.js'
import { monatKennung } from '../domain/zeitraum.js'
import { berichteVon, pflichten, zeitraeume, type Pflicht, type Statusbericht, type Zeitraum } from '../lesen.js'
import { strategien, waehleStrategie } from '../vorhaben.js'

export interface Stelle { readonly pflicht: Pflicht; readonly bericht: Statusbericht | undefined }
export interface Konsolidierung {
  readonly stellen: readonly Stelle[]; readonly gesamt: Zusammenfassung
  readonly bausteine: readonly { readonly name: string; readonly stellen: readonly Stelle[]; readonly zusammen: Zusammenfassung }[]
}

/** A month as a whole: every Vorhaben that had to report, with its report or without. */
export async function konsolidiere(tx: Tx, zeitraum: Zeitraum): Promise<Konsolidierung> {
  const da = new Map((await berichteVon(tx, [zeitraum.id])).map((bericht) => [bericht.objektId, bericht]))
  const stellen = (await pflichten(tx, [zeitraum.id])).map((pflicht): Stelle => ({ pflicht, bericht: da.get(pflicht.objektId) }))
  const fasse = (alle: readonly Stelle[]) => zusammenfassen(alle.map(({ pflicht, bericht }) => ({ ampeln: bericht?.ampeln ?? null, prioritaet: pflicht.prioritaet, kritisch: pflicht.kritisch })))
  const bausteine = [...Map.groupBy(stellen, ({ pflicht }) => pflicht.baustein || 'Ohne Zuordnung')].map(([name, eigene]) => ({ name, stellen: eigene, zusammen: fasse(eigene) }))
  return { stellen, gesamt: fasse(stellen), bausteine }
}

/** The month for the Kernteam; without a choice the newest whose reporting day has passed. */
export const monatKonsolidieren = query({
  name: 'berichte.monatKonsolidieren', staleness: 'seconds',
  input: Type.Object({ strategie: Type.Optional(Type.String({ maxLength: 60 })), monat: Type.Optional(Type.String({ maxLength: 7 })) }, { additionalProperties: false }),
  allow: can('berichte.lesen')(),
  async run({ tx, today }, { strategie: kennung, monat }) {
    const alle = await strategien(tx)
    const strategie = waehleStrategie(alle, kennung)
    const monate = strategie ? await zeitraeume(tx, strategie.id) : []
    const zeitraum = monate.find((eine) => monatKennung(eine.monat) === monat) ?? monate.find(({ stichtag }) => Temporal.PlainDate.compare(stichtag, today) <= 0) ?? monate[0]
    return { strategien: alle, strategie, monate, zeitraum, laeuft: zeitraum ? Temporal.PlainDate.compare(zeitraum.faelligAm, today) >= 0 : false, ergebnis: zeitraum ? await konsolidiere(tx, zeitraum) : undefined }
  },
})
