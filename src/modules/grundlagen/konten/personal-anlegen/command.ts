import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { angabenPruefen, Kennung, Mailadresse, Personenname } from '../domain/angaben.js'
import { kontoAngelegt } from '../events.js'
import { findKonto } from '../konten.js'

/**
 * Adds an employee's account. Without a password the person chooses one with a start code (`startcodeAusstellen`).
 * `passwortHash` and `totpSiegel` are made before the transaction, see geheimnisse.ts.
 */
export const personalAnlegen = command({
  name: 'konten.personalAnlegen',
  input: Type.Object({
    id: Type.Optional(Id),
    kennung: Kennung,
    name: Personenname,
    email: Type.Optional(Mailadresse),
    telefon: Type.Optional(Type.String({ maxLength: 50 })),
    passwortHash: Type.Optional(Type.String({ maxLength: 300 })),
    /** Base64 of the sealed secret of an authenticator that is already set up. */
    totpSiegel: Type.Optional(Type.String({ maxLength: 1000 })),
  }, { additionalProperties: false }),
  allow: can('konten.verwalten')(),
  async run({ tx, emit, now }, input) {
    const { id = newId(), kennung, name } = input
    angabenPruefen(input)
    if (await findKonto(tx, 'personal', kennung)) throw new Invalid([{ feld: 'kennung', text: `Die Kennung „${kennung}“ ist schon vergeben. Bitte nehmen Sie eine andere.` }])
    await konten(tx).insertInto('konten.konto').values({
      id, art: 'personal', kennung, name, vorname: null, nachname: null, email: input.email || null, email_bestaetigt_am: null, telefon: input.telefon || null, status_grund: null,
      passwort_hash: input.passwortHash ?? null, passwort_geaendert_am: input.passwortHash ? now : null,
      totp_siegel: input.totpSiegel ? Buffer.from(input.totpSiegel, 'base64') : null, totp_aktiv_am: input.totpSiegel ? now : null, letzte_anmeldung_am: null,
    }).execute()
    emit(kontoAngelegt(id, { kontoart: 'personal' }))
    return { id }
  },
})
