import { RECHTSBEHELFE, type RechtsbehelfArt } from './rechtsbehelf.js'

/** Where the remedy is to be filed: court for the Klage, authority for Widerspruch and Einspruch. */
export type BelehrungParameter = {
  /** In the dative, as after "bei": 'dem Verwaltungsgericht Düsseldorf', 'der Stadt Musterstadt'. */
  readonly stelle: string
  /** One line: 'Bastionstraße 39, 40213 Düsseldorf'. */
  readonly anschrift: string
  /** Address or page for electronic filing; where the law allows it, the text names the way. */
  readonly elektronisch?: string
  /** What is challenged, in the accusative. */
  readonly gegenstand?: string
}

export type Belehrung = {
  readonly art: RechtsbehelfArt
  /** Stored with the decision: it decides later whether the month or the year runs (X3-02). */
  readonly version: string
  readonly text: string
}

/** Raise a version with every change of its text, however small; old decisions keep the one they were sent with. */
const FASSUNG: Readonly<Record<RechtsbehelfArt, string>> = {
  KLAGE: 'KLAGE/1', WIDERSPRUCH: 'WIDERSPRUCH/1', EINSPRUCH: 'EINSPRUCH/1', EINSPRUCH_AO: 'EINSPRUCH_AO/1',
}

/**
 * The Rechtsbehelfsbelehrung for one kind of remedy. It says from when the deadline runs but never how the Bekanntgabe
 * is computed: a number of days in a Belehrung became wrong in 2025 and made every such Belehrung wrong (X3-03). The
 * Rechtsamt of the town releases the wording.
 *
 * @throws RangeError when a parameter is empty: a Belehrung without an address is wrong
 */
export function belehrung(art: RechtsbehelfArt, parameter: BelehrungParameter): Belehrung {
  const stelle = parameter.stelle.trim()
  const anschrift = parameter.anschrift.trim()
  if (stelle === '' || anschrift === '') {
    throw new RangeError('Belehrung needs the name and address of court or authority')
  }
  const text = absaetze(art, { ...parameter, stelle, anschrift }).join('\n\n')
  const found = findHardCodedDayCounts(text)
  if (found.length > 0) throw new RangeError(`Belehrung must not contain a number of days: ${found[0]?.text}`)
  return { art, version: FASSUNG[art], text }
}

function absaetze(art: RechtsbehelfArt, parameter: BelehrungParameter): string[] {
  const { stelle, anschrift, elektronisch, gegenstand = 'diesen Bescheid' } = parameter
  const name = RECHTSBEHELFE[art].bezeichnung
  const online = (satz: string): string[] => (elektronisch ? [`${satz} ${elektronisch}`] : [])
  switch (art) {
    case 'KLAGE': return [
      `Gegen ${gegenstand} können Sie innerhalb eines Monats nach Bekanntgabe Klage erheben. Die Klage ist bei `
      + `${stelle}, ${anschrift}, schriftlich oder zur Niederschrift der Urkundsbeamtin oder des Urkundsbeamten der `
      + `Geschäftsstelle zu erheben.`,
      ...online('Sie können die Klage auch als elektronisches Dokument nach § 55a der Verwaltungsgerichtsordnung '
        + 'erheben. Hinweise dazu finden Sie hier:'),
    ]
    case 'WIDERSPRUCH': return [
      `Gegen ${gegenstand} können Sie innerhalb eines Monats nach Bekanntgabe ${name} erheben. Der ${name} ist bei `
      + `${stelle}, ${anschrift}, schriftlich, in einer elektronischen Form, die die Schriftform ersetzt, oder zur `
      + `Niederschrift zu erheben.`,
      ...online('Elektronisch erreichen Sie uns dafür hier:'),
    ]
    case 'EINSPRUCH': return [
      `Gegen ${gegenstand} können Sie innerhalb von zwei Wochen nach Zustellung ${name} einlegen. Der ${name} ist `
      + `bei ${stelle}, ${anschrift}, schriftlich oder zur Niederschrift einzulegen. Er muss dort innerhalb `
      + `dieser Frist eingehen.`,
      'Legen Sie keinen Einspruch ein, wird der Bußgeldbescheid rechtskräftig und vollstreckbar. Nach einem '
      + 'Einspruch kann auch eine für Sie nachteiligere Entscheidung getroffen werden.',
      ...online('Elektronisch erreichen Sie uns dafür hier:'),
    ]
    case 'EINSPRUCH_AO': return [
      `Gegen ${gegenstand} können Sie innerhalb eines Monats nach Bekanntgabe ${name} einlegen. Der ${name} ist bei `
      + `${stelle}, ${anschrift}, schriftlich, elektronisch oder zur Niederschrift einzulegen.`,
      ...online('Elektronisch erreichen Sie uns dafür hier:'),
    ]
  }
}

export type DayCount = { readonly index: number, readonly text: string }

const CARDINAL = 'ein(?:en|em|es|er|e)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|vierzehn|dreißig'
const ORDINAL = 'erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|vierzehnte'
const DAY_COUNT = new RegExp(
  `(?<![\\p{L}\\d.{])(?:`
  + `(?:\\d+\\.?|${CARDINAL})[\\s\\u00a0-]+(?:volle[nr]?\\s+|weitere[nr]?\\s+)?(?:(?:Werk|Arbeits|Kalender)-?)?`
  + `Tag(?:e|en|es|s)?(?:-?(?:frist|fiktion|regel)\\p{L}*)?`
  + `|(?:${ORDINAL})[nrsm]?[\\s\\u00a0]+(?:(?:Werk|Arbeits|Kalender))?Tag(?:e|en|es|s)?`
  + `|(?:${CARDINAL})tage?s?-?(?:frist|fiktion|regel)\\p{L}*`
  + `|(?:\\d+-?|${CARDINAL})tägig\\p{L}*`
  + `)(?![\\p{L}\\d])`, 'giu')

/**
 * Numbers of days written into a text or template: 'drei Tage', '4. Tag', 'am vierten Tage', 'Drei-Tages-Fiktion',
 * 'dreitägig'. Placeholders such as '{{tage}} Tage' are fine, and so are months and weeks. The lint for every template
 * that speaks about Bekanntgabe (X3-03).
 */
export function findHardCodedDayCounts(text: string): DayCount[] {
  return [...text.normalize('NFC').matchAll(DAY_COUNT)].map((match) => ({ index: match.index, text: match[0] }))
}
