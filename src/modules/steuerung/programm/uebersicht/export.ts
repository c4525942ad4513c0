import { sheetAsCsv, sheetAsExcel, type SheetCell, type SheetColumn } from '../../../../platform/spreadsheet/index.js'
import { ebeneText, klasseText } from '../anzeige.js'
import { BAUSTEINARTEN } from '../domain/arten.js'
import { STATUS } from '../domain/status.js'
import type { Objekt } from '../lesen.js'
import type { programmUebersicht } from './query.js'

type Uebersicht = Awaited<ReturnType<typeof programmUebersicht.run>>

const SPALTEN: readonly (readonly [string, (objekt: Objekt, uebersicht: Uebersicht) => SheetCell])[] = [
  ['Technische Kennung', ({ id }) => id],
  ['Nummer', ({ nummer }) => nummer],
  ['Bausteinart', ({ bausteinart }) => bausteinart && BAUSTEINARTEN[bausteinart]],
  ['Ebene', (objekt, { namen }) => ebeneText(objekt, namen)],
  ['Name', ({ name }) => name],
  ['Gehört zu', ({ oberId }, { alle }) => { const ober = alle.find(({ id }) => id === oberId); return ober ? [ober.nummer, ober.name].filter(Boolean).join(' ') : null }],
  ['Status', ({ status }) => status && STATUS[status].wort],
  ['Priorität', ({ prioritaet }) => prioritaet],
  ['Laufzeit in Monaten', ({ dauerMonate }) => dauerMonate],
  ['Fortlaufend', ({ fortlaufend }) => (fortlaufend ? 'ja' : null)],
  ['Beginn', ({ beginn }) => beginn],
  ['Ende', ({ ende }) => ende],
  ['Ende zuerst geplant', ({ endeOriginal }) => endeOriginal],
  ['Tatsächliches Ende', ({ endeIst }) => endeIst],
  ['Verantwortlich', ({ verantwortlich }) => verantwortlich],
  ['Kostenklasse', ({ kostenklasse }, { klassen }) => klasseText(kostenklasse, klassen) ?? null],
  ['Beschreibung', ({ texte }) => texte['beschreibung'] ?? null],
]

/** What the overview lists, also the Ziele when nothing is filtered. */
const zeilen = (uebersicht: Uebersicht): readonly Objekt[] => (uebersicht.gefiltert ? uebersicht.treffer.map(({ objekt }) => objekt) : uebersicht.alle)

const spalten = (uebersicht: Uebersicht): readonly SheetColumn<Objekt>[] => SPALTEN.map(([titel, wert]) =>
  ({ titel, wert: (objekt) => wert(objekt, uebersicht), breit: ['Name', 'Gehört zu', 'Beschreibung'].includes(titel) }))

export const alsCsv = (uebersicht: Uebersicht): string => sheetAsCsv(spalten(uebersicht), zeilen(uebersicht))
export const alsExcel = (uebersicht: Uebersicht): Promise<Buffer> => sheetAsExcel('Programm', spalten(uebersicht), zeilen(uebersicht))
