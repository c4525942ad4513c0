import { Secret, TOTP } from 'otpauth'

const SEKUNDEN = 30

/** RFC 6238 with what every authenticator app can do: SHA-1, six digits, 30 seconds. */
const totpOf = (geheimnis: string, beschriftung: { stadt: string; kennung: string }) => new TOTP({
  issuer: beschriftung.stadt, label: beschriftung.kennung, issuerInLabel: true, algorithm: 'SHA1', digits: 6, period: SEKUNDEN, secret: Secret.fromBase32(geheimnis),
})

/** A new secret, 160 bits, in base32. */
export const neuesTotpGeheimnis = (): string => new Secret({ size: 20 }).base32

/** The address behind the QR code. */
export const totpAdresse = (geheimnis: string, beschriftung: { stadt: string; kennung: string }): string => totpOf(geheimnis, beschriftung).toString()

/**
 * The step (number of 30-second periods) that a code belongs to, when it is the current one or a neighbour; otherwise undefined.
 * Whoever accepts it must remember the step and refuse it and earlier ones from then on.
 */
export function totpSchritt(geheimnis: string, code: string, jetzt: Temporal.Instant): bigint | undefined {
  const delta = totpOf(geheimnis, { stadt: '', kennung: '' }).validate({ token: code, timestamp: jetzt.epochMilliseconds, window: 1 })
  return delta === null ? undefined : BigInt(Math.floor(jetzt.epochMilliseconds / 1000 / SEKUNDEN) + delta)
}

/** The code of this moment; for the demo's sign-in page. */
export const totpCode = (geheimnis: string, jetzt: Temporal.Instant): string => totpOf(geheimnis, { stadt: '', kennung: '' }).generate({ timestamp: jetzt.epochMilliseconds })

/** The secret in groups of four, to be typed where no camera is at hand. */
export const inVierergruppen = (geheimnis: string): string => geheimnis.match(/.{1,4}/g)?.join(' ') ?? geheimnis
