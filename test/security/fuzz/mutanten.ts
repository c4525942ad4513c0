/** Turns real samples into hostile ones. Everything follows from seed and number, so that a finding can be made again. */

export interface Probe { readonly name: string; readonly bytes: Buffer }

export interface Vorrat {
  readonly proben: readonly Probe[]
  /** Words of the format: what a parser reacts to. */
  readonly woerter?: readonly string[]
  /** What opens and what closes a level, for deep nesting. */
  readonly klammern?: readonly (readonly [string, string])[]
  /** The samples are JSON: most mutants stay JSON, with values that nobody expects. */
  readonly json?: true
  /** No mutant is larger, except for a single deep nesting or long run. */
  readonly hoechstens?: number
}

/** Small and repeatable random numbers (mulberry32). */
export function zufall(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Wurf = () => number
type Schritt = (bytes: Buffer, wurf: Wurf, vorrat: Vorrat) => Buffer

const bis = (wurf: Wurf, ende: number): number => Math.floor(wurf() * ende)
const eines = <T>(wurf: Wurf, liste: readonly T[]): T => liste[bis(wurf, liste.length)] as T
/** Small lengths often, large ones now and then. */
const laenge = (wurf: Wurf, hoechstens: number): number => bis(wurf, Math.min(hoechstens, 2 ** bis(wurf, 14)) + 1)

const ZAHLEN = [
  '0', '-1', '-0', '00', '1e999', '-1e-999', '1E400', '0x10', 'NaN', 'Infinity', '2147483648', '-2147483649',
  '4294967296', '9007199254740993', '9223372036854775808', '99999999999999999999', '0.1', '1.7976931348623157e308',
  '9'.repeat(400), `0.${'0'.repeat(400)}1`, '1,5', '1.000.000,00', '٣', '−5', '+5', '1_000', '65536', '256',
]
const TAGE = [
  '2026-02-30', '0000-00-00', '9999-12-31', '-271821-04-19', '+275760-09-13', '10000-01-01', '2026-13-01', '31.02.2026',
  '2026-11-22T25:00:00Z', '2026-11-22T10:00:00+99:00', '1900-02-29', '2026-1-1', '24.12.', 'P99999999999Y', 'PT1E9S',
]
const TEXTE = [
  '\0', '\u0000\u0001', '\ufeff', '\ufffe', '\u202e', '\u200b', '\ud800', '🦄', 'ß'.repeat(50), 'e\u0301\u0301', '\r', '\n\n', '\t',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__', 'null', 'true', 'undefined', '%00', '%',
  '../../etc/passwd', 'C:\\x', '\'"`', '${7*7}', '{{7*7}}', '<script>', ']]>', '-->', '&#0;', '&lol;', '<!DOCTYPE x [',
  '=1+1', '\\u0000', '\\ud800', '\\', '/', '*', '&a', '*a', '!!js/function', '<<: *a', '%TAG', '---', '...',
]
const BYTES = [
  [0xff, 0xfe], [0xfe, 0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc0, 0x80], [0x80], [0], [0, 0, 0, 0],
  [0x1f, 0x8b], [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x25, 0x50, 0x44, 0x46, 0x2d], [0xef, 0xbb, 0xbf],
]
const BINAER = [0, 1, 2, 4, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe]

const setze = (bytes: Buffer, von: number, ende: number, neu: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, von), neu, bytes.subarray(ende)])

