import { NotFound } from '../../../../platform/errors.js'
import { access, action, api, page, redirect, type Route } from '../../../../platform/http/route.js'
import { kalenderzugangEinrichten, kalenderzugangLoeschen } from './command.js'
import { kalenderSeite } from './page.js'
import { kalenderzugang, meineTermine } from './query.js'
import { personHinter } from './zugang.js'

const PFAD = '/arbeitsplatz/planung/kalender'

export const routes: readonly Route[] = [
  page({ path: PFAD, access: access.staff('planung.lesen'), handle: async (c) => kalenderSeite(c, await c.ask(kalenderzugang, {})) }),
  action({
    path: PFAD, access: access.staff('planung.lesen'),
    async handle(c) {
      const { token } = await c.execute(kalenderzugangEinrichten, {})
      return kalenderSeite(c, c.now, `${c.url.origin}/kalender/planung/${token}/termine.ics`)
    },
  }),
  action({
    path: `${PFAD}/loeschen`, access: access.staff('planung.lesen'),
    async handle(c) {
      await c.execute(kalenderzugangLoeschen, {})
      return redirect(PFAD, { hinweis: 'Das Abo ist beendet. Die Adresse gilt nicht mehr.' })
    },
  }),
  // A calendar program cannot sign in: the address is the key, and the person's rights of the moment decide.
  api({
    method: 'GET', path: '/kalender/planung/:token/termine.ics', access: access.public, beispiel: async () => undefined,
    api: { titel: 'Termine einer Person als Kalender (iCalendar)' },
    async handle(c) {
      const token = /^[\w-]{43}$/.exec(c.params['token'] ?? '')?.[0]
      const person = token ? await c.app.db.withMandant(c.mandant.id, (tx) => personHinter(tx, c.mandant.id, token, c.today)) : undefined
      if (!person) throw new NotFound()
      const termine = await c.app.ask(person, meineTermine, {})
      // Loaded at first use: most processes never write a calendar.
      const { alsIcs } = await import('./ics.js')
      return {
        text: alsIcs(termine, { name: `Planung ${c.mandant.name}`, basis: c.url.origin, host: c.url.hostname, jetzt: c.now }),
        headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store', 'content-disposition': 'inline; filename="planung.ics"' },
      }
    },
  }),
]
