import { timingSafeEqual } from 'node:crypto'
import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, buildEndSessionUrl, calculatePKCECodeChallenge, clockTolerance, ClientSecretBasic, ClientSecretPost,
  Configuration, customFetch, discovery, enableNonRepudiationChecks, fetchUserInfo, None, type CustomFetch,
} from 'openid-client'
import type { RequestContext } from '../../../../platform/http/route.js'
import { adresse, ausstellerVon, geheimnisOeffnen, rueckkehrPfad, type Anbieter } from '../anbieter/anbieter.js'
import type { Ablehnungsgrund } from '../events.js'
import { simulatorFetch } from '../simulator/stelle.js'

/** Signatures that count. Neither `none` nor a secret that both sides know: who signed must be provable. */
const VERFAHREN = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519', 'RS512', 'PS512', 'ES384', 'ES512'] as const
const HOECHSTDAUER_S = 10
const TOLERANZ_S = 60
const MERKEN_MS = 300_000

/** What came back and was proved. `roh` are the claims; nothing of them is believed beyond their names yet. */
export interface Behauptung { readonly roh: Readonly<Record<string, unknown>>; readonly wort: string | undefined; readonly idToken?: string }

/** Why it is not believed. */
export class AnbieterFehler extends Error {
  readonly grund: Ablehnungsgrund
  constructor(grund: Ablehnungsgrund, cause?: unknown) { super(`identity provider: ${grund}`, { cause }); this.grund = grund }
}

const gemerkt = new Map<string, { config: Configuration; bis: number }>()

/** The provider's own description of itself (OpenID Connect Discovery), kept for five minutes. @throws AnbieterFehler */
export async function oidcZugang(c: RequestContext, anbieter: Anbieter, frisch = false): Promise<Configuration> {
  const aussteller = ausstellerVon(c, anbieter)
  const schluessel = `${anbieter.mandant_id}:${anbieter.id}:${aussteller}:${anbieter.client_id}:${anbieter.geheimnis?.toString('base64') ?? ''}`
  const bekannt = gemerkt.get(schluessel)
  if (bekannt && !frisch && bekannt.bis > Date.now()) return bekannt.config
  const config = await entdecken(c, anbieter, aussteller).catch((error: unknown) => { throw new AnbieterFehler(grundAus(error, 'nichtErreichbar'), error) })
  if (gemerkt.size > 500) gemerkt.clear()
  gemerkt.set(schluessel, { config, bis: Date.now() + MERKEN_MS })
  return config
}

