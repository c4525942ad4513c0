import type { Feldfehler } from '../../../../platform/errors.js'
import { formatAmount, parseEuro } from '../../../../platform/money/index.js'
import { formatDate, parseDate } from '../../../../platform/time/index.js'
import { BEZUEGE, istVzae, MITTELARTEN, SPALTEN, STAENDE, UNSICHERHEITEN, type Zeile } from './zeile.js'

/** What a person can say of a line; everything else is the room's own. */
export type Zeilenwerte = Omit<Zeile, 'id' | 'strategieId' | 'kennung' | 'vonHand' | 'version'>

/** The fields of the form as people type them; '' is "not said". One notation for form, history and comparison. */
export const FELDER = ['bezeichnung', 'objektId', 'spalte', 'stand', 'bezug', 'jahrVon', 'jahrBis', 'betriebAb', 'betrag', 'vzae', 'mittelart', 'produkt', 'sachkonto', 'verpflichtung', 'preisstand', 'brutto', 'unsicherheit', 'quelle'] as const
export type Feld = (typeof FELDER)[number]
export type Zeilentexte = Readonly<Record<Feld, string>>

export const FELDNAMEN: Readonly<Record<Feld, string>> = {
  bezeichnung: 'Bezeichnung', objektId: 'Vorhaben', spalte: 'Spalte', stand: 'Stand', bezug: 'Gilt', jahrVon: 'Von Jahr', jahrBis: 'Bis Jahr', betriebAb: 'Betrieb ab', betrag: 'Betrag', vzae: 'VZÄ', mittelart: 'Mittelart',
  produkt: 'Produkt', sachkonto: 'Sachkonto', verpflichtung: 'Verpflichtungsermächtigung', preisstand: 'Preisstand', brutto: 'Brutto', unsicherheit: 'Unsicherheit', quelle: 'Quelle',
}

const zwei = (zahl: number) => String(zahl).padStart(2, '0')

/** Full-time equivalents with two decimals: 2308 is '23,08' (H3-09). */
export const vzaeText = (hundertstel: number): string => formatAmount(BigInt(hundertstel))

/** A line as its form shows it. */
export const alsTexte = (zeile: Zeilenwerte): Zeilentexte => ({
  bezeichnung: zeile.bezeichnung, objektId: zeile.objektId ?? '', spalte: zeile.spalte, stand: zeile.stand, bezug: zeile.bezug, jahrVon: String(zeile.jahrVon ?? ''), jahrBis: String(zeile.jahrBis ?? ''),
  betriebAb: zeile.betriebAb ? `${zwei(zeile.betriebAb.month)}/${zeile.betriebAb.year}` : '', betrag: zeile.betragCent === null ? '' : formatAmount(zeile.betragCent), vzae: zeile.vzaeHundertstel === null ? '' : vzaeText(zeile.vzaeHundertstel),
  mittelart: zeile.mittelart ?? '', produkt: zeile.produkt ?? '', sachkonto: zeile.sachkonto ?? '', verpflichtung: zeile.verpflichtung ? 'ja' : '', preisstand: zeile.preisstand ? formatDate(zeile.preisstand) : '',
  brutto: zeile.brutto ? 'ja' : 'nein', unsicherheit: zeile.unsicherheit ?? '', quelle: zeile.quelle ?? '',
})

