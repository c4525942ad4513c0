import type { Absender, Bezeichnet } from '../../../../platform/pdf/index.js'

/** One line of the chart: a month with how many Vorhaben showed which light. `bild` is an SVG, `alt` says the same. */
export type Monatsbalken = { monat: string; gruen: string; gelb: string; rot: string; fehlt: string; gesamt: string; bild: string; alt: string }

/** `templates/programmbericht.typ`: everything as it is printed, frozen with the report. */
export type ProgrammberichtDaten = {
  absender: Absender
  titel: string
  angaben: Bezeichnet[]
  einleitung: string[]
  lage: string
  regel: string
  balken: Monatsbalken[]
  bildunterschrift: string
  ampeln: { kopf: string[]; zeilen: string[][] }
  auffaellig: { vorhaben: string; baustein: string; angaben: Bezeichnet[] }[]
  fehlende: string[][]
  entscheidungen: string[][]
  meilensteine: { kopf: string[]; zeilen: string[][] }
}
