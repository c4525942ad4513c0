import { reaction } from '../../../../platform/events/event.js'
import { antragById, antragEingereicht } from '../../../verfahren/antraege/index.js'
import { erhebeMitBescheid, setzeGebuehrFest } from '../erheben.js'

export const reaktionen = [
  // Whatever the channel: what it costs is kept with the application. The portal has done it in its own transaction already.
  reaction({
    name: 'gebuehren.antragEingereicht', on: antragEingereicht,
    async run(ctx, event) {
      ctx.unchanged()
      const antrag = await antragById(ctx.tx, event.objekt.id)
      if (antrag) await setzeGebuehrFest(ctx, antrag)
    },
  }),
  // By name: the room of decisions shows fees and so builds on this one. A refusal costs nothing.
  reaction({
    name: 'gebuehren.bescheidErlassen', on: { typ: 'bescheide.bescheid.erlassen/1' },
    async run(ctx, event) {
      ctx.unchanged()
      if (event.vorgangId && event.daten['art'] === 'genehmigung') await erhebeMitBescheid(ctx, event.vorgangId)
    },
  }),
]
