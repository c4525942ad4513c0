import type { Befund, Frage, Formular, JsonSchema, JsonWert, Kontext, Meldung, Upload } from './formular.js'
import type { Eingabe } from './eingabe.js'

/** What reading posted strings gave: a value, nothing (unanswered), or messages. */
export interface Gelesen { readonly wert?: JsonWert, readonly fehler?: readonly Meldung[] }

export interface LeseKontext extends Kontext { readonly lies: (frage: Frage, eingabe: Eingabe) => Gelesen }

export interface AnzeigeKontext {
  readonly formular: Formular
  readonly lang: string
  readonly uploads: readonly Upload[]
  readonly zeige: (frage: Frage, wert: JsonWert | undefined) => string
  readonly label: (frage: Frage) => string
}

/**
 * One kind of question. `parse` only turns what people type into a value; whether the value is allowed is said by
 * `schema` and `plausibel`, which the API uses as well, so that both ways in have the same rules.
 */
export interface FrageTyp {
  /** Properties of the definition that this kind knows besides the common ones (JSON Schema). */
  readonly eigenschaften: JsonSchema
  /** Properties that the definition must have. */
  readonly noetig?: readonly string[]
  /** Answers say something about a person, so Art. 13 DSGVO comes first. */
  readonly personenbezogen: boolean
  /** Schema of the value in the submission; undefined where nothing is submitted. */
  readonly schema: (frage: Frage, unter: (frage: Frage) => JsonSchema | undefined) => JsonSchema | undefined
  readonly parse: (frage: Frage, eingabe: Eingabe, kontext: LeseKontext) => Gelesen
  readonly summary: (frage: Frage, wert: JsonWert | undefined, kontext: AnzeigeKontext) => string
  /** What a JSON Schema cannot say: check digits, calendar, relation to today. */
  readonly plausibel?: (frage: Frage, wert: JsonWert, kontext: Kontext) => readonly Meldung[]
  /** The value for FEEL; `undefined` (unanswered) must give the same shape with nulls. */
  readonly feel?: (frage: Frage, wert: JsonWert | undefined) => unknown
  /** A valid value, with which the release check evaluates conditions. */
  readonly muster: (frage: Frage, unter: (frage: Frage) => JsonWert) => JsonWert
  readonly pruefe?: (frage: Frage) => readonly Omit<Befund, 'pfad'>[]
}
