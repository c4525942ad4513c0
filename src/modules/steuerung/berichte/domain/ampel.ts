/** The three lights of a Statusbericht and how many become one (H4-01, H4-07). */
export const AMPELN = ['gruen', 'gelb', 'rot'] as const
export type Ampel = (typeof AMPELN)[number]
export type Prioritaet = 'niedrig' | 'mittel' | 'hoch'

export const AMPELWORT: Readonly<Record<Ampel, string>> = { gruen: 'Grün', gelb: 'Gelb', rot: 'Rot' }
export const KEIN_BERICHT = 'kein Bericht'

export const DIMENSIONEN = ['zeit', 'ressourcen', 'qualitaet'] as const
export type Dimension = (typeof DIMENSIONEN)[number]
export const DIMENSIONSWORT: Readonly<Record<Dimension, string>> = { zeit: 'Zeit', ressourcen: 'Ressourcen', qualitaet: 'Qualität' }

export type Ampeln = Readonly<Record<Dimension, Ampel>>

/** A Vorhaben shows its worst light. */
export const schlechteste = (ampeln: Ampeln): Ampel => AMPELN.findLast((ampel) => DIMENSIONEN.some((dimension) => ampeln[dimension] === ampel)) ?? 'gruen'

/** The dimensions that are not green: why a light is what it is. */
export const auffaellig = (ampeln: Ampeln): readonly Dimension[] => DIMENSIONEN.filter((dimension) => ampeln[dimension] !== 'gruen')

/** One Vorhaben of a month; `ampeln` null means that nobody reported. */
export interface Meldung { readonly ampeln: Ampeln | null; readonly prioritaet: Prioritaet | null }

export interface Zusammenfassung { readonly gruen: number; readonly gelb: number; readonly rot: number; readonly fehlt: number; readonly gesamt: Ampel | null; readonly grund: string }

/** Shown wherever an overall light is shown; `zusammenfassen` does exactly this. */
export const REGEL = 'Ein Vorhaben zeigt seine schlechteste Ampel. Zusammen gilt: Rot, sobald ein Vorhaben mit hoher Priorität rot ist oder mindestens ein Viertel der berichtenden Vorhaben rot ist; '
  + 'Gelb, sobald ein Vorhaben rot ist oder mindestens ein Viertel nicht grün ist; sonst Grün. Fehlende Berichte zählen nie als Farbe. Fehlt mehr als die Hälfte, gibt es keine gemeinsame Ampel.'

/** Many Vorhaben as one light by the rule above, with the reason for it. */
export function zusammenfassen(meldungen: readonly Meldung[]): Zusammenfassung {
  const farben = meldungen.map(({ ampeln, prioritaet }) => ({ farbe: ampeln && schlechteste(ampeln), prioritaet }))
  const zahl = (gesucht: Ampel | null) => farben.filter(({ farbe }) => farbe === gesucht).length
  const zahlen = { gruen: zahl('gruen'), gelb: zahl('gelb'), rot: zahl('rot'), fehlt: zahl(null) }
  const berichtet = meldungen.length - zahlen.fehlt
  const ergebnis = (gesamt: Ampel | null, grund: string): Zusammenfassung => ({ ...zahlen, gesamt, grund })
  if (meldungen.length === 0) return ergebnis(null, 'Niemand musste berichten.')
  if (zahlen.fehlt * 2 > meldungen.length) return ergebnis(null, `Keine gemeinsame Ampel: ${zahlen.fehlt} von ${meldungen.length} Berichten fehlen.`)
  if (farben.some(({ farbe, prioritaet }) => farbe === 'rot' && prioritaet === 'hoch')) return ergebnis('rot', 'Rot: Ein Vorhaben mit hoher Priorität ist rot.')
  if (zahlen.rot * 4 >= berichtet && zahlen.rot > 0) return ergebnis('rot', `Rot: ${zahlen.rot} von ${berichtet} berichtenden Vorhaben sind rot.`)
  if (zahlen.rot > 0) return ergebnis('gelb', `Gelb: ${zahlen.rot === 1 ? 'Ein Vorhaben ist' : `${zahlen.rot} Vorhaben sind`} rot.`)
  if (zahlen.gelb * 4 >= berichtet && zahlen.gelb > 0) return ergebnis('gelb', `Gelb: ${zahlen.gelb} von ${berichtet} berichtenden Vorhaben sind gelb.`)
  return ergebnis('gruen', `Grün: ${zahlen.gruen} von ${berichtet} berichtenden Vorhaben sind grün.`)
}
