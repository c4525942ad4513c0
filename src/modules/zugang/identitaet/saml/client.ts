import { generateServiceProviderMetadata, SAML, ValidateInResponseTo, type CacheProvider, type Profile } from '@node-saml/node-saml'
import type { RequestContext } from '../../../../platform/http/route.js'
import { adresse, geheimnisOeffnen, rueckkehrPfad, type Anbieter } from '../anbieter/anbieter.js'
import type { Ablehnungsgrund } from '../events.js'
import { AnbieterFehler, type Behauptung } from '../oidc/client.js'
import { pruefeForm } from './grenzen.js'

const TOLERANZ_MS = 60_000
/** An assertion that is older was not made for this sign-in. */
const HOECHSTALTER_MS = 600_000

export const metadatenPfad = ({ id }: Pick<Anbieter, 'id'>): string => `/anmelden/saml/${id}/metadaten`
/** Who we are to the provider: the address of our metadata. */
export const unsereKennung = (c: RequestContext, anbieter: Anbieter): string => anbieter.client_id ?? adresse(c, metadatenPfad(anbieter))

/** `anfragen`: which request ids are open; the library asks before it believes an answer. */
function samlVon(c: RequestContext, anbieter: Anbieter, mehr: { anfragen: CacheProvider; anfrageId?: string; worte?: readonly string[] }): SAML {
  if (!anbieter.schluessel || !anbieter.eigenes_zertifikat || !anbieter.einstieg) throw new AnbieterFehler('nichtErreichbar')
  const privateKey = geheimnisOeffnen(c.app, anbieter.schluessel)
  const { anfrageId, worte = [] } = mehr
  return new SAML({
    callbackUrl: adresse(c, rueckkehrPfad(anbieter)), entryPoint: anbieter.einstieg, issuer: unsereKennung(c, anbieter), audience: unsereKennung(c, anbieter),
    idpCert: [...anbieter.zertifikate], ...(anbieter.aussteller ? { idpIssuer: anbieter.aussteller } : {}),
    privateKey, publicCert: anbieter.eigenes_zertifikat, decryptionPvk: privateKey, signatureAlgorithm: 'sha256', digestAlgorithm: 'sha256',
    wantAssertionsSigned: true, wantAuthnResponseSigned: false, validateInResponseTo: ValidateInResponseTo.always, cacheProvider: mehr.anfragen, requestIdExpirationPeriodMs: 1_800_000,
    acceptedClockSkewMs: TOLERANZ_MS, maxAssertionAgeMs: HOECHSTALTER_MS, identifierFormat: null,
    disableRequestedAuthnContext: worte.length === 0, authnContext: [...worte], racComparison: 'minimum', ...(anfrageId ? { generateUniqueId: () => anfrageId } : {}),
  })
}

const keine: CacheProvider = { saveAsync: async () => null, getAsync: async () => null, removeAsync: async (key) => key }

/** Where to send the browser: a signed AuthnRequest by HTTP redirect. The provider's words for the least level go along. */
export async function samlAnfrage(c: RequestContext, anbieter: Anbieter, weg: { readonly anfrageId: string; readonly state: string }, worte: readonly string[]): Promise<string> {
  return samlVon(c, anbieter, { anfragen: keine, anfrageId: weg.anfrageId, worte: worte.slice(0, 1) }).getAuthorizeUrlAsync(weg.state, undefined, {})
}

/** What was proved, for which request, and under which id, so that it works once. */
export interface SamlBehauptung extends Behauptung { readonly anfrageId: string; readonly kennung: string; readonly bis: Temporal.Instant }

/**
 * Checks an answer: form, signature of the assertion, issuer, audience, recipient, request, time. Only what the signature covers is
 * read afterwards. @throws AnbieterFehler
 * @param istOffen is this request id one of ours that waits for its answer?
 */
