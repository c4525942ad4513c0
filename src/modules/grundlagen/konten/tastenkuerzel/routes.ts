import { access, action, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { tastenkuerzelSetzen } from './command.js'

const KONTO = '/arbeitsplatz/konto'

export const routes: readonly Route[] = [
  action({
    path: `${KONTO}/tastenkuerzel`, access: access.staff(),
    async handle(c) {
      const an = wert(c.werte, 'an') !== 'nein'
      await c.execute(tastenkuerzelSetzen, { kontoId: c.actor.id, an })
      return redirect(`${KONTO}#tastenkuerzel`, { hinweis: an ? 'Die Tastenkürzel sind eingeschaltet.' : 'Die Tastenkürzel sind ausgeschaltet.' })
    },
  }),
]
