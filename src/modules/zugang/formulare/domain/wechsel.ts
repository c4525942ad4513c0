import { typVon } from '../fragen/index.js'
import { alleFragen } from './formular.js'
import type { Antworten, Formular, Frage, JsonWert, Kontext } from './formular.js'
import { satz } from './meldungen.js'
import { sicht } from './navigation.js'
import { ausSchema } from './pruefen.js'
import { summaryWert } from './zusammenfassung.js'
import { wortlaut } from './texte.js'

/** What became of an answer that could not be taken over as it was. */
export interface Wiederholung {
  /** Name of the question in the new form; in the old one where the question is gone. */
  readonly feld: string
  readonly label: string
  readonly grund: 'neu' | 'geaendert' | 'entfallen'
  /** What was answered before, to copy from. */
  readonly bisher?: string
  readonly text: string
}

export interface Uebernahme {
  readonly antworten: Antworten
  readonly zuWiederholen: readonly Wiederholung[]
  /** Answers to questions that the new form no longer asks; shown, so that nothing disappears unnoticed. */
  readonly entfallen: readonly Wiederholung[]
}

/** The question an answer belongs to now: same name, a former name, or the same FIM Datenfeld. */
const vorgaenger = (alt: readonly Frage[], frage: Frage): Frage | undefined =>
  alt.find(({ name }) => name === frage.name)
  ?? alt.find(({ name }) => frage.frueher?.includes(name))
  ?? alt.find(({ feldId }) => feldId !== undefined && feldId === frage.feldId)

/** The meaning of a choice lies in its label: a code whose words changed has to be confirmed. */
const gleicherSinn = (alt: Formular, altFrage: Frage, neu: Formular, frage: Frage, wert: JsonWert): boolean => {
  if (frage.typ === 'bestaetigung') return wortlaut(alt, altFrage.label) === wortlaut(neu, frage.label)
  if (frage.typ !== 'auswahl' && frage.typ !== 'mehrfachauswahl') return true
  return summaryWert(alt, altFrage, wert, [], 'de') === summaryWert(neu, frage, wert, [], 'de')
}

/**
 * Carries the answers of a draft over to a newer version of its form (A3-07). An answer stays when its question is
 * there,
 * of the same kind, with the same meaning, and the value is still valid; else it is listed to be given again. Nothing
 * is
 * dropped without a word.
 */
export const migrate = (alt: Formular, neu: Formular, antworten: Antworten, kontext: Kontext): Uebernahme => {
  const lang = kontext.lang ?? 'de'
  const altFragen = alleFragen(alt).map(({ frage }) => frage)
  const neuFragen = alleFragen(neu).map(({ frage }) => frage).filter(({ typ }) => typ !== 'hinweis')
  const gefunden = neuFragen.map((frage) => ({ frage, vorher: vorgaenger(altFragen, frage) }))
  const paare = gefunden.map(({ frage, vorher }) => {
    const wert = vorher === undefined ? undefined : antworten[vorher.name]
    const passt = vorher !== undefined && wert !== undefined && vorher.typ === frage.typ
      && gleicherSinn(alt, vorher, neu, frage, wert) && uebernehmbar(neu, frage, wert, kontext)
    return { frage, vorher, wert, passt }
  })
  const behalten = Object.fromEntries(paare.flatMap(({ frage, wert, passt }) =>
    (passt && wert !== undefined ? [[frage.name, wert] as const] : [])))
  const neueSicht = sicht(neu, behalten, kontext)
  const gefragt = new Set(neueSicht.seiten.flatMap(({ fragen }) => fragen).map(({ name }) => name))
  const meldung = (form: Formular, frage: Frage, grund: Wiederholung['grund'], wert?: JsonWert): Wiederholung => ({
    feld: frage.name, label: wortlaut(form, frage.label, lang), grund, text: satz(grund, lang),
    ...(wert === undefined ? {} : { bisher: summaryWert(alt, vorgaenger(altFragen, frage) ?? frage, wert, [], lang) }),
  })
  const zuWiederholen = paare.filter(({ passt }) => !passt).flatMap(({ frage, vorher, wert }) => {
    if (wert !== undefined) return [meldung(neu, frage, 'geaendert', wert)]
    return vorher === undefined && frage.pflicht === true && gefragt.has(frage.name) ? [meldung(neu, frage, 'neu')] : []
  })
  const verwendet = new Set(paare.map(({ vorher }) => vorher?.name))
  const weg = altFragen.filter(({ name }) => antworten[name] !== undefined && !verwendet.has(name))
  const unpassend = paare.filter(({ frage, passt }) => passt && !gefragt.has(frage.name))
  return {
    antworten: neueSicht.antworten,
    zuWiederholen,
    entfallen: [
      ...weg.map((frage) => meldung(alt, frage, 'entfallen', antworten[frage.name])),
      ...unpassend.map(({ frage, wert }) => meldung(neu, frage, 'entfallen', wert)),
    ],
  }
}

/**
 * Limits that only depend on the day (a start date that has passed meanwhile) are reported when the page is checked.
 */
const uebernehmbar = (neu: Formular, frage: Frage, wert: JsonWert, kontext: Kontext): boolean => {
  if (ausSchema(neu, frage, wert).length > 0) return false
  return frage.typ === 'datum' || (typVon(frage.typ).plausibel?.(frage, wert, kontext) ?? []).length === 0
}
