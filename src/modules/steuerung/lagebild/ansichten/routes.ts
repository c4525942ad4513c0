import type { App } from '../../../../platform/app.js'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, form, page, redirect, wert, type Formularzustand, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { lagebild } from '../db/tables.js'
import { filterAus } from '../domain/filter.js'
import { ANSICHTEN, sichtPfad } from '../pfade.js'
import { ansichtAendern, ansichtLoeschen, ansichtSpeichern, startansichtSetzen } from './command.js'
import { ansichtenPage, ansichtFormPage, loeschenPage, vorgabe } from './page.js'
import { ansichtenlisteAnsehen, ansichtsformular } from './query.js'

const zugang = access.staff('lagebild.lesen')

/** An id in the address; what is none does not exist. */
function idAus(c: RequestContext): string {
  const id = c.params['id']
  if (!isUuid(id)) throw new NotFound()
  return id
}

const beispiel = (rest = '') => async (app: App): Promise<string | undefined> => {
  const [stadt] = app.mandanten.all()
  const row = stadt && await app.db.withMandant(stadt.id, (tx) => lagebild(tx).selectFrom('lagebild.ansicht').select('id').orderBy('id').executeTakeFirst())
  return row && `${ANSICHTEN}/${row.id}${rest}`
}

const formular = async (c: RequestContext, id: string | null, zustand: Formularzustand) => ansichtFormPage(c, await c.ask(ansichtsformular, { id }), zustand)
const einmal = (c: RequestContext) => (c.formToken ? { schluessel: c.formToken } : {})

export const routes: readonly Route[] = [
  page({ path: ANSICHTEN, access: zugang, handle: async (c) => ansichtenPage(c, await c.ask(ansichtenlisteAnsehen, {})) }),
  ...form({
    path: `${ANSICHTEN}/neu`, access: zugang, show: (c, zustand) => formular(c, null, zustand),
    async submit(c, werte) {
      const { sicht, frage } = vorgabe(c, { werte, fehler: [] })
      await c.execute(ansichtSpeichern, { sicht, frage, name: wert(werte, 'name'), rolle: wert(werte, 'rolle') }, einmal(c))
      return redirect(sichtPfad(sicht, filterAus(new URLSearchParams(frage))), { hinweis: 'Die Ansicht ist gespeichert.' })
    },
  }),
  action({
    path: `${ANSICHTEN}/start-aufheben`, access: zugang,
    async handle(c) {
      await c.execute(startansichtSetzen, { id: null })
      return redirect(ANSICHTEN, { hinweis: 'Das Lagebild beginnt wieder wie üblich.' })
    },
  }),
  ...form({
    path: `${ANSICHTEN}/:id`, access: zugang, beispiel: beispiel(), show: (c, zustand) => formular(c, idAus(c), zustand),
    async submit(c, werte) {
      await c.execute(ansichtAendern, { id: idAus(c), name: wert(werte, 'name'), rolle: wert(werte, 'rolle') })
      return redirect(ANSICHTEN, { hinweis: 'Die Ansicht ist geändert.' })
    },
  }),
  ...form({
    path: `${ANSICHTEN}/:id/loeschen`, access: zugang, beispiel: beispiel('/loeschen'),
    async show(c) {
      const { ansicht } = await c.ask(ansichtsformular, { id: idAus(c) })
      if (!ansicht) throw new NotFound()
      return loeschenPage(c, ansicht)
    },
    async submit(c) {
      await c.execute(ansichtLoeschen, { id: idAus(c) })
      return redirect(ANSICHTEN, { hinweis: 'Die Ansicht ist gelöscht.' })
    },
  }),
  action({
    path: `${ANSICHTEN}/:id/start`, access: zugang,
    async handle(c) {
      await c.execute(startansichtSetzen, { id: idAus(c) })
      return redirect(ANSICHTEN, { hinweis: 'Mit dieser Ansicht beginnt jetzt Ihr Lagebild.' })
    },
  }),
]
