import { alleFragen, isObject } from './formular.js'
import type { Antworten, Formular, Frage, JsonWert, Nutzerangabe } from './formular.js'
import { ausSchema } from './pruefen.js'

/**
 * Where an answer comes from, if not from the person's own typing (A2-05). It holds only as long as the answer is what was
 * delivered; whoever changes it has said it themselves.
 */
export interface Herkunft {
  /** Name of the provider, as the person knew it at that moment. */
  readonly quelle: string
  /** Trust level of the sign-in (eIDAS). */
  readonly niveau: string
  /** Instant, ISO 8601. */
  readonly abgerufenAm: string
  readonly wert: JsonWert
}

/** By name of the question. */
export type Herkuenfte = Readonly<Record<string, Herkunft>>
export type Nutzerangaben = Readonly<Partial<Record<Nutzerangabe, JsonWert>>>

const kanonisch = (wert: JsonWert | undefined): string => JSON.stringify(wert, (_, inhalt: JsonWert) =>
  (isObject(inhalt) ? Object.fromEntries(Object.entries(inhalt).sort(([a], [b]) => (a < b ? -1 : 1))) : inhalt)) ?? ''

/** The kinds of questions that an attribute fits. */
export const PASSENDE_TYPEN: Readonly<Record<Nutzerangabe, readonly string[]>> = {
  name: ['name'], anschrift: ['anschrift'], geburtsdatum: ['geburtsdatum', 'datum'], email: ['email'],
}

/** Only what still is as it was delivered. */
export const gueltigeHerkunft = (herkuenfte: Herkuenfte, antworten: Antworten): Herkuenfte =>
  Object.fromEntries(Object.entries(herkuenfte).filter(([name, { wert }]) =>
    Object.hasOwn(antworten, name) && kanonisch(antworten[name]) === kanonisch(wert)))

/** A person's name may have parts that a form does not ask for; they stay with the provider. */
const passend = (frage: Frage, wert: JsonWert): JsonWert => (frage.typ === 'name' && isObject(wert)
  ? Object.fromEntries(Object.entries(wert).filter(([teil]) =>
    (teil !== 'geburtsname' || frage.geburtsname === true) && (teil !== 'doktorgrad' || frage.doktorgrad === true)))
  : wert)

/** Questions that want something from the account: which attributes, so that no more is asked for (A2-02). */
export const gefragteAngaben = (formular: Formular): readonly Nutzerangabe[] =>
  [...new Set(alleFragen(formular).flatMap(({ frage }) => (frage.nutzerkonto ? [frage.nutzerkonto.angabe] : [])))]

/**
 * Fills in what an account delivered: questions without an answer, and those that the form locks. What a person typed into a
 * question that may be changed stays; if it says the same, it gets the mark. What the form would refuse is not filled in.
 */
export function vorbelegen(formular: Formular, bisher: { readonly antworten: Antworten, readonly herkuenfte: Herkuenfte },
  angaben: Nutzerangaben, quelle: Omit<Herkunft, 'wert'>): { antworten: Antworten, herkuenfte: Herkuenfte } {
  const neu = alleFragen(formular).flatMap(({ frage }) => {
    const geliefert = frage.nutzerkonto ? angaben[frage.nutzerkonto.angabe] : undefined
    if (geliefert === undefined) return []
    const wert = passend(frage, geliefert)
    const eigenes = bisher.antworten[frage.name]
    const uebernehmen = eigenes === undefined || frage.nutzerkonto?.gesperrt === true || kanonisch(eigenes) === kanonisch(wert)
    return uebernehmen && ausSchema(formular, frage, wert).length === 0 ? [[frage.name, wert] as const] : []
  })
  return {
    antworten: { ...bisher.antworten, ...Object.fromEntries(neu) },
    herkuenfte: { ...bisher.herkuenfte, ...Object.fromEntries(neu.map(([name, wert]) => [name, { ...quelle, wert }])) },
  }
}

/** Questions whose delivered answer the form does not let the person change. */
export const gesperrteFragen = (formular: Formular, gueltig: Herkuenfte): ReadonlySet<string> =>
  new Set(alleFragen(formular).filter(({ frage }) => frage.nutzerkonto?.gesperrt === true && Object.hasOwn(gueltig, frage.name))
    .map(({ frage }) => frage.name))

/** The fields that a browser would post for an answer; for questions that are shown and not asked. */
export const alsFelder = (name: string, wert: JsonWert | undefined): Record<string, string> => (isObject(wert)
  ? Object.fromEntries(Object.entries(wert).flatMap(([teil, inhalt]) => (typeof inhalt === 'string' ? [[`${name}.${teil}`, inhalt]] : [])))
  : typeof wert === 'string' ? { [name]: wert } : {})

/** The mark as a sentence: „aus Ihrem Nutzerkonto (BundID, Vertrauensniveau substantiell)“. */
export const herkunftSatz = ({ quelle, niveau }: Herkunft, lang: string, von: 'person' | 'amt' = 'person'): string => (lang.startsWith('en')
  ? `from ${von === 'person' ? 'your' : 'the'} account (${quelle}, trust level ${niveau})`
  : `aus ${von === 'person' ? 'Ihrem' : 'dem'} Nutzerkonto (${quelle}, Vertrauensniveau ${niveau})`)
