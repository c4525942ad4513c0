import { access, page, type Route } from '../../../../platform/http/route.js'
import { csvOf } from '../../../../platform/spreadsheet/index.js'
import { beispielModell, idAus } from '../beispiel.js'
import { findBaustein } from '../domain/modell.js'
import { PFAD } from '../pfade.js'
import { modelllistePage, modellPage } from './page.js'
import { modellAnsehen, modellliste } from './query.js'

const zugang = access.staff('kennzahlen.lesen')

export const routes: readonly Route[] = [
  page({
    path: `${PFAD}/reifegrade`, access: zugang, handle: async (c) => modelllistePage(c, await c.ask(modellliste, {})),
  }),
  page({
    path: `${PFAD}/reifegrade/:id`, access: zugang, beispiel: beispielModell(),
    handle: async (c) => modellPage(c, await c.ask(modellAnsehen, { id: idAus(c) })),
  }),
  page({
    path: `${PFAD}/reifegrade/:id/bewertungen.csv`, access: zugang, beispiel: beispielModell('/bewertungen.csv'),
    async handle(c) {
      const { modell: { kennung, inhalt }, alle, bewertungen, person } = await c.ask(modellAnsehen, { id: idAus(c) })
      const ebeneVon = (baustein: string) =>
        inhalt.ebenen.find(({ bausteine }) => bausteine.some(({ schluessel }) => schluessel === baustein))?.name ?? null
      return csvOf({
        name: `reifegradmodell-${kennung}`, heads: [
          'Reifegradmodell', 'Fassung des Modells', 'Ebene', 'Baustein', 'Jahr', 'Fassung', 'Gültig', 'Stufe',
          'Begründung', 'Nachweis', 'Verweis', 'Bewertet von', 'Bewertet am (UTC)',
        ],
        rows: alle.map((eine) => [
          inhalt.name, eine.modellfassung, ebeneVon(eine.baustein),
          findBaustein(inhalt, eine.baustein)?.name ?? eine.baustein, eine.jahr, eine.fassung,
          bewertungen.includes(eine) ? 'ja' : 'nein',
          inhalt.stufen.find(({ schluessel }) => schluessel === eine.stufe)?.name ?? eine.stufe, eine.begruendung,
          eine.nachweis, eine.nachweisLink, person(eine.bewertetVon), eine.bewertetAm.toString()]),
      })
    },
  }),
]
