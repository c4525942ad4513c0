/**
 * The characters of DIN 91379 as facts: code points in hexadecimal, ranges with '-', sequences joined by '+'.
 * Groups as the norm names them; the conformance test compares them with the official lists.
 */
export const DIN_91379_CHARACTERS = {
  /** Latin letters (normative) */
  bll: '41-5a 61-7a c0-d6 d8-f6 f8-17e 187-188 18f 197 1a0-1a1 1af-1b0 1b7 1cd-1dc 1de-1df 1e2-1f0 1f4-1f5 1f8-1ff '
    + '212-213 218-21b 21e-21f 227-233 259 268 292 1e02-1e03 1e06-1e07 1e0a-1e11 1e17 1e1c-1e2b 1e2f-1e37 1e3a-1e3b '
    + '1e40-1e49 1e52-1e5b 1e5e-1e63 1e6a-1e6f 1e80-1e87 1e8c-1e97 1e9e 1ea0-1ef9',
  /** Non-letters N1: what names of persons contain */
  bnlreq: '20 27 2c-2e 60 7e a8 b4 b7 2b9-2ba 2be-2bf 2c8 2cc 2019 2021',
  /** Non-letters N2: digits and signs */
  bnl: '21-26 28-2b 2f-40 5b-5f 7b-7d a1-a3 a5 a7 a9-ac ae-b3 b5-b6 b9-bb bf d7 f7 20ac',
  /** Non-letters N3 */
  bnlopt: 'a4 a6 b8 bc-be',
  /** Non-letters N4: tab, line ends, no-break space */
  bnlnot: '9-a d a0',
  /** Greek letters (extended) */
  gl: '386 388-38a 38c 38e-3a1 3a3-3ce',
  /** Cyrillic letters (extended) */
  cl: '40d 410-42a 42c 42e-44a 44c 44e-44f 45d',
  /** Non-letters E1 (extended) */
  enl: '192 2b0 2b3 2c6 2dc 2e2 1d48 1d57 2018 201a 201c-201e 2020 2026 2030 2032-2033 2039-203a 2070 2074-2079 '
    + '207f-2089 2122 221e 2264-2265',
} as const

/** Letters that exist only as a sequence with combining characters: base letters, then the combining characters. */
export const DIN_91379_SEQUENCES: readonly (readonly [base: string, combining: string])[] = [
  ['A a', '30b'], ['C c', '300 304 306 308 315 323 326 328+306'], ['D d', '302'], ['F f', '300 304'], ['G g', '300'],
  ['H h', '304 326'], ['H', '331'], ['J', '301 30c'], ['j', '301'],
  ['K', '300 302 304 307 315 31b 326 35f+48 35f+68'], ['k', '300 302 304 307 315 31b 326 35f+68'],
  ['L l', '302 325 325+304 326'], ['M m', '300 302 306 310'], ['N n', '302 304 306 326'], ['P p', '300 304 315 323'],
  ['R r', '306 325 325+304'], ['S s', '300 304 31b+304 331'], ['T', '300 304 308 315 31b'], ['t', '300 304 315 31b'],
  ['U u', '307'], ['Z z', '300 304 306 308 327'], ['Ç ç', '306'], ['Û û', '304'], ['ÿ', '301'], ['Č č', '315 323'],
  ['ē', '30d'], ['Ī ī', '301'], ['ō', '30d'], ['Ž ž', '326 327'], ['Ḳ ḳ', '304'], ['Ṣ ṣ', '304'], ['Ṭ ṭ', '304'],
  ['Ạ ạ', '308'], ['Ọ ọ', '308'], ['Ụ ụ', '304 308'],
]