export async function samlAntwort(c: RequestContext, anbieter: Anbieter, SAMLResponse: string, istOffen: (anfrageId: string) => Promise<string | null>): Promise<SamlBehauptung> {
  const form = pruefeForm(SAMLResponse)
  if ('befund' in form) throw new AnbieterFehler(form.befund)
  const anfragen: CacheProvider = { ...keine, getAsync: istOffen }
  const { profile } = await samlVon(c, anbieter, { anfragen }).validatePostResponseAsync({ SAMLResponse }).catch((error: unknown) => { throw new AnbieterFehler(grundAus(error), error) })
  if (!profile) throw new AnbieterFehler('abgebrochen')
  return gelesen(c, anbieter, profile)
}

interface Xml { readonly $?: Readonly<Record<string, string>>; readonly _?: string; readonly [kind: string]: unknown }
const kinder = (knoten: Xml | undefined, name: string): readonly Xml[] => (Array.isArray(knoten?.[name]) ? (knoten[name] as unknown[]).map((kind) => (typeof kind === 'string' ? { _: kind } : kind as Xml)) : [])

/** What the library leaves to its caller: issuer, recipient, request and time of the confirmation, all of them out of the signed part. */
function gelesen(c: RequestContext, anbieter: Anbieter, profile: Profile): SamlBehauptung {
  const assertion = (profile.getAssertion?.() as { Assertion?: Xml } | undefined)?.Assertion
  const kennung = assertion?.$?.['ID']
  if (!assertion || !kennung) throw new AnbieterFehler('unlesbar')
  if (kinder(assertion, 'Issuer')[0]?._ !== anbieter.aussteller) throw new AnbieterFehler('aussteller')
  const bestaetigungen = kinder(kinder(assertion, 'Subject')[0], 'SubjectConfirmation')
  const bestaetigung = bestaetigungen.find(({ $ }) => $?.['Method'] === 'urn:oasis:names:tc:SAML:2.0:cm:bearer')
  const daten = kinder(bestaetigung, 'SubjectConfirmationData')[0]?.$
  if (daten?.['Recipient'] !== adresse(c, rueckkehrPfad(anbieter))) throw new AnbieterFehler('empfaenger')
  const anfrageId = daten['InResponseTo']
  if (!anfrageId) throw new AnbieterFehler('nonce')
  const ende = daten['NotOnOrAfter']
  if (!ende) throw new AnbieterFehler('zeit')
  const bis = Temporal.Instant.from(ende)
  const wort = kinder(kinder(kinder(assertion, 'AuthnStatement')[0], 'AuthnContext')[0], 'AuthnContextClassRef')[0]?._?.trim()
  const attribute = Object.fromEntries(Object.entries(profile.attributes ?? {} as Record<string, unknown>))
  return { roh: { ...attribute, nameID: profile.nameID }, wort, anfrageId, kennung, bis: bis.add({ milliseconds: TOLERANZ_MS }) }
}

/** What the library's error means for the person and the record. */
function grundAus(error: unknown): Ablehnungsgrund {
  const text = error instanceof Error ? error.message : ''
  if (/expired|not yet valid|No valid subject confirmation|too old/i.test(text)) return 'zeit'
  if (/audience/i.test(text)) return 'empfaenger'
  if (/InResponseTo/i.test(text)) return 'unbekannt'
  if (/signature|signed|digest|key/i.test(text)) return 'signatur'
  if (/SAML provider returned/i.test(text)) return 'abgebrochen'
  return 'unlesbar'
}

/** Our metadata, for the provider: who we are, where answers go, with which key we sign and for which they may encrypt. */
export function unsereMetadaten(c: RequestContext, anbieter: Anbieter): string {
  return generateServiceProviderMetadata({
    issuer: unsereKennung(c, anbieter), callbackUrl: adresse(c, rueckkehrPfad(anbieter)), wantAssertionsSigned: true, identifierFormat: null,
    ...(anbieter.schluessel && anbieter.eigenes_zertifikat ? { privateKey: geheimnisOeffnen(c.app, anbieter.schluessel), publicCerts: anbieter.eigenes_zertifikat, decryptionPvk: geheimnisOeffnen(c.app, anbieter.schluessel), decryptionCert: anbieter.eigenes_zertifikat } : {}),
  })
}
