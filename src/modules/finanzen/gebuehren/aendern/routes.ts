import { Invalid } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { centAus, tagAus } from '../../forderungen/index.js'
import { satzFestlegen } from './command.js'
import { blattSeite, uebersichtSeite } from './page.js'
import { gebuehrenblatt, gebuehrenuebersicht } from './query.js'

export const routes: readonly Route[] = [
  page({ path: '/verwaltung/gebuehren', access: access.staff('gebuehr.verwalten'), handle: async (c) => uebersichtSeite(c, await c.ask(gebuehrenuebersicht, {})) }),
  ...form({
    path: '/verwaltung/gebuehren/:leistung', access: access.staff('gebuehr.verwalten'), beispiel: async () => '/verwaltung/gebuehren/bewohnerparkausweis',
    show: async (c, zustand) => blattSeite(c, await c.ask(gebuehrenblatt, { leistung: c.params['leistung'] ?? '' }), zustand),
    async submit(c, werte) {
      const grund = wert(werte, 'grund')
      if (grund === '') throw new Invalid([{ feld: 'grund', text: 'Bitte nennen Sie den Grund, zum Beispiel die Satzung.' }])
      const leistung = c.params['leistung'] ?? ''
      const satz = wert(werte, 'art') === 'rahmen' ? { rahmen: { von: centAus(werte, 'von'), bis: centAus(werte, 'bis') } } : { cent: centAus(werte, 'betrag') }
      await c.execute(satzFestlegen, { leistung, position: wert(werte, 'position'), giltAb: tagAus(werte, 'giltAb'), satz, grund }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/verwaltung/gebuehren/${leistung}`, { hinweis: 'Der neue Betrag ist festgelegt.' })
    },
  }),
]
