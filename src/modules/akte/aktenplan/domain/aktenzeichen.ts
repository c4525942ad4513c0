import { notParsed, parsed, type Parsed } from '../../../../platform/text/index.js'

/** 'lfd' and 'ordnungsnr' are the same number; which word a town uses in its template is its tradition. */
type Platzhalter = 'aktenplan' | 'jahr' | 'lfd' | 'ordnungsnr'

type Teil =
  | { readonly art: 'text', readonly text: string }
  | { readonly art: 'platzhalter', readonly name: Platzhalter, readonly stellen: number }

/** A checked template for Aktenzeichen. Made by {@link leseMuster} only. */
export type AktenzeichenMuster = {
  readonly text: string
  readonly teile: readonly Teil[]
  /** Numbers count per unit, or per unit and year when the year is part of the sign. */
  readonly zaehlkreis: 'EINHEIT' | 'EINHEIT_UND_JAHR'
}

export type AktenzeichenTeile = {
  /** Kennzeichen of the Aktenplaneinheit, as it is. */
  readonly aktenplan: string
  /** Year of the legal day of creation (German local date). */
  readonly jahr: number
  /** Number issued by the sequence of the Zählkreis, ≥ 1. */
  readonly nummer: number
}

const PLATZHALTER = /\{(\w+)(?::(0+))?\}/g
const BEKANNT: ReadonlySet<string> = new Set<Platzhalter>(['aktenplan', 'jahr', 'lfd', 'ordnungsnr'])

const istPlatzhalter = (name: string): name is Platzhalter => BEKANNT.has(name)

/**
 * Reads a tenant's template such as '{aktenplan}/{jahr}/{lfd}', '{aktenplan}-{ordnungsnr}' or '{aktenplan}-{lfd:0000}'
 * (padded with zeros to four places, growing beyond). It must contain the unit and exactly one number, with a
 * separator between any two, else two files could get the same sign.
 */
export function leseMuster(text: string): Parsed<AktenzeichenMuster> {
  const teile: Teil[] = []
  let ende = 0
  for (const match of text.matchAll(PLATZHALTER)) {
    const [all, name = '', nullen = ''] = match
    if (!istPlatzhalter(name) || (nullen !== '' && (name === 'aktenplan' || name === 'jahr'))) {
      return notParsed('platzhalter', `Den Platzhalter ${all} gibt es nicht. `
        + 'Möglich sind {aktenplan}, {jahr}, {lfd} und {ordnungsnr}; mit führenden Nullen zum Beispiel {lfd:0000}.')
    }
    if (match.index > ende) teile.push({ art: 'text', text: text.slice(ende, match.index) })
    teile.push({ art: 'platzhalter', name, stellen: nullen.length })
    ende = match.index + all.length
  }
  if (ende < text.length) teile.push({ art: 'text', text: text.slice(ende) })
  return pruefe(text, teile)
}

function pruefe(text: string, teile: readonly Teil[]): Parsed<AktenzeichenMuster> {
  const namen = teile.flatMap((teil) => (teil.art === 'platzhalter' ? [teil.name] : []))
  const anzahl = (...gesucht: Platzhalter[]): number => namen.filter((name) => gesucht.includes(name)).length
  if (anzahl('aktenplan') !== 1 || anzahl('lfd', 'ordnungsnr') !== 1 || anzahl('jahr') > 1) {
    return notParsed('unvollstaendig', 'Das Muster braucht genau einmal {aktenplan} und genau einmal {lfd} oder '
      + '{ordnungsnr}.')
  }
  const fest = teile.flatMap((teil) => (teil.art === 'text' ? [teil.text] : []))
  if (fest.some((stueck) => /[{}]|[^\x20-\x7eÄÖÜäöüß]/u.test(stueck))) {
    return notParsed('zeichen', 'Verwenden Sie zwischen den Platzhaltern nur Buchstaben, Ziffern und einfache '
      + 'Zeichen wie / . -')
  }
  const eng = teile.some((teil, i) => teil.art === 'platzhalter'
    && (teile[i - 1]?.art === 'platzhalter' || /\d$/.test(textVor(teile, i))))
  if (eng) return notParsed('trennzeichen', 'Setzen Sie zwischen zwei Platzhalter ein Trennzeichen, zum Beispiel / '
    + 'oder -.')
  return parsed({ text, teile, zaehlkreis: namen.includes('jahr') ? 'EINHEIT_UND_JAHR' : 'EINHEIT' })
}

function textVor(teile: readonly Teil[], index: number): string {
  const vorher = teile[index - 1]
  return vorher?.art === 'text' ? vorher.text : ''
}

/**
 * The Aktenzeichen for an issued number (C1-02). It is stored as this string and never computed again: a later change
 * of the template must not rename files.
 */
export function bildeAktenzeichen(muster: AktenzeichenMuster, { aktenplan, jahr, nummer }: AktenzeichenTeile): string {
  if (!Number.isSafeInteger(nummer) || nummer < 1) throw new RangeError(`not an issued number: ${nummer}`)
  return muster.teile.map((teil) => {
    if (teil.art === 'text') return teil.text
    if (teil.name === 'aktenplan') return aktenplan
    if (teil.name === 'jahr') return String(jahr).padStart(4, '0')
    return String(nummer).padStart(teil.stellen, '0')
  }).join('')
}

/**
 * Takes an Aktenzeichen of this template apart, for the import of older files: the sequence has to jump above the
 * highest imported number. undefined when the sign was not made by this template (it is then kept as it is). For
 * templates without a year, `jahr` is 0.
 */
export function zerlegeAktenzeichen(muster: AktenzeichenMuster, aktenzeichen: string): AktenzeichenTeile | undefined {
  const pattern = muster.teile.map((teil) => {
    if (teil.art === 'text') return RegExp.escape(teil.text)
    if (teil.name === 'aktenplan') return '(?<aktenplan>.+)'
    return teil.name === 'jahr' ? '(?<jahr>\\d{4})' : '(?<nummer>\\d+)'
  }).join('')
  const groups = new RegExp(`^${pattern}$`, 'u').exec(aktenzeichen)?.groups
  if (!groups) return undefined
  const teile = {
    aktenplan: groups['aktenplan'] ?? '', jahr: Number(groups['jahr'] ?? 0), nummer: Number(groups['nummer']),
  }
  // Only what the template itself would write counts: '7' is no number of a template with four places.
  const gueltig = Number.isSafeInteger(teile.nummer) && teile.nummer > 0
  return gueltig && bildeAktenzeichen(muster, teile) === aktenzeichen ? teile : undefined
}
