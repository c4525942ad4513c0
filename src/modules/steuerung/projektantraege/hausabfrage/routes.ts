import type { App } from '../../../../platform/app.js'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, form, page, redirect, wert, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { hausabfrageBeantworten, hausabfrageErinnern, hausabfrageStellen, ideeAusAntwort } from './command.js'
import { abfragen, gefragteVon } from './lesen.js'
import { abfragenPage, antwortPage, auswertungPage } from './page.js'
import { ABFRAGEN, antwortPfad } from './pfade.js'
import { abfrageAuswerten, abfragenAnsehen, abfrageOeffnen } from './query.js'

const zugang = access.staff('projektantrag.abfragen')

function idAus(c: RequestContext, name: string): string {
  const id = c.params[name] ?? ''
  if (!isUuid(id)) throw new NotFound()
  return id
}

const beispiel = (pfad: (abfrageId: string, einheitId: string) => string) => async (app: App): Promise<string | undefined> => {
  const stadt = app.mandanten.all()[0]
  return stadt && app.db.withMandant(stadt.id, async (tx) => {
    const [eine] = await abfragen(tx)
    const gefragte = eine && (await gefragteVon(tx, [eine.id])).find(({ kuerzel }) => kuerzel === '32.1')
    return eine && gefragte && pfad(eine.id, gefragte.einheitId)
  })
}

export const routes: readonly Route[] = [
  ...form({
    path: ABFRAGEN, access: zugang, show: async (c, zustand) => abfragenPage(c, await c.ask(abfragenAnsehen, {}), zustand),
    async submit(c, werte) {
      const feld = (name: string) => wert(werte, name)
      const { id, einheiten } = await c.execute(hausabfrageStellen, { titel: feld('titel'), einleitung: feld('einleitung'), fragen: feld('fragen'), faelligAm: feld('faelligAm') }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`${ABFRAGEN}/${id}`, { hinweis: `${einheiten} Einheiten sind gefragt. Jede hat eine Aufgabe bekommen.` })
    },
  }),
  page({ path: `${ABFRAGEN}/:id`, access: zugang, beispiel: beispiel((id) => `${ABFRAGEN}/${id}`), handle: async (c) => auswertungPage(c, await c.ask(abfrageAuswerten, { abfrageId: idAus(c, 'id') })) }),
  action({
    path: `${ABFRAGEN}/:id/erinnern`, access: zugang,
    async handle(c) {
      const { einheiten } = await c.execute(hausabfrageErinnern, { abfrageId: idAus(c, 'id') })
      return redirect(`${ABFRAGEN}/${idAus(c, 'id')}`, { hinweis: einheiten === 1 ? 'Eine Einheit ist erinnert.' : `${einheiten} Einheiten sind erinnert.` })
    },
  }),
  action({
    path: `${ABFRAGEN}/:id/idee`, access: zugang,
    async handle(c) {
      const [einheitId, frage] = [wert(c.werte, 'einheitId'), /^\d{1,2}$/.exec(wert(c.werte, 'frage'))?.[0]]
      if (!isUuid(einheitId) || !frage) throw new NotFound()
      const { vorgangsnummer } = await c.execute(ideeAusAntwort, { abfrageId: idAus(c, 'id'), einheitId, frage: Number(frage) }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`${ABFRAGEN}/${idAus(c, 'id')}`, { hinweis: `Die Idee hat die Nummer ${vorgangsnummer}.` })
    },
  }),
  ...form({
    path: `${ABFRAGEN}/:id/antwort/:einheitId`, access: access.staff('aufgabe.bearbeiten'), beispiel: beispiel(antwortPfad),
    show: async (c, zustand) => antwortPage(c, await c.ask(abfrageOeffnen, { abfrageId: idAus(c, 'id'), einheitId: idAus(c, 'einheitId') }), zustand),
    async submit(c, werte) {
      const [abfrageId, einheitId] = [idAus(c, 'id'), idAus(c, 'einheitId')]
      const { abfrage, antworten } = await c.ask(abfrageOeffnen, { abfrageId, einheitId })
      const texte = abfrage.fragen.map((_, i) => (werte[`antwort${i}`] === undefined ? antworten.find(({ frage }) => frage === i)?.text ?? '' : wert(werte, `antwort${i}`)))
      await c.execute(hausabfrageBeantworten, { abfrageId, einheitId, antworten: texte, keinBedarf: wert(werte, 'keinBedarf') === 'ja' })
      return redirect('/arbeitsplatz/ideen', { hinweis: 'Danke. Die Antwort ist angekommen.' })
    },
  }),
]
