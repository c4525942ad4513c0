/**
 * The words of a form. A form is data: pages (Seiten) with questions (Fragen). Everything else in this room is a
 * function over these types; nothing here does I/O, and the day ("heute") is always passed in.
 */

/**
 * A text: inline German (`"Vorname"`), a key into the text files (`"@person.vorname"`), or inline in several languages.
 */
export type Text = string | { readonly de: string, readonly en?: string }

/** Languages with their flat key tables, read from `texte.<lang>.yaml`. German is the binding one (§ 23 VwVfG). */
export type Texte = Readonly<Record<string, Readonly<Record<string, string>>>>

export type JsonWert = string | number | boolean | null | readonly JsonWert[] | { readonly [key: string]: JsonWert }
export type JsonSchema = { readonly [key: string]: unknown }

/** The answers of one submission by question name: what is stored, sent, archived and validated. */
export type Antworten = Readonly<Record<string, JsonWert>>

/** A message at a field; `feld` is the path of the input, e.g. `anschrift.plz` or `kinder.0.name`. */
export interface Fehler { readonly feld: string, readonly code: string, readonly text: string }

/** A message before it is put into a language: `teil` is the path inside the question. */
export interface Meldung {
  readonly teil?: string
  readonly code: string
  readonly werte?: Readonly<Record<string, string | number>>
}

/** A plausibility rule: FEEL that must hold, and what is said when it does not. `hinweis` informs and never blocks. */
export interface Regel { readonly feel: string, readonly text: Text, readonly stufe?: 'fehler' | 'hinweis' }

export interface Option { readonly wert: string, readonly label: Text, readonly hilfe?: Text }

export type AnschriftArt = 'strasse' | 'postfach' | 'ausland' | 'ofw'

/** What an account can fill in. */
export type Nutzerangabe = 'name' | 'anschrift' | 'geburtsdatum' | 'email'

/** One question. Which of the optional properties a type knows is said by that type (`fragen/<typ>/schema.ts`). */
export interface Frage {
  readonly typ: string
  readonly name: string
  readonly label: Text
  /** Label in summary, PDF and clerk view; default `label` (XDatenfelder: output label). */
  readonly ausgabe?: Text
  readonly hilfe?: Text
  /** Longer explanation, folded away. */
  readonly erlaeuterung?: Text
  readonly wenn?: string
  readonly pflicht?: boolean
  readonly regeln?: readonly Regel[]
  /** Own words instead of the standard message, by code, e.g. `{"pflicht": "…", "muster": "…"}`. */
  readonly fehlertexte?: Readonly<Record<string, Text>>
  /** FIM Datenfeld, e.g. `F60000227`. */
  readonly feldId?: string
  readonly rechtsgrundlage?: string
  readonly autocomplete?: string
  /** Filled in from the account that somebody signed in with; `gesperrt`: then it cannot be changed in the form. */
  readonly nutzerkonto?: { readonly angabe: Nutzerangabe, readonly gesperrt?: boolean }
  /** Former names of this question, so that drafts survive a renaming. */
  readonly frueher?: readonly string[]
  /** A field that stands for a signature; refused where no Schriftform is ordered (§ 5 (2) EGovG NRW). */
  readonly unterschrift?: boolean
  readonly minLaenge?: number
  readonly maxLaenge?: number
  /** Regular expression for the whole value (anchored by the engine), Unicode mode. */
  readonly muster?: string
  /** Numbers; amounts in euro cents; dates as ISO date, `heute`, `heute+P3M`, `heute-P18Y`. */
  readonly min?: number | string
  readonly max?: number | string
  readonly nachkommastellen?: number
  readonly optionen?: readonly Option[]
  readonly minAnzahl?: number
  readonly maxAnzahl?: number
  readonly unvollstaendig?: boolean
  readonly arten?: readonly AnschriftArt[]
  readonly ort?: { readonly plz?: readonly string[], readonly name?: string }
  readonly doktorgrad?: boolean
  readonly geburtsname?: boolean
  readonly zweck?: 'auszahlung' | 'lastschrift'
  readonly formate?: readonly string[]
  /** Largest size of one file in bytes. */
  readonly maxBytes?: number
  /** Oldest acceptable document, as ISO duration (A5-02), e.g. `P3M`; shown to the applicant. */
  readonly maxAlter?: string
  readonly original?: boolean
  /** May be handed in later (A5-07). */
  readonly nachreichbar?: boolean
  readonly onceOnly?: string
  readonly fragen?: readonly Frage[]
  readonly art?: 'info' | 'warnung' | 'erfolg'
}

export type SeitenArt = 'fragen' | 'vorpruefung' | 'ergebnis' | 'datenschutz'

export interface Seite {
  readonly name: string
  readonly titel: Text
  readonly einleitung?: Text
  readonly art?: SeitenArt
  readonly wenn?: string
  readonly fragen: readonly Frage[]
}

/** Art. 13 DSGVO: what is said before the first personal question (A3-12). */
export interface Datenschutz {
  readonly verantwortlich: Text
  readonly datenschutzbeauftragte: Text
  readonly zweck: Text
  readonly rechtsgrundlage: Text
  readonly empfaenger: Text
  readonly speicherdauer: Text
  readonly rechte: Text
}

/** How a Schriftform is replaced, if one is ordered at all (A4-04). */
export type Schriftform = 'keine' | 'ozg_9a5' | 'vwvfg_3a' | 'papier'

export interface Formular {
  readonly format: 'stadtkern-formular/1'
  readonly name: string
  readonly version: string
  readonly titel: Text
  readonly leistung?: string
  readonly schriftform: Schriftform
  readonly datenschutz: Datenschutz
  readonly seiten: readonly Seite[]
  /** Bound in by `formularAus`: a snapshot of the form carries its words with it. */
  readonly texte: Texte
}

/** A file that was uploaded to a slot (question of type `datei`). */
export interface Upload {
  readonly slot: string
  readonly id: string
  readonly dateiname: string
  readonly bytes: number
  /** By content, not by extension, e.g. `application/pdf`. */
  readonly mediaType: string
  readonly sha256?: string
  /** What the virus scan said; shown at the file. */
  readonly pruefstatus?: 'sauber' | 'ungeprueft'
  /** Where its owner opens it; none where it is only listed. */
  readonly href?: string
}

/** A finding of the release check; `stufe: 'fehler'` forbids the release. */
export interface Befund {
  readonly pfad: string
  readonly code: string
  readonly text: string
  readonly stufe: 'fehler' | 'warnung'
}

export interface Kontext { readonly heute: Temporal.PlainDate, readonly lang?: string }

/** Every question of the form in order, with its page. Questions inside a group belong to the group. */
export const alleFragen = (formular: Formular): { seite: Seite, frage: Frage }[] =>
  formular.seiten.flatMap((seite) => seite.fragen.map((frage) => ({ seite, frage })))

export const isObject = (wert: unknown): wert is { readonly [key: string]: JsonWert } =>
  typeof wert === 'object' && wert !== null && !Array.isArray(wert)
