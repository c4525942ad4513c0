import { access, form, redirect, type Route } from '../../../../platform/http/route.js'
import { unauffindbarSeite } from '../fortsetzen/page.js'
import { verborgen, zurAnmeldestufe } from '../anmeldestufe/hindernis.js'
import { findFall, ohneFall, pfadVon } from '../zugang.js'
import { wartetAuf } from '../domain/entwurf.js'
import { woerter } from '../woerter.js'
import { entwurfUmstellen, neuereFassung, umstellungVon } from './command.js'
import { fassungsseite } from './page.js'

export const routes: readonly Route[] = form({
  path: '/leistungen/:key/antrag/:entwurf/fassung', access: access.guest, beispiel: async () => undefined,
  async show(c) {
    const fall = await findFall(c)
    if (!fall) return unauffindbarSeite(c)
    const neu = await c.app.db.withMandant(c.mandant.id, (tx) => neuereFassung(tx, fall.entwurf, c.today))
    if (!neu || fall.entwurf.status !== 'offen') return redirect(pfadVon(fall.entwurf))
    if (verborgen(c, fall)) return zurAnmeldestufe(fall, c.path)
    if (wartetAuf(fall.entwurf)) return redirect(pfadVon(fall.entwurf, wartetAuf(fall.entwurf)))
    return fassungsseite(c, fall, umstellungVon(fall.formular, neu.formular, fall.entwurf, fall.dateien, { heute: c.today, lang: c.sprache }))
  },
  async submit(c) {
    const fall = await findFall(c)
    if (!fall) return ohneFall(c, woerter(c.sprache).sitzungAbgelaufen)
    const { seite } = await c.execute(entwurfUmstellen, { entwurfId: fall.entwurf.id, sprache: c.sprache })
    return redirect(pfadVon(fall.entwurf, seite))
  },
})
