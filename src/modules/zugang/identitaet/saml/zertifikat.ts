import { createPrivateKey, generateKeyPair, sign, X509Certificate, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { der, oid, TAG, unsigned } from '../../../../platform/audit/der.js'

/** Beyond what platform/audit needs of ASN.1. */
const BIT_STRING = 0x03
const UTF8 = 0x0c
const UTC_TIME = 0x17

const SHA256_MIT_RSA = der(TAG.sequence, oid('1.2.840.113549.1.1.11'), der(TAG.null))
const name = (text: string) => der(TAG.sequence, der(TAG.set, der(TAG.sequence, oid('2.5.4.3'), der(UTF8, Buffer.from(text)))))
const zeit = (instant: Temporal.Instant) => der(UTC_TIME, Buffer.from(`${instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '').slice(2)}`))

/**
 * A certificate for our own SAML key, signed by itself (RFC 5280). Providers of SAML compare keys; nobody asks an authority about it.
 * @param text who it is for, e.g. the address of the metadata
 */
function selbstSigniert(privat: KeyObject, oeffentlich: KeyObject, text: string, jetzt: Temporal.Instant): string {
  const gueltig = der(TAG.sequence, zeit(jetzt.subtract({ hours: 24 })), zeit(jetzt.add({ hours: 24 * 365 * 10 })))
  const kern = der(TAG.sequence, der(TAG.context0, unsigned(2n)), unsigned(BigInt(jetzt.epochMilliseconds)), SHA256_MIT_RSA, name(text), gueltig, name(text), oeffentlich.export({ type: 'spki', format: 'der' }))
  const zertifikat = der(TAG.sequence, kern, SHA256_MIT_RSA, der(BIT_STRING, Buffer.from([0]), sign('sha256', kern, privat)))
  return new X509Certificate(zertifikat).toString()
}

/** A new key of ours with its certificate, both PEM. Takes a moment: never inside a transaction. */
export async function neuerSchluessel(text: string): Promise<{ schluessel: string; zertifikat: string }> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 })
  return { schluessel: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), zertifikat: selbstSigniert(privateKey, publicKey, text.slice(0, 60), Temporal.Now.instant()) }
}

/** A certificate as an administrator pastes it (PEM, or only its base64); undefined for anything else. Weak keys are none. */
export function zertifikatAus(text: string): string | undefined {
  const roh = text.replaceAll(/-----(BEGIN|END) CERTIFICATE-----|\s/g, '')
  try {
    const zertifikat = new X509Certificate(Buffer.from(roh, 'base64'))
    const bits = zertifikat.publicKey.asymmetricKeyDetails?.modulusLength
    return bits !== undefined && bits < 2048 ? undefined : zertifikat.toString()
  } catch { return undefined }
}

/** Does the key belong to the certificate? For the check of a provider. */
export const passtZusammen = (schluessel: string, zertifikat: string): boolean => new X509Certificate(zertifikat).checkPrivateKey(createPrivateKey(schluessel))
