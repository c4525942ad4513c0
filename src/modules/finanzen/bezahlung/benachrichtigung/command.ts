import { Type } from 'typebox'
import { jeder } from '../../../../platform/usecases/allow.js'
import { Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { zahlungPruefen } from '../pruefen/pruefen.js'
import { zahlungByTransaktion } from '../zahlung.js'

/** Somebody says that something happened to a transaction. Nothing of it is believed: it is only a reason to ask the provider. */
export const nachrichtVomBezahldienst = command({
  name: 'bezahlung.nachrichtVomBezahldienst',
  input: Type.Object({ transaktion: Text(100) }, { additionalProperties: false }),
  allow: jeder(),
  async run(ctx, { transaktion }) {
    ctx.unchanged()
    const zahlung = await zahlungByTransaktion(ctx.tx, transaktion)
    if (zahlung && zahlung.status !== 'PAYED') ctx.enqueue(zahlungPruefen, { zahlungId: zahlung.id })
  },
})