/** A place where a token begins, so that structure is kept more often than not. */
function stelle(bytes: Buffer, wurf: Wurf): number {
  const start = bis(wurf, bytes.length + 1)
  if (wurf() < 0.4) return start
  for (let at = start; at < Math.min(bytes.length, start + 200); at += 1) {
    if (/[\s<>{}[\](),;:="'/-]/.test(String.fromCharCode(bytes[at] ?? 0))) return at
  }
  return start
}

function ersetzeMuster(bytes: Buffer, wurf: Wurf, muster: RegExp, werte: readonly string[]): Buffer {
  const start = bis(wurf, bytes.length)
  const text = bytes.toString('latin1', start, start + 4_000)
  const treffer = muster.exec(text)
  if (!treffer) return setze(bytes, start, start, Buffer.from(eines(wurf, werte)))
  const von = start + treffer.index
  return setze(bytes, von, von + treffer[0].length, Buffer.from(eines(wurf, werte)))
}

const schritte: readonly Schritt[] = [
  function kippen(bytes, wurf) {
    const neu = Buffer.from(bytes)
    for (let n = 1 + bis(wurf, 8); n > 0; n -= 1) {
      const at = bis(wurf, neu.length)
      neu[at] = (neu[at] ?? 0) ^ (1 << bis(wurf, 8))
    }
    return neu
  },
  function byteSetzen(bytes, wurf) {
    const neu = Buffer.from(bytes)
    for (let n = 1 + bis(wurf, 4); n > 0; n -= 1) neu[bis(wurf, neu.length)] = bis(wurf, 256)
    return neu
  },
  (bytes, wurf) => bytes.subarray(0, bis(wurf, bytes.length)),
  (bytes, wurf) => { const von = stelle(bytes, wurf); return setze(bytes, von, von + laenge(wurf, 4_000), Buffer.alloc(0)) },
  function verdoppeln(bytes, wurf) {
    const von = stelle(bytes, wurf)
    const teil = bytes.subarray(von, von + 1 + laenge(wurf, 4_000))
    const mal = Math.max(1, Math.min(1 + laenge(wurf, 2_000), Math.floor(100_000 / Math.max(1, teil.length))))
    return setze(bytes, von, von, Buffer.concat(Array.from({ length: mal }, () => teil)))
  },
  function spleissen(bytes, wurf, { proben }) {
    const andere = eines(wurf, proben).bytes
    return Buffer.concat([bytes.subarray(0, stelle(bytes, wurf)), andere.subarray(stelle(andere, wurf))])
  },
  function tauschen(bytes, wurf) {
    const [a, b] = [stelle(bytes, wurf), stelle(bytes, wurf)].toSorted((x, y) => x - y) as [number, number]
    const n = Math.min(laenge(wurf, 500), b - a)
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, b + n), bytes.subarray(a + n, b), bytes.subarray(a, a + n), bytes.subarray(b + n)])
  },
  function wort(bytes, wurf, { woerter = [] }) {
    const von = stelle(bytes, wurf)
    return setze(bytes, von, von + (wurf() < 0.5 ? 0 : laenge(wurf, 30)), Buffer.from(eines(wurf, woerter.length > 0 && wurf() < 0.7 ? woerter : TEXTE)))
  },
  (bytes, wurf) => ersetzeMuster(bytes, wurf, /-?\d+(?:[.,]\d+)?/, ZAHLEN),
  (bytes, wurf) => ersetzeMuster(bytes, wurf, /\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}|"[^"]{0,40}"/, TAGE),
  (bytes, wurf) => { const von = stelle(bytes, wurf); return setze(bytes, von, von, Buffer.from(eines(wurf, BYTES))) },
  function binaer(bytes, wurf) {
    const neu = Buffer.from(bytes)
    const [wert, breite] = [eines(wurf, BINAER), eines(wurf, [1, 2, 4])]
    if (neu.length < breite) return neu
    const [at, kurz] = [bis(wurf, neu.length - breite + 1), wert % 2 ** (8 * breite)]
    if (wurf() < 0.5) neu.writeUIntBE(kurz, at, breite)
    else neu.writeUIntLE(kurz, at, breite)
    return neu
  },
]

