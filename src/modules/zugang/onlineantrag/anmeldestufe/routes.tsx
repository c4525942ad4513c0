import { Alert, ButtonRow, Card, LinkButton, portalSeite } from '../../../../design/index.js'
import { access, page, redirect, safeTarget, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { reichtAus, vertrauensniveauVon, VERTRAUENSNIVEAUS } from '../../../../platform/usecases/actor.js'
import { wegeFuer } from '../../identitaet/index.js'
import { pfadleiste } from '../beginnen/page.js'
import { niveauZumSehen } from '../domain/entwurf.js'
import { unauffindbarSeite } from '../fortsetzen/page.js'
import { findFall, pfadVon, type Fall } from '../zugang.js'
import { woerter } from '../woerter.js'
import { eigeneAngaben, gefragteAttribute } from './angaben.js'
import { angabenUebernehmen } from './command.js'
import { verborgen, zuNiedrig } from './hindernis.js'

/** Why a stronger sign-in is needed, with whom it works, and what can be done without it. */
async function stufenseite(c: RequestContext, fall: Fall, zurueck: string): Promise<Reply> {
  const { entwurf, version, formular } = fall
  const w = woerter(c.sprache)
  const verlangt = VERTRAUENSNIVEAUS.findLast((niveau) => niveau === version.stammdaten.vertrauensniveau || niveau === niveauZumSehen(entwurf)) ?? 'niedrig'
  const wege = await wegeFuer(c, { ziel: `${pfadVon(entwurf, 'anmeldestufe')}?zurueck=${encodeURIComponent(zurueck)}`, niveau: verlangt, angaben: gefragteAttribute(formular) })
  const gesperrt = verborgen(c, fall)
  return portalSeite(c, { title: w.stufeTitel, breadcrumb: pfadleiste(c, version), robots: 'noindex' }, (
    <div class="sk-form-page">
      <h1 class="sk-h1">{w.stufeTitel}</h1>
      <p class="sk-lead">{gesperrt ? w.stufeVerborgen : w.stufeText(w.stufen[verlangt])}</p>
      <Alert tone="info" title={w.stufeNichtsVerloren}><p>{w.stufeJetzt(w.stufen[vertrauensniveauVon(c.actor)], w.stufen[verlangt])}</p></Alert>
      {wege.length === 0 ? <Alert tone="warning" title={w.stufeKeinWeg}><p>{w.stufeKeinWegText}</p></Alert> : (
        <Card title={w.stufeWege}>
          <p>{w.stufeVerknuepft}</p>
          {wege.map(({ href, text, hinweis }) => <div key={href}>{hinweis ? <p>{hinweis}</p> : null}<p><LinkButton href={href}>{text}</LinkButton></p></div>)}
        </Card>
      )}
      <ButtonRow>
        {gesperrt ? null : <LinkButton href={pfadVon(entwurf, entwurf.seite)} variant="secondary">{w.stufeSpaeter}</LinkButton>}
        <LinkButton href="/konto/entwuerfe" variant="tertiary">{w.meineEntwuerfe}</LinkButton>
      </ButtonRow>
    </div>
  ))
}

/** The page of the step-up, and where a stronger sign-in leads back to: then the draft is filled in and the person goes on. */
export const routes: readonly Route[] = [page({
  path: '/leistungen/:key/antrag/:entwurf/anmeldestufe', access: access.guest, beispiel: async () => undefined,
  async handle(c) {
    const fall = await findFall(c)
    if (!fall) return unauffindbarSeite(c)
    const { entwurf } = fall
    const zurueck = /^[a-z0-9-]{1,60}$/.test(c.suche.get('zurueck') ?? '') ? c.suche.get('zurueck') ?? '' : entwurf.seite
    if (entwurf.status === 'eingereicht') return redirect(pfadVon(entwurf, 'bestaetigung'))
    if (zuNiedrig(c, fall)) return stufenseite(c, fall, zurueck)
    const angaben = reichtAus(vertrauensniveauVon(c.actor), niveauZumSehen(entwurf)) ? await eigeneAngaben(c) : undefined
    if (angaben) await c.execute(angabenUebernehmen, { entwurfId: entwurf.id, angaben })
    return redirect(safeTarget(pfadVon(entwurf, zurueck === entwurf.id || zurueck === 'anmeldestufe' ? entwurf.seite : zurueck), pfadVon(entwurf)))
  },
})]
