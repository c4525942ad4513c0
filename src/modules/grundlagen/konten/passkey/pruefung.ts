import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { limit } from '../../../../platform/auth/limit.js'
import type { Tx } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import { anmeldeActor, VIERTELSTUNDE } from '../anmelden/pruefung.js'
import { anmeldungAblehnen } from '../anmelden/commands.js'
import { konten } from '../db/tables.js'
import { hashOf } from '../domain/schluessel.js'
import { ausstellen, findEinmalcode } from '../einmalcodes.js'

/** Brings half of ASN.1 along; loaded when the first passkey comes, not when the program or a command starts. */
const webauthn = () => import('@simplewebauthn/server')

/** The host name that passkeys are bound to. Each town has its own, so a passkey of one is unknown to the other. */
const rpId = (c: RequestContext): string => c.url.hostname

/** Behind the proxy of a production installation everything is https; a demo on this machine is http. */
const herkunft = (c: RequestContext): string[] => (c.app.config.mode === 'production' ? [`https://${c.url.host}`] : [`http://${c.url.host}`, `https://${c.url.host}`])

const GUELTIG_MINUTEN = 5
const abgelehnt = () => new Invalid([], 'Der Passkey wurde nicht angenommen. Bitte versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.')

/** A challenge lives in the database and works once: a recorded answer opens nothing. */
async function merken(c: RequestContext, challenge: string, kontoId: string | null): Promise<void> {
  await limit(c.app.db, `passkey:${c.kennungIp}`, { max: 120, seconds: VIERTELSTUNDE })
  await c.app.db.withMandant(c.mandant.id, (tx) => ausstellen(tx, [{ art: 'passkey', kontoId, geheimnisHash: hashOf(challenge), minuten: GUELTIG_MINUTEN }]))
}

export async function anmeldeoptionen(c: RequestContext): Promise<unknown> {
  const optionen = await (await webauthn()).generateAuthenticationOptions({ rpID: rpId(c), userVerification: 'required' })
  await merken(c, optionen.challenge, null)
  return optionen
}

export async function registrierungsoptionen(c: RequestContext, konto: { id: string; kennung: string; name: string }): Promise<unknown> {
  const vorhanden = await c.app.db.withMandant(c.mandant.id, (tx) => passkeysVon(tx, konto.id))
  const optionen = await (await webauthn()).generateRegistrationOptions({
    rpName: c.mandant.name, rpID: rpId(c), userName: konto.kennung, userDisplayName: konto.name, userID: new TextEncoder().encode(konto.id),
    attestationType: 'none', excludeCredentials: vorhanden.map(({ id, transporte }) => ({ id, transports: transporte })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await merken(c, optionen.challenge, konto.id)
  return optionen
}

export const passkeysVon = (tx: Tx, kontoId: string) =>
  konten(tx).selectFrom('konten.passkey').select(['id', 'transporte', 'bezeichnung', 'created_at', 'benutzt_am']).where('konto_id', '=', kontoId).orderBy('created_at').execute()

/** The challenge that an answer claims to be for, if it is one of ours and still good. */
async function offeneChallenge(c: RequestContext, clientDataJSON: unknown, kontoId?: string): Promise<{ challenge: string; codeId: string } | undefined> {
  const daten = typeof clientDataJSON === 'string' ? await parseJson(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown } | undefined : undefined
  if (typeof daten?.challenge !== 'string') return undefined
  const challenge = daten.challenge
  const code = await c.app.db.withMandant(c.mandant.id, (tx) => findEinmalcode(tx, 'passkey', challenge, kontoId))
  return code && (code.kontoId ?? undefined) === kontoId ? { challenge, codeId: code.id } : undefined
}

/** What a browser sent, or undefined when it is no JSON. */
const parseJson = (text: string): Promise<unknown> => new Response(text).json().catch(() => undefined)

/**
 * Checks the answer of an authenticator that was asked to sign in: known key, our challenge, our host, signature, and that the
 * person was verified there (PIN, finger). So a passkey counts as both factors.
 * @throws Invalid, with a record of the attempt
 */
export async function passkeyPruefen(c: RequestContext, art: 'personal' | 'buerger', text: string): Promise<{ kontoId: string; verfahren: 'passkey'; codeId: string; passkey: { id: string; zaehler: number } }> {
  const antwort = await parseJson(text) as AuthenticationResponseJSON | undefined
  const gefragt = await offeneChallenge(c, antwort?.response?.clientDataJSON)
  const schluessel = typeof antwort?.id === 'string' ? await c.app.db.withMandant(c.mandant.id, (tx) => konten(tx).selectFrom('konten.passkey as p')
    .innerJoin('konten.konto as k', (join) => join.onRef('k.mandant_id', '=', 'p.mandant_id').onRef('k.id', '=', 'p.konto_id'))
    .select(['p.id', 'p.konto_id', 'p.oeffentlicher_schluessel', 'p.zaehler', 'p.transporte']).where('p.id', '=', antwort.id).where('k.art', '=', art).where('k.status', '=', 'aktiv').executeTakeFirst()) : undefined
  const geprueft = antwort && gefragt && schluessel ? await (await webauthn()).verifyAuthenticationResponse({
    response: antwort, expectedChallenge: gefragt.challenge, expectedOrigin: herkunft(c), expectedRPID: rpId(c), requireUserVerification: true,
    credential: { id: schluessel.id, publicKey: new Uint8Array(schluessel.oeffentlicher_schluessel), counter: Number(schluessel.zaehler), transports: schluessel.transporte },
  }).catch(() => undefined) : undefined
  if (!geprueft?.verified || !gefragt || !schluessel) {
    await c.app.execute(anmeldeActor(c), anmeldungAblehnen, { kontoart: art, stelle: 'passkey', ...(schluessel ? { kontoId: schluessel.konto_id } : {}) })
    throw abgelehnt()
  }
  return { kontoId: schluessel.konto_id, verfahren: 'passkey', codeId: gefragt.codeId, passkey: { id: schluessel.id, zaehler: geprueft.authenticationInfo.newCounter } }
}

export interface NeuerPasskey { readonly id: string; readonly schluessel: string; readonly zaehler: number; readonly transporte: string[]; readonly codeId: string }

/** Checks the answer of an authenticator that was asked to make a key for this account. */
export async function neuenPasskeyPruefen(c: RequestContext, kontoId: string, text: string): Promise<NeuerPasskey> {
  const antwort = await parseJson(text) as RegistrationResponseJSON | undefined
  const gefragt = await offeneChallenge(c, antwort?.response?.clientDataJSON, kontoId)
  const geprueft = antwort && gefragt ? await (await webauthn()).verifyRegistrationResponse({
    response: antwort, expectedChallenge: gefragt.challenge, expectedOrigin: herkunft(c), expectedRPID: rpId(c), requireUserVerification: true,
  }).catch(() => undefined) : undefined
  if (!geprueft?.verified || !gefragt) throw abgelehnt()
  const { credential } = geprueft.registrationInfo
  return {
    id: credential.id, schluessel: Buffer.from(credential.publicKey).toString('base64'), zaehler: credential.counter,
    transporte: (credential.transports ?? []).filter((one) => /^[a-z-]{1,30}$/.test(one)).slice(0, 10), codeId: gefragt.codeId,
  }
}
