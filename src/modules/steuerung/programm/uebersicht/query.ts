import { Type, type Static } from 'typebox'
import { compareNatural, searchKey } from '../../../../platform/text/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { OBJEKTARTEN, type Objektart } from '../domain/arten.js'
import { ALLE_STATUS, ueberfaellig, type Status } from '../domain/status.js'
import { ebenennamen, kostenklassen, objekteVon, strategien, type Objekt } from '../lesen.js'
import { waehleStrategie } from '../strategiewahl.js'

const Wahl = (max = 60) => Type.Optional(Type.String({ maxLength: max }))
export const Filtereingabe = Type.Object({
  strategie: Wahl(), text: Wahl(200), art: Type.Optional(Type.Unsafe<Objektart>(Type.Enum([...OBJEKTARTEN]))),
  status: Type.Optional(Type.Unsafe<Status | 'ohne' | 'ueberfaellig'>(Type.Enum([...ALLE_STATUS, 'ohne', 'ueberfaellig']))),
  prioritaet: Type.Optional(Type.Unsafe<'niedrig' | 'mittel' | 'hoch'>(Type.Enum(['niedrig', 'mittel', 'hoch']))), feld: Wahl(36), verantwortlich: Wahl(200),
}, { additionalProperties: false })
export type Filter = Static<typeof Filtereingabe>

/** An object in the list, with how deep it lies. */
export interface Zeile { readonly objekt: Objekt; readonly tiefe: number; readonly ober: Objekt | undefined; readonly spaet: boolean }
export interface Gruppe { readonly kopf: Objekt | undefined; readonly zeilen: readonly Zeile[] }

/** The programme as a tree, or as a flat list where something is searched for. Ziele have a page of their own. */
export const programmUebersicht = query({
  name: 'programm.programmUebersicht', input: Filtereingabe, allow: can('programm.lesen')(),
  async run({ tx, today }, filter) {
    const alleStrategien = await strategien(tx)
    const strategie = waehleStrategie(alleStrategien, filter.strategie)
    const alle = strategie ? await objekteVon(tx, { strategieId: strategie.id }) : []
    const vorhaben = alle.filter(({ art }) => art !== 'ziel')
    const gefiltert = Object.entries(filter).some(([feld, wert]) => feld !== 'strategie' && wert)
    const byId = new Map(alle.map((objekt) => [objekt.id, objekt]))
    const zeile = (objekt: Objekt, tiefe: number): Zeile => ({ objekt, tiefe, ober: objekt.oberId ? byId.get(objekt.oberId) : undefined, spaet: ueberfaellig(objekt, today) })
    const treffer = gefiltert ? filtere(vorhaben, byId, filter, today).map((objekt) => zeile(objekt, 0)) : []
    return {
      strategien: alleStrategien, strategie, gefiltert, treffer, gruppen: gefiltert ? [] : gruppiere(vorhaben, byId, zeile), namen: await ebenennamen(tx), klassen: await kostenklassen(tx),
      felder: vorhaben.filter(({ art }) => art === 'handlungsfeld' || art === 'baustein'), arten: OBJEKTARTEN.filter((art) => vorhaben.some((objekt) => objekt.art === art)),
      verantwortliche: [...new Set(vorhaben.flatMap(({ verantwortlich }) => (verantwortlich ? [verantwortlich] : [])))].sort((a, b) => a.localeCompare(b, 'de')),
      zaehler: zaehle(vorhaben, today), anzahl: vorhaben.length, alle,
    }
  },
})

/** Order within the tree: as in the paper; among equals by number. */
const ordnung = (a: Objekt, b: Objekt) => a.rang - b.rang || compareNatural(a.nummer ?? '', b.nummer ?? '')

function gruppiere(vorhaben: readonly Objekt[], byId: ReadonlyMap<string, Objekt>, zeile: (objekt: Objekt, tiefe: number) => Zeile): Gruppe[] {
  const kinder = Map.groupBy(vorhaben, ({ oberId }) => (oberId && byId.has(oberId) ? oberId : ''))
  const abwaerts = (id: string, tiefe: number): Zeile[] => tiefe > 20 ? [] : (kinder.get(id) ?? []).toSorted(ordnung).flatMap((objekt) => [zeile(objekt, tiefe), ...abwaerts(objekt.id, tiefe + 1)])
  const wurzeln = (kinder.get('') ?? []).toSorted(ordnung)
  const einzeln = wurzeln.filter(({ id }) => !kinder.has(id))
  return [
    ...wurzeln.filter(({ id }) => kinder.has(id)).map((kopf) => ({ kopf, zeilen: abwaerts(kopf.id, 0) })),
    ...(einzeln.length > 0 ? [{ kopf: undefined, zeilen: einzeln.map((objekt) => zeile(objekt, 0)) }] : []),
  ]
}

function filtere(vorhaben: readonly Objekt[], byId: ReadonlyMap<string, Objekt>, filter: Filter, heute: Temporal.PlainDate): Objekt[] {
  const suche = filter.text ? searchKey(filter.text) : ''
  const unter = (objekt: Objekt, id: string): boolean => { for (let eines: Objekt | undefined = objekt, stufen = 0; eines && stufen < 50; stufen++) { if (eines.id === id) return true; eines = eines.oberId ? byId.get(eines.oberId) : undefined } return false }
  const passt = (objekt: Objekt) => (!suche || objekt.nummer?.toLowerCase() === filter.text?.trim().toLowerCase() || searchKey([objekt.name, objekt.kennung, objekt.texte['beschreibung'], objekt.verantwortlich].join(' ')).includes(suche))
    && (!filter.art || objekt.art === filter.art) && (!filter.prioritaet || objekt.prioritaet === filter.prioritaet) && (!filter.verantwortlich || objekt.verantwortlich === filter.verantwortlich)
    && (!filter.feld || unter(objekt, filter.feld))
    && (!filter.status || (filter.status === 'ohne' ? objekt.status === null : filter.status === 'ueberfaellig' ? ueberfaellig(objekt, heute) : objekt.status === filter.status))
  return vorhaben.filter(passt).sort(ordnung)
}

/** How many stand where; what nobody has given a status counts as such, never as planned. Handlungsfelder have none. */
function zaehle(vorhaben: readonly Objekt[], heute: Temporal.PlainDate): Readonly<Record<Status | 'ohne' | 'ueberfaellig', number>> {
  const gezaehlt = vorhaben.filter(({ art }) => art !== 'handlungsfeld')
  const zahl = (treffer: (objekt: Objekt) => boolean) => gezaehlt.filter(treffer).length
  return {
    ...Object.fromEntries(ALLE_STATUS.map((status) => [status, zahl((objekt) => objekt.status === status)])) as Record<Status, number>,
    ohne: zahl(({ status }) => status === null), ueberfaellig: zahl((objekt) => ueberfaellig(objekt, heute)),
  }
}
