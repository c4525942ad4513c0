/** What this room asks of the programme: who has to report, and what is expected of them. */
import { objekteVon, type Objekt } from '../programm/index.js'
import type { Tx } from '../../../platform/database/database.js'
import type { Meilensteinstand } from './domain/bericht.js'
import type { Prioritaet } from './domain/ampel.js'

export { findObjekt, mitwirkungAm, objekteVon, strategien, waehleStrategie, zugriffAufObjekt, type Objekt, type Strategie } from '../programm/index.js'

export interface Berichtspflichtig { readonly objekt: Objekt; readonly baustein: string; readonly prioritaet: Prioritaet | null; readonly einheitId: string | null; readonly rang: number }

/** Maßnahmen and Projekte that run; one that has running ones of its own below it is reported by these. */
export async function berichtspflichtige(tx: Tx, strategieId: string): Promise<Berichtspflichtig[]> {
  const alle = await objekteVon(tx, { strategieId })
  const byId = new Map(alle.map((objekt) => [objekt.id, objekt]))
  const laufend = alle.filter(({ art, status }) => (art === 'massnahme' || art === 'projekt') && status === 'laufend')
  const ober = new Set(laufend.map(({ oberId }) => oberId))
  return laufend.filter(({ id }) => !ober.has(id)).map((objekt, i) => ({ objekt, baustein: bausteinVon(objekt, byId), prioritaet: objekt.prioritaet, einheitId: objekt.einheitId, rang: i }))
}

function bausteinVon(objekt: Objekt, byId: ReadonlyMap<string, Objekt>): string {
  for (let eines: Objekt | undefined = objekt, stufen = 0; eines && stufen < 20; stufen++) {
    if (eines.art === 'baustein' || (eines.art === 'handlungsfeld' && !eines.oberId)) return [eines.nummer, eines.name].filter(Boolean).join(' ')
    eines = eines.oberId ? byId.get(eines.oberId) : undefined
  }
  return ''
}

/** The end of the Vorhaben counts as its last milestone; what runs on for ever has none (H1-06). */
export const planungsende = (objekt: Objekt): Meilensteinstand[] =>
  (objekt.fortlaufend || !objekt.ende ? [] : [{ id: objekt.id, name: 'Ende des Vorhabens', termin: (objekt.endeIst ?? objekt.ende).toString(), erreicht: objekt.endeIst !== null || objekt.status === 'abgeschlossen' }])
