import { hash, verify } from '@node-rs/argon2'
import type { App } from '../../../platform/app.js'
import { purposeKey, seal, unseal } from '../../../platform/auth/tokens.js'

/** Argon2id, 19 MiB, two passes, one lane: the least that OWASP advises. Its number in the library's constant enum is 2. */
const ARGON2 = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash of a password, in PHC notation. About 30 ms of one core: never inside a transaction. */
export const passwortHash = (passwort: string): Promise<string> => hash(passwort.normalize('NFC'), ARGON2)

/** Of a password that nobody knows: what an unknown name is checked against, so that it takes as long as a known one. */
let attrappe: Promise<string> | undefined

/** Does the password belong to the hash? Without a hash the same work is done and the answer is no. */
export async function passwortStimmt(passwort: string, gespeichert: string | null | undefined): Promise<boolean> {
  attrappe ??= passwortHash(crypto.randomUUID())
  const stimmt = await verify(gespeichert ?? await attrappe, passwort.slice(0, 1000).normalize('NFC'))
  return stimmt && Boolean(gespeichert)
}

const totpKey = (app: App) => purposeKey(app.masterKey, 'konten.totp')
export const totpVersiegeln = (app: App, geheimnis: string): Buffer => seal(totpKey(app), geheimnis)
export const totpOeffnen = (app: App, siegel: Buffer): string => unseal(totpKey(app), siegel)

const codeKey = (app: App) => purposeKey(app.masterKey, 'konten.einmalcode')
export const inhaltVersiegeln = (app: App, inhalt: object): Buffer => seal(codeKey(app), JSON.stringify(inhalt))
export const inhaltOeffnen = <T>(app: App, siegel: Buffer): T => JSON.parse(unseal(codeKey(app), siegel)) as T
