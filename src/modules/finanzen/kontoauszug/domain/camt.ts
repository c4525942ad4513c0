import { decodeXml, parseXml, XmlError, type XmlElement } from '../../rechnungspruefung/index.js'
import { Invalid } from '../../../../platform/errors.js'
import { formfehler } from './camt-form.js'

/** One movement on the account, as small as the bank tells it. */
export interface Zeile {
  readonly nr: number
  /** Cents; negative when money left the account. */
  readonly betrag: bigint
  /** Money that came and went back: a return, or a reversal of a credit. */
  readonly rueckgabe: boolean
  readonly buchungstag: Temporal.PlainDate
  /** Everything in which a Kassenzeichen can stand. */
  readonly text: string
  readonly gegenseite: string
}

export interface Auszug { readonly iban: string; readonly nr: string; readonly anfang: bigint; readonly ende: bigint; readonly zeilen: readonly Zeile[] }

/** Far above what a town's bank sends in a day, far below what exhausts a process. */
const GRENZEN = { maxLength: 20_000_000, maxDepth: 40, maxElements: 500_000, maxAttributes: 16, maxKinds: 2_000 }
export const HOECHSTENS_BYTES = 20_000_000
const ABLEHNUNG = 'Der Kontoauszug kann so nicht eingelesen werden.'
const ablehnen = (text: string): never => { throw new Invalid([{ feld: 'datei', text }], ABLEHNUNG) }

const lokal = (element: XmlElement): string => element.name.replace(/^Q\{[^}]*\}|^[^:]+:/, '')
const kinder = (element: XmlElement | undefined, name: string): XmlElement[] => (element?.children ?? []).filter((kind) => lokal(kind) === name)
/** The first element along a way of names. */
const an = (element: XmlElement | undefined, ...weg: readonly string[]): XmlElement | undefined => weg.reduce((bisher, name) => kinder(bisher, name)[0], element)
const wert = (element: XmlElement | undefined, ...weg: readonly string[]): string => (an(element, ...weg)?.text ?? '').trim()

/**
 * Reads a CAMT.053 file of any version that banks send. First its shape is checked, then the sums have to come out: what a statement
 * says of its beginning and its entries has to give its end.
 * @throws Invalid with the reasons
 */
export function leseAuszuege(bytes: Uint8Array): Auszug[] {
  if (bytes.length > HOECHSTENS_BYTES) ablehnen('Die Datei ist zu groß.')
  const wurzel = leseXml(bytes)
  const fehler = formfehler(wurzel)
  if (fehler.length > 0) throw new Invalid(fehler.map((text) => ({ feld: 'datei', text })), ABLEHNUNG)
  return kinder(an(wurzel, 'BkToCstmrStmt'), 'Stmt').map(leseAuszug)
}

function leseXml(bytes: Uint8Array): XmlElement {
  try { return parseXml(decodeXml(bytes), GRENZEN).root } catch (error) {
    if (error instanceof XmlError) return ablehnen(`Die Datei ist kein zulässiges XML: ${error.message}`)
    throw error
  }
}

function leseAuszug(stmt: XmlElement): Auszug {
  const iban = (wert(stmt, 'Acct', 'Id', 'IBAN') || wert(stmt, 'Acct', 'Id', 'Othr', 'Id')).slice(0, 34)
  const nr = wert(stmt, 'Id').slice(0, 140)
  if (!iban || !nr) ablehnen('Im Auszug fehlt die Nummer des Kontos oder des Auszugs.')
  const saldo = (...arten: readonly string[]): bigint | undefined => {
    const bal = kinder(stmt, 'Bal').find((eine) => arten.includes(wert(eine, 'Tp', 'CdOrPrtry', 'Cd')))
    return bal && mitVorzeichen(bal)
  }
  // An interim closing balance and the one carried over from the day before stand for the same.
  const [anfang, ende] = [saldo('OPBD', 'PRCD'), saldo('CLBD')]
  if (anfang === undefined || ende === undefined) return ablehnen('Im Auszug fehlen Anfangs- und Endsaldo. Ohne sie lässt sich nicht prüfen, ob er vollständig ist.')
  const eintraege = kinder(stmt, 'Ntry').filter((ntry) => { const status = wert(ntry, 'Sts', 'Cd') || wert(ntry, 'Sts'); return status === '' || status === 'BOOK' })
  const zeilen = eintraege.flatMap(leseEintrag).map((zeile, index) => ({ ...zeile, nr: index + 1 }))
  const summe = zeilen.reduce((bisher, { betrag }) => bisher + betrag, 0n)
  if (anfang + summe !== ende) ablehnen('Die Summe stimmt nicht: Anfangssaldo und Umsätze ergeben nicht den Endsaldo. Der Auszug ist unvollständig oder verändert.')
  return { iban, nr, anfang, ende, zeilen }
}

