import { reichtAus, VERTRAUENSNIVEAUS, type Vertrauensniveau } from '../../../../platform/usecases/actor.js'

/** What can be known of a person, in our words. `pseudonym` is the service-specific one (with BundID bPK2). */
export const ATTRIBUTE = {
  pseudonym: 'Pseudonym (Kennzeichen der Person)', vornamen: 'Vornamen', familienname: 'Familienname', geburtsname: 'Geburtsname', doktorgrad: 'Doktorgrad',
  geburtsdatum: 'Geburtsdatum', strasse: 'Straße und Hausnummer', plz: 'Postleitzahl', ort: 'Ort', email: 'E-Mail-Adresse', postfach: 'Kennung des Postfachs',
  kennung: 'Kennung (nur Dienstkonten)', gruppen: 'Gruppen (nur Dienstkonten)',
} as const
export type Attribut = keyof typeof ATTRIBUTE
export const istAttribut = (name: string): name is Attribut => Object.hasOwn(ATTRIBUTE, name)

/** Our name: the provider's, with dots for what lies deeper. Empty or missing: not delivered. */
export type Attributzuordnung = Readonly<Partial<Record<Attribut, string>>>
/** Our level: the provider's words for it, e.g. `STORK-QAA-Level-3`. */
export type Niveauzuordnung = Readonly<Partial<Record<Vertrauensniveau, readonly string[]>>>

/** What a provider says of a person, in our words; `gruppen` of employees is the only list. */
export type Personenangaben = Readonly<Partial<Record<Exclude<Attribut, 'gruppen'>, string>>> & { readonly gruppen?: readonly string[] }

/** Names of OpenID Connect Core, section 5.1. */
export const OIDC_VORGABE: Attributzuordnung = {
  pseudonym: 'sub', vornamen: 'given_name', familienname: 'family_name', geburtsdatum: 'birthdate', strasse: 'address.street_address', plz: 'address.postal_code', ort: 'address.locality',
  email: 'email', kennung: 'preferred_username', gruppen: 'groups',
}

/** Names in the SAML profile of BundID. */
export const BUNDID_VORGABE: Attributzuordnung = {
  pseudonym: 'urn:oid:1.3.6.1.4.1.25484.494450.3', vornamen: 'urn:oid:2.5.4.42', familienname: 'urn:oid:2.5.4.4', geburtsname: 'urn:oid:1.2.40.0.10.2.1.1.225566',
  doktorgrad: 'urn:oid:0.9.2342.19200300.100.1.40', geburtsdatum: 'urn:oid:1.2.40.0.10.2.1.1.55', strasse: 'urn:oid:2.5.4.16', plz: 'urn:oid:2.5.4.17', ort: 'urn:oid:2.5.4.7',
  email: 'urn:oid:0.9.2342.19200300.100.1.3', postfach: 'urn:oid:2.5.4.18',
}

export const STORK_VORGABE: Niveauzuordnung = {
  niedrig: ['STORK-QAA-Level-1', 'STORK-QAA-Level-2'], substantiell: ['STORK-QAA-Level-3'], hoch: ['STORK-QAA-Level-4'],
}

/** The level behind a provider's word; undefined for a word that the town has not mapped: such a sign-in proves nothing. */
export const niveauAus = (zuordnung: Niveauzuordnung, wort: string | undefined): Vertrauensniveau | undefined =>
  VERTRAUENSNIVEAUS.find((niveau) => wort !== undefined && zuordnung[niveau]?.includes(wort))

/** The provider's words for a level and everything above, lowest first; empty when it cannot reach it. */
export const worteAb = (zuordnung: Niveauzuordnung, verlangt: Vertrauensniveau): string[] =>
  VERTRAUENSNIVEAUS.filter((niveau) => reichtAus(niveau, verlangt)).flatMap((niveau) => zuordnung[niveau] ?? [])

const HOECHSTLAENGE = 300

function wertBei(roh: unknown, pfad: string): unknown {
  // A name with dots in it (an OID) is a name first and a path second.
  if (typeof roh !== 'object' || roh === null) return undefined
  if (Object.hasOwn(roh, pfad)) return (roh as Record<string, unknown>)[pfad]
  const [kopf = '', ...rest] = pfad.split('.')
  return rest.length > 0 && Object.hasOwn(roh, kopf) ? wertBei((roh as Record<string, unknown>)[kopf], rest.join('.')) : undefined
}

/** Text of an attribute; several values give the first. Control characters and what is far too long count as not delivered. */
function textVon(wert: unknown): string | undefined {
  const erster: unknown = Array.isArray(wert) ? wert[0] : wert
  const text = typeof erster === 'string' ? erster.normalize('NFC').trim() : ''
  return text !== '' && text.length <= HOECHSTLAENGE && !/\p{Cc}/u.test(text) ? text : undefined
}

/** Translates what a provider said into our words, and keeps only what was asked for (A2-02); the pseudonym always. */
export function angabenAus(zuordnung: Attributzuordnung, roh: Readonly<Record<string, unknown>>, gefragt: readonly string[]): Personenangaben {
  const texte = Object.entries(zuordnung).flatMap(([name, dort]) => {
    if (name === 'gruppen' || !dort || (name !== 'pseudonym' && !gefragt.includes(name))) return []
    const text = textVon(wertBei(roh, dort))
    return text === undefined || (name === 'geburtsdatum' && !istTag(text)) ? [] : [[name, text] as const]
  })
  const gruppen = zuordnung.gruppen && gefragt.includes('gruppen') ? wertBei(roh, zuordnung.gruppen) : undefined
  const liste = (Array.isArray(gruppen) ? gruppen : gruppen === undefined ? [] : [gruppen]).filter((eine): eine is string => typeof eine === 'string').slice(0, 500)
  return { ...Object.fromEntries(texte), ...(gruppen === undefined ? {} : { gruppen: liste }) }
}

function istTag(text: string): boolean {
  try { return Temporal.PlainDate.from(text).toString() === text } catch { return false }
}

/** 'Am Markt 12 a' as street and number; a street without number stays whole. */
export function strasseUndNummer(text: string): { strasse: string; hausnummer?: string } {
  const treffer = /^(.*\D)\s+(\d+\s?\S?(?:\s?[-–/]\s?\d+\s?\S?)?)$/u.exec(text.trim())
  return treffer?.[1] && treffer[2] ? { strasse: treffer[1].trim(), hausnummer: treffer[2].trim() } : { strasse: text.trim() }
}
