import { NotFound } from '../../../../platform/errors.js'
import { access, page, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { csvReply, excelReply, sheetAsCsv, sheetAsExcel, type SheetColumn } from '../../../../platform/spreadsheet/index.js'
import { ausschnittAus, filterAus, istListe } from '../domain/filter.js'
import { ALLE_SICHTEN, LISTEN, listenVon, SICHTEN, type Sicht } from '../domain/sicht.js'
import { PFAD } from '../pfade.js'
import { listenPage } from './page.js'
import { auslastungAnsehen, listeAnsehen, type Listenansicht } from './query.js'
import { ausfuhr, gewaehlt } from './spalten.js'

/** @throws NotFound for a list that the view does not have */
async function lade(c: RequestContext, sicht: Sicht): Promise<Listenansicht> {
  const liste = c.params['liste'] ?? ''
  if (!istListe(liste) || !listenVon(sicht).includes(liste)) throw new NotFound()
  const [filter, ausschnitt] = [filterAus(c.suche), ausschnittAus(c.suche, liste)]
  return liste === 'personen' ? c.ask(auslastungAnsehen, { filter, ausschnitt }) : c.ask(listeAnsehen, { sicht, liste, filter, ausschnitt })
}

/** Columns and rows of one list fit together; that they do is known where both are chosen by the same name. */
const tabelle = (ansicht: Listenansicht) => ({
  spalten: ausfuhr[ansicht.liste](ansicht) as readonly SheetColumn<unknown>[], zeilen: gewaehlt[ansicht.liste](ansicht) as readonly unknown[],
  name: `lagebild-${ansicht.liste}`,
})

async function csv(c: RequestContext, sicht: Sicht): Promise<Reply> {
  const { spalten, zeilen, name } = tabelle(await lade(c, sicht))
  return csvReply(sheetAsCsv(spalten, zeilen), `${name}-${c.today}`)
}

async function excel(c: RequestContext, sicht: Sicht): Promise<Reply> {
  const ansicht = await lade(c, sicht)
  const { spalten, zeilen, name } = tabelle(ansicht)
  return excelReply(await sheetAsExcel(LISTEN[ansicht.liste].slice(0, 31), spalten, zeilen), `${name}-${c.today}`)
}

export const routes: readonly Route[] = ALLE_SICHTEN.flatMap((sicht) => {
  const [pfad, zugang, liste] = [`${PFAD}/${sicht}/liste/:liste`, access.staff(SICHTEN[sicht].recht), listenVon(sicht)[0] ?? '']
  const beispiel = (rest = '') => `${PFAD}/${sicht}/liste/${liste}${rest}`
  return [
    page({ path: pfad, access: zugang, beispiel: beispiel(), handle: async (c) => listenPage(c, await lade(c, sicht)) }),
    page({ path: `${pfad}/export.csv`, access: zugang, beispiel: beispiel('/export.csv'), handle: (c) => csv(c, sicht) }),
    page({ path: `${pfad}/export.xlsx`, access: zugang, beispiel: beispiel('/export.xlsx'), handle: (c) => excel(c, sicht) }),
  ]
})