/** Once per mutant at most: it makes the input large. */
const grosse: readonly Schritt[] = [
  function tief(bytes, wurf, { klammern = [] }) {
    if (klammern.length === 0) return bytes
    const [auf, zu] = eines(wurf, klammern)
    const [von, n] = [stelle(bytes, wurf), eines(wurf, [10, 100, 1_000, 10_000, 50_000])]
    const kern = bytes.subarray(von, von + laenge(wurf, 40))
    return setze(bytes, von, von + kern.length, Buffer.concat([Buffer.from(auf.repeat(n)), kern, Buffer.from(wurf() < 0.7 ? zu.repeat(n) : '')]))
  },
  function lang(bytes, wurf, { woerter = [] }) {
    const von = stelle(bytes, wurf)
    const was = eines(wurf, [' ', '\n', 'a', '"', '\\', '0', '\t', '-', '(', 'ä', ...woerter])
    return setze(bytes, von, von, Buffer.from(was.repeat(Math.floor(eines(wurf, [1_000, 20_000, 100_000]) / was.length))))
  },
]

const TIEF = '\u0001tief\u0001'
const WERTE: readonly unknown[] = [null, true, 0, -1, 1e308, 2 ** 53, '', ' ', [], {}, [null], { a: 1 }, [[]], TIEF, TIEF, 'x'.repeat(5_000), Array.from({ length: 2_000 }, (_, n) => n), Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`k${n}`, n])), ...TEXTE, ...ZAHLEN, ...TAGE]

/** Changes values, names and lists of a JSON document at one to four places. */
function jsonMutant(bytes: Buffer, wurf: Wurf, woerter: readonly string[]): Buffer {
  const wurzel = { wert: JSON.parse(bytes.toString()) as unknown }
  for (let n = 1 + bis(wurf, 4); n > 0; n -= 1) {
    let hier: Record<string, unknown> = wurzel
    let name = 'wert'
    for (let tiefe = bis(wurf, 8); tiefe > 0; tiefe -= 1) {
      const kind = hier[name]
      if (typeof kind !== 'object' || kind === null || Object.keys(kind).length === 0) break
      hier = kind as Record<string, unknown>
      name = eines(wurf, Object.keys(hier))
    }
    const art = wurf()
    if (art < 0.55) hier[name] = eines(wurf, WERTE)
    else if (art < 0.7) hier[name] = eines(wurf, woerter.length > 0 ? woerter : TEXTE)
    else if (art < 0.8) delete hier[name]
    else if (Array.isArray(hier)) hier.push(...Array.from({ length: laenge(wurf, 300) }, () => structuredClone(hier[name])))
    else Object.defineProperty(hier, eines(wurf, TEXTE), { value: structuredClone(hier[name]), enumerable: true, configurable: true, writable: true })
  }
  const tiefe = eines(wurf, [20, 200, 3_000, 30_000])
  const [auf, zu] = eines(wurf, [['[', ']'], ['{"a":', '}']] as const)
  return Buffer.from((JSON.stringify(wurzel.wert) ?? '').replaceAll(JSON.stringify(TIEF), () => `${auf.repeat(tiefe)}1${zu.repeat(tiefe)}`))
}

/** The mutant of this seed and number. About one in fifty is the sample itself. */
export function mutant(vorrat: Vorrat, seed: number, nummer: number): Probe {
  const wurf = zufall(Math.imul(seed, 0x9e3779b1) ^ Math.imul(nummer + 1, 0x85ebca6b))
  const { name, bytes } = eines(wurf, vorrat.proben)
  if (wurf() < 0.02) return { name, bytes }
  if (vorrat.json && wurf() < 0.75) return { name, bytes: jsonMutant(bytes, wurf, vorrat.woerter ?? []) }
  let neu = bytes
  const hoechstens = vorrat.hoechstens ?? Math.max(200_000, 2 * bytes.length)
  for (let n = 1 + bis(wurf, 5); n > 0; n -= 1) {
    const weiter = eines(wurf, schritte)(neu, wurf, vorrat)
    if (weiter.length > 0 && weiter.length <= hoechstens) neu = weiter
  }
  return { name, bytes: wurf() < 0.08 ? eines(wurf, grosse)(neu, wurf, vorrat) : neu }
}
