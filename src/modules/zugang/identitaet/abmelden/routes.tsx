import { Alert, ButtonRow, LinkButton, portalSeite } from '../../../../design/index.js'
import { access, page, redirect, type Route } from '../../../../platform/http/route.js'
import { abmeldeort } from '../anmelden/wege.js'

/**
 * Signed out here; the provider may still know the person (A2-12). A link, because a posted form must not lead to another site, and
 * because people decide themselves whether to sign out everywhere.
 */
export const routes: readonly Route[] = [page({
  path: '/abgemeldet/:anbieter', access: access.public, beispiel: async () => undefined,
  async handle(c) {
    const ort = await abmeldeort(c, c.params['anbieter'] ?? '')
    if (!ort) return redirect('/', { hinweis: 'Sie sind abgemeldet.' })
    return portalSeite(c, { title: 'Sie sind abgemeldet', robots: 'noindex' }, (
      <>
        <h1 class="sk-h1">Sie sind bei uns abgemeldet</h1>
        <Alert tone="warning" title={`Bei ${ort.bezeichnung} sind Sie vielleicht noch angemeldet`}>
          <p>An einem fremden Gerät melden Sie sich bitte auch dort ab.</p>
        </Alert>
        <ButtonRow><LinkButton href={ort.href}>Bei {ort.bezeichnung} abmelden</LinkButton><LinkButton href="/" variant="tertiary">Zur Startseite</LinkButton></ButtonRow>
      </>
    ))
  },
})]
