/** One level of a scale, from the lowest to the highest: „rot“, „orange“, „grün“. */
export interface Stufe { readonly schluessel: string; readonly name: string }
export interface Modellbaustein { readonly schluessel: string; readonly name: string; readonly kriterien: Readonly<Record<string, string>> }
export interface Modellebene { readonly schluessel: string; readonly name: string; readonly bausteine: readonly Modellbaustein[] }

/** A model of maturity as it was decided: what it judges, its scale, and by what one recognises each level. */
export interface Modellinhalt {
  readonly name: string
  /** What is judged, in one sentence: „die Organisation der Stadtverwaltung“. */
  readonly gegenstand: string
  readonly stufen: readonly Stufe[]
  readonly ebenen: readonly Modellebene[]
}
