import { searchKey } from '../../../../platform/text/index.js'
import type { Cents } from '../../../../platform/money/index.js'

/** What a column of the file can mean. */
export const ZIELE = {
  zeile: 'Zeile (Kennung aus der Ausfuhr)', vorhaben: 'Vorhaben (Nummer oder Name)', bezeichnung: 'Bezeichnung', produkt: 'Produkt', sachkonto: 'Sachkonto', jahr: 'Haushaltsjahr',
  nachtrag: 'Nachtrag', obligo: 'Obligo (bestellt)', ist: 'Ist (gebucht)', prognose: 'Prognose',
} as const
export type Ziel = keyof typeof ZIELE
export const BETRAEGE = ['nachtrag', 'obligo', 'ist', 'prognose'] as const satisfies readonly Ziel[]
export type Betragsziel = (typeof BETRAEGE)[number]

/** Which column of the file (by its place) says what; undefined: none does. */
export type Zuordnung = Readonly<Partial<Record<Ziel, number>>>

/** Headings as budget systems write them. Whole words, so that „Ist“ is not found in „Leistung“. */
const WORTE: Readonly<Record<Ziel, readonly string[]>> = {
  zeile: ['zeile', 'zeilen id', 'id', 'kennung'], vorhaben: ['vorhaben', 'baustein', 'massnahme', 'projekt', 'investitionsnummer', 'nummer'], bezeichnung: ['bezeichnung', 'zweck', 'text'],
  produkt: ['produkt', 'produktnummer', 'kostentraeger'], sachkonto: ['sachkonto', 'konto', 'kontonummer'], jahr: ['jahr', 'haushaltsjahr', 'hhj'],
  nachtrag: ['nachtrag', 'nachtraege'], obligo: ['obligo', 'bestellt', 'bestellobligo', 'auftraege', 'gebunden'], ist: ['ist', 'gebucht', 'anordnungssoll', 'ausgezahlt', 'angeordnet'], prognose: ['prognose', 'hochrechnung', 'erwartet', 'vorschau'],
}

/** Guesses by the headings; the person sees the guess and can change it. A column is given once. */
export function ordneZu(kopf: readonly string[]): Zuordnung {
  const schluessel = kopf.map((titel) => searchKey(titel).replaceAll(/[^a-z0-9]+/g, ' ').trim())
  const vergeben = new Set<number>()
  const ergebnis: Partial<Record<Ziel, number>> = {}
  const setze = (ziel: Ziel, treffer: (titel: string) => boolean) => {
    const index = ergebnis[ziel] === undefined ? schluessel.findIndex((titel, i) => !vergeben.has(i) && treffer(titel)) : -1
    if (index >= 0) { ergebnis[ziel] = index; vergeben.add(index) }
  }
  const ziele = Object.keys(ZIELE) as Ziel[]
  for (const ziel of ziele) setze(ziel, (titel) => WORTE[ziel].some((wort) => searchKey(wort) === titel))
  for (const ziel of ziele) setze(ziel, (titel) => WORTE[ziel].some((wort) => ` ${titel} `.includes(` ${searchKey(wort)} `)))
  return ergebnis
}

export type Dezimalzeichen = 'komma' | 'punkt'

const DEUTSCH = /^[-+−]?(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})$/
const ENGLISCH = /^[-+−]?(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})$/
const MEHRDEUTIG = /^[-+−]?\d{1,3}([.,]\d{3})+$/

const bereinigt = (text: string): string => text.replaceAll(/[\s\u00a0\u202f€']|EUR/gu, '').replace(/^(.+)-$/, '-$1')

/** What the amounts of a file use before the cents, if any of them shows it; 'gemischt' where they contradict each other. */
export function erkenneDezimalzeichen(texte: readonly string[]): Dezimalzeichen | 'gemischt' | undefined {
  const rein = texte.map(bereinigt)
  const [komma, punkt] = [rein.some((text) => DEUTSCH.test(text)), rein.some((text) => ENGLISCH.test(text))]
  return komma && punkt ? 'gemischt' : komma ? 'komma' : punkt ? 'punkt' : undefined
}

export type Gelesen = { readonly ok: true; readonly cent: Cents | null } | { readonly ok: false; readonly text: string }

/** One cell as cents; empty is null. '1.234' without a sign of what the file uses is refused, not guessed. */
export function leseBetrag(text: string, dezimal: Dezimalzeichen | undefined): Gelesen {
  const rein = bereinigt(text).replace('−', '-')
  if (rein === '' || rein === '-' || rein === '–') return { ok: true, cent: null }
  if (dezimal === undefined && MEHRDEUTIG.test(rein)) return { ok: false, text: `„${text}“ kann zweierlei heißen. Wählen Sie, ob die Datei Komma oder Punkt vor den Cent schreibt.` }
  const [tausender, komma] = dezimal === 'punkt' ? [',', '.'] : ['.', ',']
  const zahl = dezimal === undefined ? rein.replace(',', '.') : rein
  const muster = dezimal === undefined ? /^[-+]?\d{1,13}(\.\d{1,2})?$/ : dezimal === 'komma' ? /^[-+]?(\d{1,13}|\d{1,3}(\.\d{3}){1,4})(,\d{0,2})?$/ : /^[-+]?(\d{1,13}|\d{1,3}(,\d{3}){1,4})(\.\d{0,2})?$/
  if (!muster.test(zahl)) return { ok: false, text: `„${text}“ ist kein Betrag mit höchstens zwei Stellen nach dem ${dezimal === 'punkt' ? 'Punkt' : 'Komma'}.` }
  const [ganz = '', bruch = ''] = (dezimal === undefined ? zahl : zahl.replaceAll(tausender, '').replace(komma, '.')).split('.')
  const betrag = BigInt(ganz.replace(/^[-+]/, '') || '0') * 100n + BigInt(bruch.padEnd(2, '0'))
  return { ok: true, cent: ganz.startsWith('-') ? -betrag : betrag }
}
