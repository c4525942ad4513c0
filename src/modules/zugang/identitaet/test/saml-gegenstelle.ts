import * as samlify from 'samlify'
import type { Besucher } from '../../../../../test/web.js'
import { neuerSchluessel } from '../saml/zertifikat.js'
import { BUNDID_VORGABE } from '../domain/attribute.js'

// Our metadata and answers are read by tests only; what has to be checked is checked by the program.
samlify.setSchemaValidator({ validate: async () => 'not checked here' })

export const AUSSTELLER = 'https://idp.example/saml'
const EINSTIEG = 'https://idp.example/anmelden'

/** What the answer says; a test changes what it wants to spoil. */
export interface Aussage {
  aussteller: string; empfaenger: string; annahmestelle: string; anfrage: string; niveau: string; ab: Temporal.Instant; bis: Temporal.Instant; ausgestellt: Temporal.Instant; pseudonym: string; assertionId: string
}

const attribut = (name: string | undefined, wert: string) => `<saml:Attribute Name="${name ?? ''}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue>${wert}</saml:AttributeValue></saml:Attribute>`

export const antwortXml = (a: Aussage) => `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r${crypto.randomUUID()}" Version="2.0" IssueInstant="${a.ausgestellt}" Destination="${a.annahmestelle}" InResponseTo="${a.anfrage}"><saml:Issuer>${a.aussteller}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="${a.assertionId}" Version="2.0" IssueInstant="${a.ausgestellt}"><saml:Issuer>${a.aussteller}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">x</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${a.bis}" Recipient="${a.annahmestelle}" InResponseTo="${a.anfrage}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${a.ab}" NotOnOrAfter="${a.bis}"><saml:AudienceRestriction><saml:Audience>${a.empfaenger}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${a.ausgestellt}"><saml:AuthnContext><saml:AuthnContextClassRef>${a.niveau}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${attribut(BUNDID_VORGABE.pseudonym, a.pseudonym)}${attribut(BUNDID_VORGABE.vornamen, 'Samira')}${attribut(BUNDID_VORGABE.familienname, 'Samlmann')}</saml:AttributeStatement></saml:Assertion></samlp:Response>`

/** A real identity provider of SAML (samlify). */
export async function samlGegenstelle(verschluesselt = false) {
  const { schluessel, zertifikat } = await neuerSchluessel('IdP im Test')
  const idp = samlify.IdentityProvider({
    entityID: AUSSTELLER, privateKey: schluessel, signingCert: zertifikat, wantAuthnRequestsSigned: true, isAssertionEncrypted: verschluesselt,
    singleSignOnService: [{ Binding: samlify.Constants.namespace.binding.redirect, Location: EINSTIEG }], requestSignatureAlgorithm: samlify.Constants.algorithms.signature.RSA_SHA256,
    loginResponseTemplate: { context: '<x/>', attributes: [] },
  })

  /** Reads our request as the provider does, with the key out of our metadata; throws if it is not signed by it. */
  async function liesAnfrage(metadaten: string, adresse: string): Promise<{ id: string; niveau: string; relayState: string }> {
    const url = new URL(adresse)
    const { extract } = await idp.parseLoginRequest(samlify.ServiceProvider({ metadata: metadaten }), 'redirect', {
      query: Object.fromEntries(url.searchParams), octetString: url.search.slice(1).split('&').filter((teil) => !teil.startsWith('Signature=')).join('&'),
    })
    const xml = samlify.Utility.inflateString(url.searchParams.get('SAMLRequest') ?? '')
    return { id: (extract as { request: { id: string } }).request.id, niveau: /AuthnContextClassRef[^>]*>([^<]+)/.exec(xml)?.[1] ?? '', relayState: url.searchParams.get('RelayState') ?? '' }
  }

  /** The answer as the browser posts it, signed by the provider. */
  async function antworte(metadaten: string, xml: string, signieren: { nachricht?: boolean } = {}): Promise<string> {
    const sp = samlify.ServiceProvider({ metadata: metadaten, ...(signieren.nachricht ? { wantMessageSigned: true } : {}) })
    const { context } = await idp.createLoginResponse(sp, {} as never, 'post', {}, () => ({ id: 'x', context: xml }))
    return context
  }
  return { zertifikat, schluessel, einstieg: EINSTIEG, liesAnfrage, antworte }
}

/** Posts an answer as the provider's page does: from another site, without our cookies; then the browser goes on with them. */
export async function abgeben(web: { besucher(): Besucher }, besucher: Besucher, pfad: string, SAMLResponse: string, RelayState: string) {
  const post = await web.besucher().post(pfad, new URLSearchParams({ SAMLResponse, RelayState }), { origin: 'https://idp.example', 'sec-fetch-site': 'cross-site' })
  return post.status === 303 ? besucher.get(post.location ?? '') : post
}
