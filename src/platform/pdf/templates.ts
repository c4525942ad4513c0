/**
 * What the templates in `templates/` expect as data. Dates, amounts and numbers come as the text that is printed: the
 * caller knows the language and the zone, and what was printed can be read again in the stored data.
 */

/** One part of a text. A plain string is a paragraph; line feeds in it break lines. */
export type Baustein =
  | string
  | { art: 'ueberschrift'; text: string; ebene?: 1 | 2 }
  | { art: 'liste'; punkte: string[]; nummeriert?: boolean }
  | { art: 'tabelle'; kopf: string[]; zeilen: string[][]; rechts?: number[]; summe?: string[] }
  | { art: 'angaben'; zeilen: Bezeichnet[] }
  | { art: 'hinweis'; text: string }

/** The sender. `farbe` is `#rrggbb` and needs contrast 4.5 : 1 to white; `wappenSvg` is a trusted SVG document. */
export type Absender = {
  name: string
  bereich?: string
  anschrift: string[]
  telefon?: string
  email?: string
  internet?: string
  oeffnungszeiten?: string
  bank?: string
  wappenSvg?: string
  farbe?: string
}

export type Bezeichnet = { bezeichnung: string; wert: string }

/** What every letter has (DIN 5008 form B). `infoblock` are the rows at the right of the first page, in order. */
export type BriefRahmen = {
  absender: Absender
  empfaenger: string[]
  /** Postal note above the address, such as "Gegen Postzustellungsurkunde". */
  vermerk?: string
  infoblock: Bezeichnet[]
  betreff: string
  /** Document title in the file's metadata; the subject when absent. */
  titel?: string
  /** Prints ENTWURF across every page and above the text. */
  entwurf?: boolean
}

/** `templates/brief.typ`: any letter. */
export type BriefDaten = BriefRahmen & {
  anrede?: string
  inhalt: Baustein[]
  gruss?: string
  unterzeichner?: string[]
  anlagen?: string[]
}

export type Anlage = { name: string; sha256: string; groesse?: string; bezeichnung?: string }

/** One section of a form as the person saw it. A question without answer has `antwort: ''`. */
export type Abschnitt = { titel: string; angaben: { frage: string; antwort: string }[] }

/** `templates/eingangsbestaetigung.typ`. */
export type EingangsbestaetigungDaten = BriefRahmen & {
  vorgangsnummer: string
  leistung: string
  eingegangenAm: string
  kanal?: string
  kontakt: string[]
  dauer: string
  naechsteSchritte: string[]
  anlagen: Anlage[]
  abschnitte: Abschnitt[]
}

/** `templates/antrag.typ`: the declaration as it was handed in; no letter, it has no addressee. */
export type AntragDaten = {
  absender: Absender
  leistung: string
  vorgangsnummer: string
  eingegangenAm: string
  formular: string
  abschnitte: Abschnitt[]
  /** Statements that were confirmed, in their wording. */
  erklaerungen?: string[]
  anlagen: Anlage[]
}

/** `templates/bescheid.typ` (§§ 37, 39 VwVfG NRW). Exactly one of `verantwortlich` and `automatisch`. */
export type BescheidDaten = BriefRahmen & {
  anrede?: string
  tenor: Baustein[]
  begruendung?: Baustein[]
  kosten?: Baustein[]
  rechtsbehelfsbelehrung: Baustein[]
  gruss?: string
  verantwortlich?: string[]
  /** The note that replaces the name when nobody decided (§ 35a VwVfG). */
  automatisch?: string
  anlagen?: string[]
}

/** `templates/protokoll.typ`: a table of events. `breiten` are shares; without them columns share the width equally. */
export type ProtokollDaten = {
  absender: Absender
  titel: string
  angaben: Bezeichnet[]
  spalten: string[]
  breiten?: number[]
  zeilen: string[][]
  schluss?: string
}
