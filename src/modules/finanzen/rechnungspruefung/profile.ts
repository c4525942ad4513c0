/**
 * Which specification an invoice claims (BT-24), and what the official scenarios make of it: which rules apply and which
 * levels they have.
 */
import type { Level } from './rules/engine.js'
import { CORE_ID, CVD_ID, EXTENSION_ID, XRECHNUNG_ID } from './rules/xrechnung/values.js'

/** Root of the document in words. */
export type Syntax = 'UBL Invoice' | 'UBL CreditNote' | 'CII' | 'ZUGFeRD 1'

export interface Profile {
  /** Name for people, e.g. `XRechnung 3.0`. */
  readonly name: string
  readonly xrechnung: boolean
  /** Rules whose level differs from their own in this scenario. */
  readonly levels: ReadonlyMap<string, Level>
  /** Said in the report when no scenario knows the specification. */
  readonly note: string | undefined
  /** What the specification describes is no invoice of EN 16931. */
  readonly incomplete: boolean
  /** Nobody knows the specification, or it is an XRechnung of the past: BR-DE-21 speaks although no scenario asks it. */
  readonly stray: boolean
}

const NONE: ReadonlyMap<string, Level> = new Map()
const levels = (changes: Readonly<Partial<Record<Level, string>>>): ReadonlyMap<string, Level> =>
  new Map(Object.entries(changes).flatMap(([level, ids]) => (ids ?? '').split(' ').map((id) => [id, level as Level] as const)))

const CII_ONCE = 'CII-SR-452 CII-SR-453 CII-SR-454'
const EXTENDED = 'BR-CL-10 BR-CL-11 BR-CL-21 BR-CL-24 BR-CL-25 BR-CL-26'

/** Changed levels by specification and syntax, as the official validator configuration sets them. */
const SCENARIOS: ReadonlyMap<string, ReadonlyMap<string, Level>> = new Map([
  [`${XRECHNUNG_ID} UBL Invoice`, levels({ warning: 'BR-CL-23 BR-CL-21', error: 'UBL-CR-646' })],
  [`${XRECHNUNG_ID} UBL CreditNote`, levels({ warning: 'BR-CL-23 BR-CL-21' })],
  [`${XRECHNUNG_ID} CII`, levels({ warning: 'BR-CL-23 BR-CL-21', error: CII_ONCE })],
  [`${EXTENSION_ID} UBL Invoice`, levels({ information: `${EXTENDED} BR-CO-16 UBL-CR-470 UBL-CR-646`, warning: 'BR-CL-23' })],
  [`${EXTENSION_ID} CII`, levels({ information: EXTENDED, warning: 'BR-CL-23', error: CII_ONCE })],
  [`${CVD_ID} UBL Invoice`, levels({ information: 'BR-CL-13', warning: 'BR-CL-23 BR-CL-21', error: 'UBL-CR-646' })],
  [`${CVD_ID} UBL CreditNote`, levels({ information: 'BR-CL-13', warning: 'BR-CL-23 BR-CL-21', error: 'UBL-CR-646' })],
  [`${CVD_ID} CII`, levels({ information: 'BR-CL-13', warning: 'BR-CL-23 BR-CL-21', error: CII_ONCE })],
])

const XRECHNUNG_NAMES: ReadonlyMap<string, string> = new Map([
  [XRECHNUNG_ID, 'XRechnung 3.0'], [EXTENSION_ID, 'XRechnung 3.0 Extension'], [CVD_ID, 'XRechnung 3.0 CVD'],
])

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^urn:(?:factur-x\.eu:1p0|zugferd\.de:2p0):minimum$/, 'Factur-X MINIMUM'], [/^urn:(?:factur-x\.eu:1p0|zugferd\.de:2p0):basicwl$/, 'Factur-X BASIC WL'],
  [/^urn:cen\.eu:en16931:2017#compliant#urn:(?:factur-x\.eu:1p0|zugferd\.de:2p0):basic$/, 'Factur-X BASIC'],
  [/^urn:cen\.eu:en16931:2017#conformant#urn:(?:factur-x\.eu:1p0|zugferd\.de:2p0):extended$/, 'Factur-X EXTENDED'],
  [/^urn:cen\.eu:en16931:2017#compliant#urn:fdc:peppol\.eu:2017:poacc:billing:3\.0$/, 'Peppol BIS Billing 3.0'],
  [/^urn:ferd:(?:CrossIndustryDocument:)?invoice:1p0:(?:rc:)?basic/i, 'ZUGFeRD 1 BASIC'], [/^urn:ferd:(?:CrossIndustryDocument:)?invoice:1p0:comfort/i, 'ZUGFeRD 1 COMFORT'],
  [/^urn:ferd:(?:CrossIndustryDocument:)?invoice:1p0:extended/i, 'ZUGFeRD 1 EXTENDED'],
]

/** First days of validity of XRechnung; versions before 3.0 ended with 31 January 2024. */
const XRECHNUNG_3_FROM = '2024-02-01'
const OLD_XRECHNUNG = /^urn:cen\.eu:en16931:2017#(?:compliant|conformant)#urn:(?:xoev-de:kosit:standard|xeinkauf\.de:kosit):xrechnung_([0-9.]+)/

function unknown(id: string, at: string): Pick<Profile, 'name' | 'stray' | 'incomplete'> & { note: string } {
  const old = OLD_XRECHNUNG.exec(id)?.[1]
  if (old && old !== '3.0') {
    const ended = at >= XRECHNUNG_3_FROM ? ' Diese Version gilt seit dem 1. Februar 2024 nicht mehr.' : ''
    return { name: `XRechnung ${old}`, note: `Die Rechnung nennt XRechnung ${old}.${ended} Geprüft wurden nur die Regeln der Norm EN 16931.`, stray: true, incomplete: false }
  }
  const known = KNOWN.find(([pattern]) => pattern.test(id))?.[1]
  if (known === 'Factur-X MINIMUM' || known === 'Factur-X BASIC WL') {
    const note = `Das Profil ${known.slice(9)} von Factur-X und ZUGFeRD ist nur eine Buchungshilfe ohne Positionen, keine Rechnung nach EN 16931. Bitte senden Sie mindestens das Profil EN 16931 oder eine XRechnung.`
    return { name: known, note, stray: false, incomplete: true }
  }
  if (known) return { name: known, note: `Die Rechnung nennt ${known}. Geprüft wurden die Regeln der Norm EN 16931, nicht die von XRechnung.`, stray: false, incomplete: false }
  return {
    name: 'unbekannt', stray: true, incomplete: false, note: id === '' ? 'Die Rechnung nennt keine Spezifikation. Geprüft wurden nur die Regeln der Norm EN 16931.'
      : 'Die Spezifikation der Rechnung ist nicht bekannt. Geprüft wurden nur die Regeln der Norm EN 16931.',
  }
}

/** The profile of a specification identifier. `at` is the day of the check, `YYYY-MM-DD`. */
export function profileOf(id: string, syntax: Syntax, at: string): Profile {
  const german = XRECHNUNG_NAMES.get(id)
  if (german) return { name: german, xrechnung: true, levels: SCENARIOS.get(`${id} ${syntax}`) ?? NONE, note: undefined, stray: false, incomplete: false }
  if (id === CORE_ID) return { name: 'EN 16931', xrechnung: false, levels: NONE, note: undefined, stray: false, incomplete: false }
  return { ...unknown(id, at), xrechnung: false, levels: NONE }
}