/** The transactions of an entry; where the bank does not tell them apart, or their amounts do not give the entry, the entry itself. */
function leseEintrag(ntry: XmlElement): Omit<Zeile, 'nr'>[] {
  const gesamt = mitVorzeichen(ntry)
  const buchungstag = tag(wert(ntry, 'BookgDt', 'Dt') || wert(ntry, 'BookgDt', 'DtTm').slice(0, 10) || wert(ntry, 'ValDt', 'Dt'))
  const storno = wert(ntry, 'RvslInd') === 'true'
  const teile = kinder(ntry, 'NtryDtls').flatMap((details) => kinder(details, 'TxDtls'))
  const betraege = teile.map((tx) => {
    const amt = an(tx, 'Amt') ?? an(tx, 'AmtDtls', 'TxAmt', 'Amt')
    const richtung = wert(tx, 'CdtDbtInd')
    return amt ? cent(amt) * ((richtung ? richtung === 'DBIT' : gesamt < 0n) ? -1n : 1n) : undefined
  })
  const passt = teile.length > 1 && betraege.every((betrag) => betrag !== undefined) && betraege.reduce<bigint>((bisher, betrag) => bisher + (betrag ?? 0n), 0n) === gesamt
  const gemeinsam = wert(ntry, 'AddtlNtryInf')
  if (!passt) return [{ betrag: gesamt, buchungstag, rueckgabe: gesamt < 0n && (storno || teile.some((tx) => an(tx, 'RtrInf'))), text: [...teile.map(textVon), gemeinsam].join(' ').slice(0, 2000).trim(), gegenseite: gegenseiteVon(teile[0], gesamt) }]
  return teile.map((tx, index) => {
    const betrag = betraege[index] ?? 0n
    return { betrag, buchungstag, rueckgabe: betrag < 0n && (storno || an(tx, 'RtrInf') !== undefined), text: textVon(tx).slice(0, 2000), gegenseite: gegenseiteVon(tx, betrag) }
  })
}

const textVon = (tx: XmlElement): string => {
  const rmt = an(tx, 'RmtInf')
  // Parts of a line are cut anywhere, also in the middle of a number.
  const frei = kinder(rmt, 'Ustrd').map(({ text }) => text).join('')
  const strukturiert = kinder(rmt, 'Strd').map((strd) => wert(strd, 'CdtrRefInf', 'Ref')).join(' ')
  const kennung = wert(tx, 'Refs', 'EndToEndId')
  return [frei, strukturiert, kennung === 'NOTPROVIDED' ? '' : kennung].filter((teil) => teil !== '').join(' · ')
}

function gegenseiteVon(tx: XmlElement | undefined, betrag: bigint): string {
  const seite = an(tx, 'RltdPties', betrag < 0n ? 'Cdtr' : 'Dbtr')
  return (wert(seite, 'Nm') || wert(seite, 'Pty', 'Nm')).slice(0, 200)
}

function tag(text: string): Temporal.PlainDate {
  const [, iso] = /^((?:19|20|21)\d\d-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?$/.exec(text) ?? []
  try { return Temporal.PlainDate.from(iso ?? '') } catch { return ablehnen(`„${text.slice(0, 20)}“ ist kein Buchungstag.`) }
}

function cent(amt: XmlElement): bigint {
  const waehrung = amt.attrs.find(({ name }) => name === 'Ccy')?.value
  if (waehrung !== 'EUR') ablehnen(`Nur Konten in Euro können eingelesen werden, nicht in ${(waehrung ?? 'unbekannter Währung').slice(0, 10)}.`)
  const [, ganz = '', bruch = ''] = /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(amt.text.trim()) ?? ablehnen('Ein Betrag im Auszug ist keine Zahl.') as never
  if (/[1-9]/.test(bruch.slice(2))) ablehnen('Ein Betrag im Auszug hat mehr als zwei Stellen nach dem Komma.')
  return BigInt(ganz) * 100n + BigInt(bruch.slice(0, 2).padEnd(2, '0') || '0')
}

function mitVorzeichen(element: XmlElement): bigint {
  const amt = an(element, 'Amt')
  if (!amt) return ablehnen('Zu einem Umsatz fehlt der Betrag.')
  return cent(amt) * (wert(element, 'CdtDbtInd') === 'DBIT' ? -1n : 1n)
}
