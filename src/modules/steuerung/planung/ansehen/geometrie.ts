import { tagAus } from '../domain/tage.js'
import type { Planzeile } from './query.js'

/** Widths of a day in the picture, in pixels. */
export const ZOOM = { tag: 24, woche: 8, monat: 3, quartal: 1 } as const
export type Zoom = keyof typeof ZOOM
export const ZOOMNAMEN: Readonly<Record<Zoom, string>> = { tag: 'Tage', woche: 'Wochen', monat: 'Monate', quartal: 'Quartale' }

export const ZEILE = 32

export interface Skala {
  readonly zoom: Zoom
  readonly breite: number
  readonly hoehe: number
  readonly vonTag: number
  readonly bisTag: number
  /** Left edge of a day. */
  x(tag: number): number
}

/** A picture wider than this is no picture any more; the day then gets narrower. */
const HOECHSTBREITE = 24_000

/** The scale that shows every bar, with room for today's line and a month on either side. */
export function skalaFuer(zeilen: readonly Planzeile[], zoom: Zoom, heute: Temporal.PlainDate): Skala {
  let von = tagAus(heute)
  let bis = von
  for (const { termin, basis, eintrag } of zeilen) {
    von = Math.min(von, tagAus(termin.beginn), basis ? tagAus(basis.beginn) : von)
    bis = Math.max(bis, tagAus(termin.ende ?? termin.beginn), basis?.ende ? tagAus(basis.ende) : bis, eintrag.frist ? tagAus(eintrag.frist) : bis)
  }
  const erster = monatsanfang(von, -1)
  const letzter = monatsanfang(bis, 2)
  const tagesbreite = Math.min(ZOOM[zoom], HOECHSTBREITE / (letzter - erster))
  return { zoom, breite: Math.ceil((letzter - erster) * tagesbreite), hoehe: zeilen.length * ZEILE, vonTag: erster, bisTag: letzter, x: (tag) => runde((tag - erster) * tagesbreite) }
}

const runde = (zahl: number): number => Math.round(zahl * 10) / 10

function monatsanfang(tag: number, versatz: number): number {
  const datum = Temporal.PlainDate.from({ year: 1970, month: 1, day: 1 }).add({ days: tag })
  return tagAus(datum.with({ day: 1 }).add({ months: versatz }))
}

export interface Teilstrich { readonly x: number; readonly text: string; readonly stark: boolean }

/** Marks of the scale: months, or quarters and years where months would be too narrow. */
export function teilstriche(skala: Skala): readonly Teilstrich[] {
  const schritt = skala.zoom === 'quartal' ? 3 : 1
  const striche: Teilstrich[] = []
  const monate = ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez']
  let datum = Temporal.PlainDate.from({ year: 1970, month: 1, day: 1 }).add({ days: skala.vonTag })
  if (schritt === 3) datum = datum.add({ months: (13 - datum.month) % 3 })
  for (; tagAus(datum) < skala.bisTag; datum = datum.add({ months: schritt })) {
    const text = schritt === 3 ? `${(datum.month + 2) / 3}/${datum.year}` : `${monate[datum.month - 1]} ${datum.year}`
    striche.push({ x: skala.x(tagAus(datum)), text, stark: datum.month === 1 })
  }
  // Labels that would run into each other are thinned out.
  const abstand = striche.length > 1 ? (striche[1]?.x ?? 0) - (striche[0]?.x ?? 0) : 100
  const jeder = Math.max(1, Math.ceil((schritt === 3 ? 52 : 62) / Math.max(1, abstand)))
  return striche.map((strich, i) => (i % jeder === 0 ? strich : { ...strich, text: '' }))
}

/** Where a bar begins and ends; of a milestone the middle of its day. */
export function lage({ eintrag, termin }: Planzeile, skala: Skala): { readonly x1: number; readonly x2: number } {
  if (eintrag.art === 'meilenstein') { const mitte = (skala.x(tagAus(termin.beginn)) + skala.x(tagAus(termin.beginn) + 1)) / 2; return { x1: mitte, x2: mitte } }
  const x1 = skala.x(tagAus(termin.beginn))
  return { x1, x2: Math.max(x1 + 2, termin.ende ? skala.x(tagAus(termin.ende) + 1) : skala.breite - 12) }
}

/** All dependencies as two paths, critical ones apart; arrow heads are part of the path, because thousands of elements would be slow. */
export function pfeile(zeilen: readonly Planzeile[], abhaengigkeiten: readonly { vonId: string; nachId: string; art: string }[], skala: Skala): { readonly normal: string; readonly kritisch: string } {
  const orte = new Map(zeilen.map((zeile, i) => [zeile.eintrag.id, { ...lage(zeile, skala), y: i * ZEILE + ZEILE / 2, kritisch: zeile.termin.kritisch }]))
  const wege: { normal: string[]; kritisch: string[] } = { normal: [], kritisch: [] }
  for (const { vonId, nachId, art } of abhaengigkeiten) {
    const [von, nach] = [orte.get(vonId), orte.get(nachId)]
    if (!von || !nach) continue
    const x1 = art[0] === 'F' ? von.x2 : von.x1
    const links = art[1] === 'S'
    const x2 = links ? nach.x1 : nach.x2
    const spitze = links ? 'l-4-3m4 3l-4 3' : 'l4-3m-4 3l4 3'
    const knick = art[0] === 'F' ? x1 + 5 : x1 - 5
    wege[von.kritisch && nach.kritisch ? 'kritisch' : 'normal'].push(`M${x1} ${von.y}H${runde(knick)}V${nach.y}H${x2}${spitze}`)
  }
  return { normal: wege.normal.join(''), kritisch: wege.kritisch.join('') }
}
