import { arbeitsplatzSeite, Card, ErrorSummary } from '../../../../design/index.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, action, redirect, submitOrShowAgain, wert, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { vorgangByNummer } from '../../../akte/akten/index.js'
import { centAus, Gebuehrenrechnung } from '../../forderungen/index.js'
import { festsetzungZu } from '../festsetzung.js'
import { gebuehrFestsetzen } from './command.js'
import { Festsetzungsformular } from './teil.js'

async function lade(c: RequestContext) {
  const gefunden = await c.app.db.withMandant(c.mandant.id, async (tx) => {
    const vorgang = await vorgangByNummer(tx, c.params['nr'] ?? '')
    return { vorgang, festsetzung: vorgang && await festsetzungZu(tx, { vorgangId: vorgang.id }) }
  })
  if (!gefunden.vorgang || !gefunden.festsetzung) throw new NotFound()
  return { vorgang: gefunden.vorgang, festsetzung: gefunden.festsetzung }
}

function ermaessigungAus(werte: Werte): { ermaessigung?: number } {
  const text = wert(werte, 'ermaessigung')
  if (text === '') return {}
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > 100) throw new Invalid([{ feld: 'ermaessigung', text: 'Bitte geben Sie eine Zahl von 1 bis 100 ein.' }])
  return { ermaessigung: Number(text) }
}

export const routes: readonly Route[] = [action({
  path: '/arbeitsplatz/vorgaenge/:nr/gebuehr', access: access.staff('gebuehr.festsetzen'), beispiel: async () => undefined,
  handle: (c) => submitOrShowAgain(c, async () => {
    const { vorgang, festsetzung } = await lade(c)
    const grund = wert(c.werte, 'gebuehrengrund')
    if (grund === '') throw new Invalid([{ feld: 'gebuehrengrund', text: 'Bitte nennen Sie den Grund.' }])
    const felder = (festsetzung.regel.positionen ?? []).map(({ name }) => name).filter((name) => wert(c.werte, `betrag-${name}`) !== '')
    await c.execute(gebuehrFestsetzen, {
      vorgangId: vorgang.id, grund, ...ermaessigungAus(c.werte), betraege: felder.map((position) => ({ position, cent: centAus(c.werte, `betrag-${position}`) })),
    }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect(`/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}#gebuehr`, { hinweis: 'Die Gebühr ist festgesetzt.' })
  }, async (zustand) => {
    const { vorgang, festsetzung } = await lade(c)
    return arbeitsplatzSeite(c, { title: 'Gebühr festsetzen', preline: vorgang.vorgangsnummer, hasErrors: true, schmal: true, breadcrumb: [{ label: vorgang.vorgangsnummer, href: `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}` }, { label: 'Gebühr' }] }, (
      <>
        <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
        <Card title="Gebühr"><Gebuehrenrechnung aufstellung={festsetzung.aufstellung} /><Festsetzungsformular c={c} vorgangsnummer={vorgang.vorgangsnummer} festsetzung={festsetzung} zustand={zustand} /></Card>
      </>
    ))
  }),
})]