/** Reads what was typed. Every wrong field is named with what to do; nothing is guessed. `objektId` is checked by the caller. */
export function leseTexte(texte: Readonly<Partial<Record<Feld, string>>>): { readonly werte: Zeilenwerte; readonly fehler: readonly Feldfehler[] } {
  const fehler: Feldfehler[] = []
  const text = (feld: Feld) => (texte[feld] ?? '').trim()
  const melde = (feld: Feld, satz: string): null => { fehler.push({ feld, text: satz }); return null }
  const wahl = <T extends object>(feld: Feld, aus: T): keyof T | null => (text(feld) === '' ? null : Object.hasOwn(aus, text(feld)) ? text(feld) as keyof T : melde(feld, 'Wählen Sie einen Eintrag aus der Liste.'))
  const jahr = (feld: Feld) => (text(feld) === '' ? null : /^(19|20|21)\d\d$/.test(text(feld)) && Number(text(feld)) >= 1990 ? Number(text(feld)) : melde(feld, 'Geben Sie ein Jahr mit vier Ziffern ein, zum Beispiel 2027.'))
  const kurz = (feld: Feld, laenge: number) => (text(feld) === '' ? null : text(feld).length <= laenge ? text(feld) : melde(feld, `Höchstens ${laenge} Zeichen.`))
  const euro = () => { const gelesen = parseEuro(text('betrag')); return gelesen.ok ? gelesen.value : melde('betrag', gelesen.message) }
  const spalte = wahl('spalte', SPALTEN) ?? 'einmalig'
  if (text('spalte') === '') melde('spalte', 'Wählen Sie, in welche Spalte des Finanzplans das gehört.')
  const werte: Zeilenwerte = {
    bezeichnung: kurz('bezeichnung', 300) ?? '', objektId: text('objektId') || null, spalte, stand: wahl('stand', STAENDE) ?? 'plan', bezug: wahl('bezug', BEZUEGE) ?? 'einzeln',
    jahrVon: jahr('jahrVon'), jahrBis: jahr('jahrBis'), betriebAb: monat(text('betriebAb'), melde), betragCent: text('betrag') === '' ? null : euro(), vzaeHundertstel: vzae(text('vzae'), melde),
    mittelart: wahl('mittelart', MITTELARTEN), produkt: kurz('produkt', 40), sachkonto: kurz('sachkonto', 40), verpflichtung: text('verpflichtung') === 'ja', preisstand: tag(text('preisstand'), melde),
    brutto: text('brutto') !== 'nein', unsicherheit: wahl('unsicherheit', UNSICHERHEITEN), quelle: kurz('quelle', 500),
  }
  if (text('bezeichnung') === '') melde('bezeichnung', 'Sagen Sie kurz, wofür das Geld ist.')
  pruefeZusammenhang(werte, melde)
  return { werte, fehler }
}

type Melder = (feld: Feld, satz: string) => null

function pruefeZusammenhang(werte: Zeilenwerte, melde: Melder): void {
  if (werte.jahrVon !== null && werte.jahrBis !== null && werte.jahrBis < werte.jahrVon) melde('jahrBis', 'Das letzte Jahr liegt vor dem ersten.')
  if (istVzae(werte) && werte.betragCent !== null) melde('betrag', 'In einer Personalspalte stehen VZÄ, kein Geld. Lassen Sie den Betrag leer.')
  if (!istVzae(werte) && werte.vzaeHundertstel !== null) melde('vzae', 'VZÄ gehören in eine Personalspalte. Lassen Sie das Feld leer.')
  if (werte.betriebAb !== null && werte.bezug !== 'jaehrlich') melde('betriebAb', 'Ein Monat des Betriebsbeginns passt nur zu Kosten, die in jedem Jahr entstehen.')
  if (werte.betriebAb !== null && werte.jahrBis !== null && werte.betriebAb.year > werte.jahrBis) melde('betriebAb', 'Der Betrieb beginnt erst nach dem letzten Jahr.')
}

/** '03/2027', '3.2027' or '2027-03' as the first day of that month. */
function monat(text: string, melde: Melder): Temporal.PlainDate | null {
  if (text === '') return null
  const [, m, j] = /^(\d{1,2})\s*[/.]\s*(\d{4})$/.exec(text) ?? []
  const [, j2, m2] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
  const [jahr, nummer] = [Number(j ?? j2), Number(m ?? m2)]
  if (!(nummer >= 1 && nummer <= 12 && jahr >= 1990 && jahr <= 2200)) return melde('betriebAb', 'Geben Sie Monat und Jahr ein, zum Beispiel 03/2027.')
  return new Temporal.PlainDate(jahr, nummer, 1)
}

function tag(text: string, melde: Melder): Temporal.PlainDate | null {
  if (text === '') return null
  const gelesen = parseDate(text, 2026)
  return gelesen.ok ? gelesen.value : melde('preisstand', 'Diesen Tag gibt es nicht. Geben Sie ein Datum wie 22.11.2026 ein.')
}

function vzae(text: string, melde: Melder): number | null {
  if (text === '') return null
  const gelesen = parseEuro(text)
  if (!gelesen.ok || gelesen.value < 0n || gelesen.value > 10_000_000n) return melde('vzae', 'Geben Sie VZÄ mit höchstens zwei Stellen nach dem Komma ein, zum Beispiel 2,50.')
  return Number(gelesen.value)
}
