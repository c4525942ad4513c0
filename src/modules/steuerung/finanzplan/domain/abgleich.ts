import { searchKey } from '../../../../platform/text/index.js'
import type { Cents } from '../../../../platform/money/index.js'
import type { Tabelle } from './tabelle.js'
import type { Zeile } from './zeile.js'
import { BETRAEGE, leseBetrag, type Betragsziel, type Dezimalzeichen, type Ziel, type Zuordnung } from './zuordnung.js'

/** A row of the file that found its line and year. */
export interface Treffer { readonly nummer: number; readonly zeileId: string; readonly jahr: number; readonly betraege: Readonly<Record<Betragsziel, Cents | null>> }
/** A row that cannot be taken, with why and what to do. `nummer` counts as the spreadsheet does: the heading is 1. */
export interface Mangel { readonly nummer: number; readonly text: string }

export interface Kandidat { readonly zeile: Zeile; readonly vorhaben: readonly string[] }

/**
 * Finds for every row the one line of the plan it means: by the key of our export, otherwise by all that the row says of Vorhaben,
 * Bezeichnung, Produkt and Sachkonto. None or several: reported, never guessed. Rows of one line and year are added up.
 */
export function gleicheAb(tabelle: Tabelle, zuordnung: Zuordnung, kandidaten: readonly Kandidat[], wahl: { readonly dezimal: Dezimalzeichen | undefined; readonly jahr: number | undefined }): { readonly treffer: readonly Treffer[]; readonly maengel: readonly Mangel[] } {
  const maengel: Mangel[] = []
  const treffer = new Map<string, Treffer>()
  const findeZeile = suche(kandidaten)
  tabelle.zeilen.forEach((zellen, index) => {
    const nummer = index + 2
    const zelle = (ziel: Ziel) => { const spalte = zuordnung[ziel]; return spalte === undefined ? '' : (zellen[spalte] ?? '').trim() }
    const gefunden = findeZeile(zelle)
    if (typeof gefunden === 'string') { maengel.push({ nummer, text: gefunden }); return }
    const jahrtext = zelle('jahr') || (wahl.jahr === undefined ? '' : String(wahl.jahr))
    if (!/^(19|20|21)\d\d$/.test(jahrtext) || Number(jahrtext) < 1990) { maengel.push({ nummer, text: jahrtext === '' ? 'Das Haushaltsjahr fehlt.' : `„${jahrtext}“ ist kein Haushaltsjahr.` }); return }
    const gelesen = BETRAEGE.map((ziel) => [ziel, leseBetrag(zelle(ziel), wahl.dezimal)] as const)
    const fehler = gelesen.find(([, einer]) => !einer.ok)?.[1]
    if (fehler && !fehler.ok) { maengel.push({ nummer, text: fehler.text }); return }
    const betraege = Object.fromEntries(gelesen.map(([ziel, einer]) => [ziel, einer.ok ? einer.cent : null])) as Record<Betragsziel, Cents | null>
    if (BETRAEGE.every((ziel) => betraege[ziel] === null)) { maengel.push({ nummer, text: 'In dieser Zeile steht kein Betrag. Leere Felder gelten als „keine Angabe“, nicht als 0.' }); return }
    const schluessel = `${gefunden.id} ${jahrtext}`
    const bisher = treffer.get(schluessel)
    const plus = (ziel: Betragsziel) => (betraege[ziel] === null ? bisher?.betraege[ziel] ?? null : (bisher?.betraege[ziel] ?? 0n) + betraege[ziel])
    treffer.set(schluessel, { nummer: bisher?.nummer ?? nummer, zeileId: gefunden.id, jahr: Number(jahrtext), betraege: { nachtrag: plus('nachtrag'), obligo: plus('obligo'), ist: plus('ist'), prognose: plus('prognose') } })
  })
  return { treffer: [...treffer.values()], maengel }
}

function suche(kandidaten: readonly Kandidat[]): (zelle: (ziel: Ziel) => string) => Zeile | string {
  const byId = new Map(kandidaten.map(({ zeile }) => [zeile.id, zeile]))
  const vorbereitet = kandidaten.map(({ zeile, vorhaben }) => ({ zeile, namen: vorhaben.map(searchKey), bezeichnung: searchKey(zeile.bezeichnung) }))
  return (zelle) => {
    const kennung = zelle('zeile').toLowerCase()
    if (kennung !== '') return byId.get(kennung) ?? `Die Zeile „${zelle('zeile')}“ gibt es in diesem Plan nicht.`
    const gesucht = { vorhaben: searchKey(zelle('vorhaben')), bezeichnung: searchKey(zelle('bezeichnung')), produkt: zelle('produkt'), sachkonto: zelle('sachkonto') }
    if (Object.values(gesucht).every((wert) => wert === '')) return 'Nichts sagt, welche Zeile des Plans gemeint ist.'
    const passend = vorbereitet.filter(({ zeile, namen, bezeichnung }) => (gesucht.vorhaben === '' || namen.includes(gesucht.vorhaben)) && (gesucht.bezeichnung === '' || bezeichnung === gesucht.bezeichnung) &&
      (gesucht.produkt === '' || zeile.produkt === gesucht.produkt) && (gesucht.sachkonto === '' || zeile.sachkonto === gesucht.sachkonto))
    if (passend.length === 1 && passend[0]) return passend[0].zeile
    return passend.length === 0 ? 'Dazu passt keine Zeile des Plans. Prüfen Sie Vorhaben, Produkt und Sachkonto.' : `Dazu passen ${passend.length} Zeilen des Plans. Ergänzen Sie Sachkonto oder Bezeichnung, oder nehmen Sie die Kennung aus der Ausfuhr.`
  }
}
