import { access, form, redirect, submitOrShowAgain, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { entwurfEinreichen } from '../absenden/command.js'
import { istBezahlt } from '../../../finanzen/forderungen/index.js'
import { unauffindbarSeite } from '../fortsetzen/page.js'
import { findFall, ohneFall, pfadVon, type Fall } from '../zugang.js'
import { woerter } from '../woerter.js'
import { absendenZurueckziehen } from './command.js'
import { bezahlseite } from './page.js'
import { gebuehrDesEntwurfs } from './query.js'

async function zeigen(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const fall = await findFall(c)
  if (!fall) return unauffindbarSeite(c)
  if (fall.entwurf.status === 'eingereicht') return redirect(pfadVon(fall.entwurf, 'bestaetigung'))
  const { forderung } = await c.ask(gebuehrDesEntwurfs, { entwurfId: fall.entwurf.id })
  if (!fall.entwurf.absendewunsch || !forderung) return redirect(pfadVon(fall.entwurf, 'pruefen'))
  // Paid, and this page is where the provider's way back leads: sent here and now, or by the job that is on its way.
  if (istBezahlt(forderung) && !fall.entwurf.absendewunsch.fehler && !zustand.meldung) {
    return submitOrShowAgain(c, () => absenden(c, fall), async (neu) => bezahlseite(c, fall, forderung, neu))
  }
  return bezahlseite(c, fall, forderung, zustand)
}

async function absenden(c: RequestContext, { entwurf }: Fall): Promise<Reply> {
  await c.execute(entwurfEinreichen, { entwurfId: entwurf.id, stand: entwurf.version, sprache: entwurf.absendewunsch?.sprache ?? c.sprache })
  return redirect(pfadVon(entwurf, 'bestaetigung'), { hinweis: woerter(c.sprache).zahlungDa })
}

export const routes: readonly Route[] = form({
  path: '/leistungen/:key/antrag/:entwurf/bezahlen', access: access.guest, beispiel: async () => undefined,
  show: zeigen,
  async submit(c, werte) {
    const fall = await findFall(c)
    if (!fall) return ohneFall(c, woerter(c.sprache).sitzungAbgelaufen)
    if (wert(werte, '_aktion') === 'absenden') return absenden(c, fall)
    await c.execute(absendenZurueckziehen, { entwurfId: fall.entwurf.id })
    return redirect(pfadVon(fall.entwurf, 'pruefen'))
  },
})
