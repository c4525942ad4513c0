import { Type } from 'typebox'
import { unitsWith } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { berichte } from '../db/tables.js'
import { letzteFassungen, pflichten, zeitraeume, type Fassung, type Pflicht, type Zeitraum } from '../lesen.js'
import { objekteVon, strategien, type Strategie } from '../vorhaben.js'

export type Stand = 'offen' | 'entwurf' | 'ueberfaellig' | 'eingereicht'
export interface Zeile { readonly zeitraum: Zeitraum; readonly pflicht: Pflicht; readonly fassung: Fassung | undefined; readonly stand: Stand }

/** How many months back the list of what is to be written goes. */
const MONATE = 3

/** What the actor has to report, the most urgent first; of all strategies. */
export const meineBerichte = query({
  name: 'berichte.meineBerichte', input: Type.Object({}, { additionalProperties: false }), allow: can('berichte.lesen')(),
  async run({ tx, actor, today }) {
    const alle: Strategie[] = await strategien(tx)
    const offene = (await Promise.all(alle.map((strategie) => zeitraeume(tx, strategie.id, MONATE)))).flat()
    const einheiten = unitsWith(actor, 'berichte.schreiben')
    const jetzt = new Map((await objekteVon(tx)).map((objekt) => [objekt.id, objekt.einheitId]))
    const zustaendig = (pflicht: Pflicht): boolean => {
      const einheit = jetzt.has(pflicht.objektId) ? jetzt.get(pflicht.objektId) : pflicht.einheitId
      return einheiten === 'alle' || (einheiten.length > 0 && (!einheit || einheiten.includes(einheit)))
    }
    const ids = offene.map(({ id }) => id)
    const fassungen = new Map((await letzteFassungen(tx, ids)).map((fassung) => [`${fassung.zeitraumId} ${fassung.objektId}`, fassung]))
    const entwuerfe = new Set(ids.length === 0 ? [] : (await berichte(tx).selectFrom('berichte.entwurf').select(['zeitraum_id', 'objekt_id']).where('zeitraum_id', 'in', ids).execute()).map((row) => `${row.zeitraum_id} ${row.objekt_id}`))
    const zeilen = (await pflichten(tx, ids)).filter(zustaendig).map((pflicht): Zeile => {
      const [schluessel, zeitraum] = [`${pflicht.zeitraumId} ${pflicht.objektId}`, offene.find(({ id }) => id === pflicht.zeitraumId) as Zeitraum]
      const fassung = fassungen.get(schluessel)
      const stand: Stand = fassung ? 'eingereicht' : Temporal.PlainDate.compare(zeitraum.faelligAm, today) < 0 ? 'ueberfaellig' : entwuerfe.has(schluessel) ? 'entwurf' : 'offen'
      return { zeitraum, pflicht, fassung, stand }
    })
    const rang: Readonly<Record<Stand, number>> = { ueberfaellig: 0, entwurf: 1, offen: 1, eingereicht: 2 }
    return { strategien: alle, zeilen: zeilen.toSorted((a, b) => rang[a.stand] - rang[b.stand] || (a.stand === 'eingereicht' ? -1 : 1) * Temporal.PlainDate.compare(a.zeitraum.monat, b.zeitraum.monat) || a.pflicht.rang - b.pflicht.rang) }
  },
})
