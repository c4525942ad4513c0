import { legalDate } from '../../../../platform/time/index.js'
import { formatEuro, percentOf, sum } from '../../../../platform/money/index.js'
import { feel, feelBoolean, FeelFehler } from '../../../verfahren/workflow/index.js'
import { gebuehrAm, type Ermaessigung, type Gebuehr, type Gebuehrenposition } from './gebuehr.js'

/** One line of „So setzt sich die Gebühr zusammen“. */
export interface BerechnetePosition { readonly name: string; readonly bezeichnung: string; readonly cent: bigint; readonly erklaerung: string; readonly tarif?: string }

/** What is taken off: `cent` is positive and never more than what is left. */
export interface Minderung { readonly name: string; readonly bezeichnung: string; readonly cent: bigint; readonly rechtsgrundlage: string; readonly nachweis?: string }

export interface Gebuehrenrechnung {
  readonly positionen: readonly BerechnetePosition[]
  readonly minderungen: readonly Minderung[]
  /** After reductions; positions that are still open do not count. */
  readonly summe: bigint
  /** Positions with a range: a clerk sets the amount. */
  readonly offen: readonly Gebuehrenposition[]
  readonly rechtsgrundlage: string
  /** Day whose rates were used. */
  readonly stichtag: Temporal.PlainDate
}

type Angaben = Parameters<typeof feel>[1]

/**
 * What one application costs on the legal day of `now`. `fragen` are the names of all questions, so that an unanswered one is null
 * and not unknown. `festgesetzt`: amounts in cents that a clerk set for positions with a range.
 * @throws FeelFehler when an expression cannot be evaluated or gives no whole, non-negative amount of cents
 */
export function berechneGebuehr(gebuehr: Gebuehr, fragen: readonly string[], antworten: Angaben, now: Temporal.Instant, festgesetzt: ReadonlyMap<string, bigint> = new Map()): Gebuehrenrechnung {
  const stichtag = legalDate(now)
  const angaben: Angaben = { ...Object.fromEntries(fragen.map((frage) => [frage, null])), ...antworten }
  const gilt = (gebuehrAm(gebuehr, stichtag).positionen ?? []).filter(({ wenn }) => wenn === undefined || feelBoolean(wenn, angaben, { now }))
  const offen = gilt.filter(({ name, rahmen }) => rahmen !== undefined && !festgesetzt.has(name))
  const positionen = gilt.filter((position) => !offen.includes(position)).map((position): BerechnetePosition => ({
    name: position.name, bezeichnung: position.bezeichnung, ...(position.tarif ? { tarif: position.tarif } : {}), ...betragVon(position, angaben, now, festgesetzt.get(position.name)),
  }))
  const voll = sum(positionen.map((position) => position.cent))
  const minderungen = mindere(voll, (gebuehr.ermaessigungen ?? []).filter(({ wenn }) => feelBoolean(wenn, angaben, { now })))
  return { positionen, minderungen, summe: voll - sum(minderungen.map((minderung) => minderung.cent)), offen, rechtsgrundlage: gebuehr.rechtsgrundlage, stichtag }
}

/** Percentages are of the full fee; together they never take off more than there is. */
function mindere(voll: bigint, ermaessigungen: readonly Ermaessigung[]): Minderung[] {
  let rest = voll
  return ermaessigungen.map(({ name, bezeichnung, rechtsgrundlage, nachweis, prozent, cent = 0 }) => {
    const gewuenscht = prozent === undefined ? BigInt(cent) : percentOf(voll, String(prozent))
    const ab = gewuenscht > rest ? rest : gewuenscht
    rest -= ab
    return { name, bezeichnung, cent: ab, rechtsgrundlage, ...(nachweis ? { nachweis } : {}) }
  })
}

function betragVon({ cent, berechnung, rahmen, tabelle, name }: Gebuehrenposition, angaben: Angaben, now: Temporal.Instant, festgesetzt: bigint | undefined): { cent: bigint; erklaerung: string } {
  if (cent !== undefined) return { cent: BigInt(cent), erklaerung: 'fester Betrag' }
  if (berechnung !== undefined) return { cent: centVon(berechnung, angaben, now), erklaerung: 'aus Ihren Angaben berechnet' }
  if (rahmen) return { cent: festgesetzt ?? 0n, erklaerung: `festgesetzt im Rahmen von ${formatEuro(BigInt(rahmen.von))} bis ${formatEuro(BigInt(rahmen.bis))}` }
  const zeile = tabelle?.find(({ wenn }) => wenn === undefined || feelBoolean(wenn, angaben, { now }))
  if (!zeile) throw new FeelFehler(`Keine Zeile der Tabelle passt zu diesen Angaben (Position ${name}).`, name)
  return { cent: zeile.cent === undefined ? centVon(zeile.berechnung ?? '', angaben, now) : BigInt(zeile.cent), erklaerung: zeile.text }
}

function centVon(berechnung: string, angaben: Angaben, now: Temporal.Instant): bigint {
  const value = feel(berechnung, angaben, { now })
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new FeelFehler('Die Berechnung ergibt keinen ganzen Betrag in Cent.', berechnung)
  }
  return BigInt(value)
}

/** Names in expressions that are no question of the form, as German sentences. Runs every expression once with empty answers. */
export function unbekannteAngaben(gebuehr: Gebuehr, fragen: readonly string[]): string[] {
  const leer: Angaben = Object.fromEntries(fragen.map((frage) => [frage, null]))
  const saetze = (gebuehr.positionen ?? []).flatMap((position) => [position, ...position.saetze ?? []].map((satz) => ({ name: position.name, wenn: position.wenn, ...satz })))
  const ausdruecke = [
    ...saetze.flatMap(({ name, wenn, berechnung, tabelle }) => [wenn, berechnung, ...(tabelle ?? []).flatMap((zeile) => [zeile.wenn, zeile.berechnung])].map((text) => ({ was: `Position „${name}“`, text }))),
    ...(gebuehr.ermaessigungen ?? []).map(({ name, wenn }) => ({ was: `Ermäßigung „${name}“`, text: wenn })),
  ]
  return [...new Set(ausdruecke.flatMap(({ was, text }) => (text !== undefined && nenntUnbekanntes(text, leer) ? [`${was}: Der Ausdruck „${text}“ nennt eine Angabe, nach der das Formular nicht fragt.`] : [])))]
}

function nenntUnbekanntes(text: string, leer: Angaben): boolean {
  try {
    feel(text, leer, { now: Temporal.Instant.from('2026-01-01T12:00:00Z') })
    return false
  } catch (error) {
    return error instanceof FeelFehler && error.message.startsWith('Eine Angabe fehlt')
  }
}
