import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { parseDate } from '../../../../platform/time/index.js'
import { MODELLPFADE, OZG_MODELLE, type Modellpfad } from '../domain/reifegrad.js'
import { reifegradBewerten } from './bewerten.js'
import { bewertungPage, PFAD, reifegradePage } from './page.js'
import { reifegradAnsehen, reifegradeAnsehen } from './query.js'

const zugang = access.staff('leistung.bewerten')

/** @throws NotFound for a model or a service that does not exist */
function lade(c: RequestContext) {
  const modell = c.params['modell'] ?? ''
  if (!Object.hasOwn(MODELLPFADE, modell)) throw new NotFound()
  return c.ask(reifegradAnsehen, { schluessel: (c.params['schluessel'] ?? '').slice(0, 80), modell: MODELLPFADE[modell as Modellpfad] })
}

async function bewerte(c: RequestContext, werte: Werte): Promise<Reply> {
  const { leistungId, modell, bezeichnung } = await lade(c)
  const gelesen = parseDate(wert(werte, 'bewertetAm'), c.today.year)
  if (!gelesen.ok) throw new Invalid([{ feld: 'bewertetAm', text: gelesen.message }])
  const kriterien = Array.from({ length: OZG_MODELLE[modell].kriterien }, (_, i) =>
    ({ name: wert(werte, `name${i}`), stufe: wert(werte, `stufe${i}`), grund: wert(werte, `grund${i}`) }))
  const zuLang = kriterien.flatMap(({ name, stufe, grund }, i) => [
    ...(name.length > 120 ? [{ feld: `name${i}`, text: 'Kürzen Sie den Namen auf 120 Zeichen.' }] : []),
    ...(stufe.length > 1 ? [{ feld: `stufe${i}`, text: 'Wählen Sie eine der angebotenen Stufen.' }] : []),
    ...(grund.length > 500 ? [{ feld: `grund${i}`, text: 'Kürzen Sie den Grund auf 500 Zeichen.' }] : []),
  ])
  if (zuLang.length > 0) throw new Invalid(zuLang)
  const { stufe } = await c.execute(reifegradBewerten, {
    leistungId, modell, bewertetAm: gelesen.value.toString(), kriterien, nachweis: wert(werte, 'nachweis'),
    nachweisLink: wert(werte, 'nachweisLink'),
  }, c.formToken ? { schluessel: c.formToken } : {})
  return redirect(PFAD, { hinweis: `${bezeichnung} hat nach ${OZG_MODELLE[modell].name} Stufe ${stufe}.` })
}

export const routes: readonly Route[] = [
  page({ path: PFAD, access: zugang, handle: async (c) => reifegradePage(c, await c.ask(reifegradeAnsehen, {})) }),
  ...form({
    path: `${PFAD}/:schluessel/:modell`, access: zugang, beispiel: `${PFAD}/bewohnerparkausweis/modell-2-0`,
    show: async (c, zustand) => bewertungPage(c, await lade(c), zustand), submit: bewerte,
  }),
]
