import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, antwort, api, form, page, redirect, wert, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { adresse, SIMULATOR } from '../anbieter/anbieter.js'
import { abgemeldetSeite, anmeldeseite, leerseite } from './page.js'
import { STUFEN, TESTPERSONEN } from './personen.js'
import { beschreibung, claimsAus, codeFuer, schluesselbund, SIMULATOR_CLIENT, tokenFuer, type Antwort } from './stelle.js'

/** Where simulators are forbidden, this does not exist. */
function nurInDerDemo(c: RequestContext): string {
  if (!c.app.config.demo.simulatoren) throw new NotFound()
  return adresse(c, SIMULATOR)
}

/** Refusals are problem details like those of every address of this server; `error` is the word of OAuth. */
const alsJson = ({ status, json }: Antwort) => (status < 400 ? antwort(json, status)
  : antwort({ ...json as object, type: 'urn:stadtkern:problem:oauth', title: 'Der Code ließ sich nicht einlösen.', status }, status, { headers: { 'content-type': 'application/problem+json; charset=utf-8' } }))

interface Anfrage { readonly redirect: string; readonly state: string; readonly nonce: string; readonly challenge: string; readonly verlangt: readonly string[]; readonly claims: readonly string[] }

/** A request of this town for a code with PKCE; undefined for anything else. It leads back to this town only. */
function anfrageAus(c: RequestContext): Anfrage | undefined {
  const von = (name: string) => c.suche.get(name) ?? ''
  const ziel = URL.parse(von('redirect_uri'))
  const gueltig = von('client_id') === SIMULATOR_CLIENT && von('response_type') === 'code' && von('code_challenge_method') === 'S256' && /^[\w-]{43}$/.test(von('code_challenge'))
    && ziel?.host === c.url.host && /^\/anmelden\/oidc\/[0-9a-f-]{36}\/antwort$/.test(ziel.pathname) && von('state') !== '' && von('nonce') !== ''
  return gueltig ? { redirect: ziel.href, state: von('state'), nonce: von('nonce'), challenge: von('code_challenge'), verlangt: von('acr_values').split(' ').filter(Boolean), claims: claimsAus(von('claims')) } : undefined
}

/** Back to the town; a path of its own, because a posted form may only lead there. */
function zurueck(c: RequestContext, { redirect: ziel, state }: Anfrage, ergebnis: Record<string, string>) {
  const url = new URL(ziel)
  for (const [name, value] of Object.entries({ ...ergebnis, state, iss: adresse(c, SIMULATOR) })) url.searchParams.set(name, value)
  return redirect(`${url.pathname}${url.search}`)
}

export const routes: readonly Route[] = [
  api({ method: 'GET', path: `${SIMULATOR}/.well-known/openid-configuration`, access: access.public, api: { titel: 'Nutzerkonto-Simulator: Beschreibung (OpenID Connect Discovery)' }, handle: async (c) => alsJson(beschreibung(nurInDerDemo(c))) }),
  api({ method: 'GET', path: `${SIMULATOR}/jwks`, access: access.public, api: { titel: 'Nutzerkonto-Simulator: öffentliche Schlüssel' }, async handle(c) { nurInDerDemo(c); return alsJson(schluesselbund(c.app)) } }),
  api({
    method: 'POST', path: `${SIMULATOR}/token`, access: access.public, bodyLimit: 20_000, api: { titel: 'Nutzerkonto-Simulator: Code einlösen (OpenID Connect)' },
    async handle(c) {
      const aussteller = nurInDerDemo(c)
      return alsJson(await tokenFuer(c.app, c.mandant.id, aussteller, new URLSearchParams(Object.entries(c.werte).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])))))
    },
  }),
  ...form({
    path: `${SIMULATOR}/anmelden`, access: access.public,
    async show(c, zustand) {
      nurInDerDemo(c)
      const anfrage = anfrageAus(c)
      return anfrage ? anmeldeseite(c, anfrage.verlangt, zustand) : leerseite(c)
    },
    async submit(c, werte) {
      nurInDerDemo(c)
      const anfrage = anfrageAus(c)
      if (!anfrage) return leerseite(c)
      if (wert(werte, '_aktion') === 'abbrechen') return zurueck(c, anfrage, { error: 'access_denied' })
      const person = TESTPERSONEN.find(({ id }) => id === wert(werte, 'person'))
      const stufe = STUFEN.find(({ wort }) => wort === wert(werte, 'stufe'))
      if (!person || !stufe) {
        throw new Invalid([...(person ? [] : [{ feld: 'person', text: 'Bitte wählen Sie eine Person.' }]), ...(stufe ? [] : [{ feld: 'stufe', text: 'Bitte wählen Sie, womit Sie sich ausweisen.' }])])
      }
      const { redirect: ziel, nonce, challenge, claims } = anfrage
      return zurueck(c, anfrage, { code: codeFuer(c.app, { person: person.id, stufe: stufe.wort, nonce, challenge, redirect: ziel, client: SIMULATOR_CLIENT, claims }) })
    },
  }),
  page({ path: `${SIMULATOR}/abmelden`, access: access.public, async handle(c) { nurInDerDemo(c); return abgemeldetSeite(c) } }),
]
