import { stringify } from 'yaml'
import { readYaml, YamlError } from '../../../../platform/yaml/index.js'

export const FARBEN = ['rot', 'orange', 'gruen', 'grau'] as const
export type Farbe = (typeof FARBEN)[number]

/** One level of a scale, from the lowest to the highest: „rot“, „orange“, „grün“. */
export interface Stufe { readonly schluessel: string; readonly name: string; readonly farbe: Farbe }
export interface Modellbaustein {
  readonly schluessel: string; readonly name: string; readonly kriterien: Readonly<Record<string, string>>
}
export interface Modellebene {
  readonly schluessel: string; readonly name: string; readonly bausteine: readonly Modellbaustein[]
}

/** A model of maturity as it was decided: what it judges, its scale, and by what one recognises each level. */
export interface Modellinhalt {
  readonly name: string
  /** What is judged, in one sentence. */
  readonly gegenstand: string
  readonly stufen: readonly Stufe[]
  readonly ebenen: readonly Modellebene[]
}

/** Far above any model that people can judge by. */
export const GRENZEN = { zeichen: 60_000, stufen: 10, ebenen: 20, bausteine: 40 } as const

type Roh = Readonly<Record<string, unknown>>
const SCHLUESSEL = /^[a-z0-9][a-z0-9-]{0,59}$/
const alsRoh = (wert: unknown): Roh =>
  (typeof wert === 'object' && wert !== null && !Array.isArray(wert) ? wert as Roh : {})
const liste = (wert: unknown): readonly unknown[] => (Array.isArray(wert) ? wert : [])

/** Reads a model from its text (YAML) and says everything that is wrong with it at once. */
export function leseModell(text: string): { readonly inhalt?: Modellinhalt; readonly fehler: readonly string[] } {
  if (
    text.length > GRENZEN.zeichen
  ) return { fehler: [`Der Text ist länger als ${GRENZEN.zeichen.toLocaleString('de-DE')} Zeichen.`] }
  const fehler: string[] = []
  let roh: Roh
  try { roh = alsRoh(readYaml(text)) } catch (error) {
    if (error instanceof YamlError) return { fehler: [error.message] }
    throw error
  }
  const wort = (von: Roh, feld: string, wo: string, hoechstens: number): string => {
    const wert = von[feld]
    if (typeof wert === 'string' && wert.trim() !== '' && wert.length <= hoechstens) return wert.trim()
    fehler.push(`${wo}: „${feld}“ fehlt oder ist länger als ${hoechstens} Zeichen.`)
    return ''
  }
  const stufen = liste(roh['stufen']).map((eine, i) => leseStufe(alsRoh(eine), i, wort, fehler))
  const ebenen = liste(roh['ebenen']).map((eine, i) => leseEbene(alsRoh(eine), i, stufen, wort))
  const inhalt: Modellinhalt = {
    name: wort(roh, 'name', 'Modell', 200), gegenstand: wort(roh, 'gegenstand', 'Modell', 500), stufen, ebenen,
  }
  pruefeGanzes(inhalt, fehler)
  return fehler.length > 0 ? { fehler } : { inhalt, fehler }
}

type Wort = (von: Roh, feld: string, wo: string, hoechstens: number) => string

function leseStufe(roh: Roh, i: number, wort: Wort, fehler: string[]): Stufe {
  const wo = `Stufe ${i + 1}`
  const farbe = roh['farbe'] ?? 'grau'
  if (!FARBEN.includes(farbe as Farbe)) fehler.push(`${wo}: „farbe“ ist eine von ${FARBEN.join(', ')}.`)
  return { schluessel: wort(roh, 'schluessel', wo, 60), name: wort(roh, 'name', wo, 60), farbe: farbe as Farbe }
}

function leseEbene(roh: Roh, i: number, stufen: readonly Stufe[], wort: Wort): Modellebene {
  const wo = `Ebene ${i + 1}`
  const bausteine = liste(roh['bausteine']).map((eines, j): Modellbaustein => {
    const [baustein, stelle] = [alsRoh(eines), `${wo}, Baustein ${j + 1}`]
    const kriterien = alsRoh(baustein['kriterien'])
    return {
      schluessel: wort(baustein, 'schluessel', stelle, 60), name: wort(baustein, 'name', stelle, 200), kriterien: Object
      .fromEntries(stufen.map(({ schluessel }) => [
        schluessel, wort(kriterien, schluessel, `${stelle}, Kriterien`, 1000),
      ])) }
  })
  return { schluessel: wort(roh, 'schluessel', wo, 60), name: wort(roh, 'name', wo, 200), bausteine }
}

function pruefeGanzes({ stufen, ebenen }: Modellinhalt, fehler: string[]): void {
  const bausteine = ebenen.flatMap((ebene) => ebene.bausteine)
  if (stufen.length < 2 || stufen.length > GRENZEN.stufen) fehler.push(`Ein Modell hat 2 bis ${GRENZEN.stufen} Stufen.`)
  if (ebenen.length < 1 || ebenen.length > GRENZEN.ebenen) fehler.push(`Ein Modell hat 1 bis ${GRENZEN.ebenen} Ebenen.`)
  if (bausteine.length < 1 || bausteine.length > GRENZEN.bausteine) fehler
    .push(`Ein Modell hat 1 bis ${GRENZEN.bausteine} Bausteine.`)
  for (const [was, alle] of [['Stufen', stufen], ['Ebenen', ebenen], ['Bausteine', bausteine]] as const) {
    const schluessel = alle.map((eines) => eines.schluessel)
    for (const einer of schluessel) if (einer !== '' && !SCHLUESSEL.test(einer)) fehler
      .push(`„${einer}“: Ein Schlüssel besteht aus Kleinbuchstaben, Ziffern und Bindestrichen.`)
    if (new Set(schluessel).size < schluessel.length) fehler.push(`${was}: Ein Schlüssel kommt zweimal vor.`)
  }
}

/** The model as text again, to be changed. */
export const alsModelltext = (inhalt: Modellinhalt): string => stringify(
  inhalt, { lineWidth: 0, aliasDuplicateObjects: false }
)

export const findBaustein = ({ ebenen }: Modellinhalt, schluessel: string): Modellbaustein | undefined => ebenen
  .flatMap(({ bausteine }) => bausteine)
  .find((eines) => eines.schluessel === schluessel)

/**
 * Which way a Baustein went between two years, by the order of the scale; undefined where one of them is not judged or
 * not
 * on this scale.
 */
export function entwicklung(
  { stufen }: Modellinhalt, vorher: string | undefined, nachher: string | undefined
): 'besser' | 'schlechter' | 'gleich' | undefined {
  const [a, b] = [vorher, nachher].map((eine) => stufen.findIndex(({ schluessel }) => schluessel === eine))
  if (a === undefined || b === undefined || a < 0 || b < 0) return undefined
  return b > a ? 'besser' : b < a ? 'schlechter' : 'gleich'
}
