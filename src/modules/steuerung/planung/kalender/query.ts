import { Type } from 'typebox'
import { personal } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { terminieren } from '../domain/terminieren.js'
import { kalenderDerStadt, ladeStand, plaeneFuer } from '../plan.js'

export interface Kalendertermin { readonly id: string; readonly titel: string; readonly beginn: Temporal.PlainDate; readonly ende: Temporal.PlainDate; readonly planId: string; readonly art: 'eigene Aufgabe' | 'Meilenstein' | 'Frist' | 'Entscheidung' | 'Beteiligung' }

/** Dates for the own calendar: own entries, the milestones of the plans one may read, open decisions and answers that are due. */
export const meineTermine = query({
  name: 'planung.meineTermine', input: Type.Object({}, { additionalProperties: false }), allow: personal(),
  async run({ tx, actor }): Promise<readonly Kalendertermin[]> {
    const kalender = await kalenderDerStadt(tx)
    const termine: Kalendertermin[] = []
    const plaene = (await plaeneFuer(tx, actor)).slice(0, 50)
    for (const plan of plaene) {
      const stand = await ladeStand(tx, plan)
      const berechnet = terminieren(stand, kalender)
      if (!berechnet.ok) continue
      stand.eintraege.forEach((eintrag, i) => {
        const termin = berechnet.plan.termine[i]
        const eigener = eintrag.verantwortlichId === actor.id
        if (!termin || eintrag.art === 'sammel' || eintrag.istEnde) return
        if (eintrag.art === 'meilenstein') termine.push({ id: eintrag.id, titel: `◆ ${eintrag.titel}`, beginn: termin.beginn, ende: termin.beginn, planId: plan.id, art: 'Meilenstein' })
        else if (eigener && termin.ende) termine.push({ id: eintrag.id, titel: eintrag.titel, beginn: termin.beginn, ende: termin.ende, planId: plan.id, art: 'eigene Aufgabe' })
        if (eigener && eintrag.frist) termine.push({ id: `${eintrag.id}-frist`, titel: `Frist: ${eintrag.titel}`, beginn: eintrag.frist, ende: eintrag.frist, planId: plan.id, art: 'Frist' })
      })
    }
    const ids = plaene.map(({ id }) => id)
    if (ids.length === 0) return termine
    for (const row of await planung(tx).selectFrom('planung.entscheidung').select(['id', 'plan_id', 'sachverhalt', 'benoetigt_bis']).where('plan_id', 'in', ids).where('status', '=', 'offen').where('benoetigt_bis', 'is not', null).execute()) {
      if (row.benoetigt_bis) termine.push({ id: row.id, titel: `Entscheidung: ${row.sachverhalt.slice(0, 120)}`, beginn: row.benoetigt_bis, ende: row.benoetigt_bis, planId: row.plan_id, art: 'Entscheidung' })
    }
    for (const row of await planung(tx).selectFrom('planung.beteiligung').select(['id', 'plan_id', 'stelle', 'frist']).where('plan_id', 'in', ids).where('ergebnis', 'is', null).where('frist', 'is not', null).execute()) {
      if (row.frist) termine.push({ id: row.id, titel: `Beteiligung: Antwort von ${row.stelle}`, beginn: row.frist, ende: row.frist, planId: row.plan_id, art: 'Beteiligung' })
    }
    return termine
  },
})

/** Has the person an address? When it was made, or undefined. */
export const kalenderzugang = query({
  name: 'planung.kalenderzugang', input: Type.Object({}, { additionalProperties: false }), allow: personal(),
  run: async ({ tx, actor }) => (await planung(tx).selectFrom('planung.kalenderzugang').select('created_at').where('konto_id', '=', actor.id).executeTakeFirst())?.created_at,
})
