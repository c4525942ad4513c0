import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { isIban } from '../../../../platform/text/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { forderungen } from '../db/tables.js'
import { kassenkontoGeaendert } from '../events.js'
import { findKassenkonto } from '../forderung.js'

/** Where transfers go and where the counter is. Claims that were paid keep what they showed; open ones show the new account. */
export const kassenkontoFestlegen = command({
  name: 'forderungen.kassenkontoFestlegen',
  input: Type.Object({ kontoinhaber: Text(70), iban: Text(50), bic: Type.Optional(Text(11)), schalter: Text(300) }, { additionalProperties: false }),
  allow: can('kasse.einrichten')(),
  async run(ctx, { kontoinhaber, bic, schalter, ...eingabe }) {
    const iban = eingabe.iban.replace(/\s/g, '').toUpperCase()
    const felder = [
      ...(isIban(iban) ? [] : [{ feld: 'iban', text: 'Diese IBAN stimmt nicht. Bitte prüfen Sie die Ziffern.' }]),
      ...(bic === undefined || /^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(bic) ? [] : [{ feld: 'bic', text: 'Eine BIC hat 8 oder 11 Zeichen. Sie dürfen das Feld leer lassen.' }]),
    ]
    if (felder.length > 0) throw new Invalid(felder)
    const neu = { kontoinhaber, iban, bic: bic ?? null, schalter }
    const bisher = await findKassenkonto(ctx.tx)
    if (bisher && JSON.stringify(bisher) === JSON.stringify(neu)) { ctx.unchanged(); return }
    await forderungen(ctx.tx).insertInto('forderungen.kassenkonto').values(neu).onConflict((conflict) => conflict.column('mandant_id').doUpdateSet(neu)).execute()
    ctx.emit(kassenkontoGeaendert(ctx.mandantId))
  },
})
