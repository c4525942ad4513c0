import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { einheitAus, jahrAus, PFAD, strategieAus } from '../anzeige.js'
import { csvReply, excelReply, sheetAsCsv, sheetAsExcel, type SheetColumn } from '../../../../platform/spreadsheet/index.js'
import { prozentText } from '../domain/sollist.js'
import { SPALTEN } from '../domain/zeile.js'
import { objektText } from '../gliederung.js'
import { sollIstPage } from './page.js'
import { sollIstVergleich, type SollIst, type Vergleichszeile } from './query.js'

const zugang = access.staff('finanzplan.lesen')

async function frage(c: RequestContext): Promise<SollIst> {
  const [strategie, jahr] = [strategieAus(c), jahrAus(c)]
  return c.ask(sollIstVergleich, { ...(strategie ? { strategie } : {}), ...(jahr ? { jahr } : {}) })
}

const spalten: readonly SheetColumn<Vergleichszeile>[] = [
  { titel: 'Zeile', wert: ({ zeile }) => zeile.id }, { titel: 'Vorhaben', wert: ({ objekt }) => (objekt ? objektText(objekt) : null), breit: true }, { titel: 'Bezeichnung', wert: ({ zeile }) => zeile.bezeichnung, breit: true },
  { titel: 'Spalte', wert: ({ zeile }) => SPALTEN[zeile.spalte].name }, { titel: 'Produkt', wert: ({ zeile }) => zeile.produkt }, { titel: 'Sachkonto', wert: ({ zeile }) => zeile.sachkonto },
  { titel: 'Plan', wert: ({ vergleich }) => vergleich.planCent }, { titel: 'Nachtrag', wert: ({ vergleich }) => vergleich.nachtragCent }, { titel: 'Obligo', wert: ({ vergleich }) => vergleich.obligoCent },
  { titel: 'Ist', wert: ({ vergleich }) => vergleich.istCent }, { titel: 'Prognose', wert: ({ vergleich }) => vergleich.prognoseCent }, { titel: 'Abweichung', wert: ({ vergleich }) => vergleich.abweichungCent },
  { titel: 'Abweichung in Prozent', wert: ({ vergleich }) => prozentText(vergleich) }, { titel: 'Stichtag', wert: ({ stichtag }) => stichtag },
]
const zeilen = ({ gruppen }: SollIst) => gruppen.flatMap((gruppe) => gruppe.zeilen)

export const routes: readonly Route[] = [
  page({ path: `${PFAD}/soll-ist`, access: zugang, handle: async (c) => sollIstPage(c, await frage(c), { jahr: jahrAus(c), einheit: einheitAus(c) }) }),
  page({ path: `${PFAD}/soll-ist/export.csv`, access: zugang, handle: async (c) => csvReply(sheetAsCsv(spalten, zeilen(await frage(c))), `soll-ist-${c.today}`) }),
  page({ path: `${PFAD}/soll-ist/export.xlsx`, access: zugang, handle: async (c) => excelReply(await sheetAsExcel('Soll-Ist', spalten, zeilen(await frage(c))), `soll-ist-${c.today}`) }),
]
