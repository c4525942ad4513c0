import { formatAmount } from '../../../../platform/money/index.js'
import { sheetAsCsv, sheetAsExcel, type SheetColumn } from '../../../../platform/spreadsheet/index.js'
import { vzaeText } from '../domain/eingabe.js'
import { BEZUEGE, SPALTEN, STAENDE } from '../domain/zeile.js'
import { objektText } from '../gliederung.js'
import type { Listenzeile, zeilenliste } from './query.js'

type Liste = Awaited<ReturnType<typeof zeilenliste.run>>

const spalten: readonly SheetColumn<Listenzeile>[] = [
  { titel: 'Zeile', wert: ({ zeile }) => zeile.id }, { titel: 'Strategie', wert: ({ strategie }) => strategie.name }, { titel: 'Vorhaben', wert: ({ objekt }) => (objekt ? objektText(objekt) : null), breit: true },
  { titel: 'Bezeichnung', wert: ({ zeile }) => zeile.bezeichnung, breit: true }, { titel: 'Spalte', wert: ({ zeile }) => SPALTEN[zeile.spalte].name }, { titel: 'Stand', wert: ({ zeile }) => STAENDE[zeile.stand] },
  { titel: 'Von', wert: ({ zeile }) => zeile.jahrVon }, { titel: 'Bis', wert: ({ zeile }) => zeile.jahrBis }, { titel: 'Gilt', wert: ({ zeile }) => BEZUEGE[zeile.bezug] },
  { titel: 'Betrag', wert: ({ zeile }) => zeile.betragCent }, { titel: 'Zählt', wert: ({ betragCent }) => betragCent }, { titel: 'VZÄ', wert: ({ zeile }) => (zeile.vzaeHundertstel === null ? null : vzaeText(zeile.vzaeHundertstel)) },
  { titel: 'Mittelart', wert: ({ zeile }) => zeile.mittelart }, { titel: 'Produkt', wert: ({ zeile }) => zeile.produkt }, { titel: 'Sachkonto', wert: ({ zeile }) => zeile.sachkonto },
  { titel: 'Verpflichtungsermächtigung', wert: ({ zeile }) => (zeile.verpflichtung ? 'ja' : null) }, { titel: 'Preisstand', wert: ({ zeile }) => zeile.preisstand }, { titel: 'Brutto', wert: ({ zeile }) => (zeile.brutto ? 'ja' : 'nein') },
  { titel: 'Unsicherheit', wert: ({ zeile }) => zeile.unsicherheit }, { titel: 'Quelle', wert: ({ zeile }) => zeile.quelle, breit: true },
]

/** The lines with a last row of the total. */
export const zeilenAlsCsv = (liste: Liste): string => sheetAsCsv(spalten, liste.zeilen, ['Summe', ...Array.from({ length: 9 }, () => null), liste.summeCent === null ? null : formatAmount(liste.summeCent)])
export const zeilenAlsExcel = (liste: Liste): Promise<Buffer> => sheetAsExcel('Finanzplan', spalten, liste.zeilen)
