import { NotFound } from '../../../../platform/errors.js'
import { access, api, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import type { Anbieter } from '../anbieter/anbieter.js'
import { unsereMetadaten } from '../saml/client.js'
import { beginneOidc, ladeAnbieter, oidcRueckkehr } from './ablauf.js'
import { beginneSaml, samlAbschluss, samlEmpfang } from './saml.js'

async function ladeMit(c: RequestContext, protokoll: Anbieter['protokoll']): Promise<Anbieter> {
  const anbieter = await ladeAnbieter(c)
  if (anbieter.protokoll !== protokoll) throw new NotFound()
  return anbieter
}

export const routes: readonly Route[] = [
  // A link and no posted form: where it leads is another site.
  page({
    path: '/anmelden/mit/:anbieter', access: access.guest, beispiel: async () => undefined,
    async handle(c) {
      const anbieter = await ladeAnbieter(c)
      return anbieter.protokoll === 'saml' ? beginneSaml(c, anbieter) : beginneOidc(c, anbieter)
    },
  }),
  page({
    path: '/anmelden/oidc/:anbieter/antwort', access: access.guest, beispiel: async () => undefined,
    handle: async (c) => oidcRueckkehr(c, await ladeMit(c, 'oidc')),
  }),
  // Posted by the provider's page, so neither our token nor our cookie comes along; what it is worth says its signature.
  api({
    method: 'POST', path: '/anmelden/saml/:anbieter/antwort', access: access.public, beispiel: async () => undefined, bodyLimit: 400_000, api: { titel: 'SAML 2.0: Antwort eines Identitätsanbieters' },
    handle: async (c) => samlEmpfang(c, await ladeMit(c, 'saml')),
  }),
  page({
    path: '/anmelden/saml/:anbieter/weiter', access: access.guest, beispiel: async () => undefined,
    handle: async (c) => samlAbschluss(c, await ladeMit(c, 'saml')),
  }),
  api({
    method: 'GET', path: '/anmelden/saml/:anbieter/metadaten', access: access.public, beispiel: async () => undefined, api: { titel: 'SAML 2.0: Metadaten der Stadt' },
    handle: async (c) => ({ text: unsereMetadaten(c, await ladeMit(c, 'saml')), headers: { 'content-type': 'application/samlmetadata+xml; charset=utf-8' } }),
  }),
]
