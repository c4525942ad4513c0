import type { Eingabe } from '../../domain/eingabe.js'

/** A date from one field (TT.MM.JJJJ) or from three (`.tag`, `.monat`, `.jahr`), as one text. */
export const geschriebenesDatum = (eingabe: Eingabe, unbekannt = ''): string => {
  const teile = ['tag', 'monat', 'jahr'].map((teil) => eingabe.text(teil))
  if (teile.every((teil) => teil === '')) return eingabe.text()
  return [teile[0] || unbekannt, teile[1] || unbekannt, teile[2]].join('.')
}
