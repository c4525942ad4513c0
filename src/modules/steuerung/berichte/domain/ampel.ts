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
export interface Meldung {
  readonly ampeln: Ampeln | null; readonly prioritaet: Prioritaet | null
  /** On the critical path of the plan when the month was opened. */
  readonly kritisch?: boolean
}

export interface Zusammenfassung { readonly gruen: number; readonly gelb: number; readonly rot: number; readonly fehlt: number; readonly gesamt: Ampel | null; readonly grund: string }

/** Shown wherever an overall light is shown; `zusammenfassen` does exactly this. */
export const REGEL = 'Ein Vorhaben zeigt seine schlechteste Ampel. Zusammen gilt die schlechtere von zweien: Auf dem kritischen Weg des Programmplans zählt die schlechteste Ampel. '
  + 'Über alle Vorhaben wird gewichtet: hohe Priorität dreifach, mittlere oder keine doppelt, niedrige einfach; Rot, sobald mindestens ein Viertel des Gewichts rot ist; '
  + 'Gelb, sobald ein Vorhaben rot ist oder mindestens ein Viertel des Gewichts nicht grün ist; sonst Grün. Fehlende Berichte zählen nie als Farbe. Fehlt mehr als die Hälfte, gibt es keine gemeinsame Ampel.'

const GEWICHT: Readonly<Record<Prioritaet, number>> = { hoch: 3, mittel: 2, niedrig: 1 }

/** Many Vorhaben as one light by the rule above, with the reason for it. */
export const zusammenfassen = (meldungen: readonly Meldung[]): Zusammenfassung =>
  zusammenfassenFarben(meldungen.map(({ ampeln, ...rest }) => ({ farbe: ampeln && schlechteste(ampeln), ...rest })))

/** A Vorhaben of which only the worst light is known; null is no report. */
export interface Farbmeldung extends Pick<Meldung, 'prioritaet' | 'kritisch'> { readonly farbe: Ampel | null }

/** The same where the lights were read without their reports. */
export function zusammenfassenFarben(meldungen: readonly Farbmeldung[]): Zusammenfassung {
  const farben = meldungen.map(({ farbe, prioritaet, kritisch = false }) => ({ farbe, gewicht: GEWICHT[prioritaet ?? 'mittel'], kritisch }))
  const zahl = (gesucht: Ampel | null) => farben.filter(({ farbe }) => farbe === gesucht).length
  const zahlen = { gruen: zahl('gruen'), gelb: zahl('gelb'), rot: zahl('rot'), fehlt: zahl(null) }
  const ergebnis = (gesamt: Ampel | null, grund: string): Zusammenfassung => ({ ...zahlen, gesamt, grund })
  if (meldungen.length === 0) return ergebnis(null, 'Niemand musste berichten.')
  if (zahlen.fehlt * 2 > meldungen.length) return ergebnis(null, `Keine gemeinsame Ampel: ${zahlen.fehlt} von ${meldungen.length} Berichten fehlen.`)
  const gewichtet = gewichte(farben, zahlen, meldungen.length - zahlen.fehlt)
  const kritisch = AMPELN.findLast((ampel) => farben.some((eine) => eine.kritisch && eine.farbe === ampel))
  if (kritisch === undefined || AMPELN.indexOf(kritisch) <= AMPELN.indexOf(gewichtet.gesamt)) return ergebnis(gewichtet.gesamt, gewichtet.grund)
  return ergebnis(kritisch, `${AMPELWORT[kritisch]}: Auf dem kritischen Weg ist ein Vorhaben ${AMPELWORT[kritisch].toLowerCase()}.`)
}

function gewichte(farben: readonly { readonly farbe: Ampel | null; readonly gewicht: number }[], zahlen: { readonly gruen: number; readonly gelb: number; readonly rot: number }, berichtet: number): { gesamt: Ampel; grund: string } {
  const summe = (...gesucht: readonly Ampel[]) => farben.reduce((bisher, { farbe, gewicht }) => (farbe !== null && gesucht.includes(farbe) ? bisher + gewicht : bisher), 0)
  const alle = summe(...AMPELN)
  const sind = (anzahl: number, wort: string) => `${anzahl} von ${berichtet} berichtenden Vorhaben ${anzahl === 1 ? 'ist' : 'sind'} ${wort}`
  if (zahlen.rot > 0 && summe('rot') * 4 >= alle) return { gesamt: 'rot', grund: `Rot: ${sind(zahlen.rot, 'rot')}, nach Priorität gewichtet mindestens ein Viertel.` }
  if (zahlen.rot > 0) return { gesamt: 'gelb', grund: `Gelb: ${zahlen.rot === 1 ? 'Ein Vorhaben ist' : `${zahlen.rot} Vorhaben sind`} rot.` }
  if (zahlen.gelb > 0 && summe('gelb') * 4 >= alle) return { gesamt: 'gelb', grund: `Gelb: ${sind(zahlen.gelb, 'gelb')}, nach Priorität gewichtet mindestens ein Viertel.` }
  return { gesamt: 'gruen', grund: `Grün: ${sind(zahlen.gruen, 'grün')}.` }
}
