import { Type } from 'typebox'
import { access, antwort, api, type Route } from '../../../../platform/http/route.js'
import { nachrichtVomBezahldienst } from './command.js'

const Nachricht = Type.Object({ transactionId: Type.String({ minLength: 1, maxLength: 100 }) })

export const routes: readonly Route[] = [api({
  method: 'POST', path: '/api/bezahldienst/benachrichtigung', access: access.public, bodyLimit: 10_000,
  api: { titel: 'Der Bezahldienst sagt, dass sich eine Zahlung geändert hat', body: Nachricht },
  async handle(c) {
    const { transactionId } = (c.json ?? {}) as { transactionId?: unknown }
    // Always the same answer: whoever tries out numbers learns nothing.
    if (typeof transactionId === 'string' && transactionId !== '' && transactionId.length <= 100) await c.execute(nachrichtVomBezahldienst, { transaktion: transactionId })
    return antwort({ angenommen: true }, 202)
  },
})]
