import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { Provider } from 'oidc-provider'
import type { Besucher } from '../../../../../test/web.js'

type Claims = Record<string, unknown>

/** What is done to the ID token on its way; undefined leaves it as the provider made it. */
export type Faelschung = (claims: Claims, schluessel: KeyObject) => string

const teil = (wert: object) => Buffer.from(JSON.stringify(wert)).toString('base64url')
export const unterschrieben = (claims: Claims, schluessel: KeyObject, kopf: object = { alg: 'RS256', kid: 'k1' }): string => {
  const text = `${teil(kopf)}.${teil(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), schluessel).toString('base64url')}`
}
export const ohneUnterschrift = (claims: Claims): string => `${teil({ alg: 'none' })}.${teil(claims)}.`

export const PERSON: Claims = { given_name: 'Petra', family_name: 'Prüfer', birthdate: '1980-02-29', email: 'petra@example.org', address: { street_address: 'Ring 7', postal_code: '45991', locality: 'Musterstadt' } }

/** A real provider of OpenID Connect (oidc-provider) on a port of this machine, whose answers can be spoiled on their way. */
export async function oidcGegenstelle(redirect: string, client: Record<string, unknown> = {}, person: Claims = PERSON) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const stand: { acr: string; faelschung?: Faelschung | undefined; konto: string } = { acr: 'STORK-QAA-Level-3', konto: 'person-1' }
  const server = createServer()
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  after(() => { server.closeAllConnections(); server.close() })
  const aussteller = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(aussteller, {
    clients: [{ client_id: 'stadt', client_secret: 'ein-langes-geheimnis-fuer-den-test-26', redirect_uris: [redirect], grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_post', ...client }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' } as never] },
    findAccount: async (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, ...person }) }),
    claims: { acr: null, openid: ['sub'], profile: ['given_name', 'family_name', 'birthdate', 'preferred_username'], email: ['email'], address: ['address'], groups: ['groups'] },
    acrValues: ['STORK-QAA-Level-1', 'STORK-QAA-Level-3', 'STORK-QAA-Level-4'], scopes: ['openid', 'profile', 'email', 'address', 'groups'],
    features: { claimsParameter: { enabled: true }, devInteractions: { enabled: false } }, cookies: { keys: ['test'] }, pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/interaktion/${uid}` }, ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client?.clientId ?? '', accountId: ctx.oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid profile email address groups')
      grant.addOIDCClaims(['given_name', 'family_name', 'birthdate', 'email', 'address', 'groups', 'preferred_username'])
      await grant.save()
      return grant
    },
  })
  const bedienen = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaktion/')) { void provider.interactionFinished(request, response, { login: { accountId: stand.konto, acr: stand.acr } }); return }
    if (request.url === '/token' && stand.faelschung) verfaelschen(response, stand.faelschung, privateKey)
    void bedienen(request, response)
  })
  /** Signs somebody in there, as a browser without script would; gives the address that leads back. */
  async function durchgehen(adresse: string): Promise<string> {
    const cookies = new Map<string, string>()
    let url = adresse
    for (let schritt = 0; schritt < 8 && url.startsWith(aussteller); schritt++) {
      const antwort = await fetch(url, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, wert]) => `${name}=${wert}`).join('; ') } })
      for (const cookie of antwort.headers.getSetCookie()) { const [, name = '', wert = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []; cookies.set(name, wert) }
      const weiter = antwort.headers.get('location')
      if (!weiter) throw new Error(`provider stopped: ${antwort.status} ${await antwort.text()}`)
      url = new URL(weiter, url).href
    }
    const ende = new URL(url)
    return `${ende.pathname}${ende.search}`
  }
  /** The whole way for a browser of the town. */
  const anmelden = async (besucher: Besucher, anbieterId: string, frage = '') => besucher.get(await durchgehen((await besucher.get(`/anmelden/mit/${anbieterId}${frage}`)).location ?? ''))
  return { aussteller, stand, schluessel: privateKey, durchgehen, anmelden }
}

function verfaelschen(response: ServerResponse, faelschung: Faelschung, schluessel: KeyObject): void {
  const senden = response.end.bind(response) as (body: string) => ServerResponse
  response.end = ((body: string | Buffer) => {
    const antwort = JSON.parse(String(body)) as { id_token?: string }
    if (antwort.id_token) antwort.id_token = faelschung(JSON.parse(Buffer.from(antwort.id_token.split('.')[1] ?? '', 'base64url').toString()) as Claims, schluessel)
    const neu = JSON.stringify(antwort)
    if (!response.headersSent) response.setHeader('content-length', Buffer.byteLength(neu))
    return senden(neu)
  }) as ServerResponse['end']
}
