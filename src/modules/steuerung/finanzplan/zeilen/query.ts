import { Type, type Static } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { objekteVon, strategien, type Objekt, type Strategie } from '../../programm/index.js'
import { summe, zeilenbetrag } from '../domain/summen.js'
import { horizontVon, verteile } from '../domain/verteilung.js'
import { gruppeVon, istVzae, type Gruppe, type Stand, type Zeile } from '../domain/zeile.js'
import { traegerVon } from '../gliederung.js'
import { zeilenVon } from '../lesen.js'
import { vzaebasisVon, type Vzaebasis } from '../vzaebasis/lesen.js'

export const GRUPPEN: Readonly<Record<Gruppe, string>> = { einmalig: 'einmalig', laufend: 'laufend', schulung: 'Schulungen', haushalt: 'Haushaltsansätze', foerderung: 'Förderung', vzae: 'Personal (VZÄ)' }

export const Zeilenfilter = Type.Object({
  strategie: Type.Optional(Type.String({ maxLength: 60 })), objekt: Type.Optional(Type.String({ maxLength: 36 })), gruppe: Type.Optional(Type.Unsafe<Gruppe>(Type.Enum(Object.keys(GRUPPEN)))),
  stand: Type.Optional(Type.Unsafe<Stand>(Type.Enum(['plan', 'veranschlagt']))), jahr: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2200 })), ohneJahr: Type.Optional(Type.Boolean()),
}, { additionalProperties: false })
export type Filter = Static<typeof Zeilenfilter>

/** A line with the Vorhaben it belongs to and what it counts in this view. */
export interface Listenzeile { readonly zeile: Zeile; readonly objekt: Objekt | undefined; readonly strategie: Strategie; readonly betragCent: bigint | null }

/** The lines behind a figure. `objekt`: a Vorhaben with everything below its Baustein, or 'ohne' for what none bears. */
export const zeilenliste = query({
  name: 'finanzplan.zeilenliste', input: Zeilenfilter, allow: can('finanzplan.lesen')(),
  async run({ tx }, filter): Promise<{ strategien: readonly Strategie[]; strategie: Strategie | undefined; objekte: readonly Objekt[]; zeilen: readonly Listenzeile[]; summeCent: bigint | null; basis: Vzaebasis | undefined }> {
    const alle = await strategien(tx)
    const strategie = alle.find(({ kennung }) => kennung === filter.strategie) ?? (alle.length === 1 ? alle[0] : undefined)
    const gemeint = strategie ? [strategie] : alle
    const objekte = strategie ? await objekteVon(tx, { strategieId: strategie.id }) : await objekteVon(tx)
    const byId = new Map(objekte.map((objekt) => [objekt.id, objekt]))
    const je = Map.groupBy(await zeilenVon(tx, gemeint.map(({ id }) => id)), ({ strategieId }) => strategieId)
    const zeilen = gemeint.flatMap((eine) => {
      const eigene = je.get(eine.id) ?? []
      const horizont = horizontVon(eigene, eine.jahrBis)
      return eigene.filter((zeile) => passt(zeile, filter, byId, horizont)).map((zeile) => ({ zeile, objekt: zeile.objektId ? byId.get(zeile.objektId) : undefined, strategie: eine, betragCent: zeilenbetrag(zeile, { horizont, jahr: filter.jahr }) }))
    })
    return { strategien: alle, strategie, objekte, zeilen, summeCent: summe(zeilen.map(({ betragCent }) => betragCent)), basis: await vzaebasisVon(tx) }
  },
})

function passt(zeile: Zeile, filter: Filter, objekte: ReadonlyMap<string, Objekt>, horizont: number): boolean {
  if (filter.gruppe && gruppeVon(zeile) !== filter.gruppe) return false
  if (filter.stand && zeile.stand !== filter.stand) return false
  if (filter.objekt === 'ohne' && zeile.objektId !== null) return false
  if (filter.objekt && filter.objekt !== 'ohne' && zeile.objektId !== filter.objekt && traegerVon(zeile, objekte)?.id !== filter.objekt) return false
  if (filter.ohneJahr && (istVzae(zeile) || verteile(zeile, horizont).ohneJahrCent === null)) return false
  if (filter.jahr === undefined) return true
  return istVzae(zeile) ? (zeile.jahrVon ?? filter.jahr) <= filter.jahr && (zeile.jahrBis ?? filter.jahr) >= filter.jahr : verteile(zeile, horizont).jahre.has(filter.jahr)
}
