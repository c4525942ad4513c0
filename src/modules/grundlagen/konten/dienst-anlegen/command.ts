import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { angabenPruefen, Kennung, Personenname } from '../domain/angaben.js'
import { kontoAngelegt } from '../events.js'
import { findKonto } from '../konten.js'

/** Adds the account of one interface with exactly the permissions it needs (K2-07). It can do nothing until it gets a key. */
export const dienstAnlegen = command({
  name: 'konten.dienstAnlegen',
  input: Type.Object({
    id: Type.Optional(Id), kennung: Kennung, name: Personenname,
    rechte: Type.Array(Type.String({ pattern: '^[a-z]+\\.[a-z]+$' }), { minItems: 1, maxItems: 50 }),
    stufe: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 })),
  }, { additionalProperties: false }),
  allow: can('konten.verwalten')(),
  async run({ tx, emit }, input) {
    const { id = newId(), kennung, name, rechte, stufe = 0 } = input
    angabenPruefen({ kennung })
    if (await findKonto(tx, 'dienst', kennung)) throw new Invalid([{ feld: 'kennung', text: `Die Kennung „${kennung}“ ist schon vergeben. Bitte nehmen Sie eine andere.` }])
    await konten(tx).insertInto('konten.konto').values({
      id, art: 'dienst', kennung, name, vorname: null, nachname: null, email: null, email_bestaetigt_am: null, telefon: null, status_grund: null,
      passwort_hash: null, passwort_geaendert_am: null, totp_siegel: null, totp_aktiv_am: null, letzte_anmeldung_am: null, rechte: [...new Set(rechte)].sort(), stufe,
    }).execute()
    emit(kontoAngelegt(id, { kontoart: 'dienst', rechte }))
    return { id }
  },
})
