import { reaction } from '../../../../platform/events/event.js'
import { antragById, antragUebernommen } from '../../../verfahren/antraege/index.js'
import { forderungenUebernehmen } from '../erheben.js'

export const reaktionen = [
  // A guest has signed in: what was claimed from the guest's session follows the application into the account.
  reaction({
    name: 'forderungen.antragUebernommen', on: antragUebernommen,
    async run(ctx, event) {
      ctx.unchanged()
      const antrag = await antragById(ctx.tx, event.objekt.id)
      const einreicher = antrag?.einreicher
      if (antrag?.inhaber?.art === 'buerger' && einreicher?.art === 'gast') await forderungenUebernehmen(ctx, { gast: einreicher.id, konto: antrag.inhaber.id })
    },
  }),
]
