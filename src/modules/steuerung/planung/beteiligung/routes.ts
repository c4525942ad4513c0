import { Invalid } from '../../../../platform/errors.js'
import { access, action, form, redirect, submitOrShowAgain, wert, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { idAus, planbeispiel } from '../ansehen/routes.js'
import { beteiligungAbschliessen, beteiligungEinleiten } from './command.js'
import type { Teilzustand } from '../formfelder.js'
import { beteiligungSeite, ergebnisFormular, ERGEBNISSE } from './page.js'
import { beteiligungsliste } from './query.js'

const PFAD = '/arbeitsplatz/planung/:planId/beteiligung'
const zeige = async (c: RequestContext, zustand: Teilzustand): Promise<Reply> => beteiligungSeite(c, await c.ask(beteiligungsliste, { planId: idAus(c, 'planId') }), zustand)
const zurueck = (c: RequestContext, hinweis: string): Reply => redirect(`/arbeitsplatz/planung/${idAus(c, 'planId')}/beteiligung`, { hinweis })

export const routes: readonly Route[] = [
  ...form({
    path: PFAD, access: access.staff('planung.lesen'), beispiel: planbeispiel('/beteiligung'), show: zeige,
    async submit(c, werte) {
      const feld = (name: string) => wert(werte, name)
      await c.execute(beteiligungEinleiten, { planId: idAus(c, 'planId'), stelle: feld('stelle'), gegenstand: feld('gegenstand'), eingeleitetAm: feld('eingeleitetAm'), frist: feld('frist') }, c.formToken ? { schluessel: c.formToken } : {})
      return zurueck(c, 'Die Beteiligung ist eingeleitet.')
    },
  }),
  action({
    path: `${PFAD}/:beteiligungId/ergebnis`, access: access.staff('planung.bearbeiten'),
    handle: (c) => submitOrShowAgain(c, async () => {
      const ergebnis = wert(c.werte, 'ergebnis')
      if (!(ergebnis in ERGEBNISSE)) throw new Invalid([{ feld: 'ergebnis', text: 'Wählen Sie das Ergebnis der Beteiligung.' }])
      await c.execute(beteiligungAbschliessen, { planId: idAus(c, 'planId'), beteiligungId: idAus(c, 'beteiligungId'), ergebnis: ergebnis as keyof typeof ERGEBNISSE, abgeschlossenAm: wert(c.werte, 'abgeschlossenAm'), vermerk: wert(c.werte, 'vermerk') })
      return zurueck(c, 'Das Ergebnis ist eingetragen.')
    }, (zustand) => zeige(c, { ...zustand, formular: ergebnisFormular(idAus(c, 'beteiligungId')) })),
  }),
]
