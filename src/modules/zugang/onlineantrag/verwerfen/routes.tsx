import { ConfirmPage, portalSeite } from '../../../../design/index.js'
import { access, form, redirect, type Route } from '../../../../platform/http/route.js'
import { unauffindbarSeite } from '../fortsetzen/page.js'
import { antragPfad, findFall, ohneFall, pfadVon } from '../zugang.js'
import { woerter } from '../woerter.js'
import { entwurfVerwerfen } from './command.js'

export const routes: readonly Route[] = form({
  path: '/leistungen/:key/antrag/:entwurf/verwerfen', access: access.guest, beispiel: async () => undefined,
  async show(c, zustand) {
    const fall = await findFall(c)
    if (!fall) return unauffindbarSeite(c)
    if (fall.entwurf.status !== 'offen') return redirect(pfadVon(fall.entwurf))
    if (fall.entwurf.absendewunsch) return redirect(pfadVon(fall.entwurf, 'bezahlen'))
    const w = woerter(c.sprache)
    return portalSeite(c, { title: w.verwerfenTitel, robots: 'noindex' }, (
      <ConfirmPage title={w.verwerfenTitel} action={c.path} hidden={c.formFields() as unknown as Record<string, string>} confirmLabel={w.verwerfenJa} cancelLabel={w.verwerfenNein}
        cancelHref={pfadVon(fall.entwurf)} danger>
        <p class="sk-lead">{zustand.meldung ?? w.verwerfenText}</p>
      </ConfirmPage>
    ))
  },
  async submit(c) {
    const fall = await findFall(c)
    if (!fall) return ohneFall(c, woerter(c.sprache).sitzungAbgelaufen)
    const { leistung } = await c.execute(entwurfVerwerfen, { entwurfId: fall.entwurf.id })
    return redirect(antragPfad(leistung), { hinweis: woerter(c.sprache).verworfen })
  },
})
