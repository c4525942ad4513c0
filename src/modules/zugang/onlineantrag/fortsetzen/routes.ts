import { limit } from '../../../../platform/auth/limit.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, form, page, redirect, wert, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { isMailAddress } from '../../../../platform/mail/index.js'
import { findFall, ohneFall, pfadVon } from '../zugang.js'
import { woerter } from '../woerter.js'
import { codeAusstellen, entwurfFortsetzen, neuerCode } from './command.js'
import { codeseite, fortsetzenSeite, unauffindbarSeite } from './page.js'

/** A new code for the own draft, mailed too where an address is given. */
export async function codeFuer(c: RequestContext, entwurfId: string, email?: string): Promise<string> {
  const { code, hash, siegel } = neuerCode(c.app)
  await c.execute(codeAusstellen, { entwurfId, codeHash: hash, siegel, sprache: c.sprache, ...(email ? { email } : {}) })
  return code
}

const fortsetzen = form({
  path: '/leistungen/:key/antrag/fortsetzen', access: access.guest, beispiel: '/leistungen/bewohnerparkausweis/antrag/fortsetzen',
  show: async (c, zustand) => fortsetzenSeite(c, zustand),
  async submit(c, werte) {
    // A code cannot be guessed; the limit keeps trying from costing anything.
    await limit(c.app.db, `fortsetzen:${c.mandant.id}:${c.kennungIp}`, { max: 20, seconds: 900 })
    const entwurf = await c.execute(entwurfFortsetzen, { code: wert(werte, 'code'), sprache: c.sprache })
    return redirect(pfadVon(entwurf), { hinweis: woerter(c.sprache).fortgesetzt })
  },
})

const gespeichert = page({
  path: '/leistungen/:key/antrag/:entwurf/gespeichert', access: access.guest, beispiel: async () => undefined,
  async handle(c) {
    const fall = await findFall(c)
    if (!fall) return unauffindbarSeite(c)
    if (fall.entwurf.status !== 'offen') return redirect(pfadVon(fall.entwurf))
    return codeseite(c, fall, { offen: Object.keys(fall.entwurf.eingaben).length > 0 })
  },
})

/** Wrong address: nothing is mailed, but a code is shown again, because the one on the page before cannot be shown twice. */
const code = action({
  path: '/leistungen/:key/antrag/:entwurf/code', access: access.guest,
  async handle(c) {
    const fall = await findFall(c)
    if (!fall) return ohneFall(c, woerter(c.sprache).sitzungAbgelaufen)
    if (fall.entwurf.status !== 'offen' || c.actor.art !== 'gast') throw new NotFound()
    const email = wert(c.werte, 'email')
    const falsch = email === '' || !isMailAddress(email) || !email.split('@')[1]?.includes('.')
    if (!falsch) await limit(c.app.db, `codemail:${c.mandant.id}:${fall.entwurf.id}`, { max: 5, seconds: 3600 })
    const neu = await codeFuer(c, fall.entwurf.id, falsch ? undefined : email)
    const fehler = c.sprache === 'en' ? 'Please enter a complete e-mail address, for example name@example.org.' : 'Geben Sie bitte eine vollständige E-Mail-Adresse ein, zum Beispiel name@beispiel.de.'
    return codeseite(c, fall, { code: neu, ...(falsch ? { fehler, eingabe: email } : { verschickt: email }) })
  },
})

export const routes: readonly Route[] = [...fortsetzen, gespeichert, code]
