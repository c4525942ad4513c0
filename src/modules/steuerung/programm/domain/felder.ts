import { BAUSTEINARTEN } from './arten.js'
import { TEXTFELDER } from './steckbrief.js'

/**
 * What a person may write on an object, each value as text ('' means: not said). One notation for the form, for the history, for
 * comparing what two people changed, and for imports.
 */
export type Felder = Readonly<Record<string, string>>

export interface Feldart { readonly titel: string; readonly art: 'text' | 'zahl' | 'datum' | 'jaNein' | 'liste' | 'id' | 'wahl'; readonly max: number; readonly wahl?: readonly string[] }

export const FELDER: Readonly<Record<string, Feldart>> = {
  name: { titel: 'Name', art: 'text', max: 300 },
  nummer: { titel: 'Nummer', art: 'text', max: 20 },
  bausteinart: { titel: 'Bausteinart', art: 'wahl', max: 20, wahl: Object.keys(BAUSTEINARTEN) },
  oberId: { titel: 'Gehört zu', art: 'id', max: 36 },
  prioritaet: { titel: 'Priorität', art: 'wahl', max: 20, wahl: ['niedrig', 'mittel', 'hoch'] },
  dauerMonate: { titel: 'Laufzeit in Monaten', art: 'zahl', max: 600 },
  fortlaufend: { titel: 'Fortlaufend', art: 'jaNein', max: 2 },
  beginn: { titel: 'Beginn', art: 'datum', max: 10 },
  ende: { titel: 'Ende', art: 'datum', max: 10 },
  beginnIst: { titel: 'Tatsächlicher Beginn', art: 'datum', max: 10 },
  endeIst: { titel: 'Tatsächliches Ende', art: 'datum', max: 10 },
  frist: { titel: 'Frist von außen', art: 'datum', max: 10 },
  kostenklasse: { titel: 'Kostenklasse', art: 'zahl', max: 99 },
  einheitId: { titel: 'Zuständige Einheit', art: 'id', max: 36 },
  verantwortlichKontoId: { titel: 'Verantwortliche Person', art: 'id', max: 36 },
  verantwortlich: { titel: 'Verantwortlich', art: 'text', max: 200 },
  beteiligte: { titel: 'Beteiligte', art: 'liste', max: 4000 },
  ...Object.fromEntries(Object.entries(TEXTFELDER).map(([feld, { titel }]) => [`texte.${feld}`, { titel, art: 'text' as const, max: 20_000 }])),
}

/** The fields whose change is a shift of dates, which wants to be explained and which other rooms follow. */
export const TERMINFELDER: ReadonlySet<string> = new Set(['beginn', 'ende', 'beginnIst', 'endeIst'])

interface Inhalt {
  readonly name: string; readonly nummer: string | null; readonly bausteinart: string | null; readonly oberId: string | null; readonly prioritaet: string | null
  readonly dauerMonate: number | null; readonly fortlaufend: boolean; readonly beginn: Temporal.PlainDate | null; readonly ende: Temporal.PlainDate | null
  readonly beginnIst: Temporal.PlainDate | null; readonly endeIst: Temporal.PlainDate | null; readonly frist: Temporal.PlainDate | null; readonly kostenklasse: number | null
  readonly einheitId: string | null; readonly verantwortlichKontoId: string | null; readonly verantwortlich: string | null; readonly beteiligte: readonly string[]
  readonly texte: Readonly<Record<string, string>>
}

/** An object as texts, every known field there. */
export function alsFelder(objekt: Inhalt): Record<string, string> {
  return Object.fromEntries(Object.keys(FELDER).map((feld) => {
    if (feld.startsWith('texte.')) return [feld, objekt.texte[feld.slice(6)] ?? '']
    const value = objekt[feld as keyof Inhalt]
    if (feld === 'fortlaufend') return [feld, objekt.fortlaufend ? 'ja' : '']
    return [feld, Array.isArray(value) ? value.join('\n') : value === null || value === undefined ? '' : String(value)]
  }))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const istTag = (text: string) => /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text) && Number(text.slice(8)) >= 1 && Number(text.slice(8)) <= Temporal.PlainYearMonth.from(text.slice(0, 7)).daysInMonth && text >= '1990' && text < '2200'

/** All complaints about the fields at once; unknown fields are a bug of the caller. */
export function pruefeFelder(felder: Felder): { feld: string; text: string }[] {
  const fehler = Object.entries(felder).flatMap(([feld, text]) => {
    const klage = pruefeFeld(feld, text)
    return klage ? [{ feld, text: klage }] : []
  })
  if (fehler.length > 0) return fehler
  const vor = (a: string | undefined, b: string | undefined) => Boolean(a && b && b < a)
  if (vor(felder['beginn'], felder['ende'])) fehler.push({ feld: 'ende', text: 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide Daten.' })
  if (vor(felder['beginnIst'], felder['endeIst'])) fehler.push({ feld: 'endeIst', text: 'Das tatsächliche Ende liegt vor dem tatsächlichen Beginn. Bitte prüfen Sie beide Daten.' })
  return fehler
}

function pruefeFeld(feld: string, text: string): string | undefined {
  const art = FELDER[feld]
  if (!art) throw new RangeError(`unknown field ${feld}`)
  if (feld === 'name' && text.trim() === '') return 'Bitte geben Sie einen Namen ein.'
  if (text === '') return undefined
  if (art.art === 'zahl') return /^\d{1,3}$/.test(text) && Number(text) <= art.max && (feld === 'kostenklasse' || Number(text) >= 1) ? undefined : `Bitte geben Sie eine ganze Zahl ${feld === 'kostenklasse' ? 'von 0' : 'von 1'} bis ${art.max} ein.`
  if (art.art === 'datum') return istTag(text) ? undefined : 'Diesen Tag gibt es nicht. Bitte prüfen Sie Tag, Monat und Jahr.'
  if (art.art === 'jaNein') return text === 'ja' ? undefined : 'Bitte wählen Sie ja oder nein.'
  if (art.art === 'id') return UUID.test(text) ? undefined : 'Bitte wählen Sie einen Eintrag aus der Liste.'
  if (art.art === 'wahl') return art.wahl?.includes(text) ? undefined : 'Bitte wählen Sie einen Eintrag aus der Liste.'
  if (text.length > art.max) return `Bitte kürzen Sie den Text auf ${art.max} Zeichen.`
  if (art.art === 'liste') return text.split('\n').length > 100 ? 'Bitte nennen Sie höchstens 100 Beteiligte.' : undefined
  return undefined
}

/** Surrounding blanks never count, lines of a list neither when empty; line ends are those of the browser or of the file. */
export function normalisiere(feld: string, text: string): string {
  const glatt = text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\u0000', '').trim()
  return FELDER[feld]?.art === 'liste' ? [...new Set(glatt.split('\n').map((zeile) => zeile.trim()).filter(Boolean))].join('\n') : glatt
}
