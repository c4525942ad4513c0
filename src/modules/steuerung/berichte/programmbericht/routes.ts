import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { gewaehlt } from '../anzeige.js'
import { beispielPdf } from '../beispiel.js'
import { programmberichtFestschreiben } from './command.js'
import { PROGRAMMBERICHTE, programmberichtePage } from './page.js'
import { druckeProgrammbericht } from './pdf.js'
import { programmberichteAnsehen } from './query.js'

const lade = (c: RequestContext) => { const strategie = gewaehlt(c); return c.ask(programmberichteAnsehen, strategie ? { strategie } : {}) }

async function schreibeFest(c: RequestContext, werte: Werte) {
  const strategieId = wert(werte, 'strategieId')
  const [, jahr = '', quartal = ''] = /^(\d{4})-([1-4])$/.exec(wert(werte, 'quartal')) ?? []
  if (!isUuid(strategieId) || jahr === '' || Number(jahr) < 1990 || Number(jahr) > 2200) throw new Invalid([{ feld: 'quartal', text: 'Bitte wählen Sie ein Quartal.' }])
  await c.execute(programmberichtFestschreiben, {
    strategieId, jahr: Number(jahr), quartal: Number(quartal), gremium: wert(werte, 'gremium'), sitzungAm: wert(werte, 'sitzungAm'), ohneSitzung: wert(werte, 'ohneSitzung'),
  }, c.formToken ? { schluessel: c.formToken } : {})
  return redirect(PROGRAMMBERICHTE, { hinweis: 'Festgeschrieben. Das PDF steht in der Liste.' })
}

/** Showing needs reading, freezing needs more: the command asks for it. */
export const routes: readonly Route[] = [
  ...form({ path: PROGRAMMBERICHTE, access: access.staff('berichte.lesen'), show: async (c, zustand) => programmberichtePage(c, await lade(c), zustand), submit: schreibeFest }),
  page({
    path: `${PROGRAMMBERICHTE}/:id/bericht.pdf`, access: access.staff('berichte.lesen'), beispiel: beispielPdf,
    async handle(c) {
      const id = c.params['id'] ?? ''
      if (!isUuid(id)) throw new NotFound()
      const { dateiname, sha256, size } = await druckeProgrammbericht(c.app, c.mandant.id, id)
      const { stream } = await c.app.blobs.open(c.mandant.id, sha256)
      return { stream: { body: stream, mime: 'application/pdf', dateiname, size } }
    },
  }),
]
