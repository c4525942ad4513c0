import { X509Certificate } from 'node:crypto'
import type { RequestContext } from '../../../../platform/http/route.js'
import { worteAb } from '../domain/attribute.js'
import { AnbieterFehler, oidcZugang } from '../oidc/client.js'
import { passtZusammen } from '../saml/zertifikat.js'
import { geheimnisOeffnen, type Anbieter } from './anbieter.js'

export interface Schritt { readonly text: string; readonly ok: boolean }

/** What can be known of a provider without a person signing in: its description, keys, levels. */
export async function verbindungPruefen(c: RequestContext, anbieter: Anbieter): Promise<Schritt[]> {
  const gemeinsam = [
    { text: 'Das Pseudonym ist zugeordnet', ok: Boolean(anbieter.attribute.pseudonym) },
    ...(anbieter.kontoart === 'buerger' ? [{ text: 'Mindestens ein Weg führt zum Niveau „substantiell“', ok: worteAb(anbieter.niveaus, 'substantiell').length > 0 }] : [{ text: 'Mindestens eine Gruppe gibt eine Rolle', ok: anbieter.rollen.length > 0 }]),
  ]
  return [...(anbieter.protokoll === 'oidc' ? await oidcSchritte(c, anbieter) : samlSchritte(c, anbieter)), ...gemeinsam]
}

async function oidcSchritte(c: RequestContext, anbieter: Anbieter): Promise<Schritt[]> {
  const gefunden = await oidcZugang(c, anbieter, true).then((config) => ({ server: config.serverMetadata() }), (error: unknown) => {
    if (error instanceof AnbieterFehler) return { grund: error.grund }
    throw error
  })
  if ('grund' in gefunden) return [{ text: gefunden.grund === 'aussteller' ? 'Der Anbieter nennt sich anders als hier eingetragen' : gefunden.grund === 'signatur' ? 'Der Anbieter unterschreibt mit keinem sicheren Verfahren' : 'Die Beschreibung des Anbieters ist erreichbar', ok: false }]
  const { server } = gefunden
  const worte = server['acr_values_supported']
  const fehlende = Array.isArray(worte) ? worteAb(anbieter.niveaus, 'niedrig').filter((wort) => !worte.includes(wort)) : []
  return [
    { text: 'Die Beschreibung des Anbieters ist erreichbar und nennt denselben Aussteller', ok: true },
    { text: 'Der Anbieter kann PKCE mit S256', ok: !server.code_challenge_methods_supported || server.code_challenge_methods_supported.includes('S256') },
    { text: fehlende.length === 0 ? 'Der Anbieter kennt die eingetragenen Vertrauensniveaus' : `Der Anbieter kennt diese Vertrauensniveaus: ${fehlende.join(', ').slice(0, 200)}`, ok: fehlende.length === 0 },
  ]
}

function samlSchritte(c: RequestContext, anbieter: Anbieter): Schritt[] {
  const jetzt = Date.now()
  const gueltig = anbieter.zertifikate.some((pem) => new X509Certificate(pem).validToDate.getTime() > jetzt)
  const eigener = anbieter.schluessel && anbieter.eigenes_zertifikat ? passtZusammen(geheimnisOeffnen(c.app, anbieter.schluessel), anbieter.eigenes_zertifikat) : false
  return [{ text: 'Ein Zertifikat des Anbieters ist noch gültig', ok: gueltig }, { text: 'Unser Schlüssel passt zu unserem Zertifikat', ok: eigener }]
}
