import { Type } from 'typebox'
import { newId } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { angabenPruefen, Kennung, Mailadresse, Personenname } from '../domain/angaben.js'
import { zufallscode } from '../domain/schluessel.js'
import { kontoAngelegt } from '../events.js'

export interface NeuerBuerger { id?: string; kennung?: string; vorname?: string; nachname: string; email?: string; passwortHash?: string }

/**
 * Adds a citizen's account whose address is confirmed. The sign-in name is drawn, not the address: two persons may share that
 * (A2-07), and it may change while the account stays. Without a password one signs in with a provider only.
 */
export async function buergerEintragen({ tx, emit, now }: CommandContext, input: NeuerBuerger): Promise<{ id: string; kennung: string }> {
  const { id = newId(), kennung = `b-${zufallscode(2)}` } = input
  angabenPruefen({ ...input, kennung })
  await konten(tx).insertInto('konten.konto').values({
    id, art: 'buerger', kennung, name: [input.vorname, input.nachname].filter(Boolean).join(' '), vorname: input.vorname || null, nachname: input.nachname,
    email: input.email ?? null, email_bestaetigt_am: input.email ? now : null, telefon: null, status_grund: null,
    passwort_hash: input.passwortHash ?? null, passwort_geaendert_am: input.passwortHash ? now : null,
    totp_siegel: null, totp_aktiv_am: null, letzte_anmeldung_am: null,
  }).execute()
  emit(kontoAngelegt(id, { kontoart: 'buerger' }))
  return { id, kennung }
}

/** For demo data and the takeover of accounts whose addresses another system has confirmed. */
export const buergerAnlegen = command({
  name: 'konten.buergerAnlegen',
  input: Type.Object({
    id: Type.Optional(Id), kennung: Type.Optional(Kennung), vorname: Type.Optional(Type.String({ maxLength: 100 })), nachname: Personenname,
    email: Mailadresse, passwortHash: Type.String({ maxLength: 300 }),
  }, { additionalProperties: false }),
  allow: intern(),
  run: buergerEintragen,
})
