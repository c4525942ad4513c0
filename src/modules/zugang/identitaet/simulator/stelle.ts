import { createECDH, createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { purposeKey, seal, unseal } from '../../../../platform/auth/tokens.js'
import type { App } from '../../../../platform/app.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import { newId } from '../../../../platform/time/index.js'
import { einmalig } from '../anmelden/versuch.js'
import { pseudonymVon, STUFEN, TESTPERSONEN } from './personen.js'

/** What the simulator registers the town as. */
export const SIMULATOR_CLIENT = 'stadtkern-demo'
export const simulatorGeheimnis = (app: App): string => purposeKey(app.masterKey, 'identitaet.simulator.client').toString('hex')

const CODE_SEKUNDEN = 60
const TOKEN_SEKUNDEN = 300
const KID = 'simulator-1'

/** A code says, sealed, what it is for: the simulator keeps nothing but the list of used ones. */
interface Code { readonly id: string; readonly person: string; readonly stufe: string; readonly nonce: string; readonly challenge: string; readonly redirect: string; readonly client: string; readonly bis: number; readonly claims: readonly string[] }

const codeKey = (app: App) => purposeKey(app.masterKey, 'identitaet.simulator.code')
export const codeFuer = (app: App, code: Omit<Code, 'id' | 'bis'>): string =>
  seal(codeKey(app), JSON.stringify({ ...code, id: newId(), bis: Date.now() + CODE_SEKUNDEN * 1000 })).toString('base64url')

function codeAus(app: App, text: string): Code | undefined {
  try { return JSON.parse(unseal(codeKey(app), Buffer.from(text, 'base64url'))) as Code } catch { return undefined }
}

/** The simulator's signing key (P-256), derived from the installation's: the same in every process and after every start. */
function signaturschluessel(app: App): { privat: KeyObject; jwk: Record<string, string> } {
  const ecdh = createECDH('prime256v1')
  const d = purposeKey(app.masterKey, 'identitaet.simulator.schluessel')
  ecdh.setPrivateKey(d)
  const punkt = ecdh.getPublicKey()
  const oeffentlich = { kty: 'EC', crv: 'P-256', x: punkt.subarray(1, 33).toString('base64url'), y: punkt.subarray(33).toString('base64url') }
  return { privat: createPrivateKey({ key: { ...oeffentlich, d: d.toString('base64url') }, format: 'jwk' }), jwk: { ...oeffentlich, kid: KID, use: 'sig', alg: 'ES256' } }
}

function jwt(app: App, claims: object): string {
  const teil = (wert: object) => Buffer.from(JSON.stringify(wert)).toString('base64url')
  const kopf = `${teil({ alg: 'ES256', typ: 'JWT', kid: KID })}.${teil(claims)}`
  return `${kopf}.${sign('sha256', Buffer.from(kopf), { key: signaturschluessel(app).privat, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

/** The claims that were asked for one by one; more is never given. */
export function claimsAus(text: string): string[] {
  const gelesen = lesbar(text)
  const idToken = typeof gelesen === 'object' && gelesen !== null && 'id_token' in gelesen ? gelesen.id_token : undefined
  return typeof idToken === 'object' && idToken !== null ? Object.keys(idToken) : []
}

function lesbar(text: string): unknown {
  try { return JSON.parse(text) } catch { return undefined }
}

export interface Antwort { readonly status: number; readonly json: unknown }

/** OpenID Connect Discovery 1.0. */
export const beschreibung = (aussteller: string): Antwort => ({ status: 200, json: {
  issuer: aussteller, authorization_endpoint: `${aussteller}/anmelden`, token_endpoint: `${aussteller}/token`, jwks_uri: `${aussteller}/jwks`, end_session_endpoint: `${aussteller}/abmelden`,
  response_types_supported: ['code'], grant_types_supported: ['authorization_code'], subject_types_supported: ['pairwise'], id_token_signing_alg_values_supported: ['ES256'],
  token_endpoint_auth_methods_supported: ['client_secret_post'], code_challenge_methods_supported: ['S256'], scopes_supported: ['openid'], claims_parameter_supported: true,
  acr_values_supported: STUFEN.map(({ wort }) => wort), authorization_response_iss_parameter_supported: true,
} })

export const schluesselbund = (app: App): Antwort => ({ status: 200, json: { keys: [signaturschluessel(app).jwk] } })

const nein = (error: string, status = 400): Antwort => ({ status, json: { error } })

/** The token endpoint: redeems a code once, for whom it was made, with the verifier that fits (PKCE). */
export async function tokenFuer(app: App, mandantId: string, aussteller: string, felder: URLSearchParams): Promise<Antwort> {
  if (felder.get('client_id') !== SIMULATOR_CLIENT || felder.get('client_secret') !== simulatorGeheimnis(app)) return nein('invalid_client', 401)
  if (felder.get('grant_type') !== 'authorization_code') return nein('unsupported_grant_type')
  const code = codeAus(app, felder.get('code') ?? '')
  const person = TESTPERSONEN.find(({ id }) => id === code?.person)
  const challenge = createHash('sha256').update(felder.get('code_verifier') ?? '').digest('base64url')
  if (!code || !person || code.bis < Date.now() || code.client !== SIMULATOR_CLIENT || code.redirect !== felder.get('redirect_uri') || code.challenge !== challenge) return nein('invalid_grant')
  const neu = await app.db.withMandant(mandantId, (tx) => einmalig(tx, `simulator:${code.id}`, Temporal.Now.instant().add({ hours: 1 })))
  if (!neu) return nein('invalid_grant')
  const jetzt = Math.floor(Date.now() / 1000)
  const claims = Object.fromEntries(Object.entries(person.claims).filter(([name]) => code.claims.includes(name)))
  const id_token = jwt(app, { iss: aussteller, aud: SIMULATOR_CLIENT, sub: pseudonymVon(mandantId, person), nonce: code.nonce, acr: code.stufe, iat: jetzt, exp: jetzt + TOKEN_SEKUNDEN, ...claims })
  return { status: 200, json: { access_token: newId(), token_type: 'Bearer', expires_in: TOKEN_SEKUNDEN, id_token } }
}

/**
 * How the town reaches its own simulator: the functions behind its addresses, without the network. The names of demo towns
 * (`*.localhost`) need not be known to the machine, only to browsers.
 */
export function simulatorFetch(c: Pick<RequestContext, 'app' | 'mandant'>, aussteller: string) {
  return async (url: string, { body }: { readonly body?: unknown }): Promise<Response> => {
    const { status, json } = await (url === `${aussteller}/.well-known/openid-configuration` ? beschreibung(aussteller)
      : url === `${aussteller}/jwks` ? schluesselbund(c.app)
      : url === `${aussteller}/token` ? tokenFuer(c.app, c.mandant.id, aussteller, new URLSearchParams(String(body ?? ''))) : { status: 404, json: {} })
    return Response.json(json, { status })
  }
}
