import { newId } from '../../../../platform/time/index.js'
import type { Objekt, Verknuepfung } from '../../programm/index.js'
import type { Aenderung } from '../domain/aenderung.js'
import type { Feld } from '../domain/felder.js'

/** The levels of a programme that take time; aims and fields of action do not. */
export const EBENEN = ['baustein', 'massnahme', 'projekt', 'meilenstein'] as const

export interface Uebernahme { readonly aenderungen: readonly Aenderung[]; readonly ausgelassen: readonly string[] }

/**
 * Entries for the objects of a programme that the plan does not have yet, and Ende–Anfang for "benötigt". Nothing is invented: what
 * has neither a length nor dates is left out and named. `vorhanden` gives the entry of an object; `einzelne` are the entries among them that hold
 * no others: what came below such a Vorhaben later stands beside it, because entries that exist are not touched.
 */
export function ausVorhaben(objekte: readonly Objekt[], verknuepfungen: readonly Verknuepfung[], vorhanden: ReadonlyMap<string, string>, einzelne: ReadonlySet<string> = new Set()): Uebernahme {
  const alle = new Map(objekte.map((objekt) => [objekt.id, objekt]))
  const mitKindern = new Set(objekte.flatMap(({ oberId }) => (oberId ? [oberId] : [])))
  const eintragZu = new Map(vorhanden)
  const ausgelassen: string[] = []
  const neue = objekte.filter(({ id }) => !vorhanden.has(id)).flatMap((objekt) => {
    const felder = eigeneFelder(objekt, mitKindern.has(objekt.id))
    if (!felder) { ausgelassen.push(objekt.name); return [] }
    const id = newId()
    eintragZu.set(objekt.id, id)
    return [{ objekt, id, felder }]
  })
  const ober = (objekt: Objekt): string | undefined => {
    const gesehen = new Set<string>()
    for (let id = objekt.oberId; id && !gesehen.has(id); id = alle.get(id)?.oberId ?? null) { gesehen.add(id); const eintrag = eintragZu.get(id); if (eintrag && !einzelne.has(eintrag)) return eintrag }
    return undefined
  }
  const eintraege = neue.map(({ objekt, id, felder }): Aenderung => { const oberId = ober(objekt); return { art: 'neu', id, felder: { ...felder, objektId: objekt.id, ...(oberId ? { oberId } : {}) } } })
  const endlos = new Set(objekte.filter(({ dauerMonate, fortlaufend, id }) => fortlaufend && dauerMonate === null && !mitKindern.has(id)).map(({ id }) => id))
  const neueIds = new Set(neue.map(({ objekt }) => objekt.id))
  const kanten = verknuepfungen.flatMap(({ art, vonId, nachId }): Aenderung[] => {
    const [wartet, worauf] = [eintragZu.get(vonId), nachId ? eintragZu.get(nachId) : undefined]
    if (art !== 'benoetigt' || !wartet || !worauf || !nachId || !(neueIds.has(vonId) || neueIds.has(nachId))) return []
    // What never ends cannot be waited for; its begin can.
    return [{ art: 'verbinden', vonId: worauf, nachId: wartet, typ: endlos.has(nachId) ? 'SS' : 'FS', abstand: 0 }]
  })
  return { aenderungen: [...eintraege, ...kanten], ausgelassen }
}

function eigeneFelder(o: Objekt, sammel: boolean): Partial<Record<Feld, string>> | undefined {
  const titel = `${o.nummer ? `${o.nummer} ` : ''}${o.name}`.slice(0, 300)
  const gemeinsam = { titel, frist: o.frist?.toString() ?? '', verantwortlichId: o.verantwortlichKontoId ?? '' }
  if (sammel) return { ...gemeinsam, art: 'sammel' }
  if (o.art === 'baustein') return { ...gemeinsam, art: 'sammel' }
  const ist = { istBeginn: o.beginnIst?.toString() ?? '', istEnde: o.endeIst?.toString() ?? '' }
  if (o.art === 'meilenstein') return o.ende ?? o.frist ? { ...gemeinsam, art: 'meilenstein', fest: o.ende?.toString() ?? '', istEnde: ist.istEnde } : undefined
  const monate = o.dauerMonate ?? (o.beginn && o.ende ? Math.max(1, Math.round(o.beginn.until(o.ende.add({ days: 1 })).total({ unit: 'month', relativeTo: o.beginn }))) : null)
  if (monate === null && !o.fortlaufend) return undefined
  return {
    ...gemeinsam, ...ist, art: 'aktivitaet', dauer: monate === null ? '' : String(Math.min(480, monate)), einheit: 'monate', fortlaufend: o.fortlaufend ? 'ja' : '', nichtVor: passend(o)?.toString() ?? '',
  }
}

/** The planned begin, unless it would lie behind the deadline: then the deadline is the firmer word. */
const passend = ({ beginn, frist }: Objekt): Temporal.PlainDate | null => (beginn && frist && Temporal.PlainDate.compare(frist, beginn) < 0 ? null : beginn)
