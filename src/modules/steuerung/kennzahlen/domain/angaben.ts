import type { Feldfehler } from '../../../../platform/errors.js'
import { isSafeLink } from '../../../../platform/text/index.js'
import { parseDate } from '../../../../platform/time/index.js'
import { ARTEN, PROZENT, RICHTUNGEN, type Art, type Messung, type Richtung } from './kennzahl.js'
import { leseZahl, type Zahl } from './zahl.js'
import { HAEUFIGKEITEN, type Haeufigkeit } from './zeitraum.js'

type Tag = Temporal.PlainDate

/** What a form says of a Kennzahl, as it was typed; '' is not said. */
export const ANGABEN = {
  name: 'Name', definition: 'Definition', zielId: 'Ziel', quelle: 'Quelle', art: 'Art', masseinheit: 'Maßeinheit',
  nachkomma: 'Nachkommastellen', richtung: 'Richtung',
  summierbar: 'Werte von Einheiten', einheitId: 'Verantwortliche Einheit', haeufigkeit: 'Häufigkeit',
  ausgangswert: 'Ausgangswert', ausgangAm: 'Ausgangswert vom', zielwert: 'Zielwert', zielAm: 'Zieltermin',
} as const
export type Angabe = keyof typeof ANGABEN
export const ANGABENNAMEN = Object.keys(ANGABEN) as readonly Angabe[]
export type Angaben = Readonly<Record<Angabe, string>>

export interface Festlegung {
  readonly name: string; readonly definition: string; readonly zielId: string | null; readonly quelle: string | null;
  readonly art: Art; readonly masseinheit: string; readonly nachkomma: number
  readonly richtung: Richtung; readonly summierbar: boolean; readonly einheitId: string | null;
  readonly haeufigkeit: Haeufigkeit
  readonly ausgangswert: Zahl | null; readonly ausgangAm: Tag | null; readonly zielwert: Zahl | null;
  readonly zielAm: Tag | null
}

/** A typed day; a wrong one is named among the errors. */
export function tagAus(feld: string, text: string, heute: Tag, fehler: Feldfehler[]): Tag | null {
  const gelesen = parseDate(text, heute.year)
  if (!gelesen.ok) { fehler.push({ feld, text: gelesen.message }); return null }
  if (gelesen.value.year < 1990 || gelesen.value.year > 2199) {
    fehler.push({ feld, text: 'Geben Sie ein Jahr zwischen 1990 und 2199 ein.' }); return null
  }
  return gelesen.value
}

export function zahlAusText(feld: string, text: string, fehler: Feldfehler[]): Zahl | null {
  const gelesen = leseZahl(text)
  if (gelesen.ok) return gelesen.wert
  fehler.push({ feld, text: gelesen.text })
  return null
}

/** Reads a definition; undefined with every wrong field in `fehler`. */
export function leseFestlegung(angaben: Angaben, heute: Tag, fehler: Feldfehler[]): Festlegung | undefined {
  const vorher = fehler.length
  const wahl = <T extends string>(feld: Angabe, werte: Readonly<Record<T, unknown>>, vorgabe: T): T => {
    if (Object.hasOwn(werte, angaben[feld])) return angaben[feld] as T
    fehler.push({ feld, text: `${ANGABEN[feld]}: Bitte wählen Sie einen der angebotenen Werte.` })
    return vorgabe
  }
  for (const feld of ['name', 'definition'] as const) if (angaben[feld] === '') fehler.push({
    feld,
    text: feld === 'name' ? 'Geben Sie der Kennzahl einen Namen.' : 'Schreiben Sie, was genau gezählt wird und was nicht.'
  })
  const art = wahl<Art>('art', ARTEN, 'zahl')
  if (art === 'zahl' && angaben.masseinheit === '') fehler.push({
    feld: 'masseinheit', text: 'Geben Sie an, worin gezählt wird, zum Beispiel Tage oder Dienste.',
  })
  if (!/^[0-4]$/.test(angaben.nachkomma)) fehler.push({
    feld: 'nachkomma', text: 'Wählen Sie 0 bis 4 Stellen nach dem Komma.',
  })
  const [
    richtung, haeufigkeit,
  ] = [wahl('richtung', RICHTUNGEN, 'hoch'), wahl('haeufigkeit', HAEUFIGKEITEN, 'monatlich')]
  const [ausgangswert, ausgangAm] = paar(angaben, 'ausgangswert', 'ausgangAm', heute, fehler)
  const [zielwert, zielAm] = paar(angaben, 'zielwert', 'zielAm', heute, fehler)
  if (ausgangAm && zielAm && Temporal.PlainDate.compare(ausgangAm, zielAm) >= 0) fehler.push({
    feld: 'zielAm', text: 'Der Zieltermin liegt nach dem Tag des Ausgangswerts.',
  })
  if (fehler.length > vorher) return undefined
  return {
    name: angaben.name, definition: angaben.definition, zielId: angaben.zielId || null, quelle: angaben.quelle || null,
    art, masseinheit: art === 'anteil' ? PROZENT : angaben.masseinheit,
    nachkomma: Number(angaben.nachkomma), richtung, summierbar: art === 'anteil' || angaben.summierbar === 'ja',
    einheitId: angaben.einheitId || null, haeufigkeit, ausgangswert, ausgangAm, zielwert, zielAm,
  }
}

