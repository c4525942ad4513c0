import { Invalid } from '../../../../platform/errors.js'
import { readFirstSheet } from '../../../../platform/spreadsheet/index.js'
import { archiveFiles, inspectUpload } from '../../../../platform/uploads/index.js'
import { alsCsvText, alsTabelle, entschluessele, GRENZEN, trennzeichen, TRENNERNAMEN, zerlege } from '../domain/tabelle.js'

/** Wider than what is used of it: sheets have formatted cells around their tables. */
const BLATT = { rows: 30_000, columns: 200, cells: 1_500_000 } as const

export interface Gelesen { readonly text: string; readonly hinweise: readonly string[] }

/** An uploaded CSV or XLSX file as one notation, with how it was read. The content decides which it is, not the name. @throws Invalid with what to do */
export async function liesDatei(name: string, bytes: Buffer): Promise<Gelesen> {
  if (bytes.length === 0) throw new Invalid([{ feld: 'datei', text: 'Bitte wählen Sie eine CSV- oder Excel-Datei aus.' }])
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return liesExcel(name, bytes)
  const { text, kodierung } = entschluessele(bytes)
  if (text.includes('\0')) throw new Invalid([{ feld: 'datei', text: 'Das ist weder eine CSV- noch eine Excel-Datei (.xlsx). Speichern Sie die Tabelle noch einmal als .xlsx oder .csv.' }])
  const trenner = trennzeichen(text)
  const tabelle = alsTabelle(zerlege(text.replace(/^\ufeff/, ''), trenner), [`Gelesen als ${kodierung}, getrennt mit ${TRENNERNAMEN[trenner] ?? trenner}.`])
  return { text: alsCsvText(tabelle), hinweise: tabelle.hinweise }
}

async function liesExcel(name: string, bytes: Buffer): Promise<Gelesen> {
  const archive = { maxExpanded: 40_000_000 }
  const befund = await inspectUpload(bytes, { declaredName: name, allowed: ['xlsx'], maxBytes: GRENZEN.bytes, archive })
  if (!befund.ok) throw new Invalid([{ feld: 'datei', text: befund.text }])
  const teile = await archiveFiles(bytes, archive)
  const blatt = teile && await readFirstSheet(teile, BLATT)
  if (!blatt) throw new Invalid([{ feld: 'datei', text: `Diese Excel-Datei lässt sich nicht lesen. Höchstens ${BLATT.rows.toLocaleString('de-DE')} Zeilen und ${BLATT.columns} Spalten sind möglich. Öffnen Sie sie, löschen Sie leere Zeilen und Spalten und speichern Sie sie noch einmal als .xlsx.` }])
  const tabelle = alsTabelle(blatt.filter((zeile) => zeile.some((zelle) => zelle !== null)).map((zeile) => zeile.map(alsText)), ['Gelesen als Excel-Datei, erstes Blatt.'])
  return { text: alsCsvText(tabelle), hinweise: tabelle.hinweise }
}

/** A cell as text; numbers in German notation. */
function alsText(zelle: unknown): string {
  if (zelle === null || zelle === undefined) return ''
  if (zelle instanceof Date) return zelle.toISOString().slice(0, 10)
  if (typeof zelle === 'object' && 'zahl' in zelle) return zahlAlsText(String(zelle.zahl))
  return String(zelle)
}

/** '1234.5' is '1234,50'. Spreadsheets store 0,3 as 0.30000000000000004: such noise far behind the cents goes, real further decimals stay and are reported. */
export function zahlAlsText(roh: string): string {
  // No amount is longer; such a cell is reported as none.
  if (roh.length > 60 || /^-?\d+$/.test(roh)) return roh
  const [mantisse = '', hoch = '0'] = roh.toLowerCase().split('e')
  const [ganz = '', bruch = ''] = mantisse.replace('-', '').split('.')
  const stelle = ganz.length + Number(hoch)
  const ziffern = `${'0'.repeat(Math.max(0, -stelle))}${ganz}${bruch}`.padEnd(Math.max(0, stelle), '0')
  const komma = Math.max(0, stelle)
  const [vor, nach] = [ziffern.slice(0, komma) || '0', ziffern.slice(komma).replace(/0+$/, '')]
  if (!/^\d+$/.test(ziffern) || Math.abs(Number(hoch)) > 30) return roh
  const vorzeichen = mantisse.startsWith('-') ? '-' : ''
  if (nach.length <= 2) return `${vorzeichen}${vor}${nach === '' ? '' : `,${nach.padEnd(2, '0')}`}`
  const rauschen = /^(\d\d)0{4,}/.exec(nach)?.[1]
  if (rauschen) return `${vorzeichen}${vor},${rauschen}`
  if (/^\d\d9{5,}/.test(nach)) { const cent = BigInt(vor + nach.slice(0, 2)) + 1n; const text = cent.toString().padStart(3, '0'); return `${vorzeichen}${text.slice(0, -2)},${text.slice(-2)}` }
  return `${vorzeichen}${vor},${nach}`
}
