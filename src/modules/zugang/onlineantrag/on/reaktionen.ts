import { reaction } from '../../../../platform/events/event.js'
import { forderungBeglichen } from '../../../finanzen/forderungen/index.js'
import { nachZahlungEinreichen } from '../bezahlen/nach-zahlung.js'

export const reaktionen = [
  reaction({
    name: 'onlineantrag.forderungBeglichen', on: forderungBeglichen,
    async run(ctx, { vorgangId, daten }) {
      ctx.unchanged()
      const entwurfId = daten['entwurfId']
      if (!vorgangId && typeof entwurfId === 'string') ctx.enqueue(nachZahlungEinreichen, { entwurfId })
    },
  }),
]