/** A value and its day: both or neither. */
function paar(
  angaben: Angaben, wertfeld: 'ausgangswert' | 'zielwert', tagfeld: 'ausgangAm' | 'zielAm', heute: Tag,
  fehler: Feldfehler[]
): readonly [Zahl | null, Tag | null] {
  const [wert, tag] = [angaben[wertfeld], angaben[tagfeld]]
  if (wert === '' && tag === '') return [null, null]
  if (wert === '') fehler.push({ feld: wertfeld, text: `${ANGABEN[wertfeld]}: Zum Tag gehört eine Zahl.` })
  if (tag === '') fehler.push({ feld: tagfeld, text: `${ANGABEN[tagfeld]}: Zur Zahl gehört ein Tag.` })
  return [
    wert === '' ? null : zahlAusText(wertfeld, wert, fehler), tag === '' ? null : tagAus(tagfeld, tag, heute, fehler),
  ]
}

/** The typed value of a Kennzahl: a number, or numerator and denominator. Undefined with what is wrong in `fehler`. */
export function leseMessung(
  art: Art, { zahl, zaehler, nenner }: { zahl: string; zaehler: string; nenner: string }, fehler: Feldfehler[]
): Messung | undefined {
  if (art === 'zahl') {
    const wert = zahlAusText('zahl', zahl, fehler)
    return wert === null ? undefined : { zahl: wert }
  }
  const [oben, unten] = [zahlAusText('zaehler', zaehler, fehler), zahlAusText('nenner', nenner, fehler)]
  if (oben === null || unten === null) return undefined
  if (oben < 0n) fehler.push({ feld: 'zaehler', text: 'Der Zähler eines Anteils ist nicht negativ.' })
  if (unten < 0n) fehler.push({ feld: 'nenner', text: 'Der Nenner eines Anteils ist nicht negativ.' })
  if (unten === 0n && oben > 0n) fehler.push({
    feld: 'nenner', text: 'Von 0 kann nichts gezählt worden sein. Geben Sie an, woraus der Zähler stammt.',
  })
  return oben < 0n || unten < 0n || (unten === 0n && oben > 0n) ? undefined : { zaehler: oben, nenner: unten }
}

/** Something that others can look up has to stand behind what was judged or typed. */
export function pruefeNachweis(
  { nachweis, nachweisLink }: { nachweis: string; nachweisLink: string }, fehler: Feldfehler[]
): void {
  if (nachweis === '' && nachweisLink === '') fehler.push({
    feld: 'nachweis', text: 'Geben Sie an, woher das stammt: eine Auswertung, ein Dokument oder ein Verweis.',
  })
  if (nachweisLink !== '' && !isSafeLink(nachweisLink)) fehler.push({
    feld: 'nachweisLink',
    text: 'Ein Verweis beginnt mit https:// oder ist die Adresse einer Seite dieses Programms, zum Beispiel /arbeitsplatz/akten.'
  })
}