async function entdecken(c: RequestContext, anbieter: Anbieter, aussteller: string): Promise<Configuration> {
  // Without TLS a stranger could answer in the provider's place; a demo and the tests have providers on their own machine.
  const unverschluesselt = c.app.config.mode === 'demo' ? [allowInsecureRequests] : []
  const eigener = anbieter.simulator ? { [customFetch]: simulatorFetch(c, aussteller) as CustomFetch } : {}
  const gefunden = await c.outside(() => discovery(new URL(aussteller), anbieter.client_id ?? '', undefined, None(), { timeout: HOECHSTDAUER_S, execute: unverschluesselt, ...eigener }))
  const server = gefunden.serverMetadata()
  const alg = VERFAHREN.find((eines) => (server.id_token_signing_alg_values_supported ?? ['RS256']).includes(eines))
  if (!alg) throw new AnbieterFehler('signatur')
  const geheimnis = anbieter.geheimnis ? geheimnisOeffnen(c.app, anbieter.geheimnis) : undefined
  const nurBasic = !(server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']).includes('client_secret_post')
  const config = new Configuration(server, anbieter.client_id ?? '', { id_token_signed_response_alg: alg, [clockTolerance]: TOLERANZ_S }, geheimnis ? (nurBasic ? ClientSecretBasic(geheimnis) : ClientSecretPost(geheimnis)) : None())
  config.timeout = HOECHSTDAUER_S
  if (anbieter.simulator) config[customFetch] = simulatorFetch(c, aussteller) as CustomFetch
  for (const einstellen of unverschluesselt) einstellen(config)
  // The signature of the ID token is checked although it comes directly from the provider: it is what the sign-in rests on.
  enableNonRepudiationChecks(config)
  return config
}

export interface Weg { readonly state: string; readonly nonce: string; readonly verifier: string }

/** Where to send the browser. `worte` are the provider's words for the levels that would do, lowest first. */
export async function oidcAnfrage(c: RequestContext, anbieter: Anbieter, weg: Weg, worte: readonly string[], claims: readonly string[]): Promise<string> {
  const config = await oidcZugang(c, anbieter)
  const einzeln = Object.fromEntries([...new Set(claims.map((claim) => claim.split('.')[0] ?? claim))].map((claim) => [claim, null]))
  const url = buildAuthorizationUrl(config, {
    redirect_uri: adresse(c, rueckkehrPfad(anbieter)), scope: scopesFuer(config, claims), state: weg.state, nonce: weg.nonce,
    code_challenge: await calculatePKCECodeChallenge(weg.verifier), code_challenge_method: 'S256', ...(worte.length > 0 ? { acr_values: worte.join(' ') } : {}),
    ...(config.serverMetadata().claims_parameter_supported ? { claims: JSON.stringify({ id_token: einzeln, userinfo: einzeln }) } : {}),
    ...(c.sprache === 'en' ? { ui_locales: 'en' } : {}),
  })
  return url.href
}

/** The scopes of OpenID Connect that the wanted claims belong to; a provider that knows `claims` gets nothing broader. */
function scopesFuer(config: Configuration, claims: readonly string[]): string {
  const kann = config.serverMetadata().scopes_supported ?? ['openid', 'profile', 'email', 'address']
  const genau = config.serverMetadata().claims_parameter_supported === true
  const wunsch = genau ? [] : [
    ...(claims.some((claim) => ['given_name', 'family_name', 'birthdate', 'name', 'preferred_username'].includes(claim)) ? ['profile'] : []),
    ...(claims.includes('email') ? ['email'] : []), ...(claims.some((claim) => claim.startsWith('address.')) ? ['address'] : []), ...(claims.includes('groups') ? ['groups'] : []),
  ]
  return ['openid', ...wunsch.filter((scope) => kann.includes(scope))].join(' ')
}

/** Redeems the code and checks everything that OpenID Connect asks for. @throws AnbieterFehler */
export async function oidcAntwort(c: RequestContext, anbieter: Anbieter, weg: Weg): Promise<Behauptung> {
  const config = await oidcZugang(c, anbieter)
  try {
    const antwort = await c.outside(() => authorizationCodeGrant(config, new URL(adresse(c, `${c.path}${c.url.search}`)), {
      pkceCodeVerifier: weg.verifier, expectedState: weg.state, expectedNonce: weg.nonce, idTokenExpected: true,
    }))
    const claims = antwort.claims()
    if (!claims) throw new AnbieterFehler('unlesbar')
    const mehr = config.serverMetadata().userinfo_endpoint ? await c.outside(() => fetchUserInfo(config, antwort.access_token, claims.sub)) : {}
    // What the signed token says counts before what was asked for afterwards.
    return { roh: { ...mehr, ...claims }, wort: typeof claims['acr'] === 'string' ? claims['acr'] : undefined, ...(antwort.id_token ? { idToken: antwort.id_token } : {}) }
  } catch (error) {
    throw error instanceof AnbieterFehler ? error : new AnbieterFehler(grundAus(error, 'unlesbar'), error)
  }
}

/** Where to sign out at the provider as well (RP-Initiated Logout); undefined where it has no such place. */
export async function oidcAbmeldung(c: RequestContext, anbieter: Anbieter): Promise<string | undefined> {
  const config = await oidcZugang(c, anbieter).catch(() => undefined)
  return config?.serverMetadata().end_session_endpoint ? buildEndSessionUrl(config, { post_logout_redirect_uri: adresse(c, '/'), client_id: anbieter.client_id ?? '' }).href : undefined
}

interface Glied { readonly code?: unknown; readonly error?: unknown; readonly claim?: unknown; readonly message?: unknown; readonly cause?: unknown }

/** An error and what caused it, outermost first. */
const kette = (error: unknown, tiefe = 5): Glied[] => (typeof error === 'object' && error !== null && tiefe > 0 ? [error as Glied, ...kette((error as Glied).cause, tiefe - 1)] : [])

const NACH_CLAIM: Readonly<Record<string, Ablehnungsgrund>> = { aud: 'empfaenger', azp: 'empfaenger', iss: 'aussteller', nonce: 'nonce', exp: 'zeit', nbf: 'zeit', iat: 'zeit' }
const NACH_CODE: Readonly<Record<string, Ablehnungsgrund>> = {
  OAUTH_AUTHORIZATION_RESPONSE_ERROR: 'abgebrochen', OAUTH_KEY_SELECTION_FAILED: 'signatur', OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'zeit', OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'aussteller',
  OAUTH_TIMEOUT: 'nichtErreichbar',
}

/** What the library's error means for the person and the record. */
function grundAus(error: unknown, sonst: Ablehnungsgrund): Ablehnungsgrund {
  if (error instanceof AnbieterFehler) return error.grund
  const glieder = kette(error)
  const texte = glieder.map(({ message }) => String(message)).join(' ')
  const claim = glieder.map((glied) => NACH_CLAIM[String(glied.claim)]).find(Boolean)
  if (claim) return claim
  if (glieder.some(({ error: vomServer }) => vomServer === 'access_denied')) return 'abgebrochen'
  if (glieder.some(({ error: vomServer }) => vomServer === 'invalid_grant')) return 'wiederholt'
  if (/signature|"alg"/i.test(texte)) return 'signatur'
  return glieder.map(({ code }) => NACH_CODE[String(code)]).find(Boolean) ?? (/timeout|fetch failed/i.test(texte) ? 'nichtErreichbar' : sonst)
}

/** Compares without telling by its time. */
export const gleich = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
