import { limit } from '../../../../platform/auth/limit.js'
import { access, action, form, page, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { rueckmeldungErledigen, rueckmeldungGeben } from './command.js'
import { dankePage, rueckmeldungPage, verwaltungPage } from './page.js'
import { rueckmeldungen } from './query.js'

export const routes: readonly Route[] = [
  ...form({
    path: '/rueckmeldung', access: access.public,
    show: async (c, zustand) => rueckmeldungPage(c, zustand),
    async submit(c, werte) {
      await limit(c.app.db, `rueckmeldung:${c.mandant.id}:${c.kennungIp}`, { max: 10, seconds: 3600 })
      const freiwillig = Object.fromEntries(['seite', 'name', 'email'].map((feld) => [feld, wert(werte, feld)]).filter(([, value]) => value !== ''))
      const art = wert(werte, 'art') as 'barriere'
      const { nummer } = await c.execute(rueckmeldungGeben, { art, text: wert(werte, 'text'), ...freiwillig }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/rueckmeldung/danke?nummer=${nummer}`)
    },
  }),
  page({ path: '/rueckmeldung/danke', access: access.public, handle: async (c) => dankePage(c) }),
  page({
    path: '/verwaltung/rueckmeldungen', access: access.staff('mandant.verwalten'),
    async handle(c) {
      const [alle, nach] = [c.suche.get('alle') === '1', c.suche.get('nach')]
      return verwaltungPage(c, await c.ask(rueckmeldungen, { alle, ...(nach ? { nach: nach.slice(0, 40) } : {}) }), alle)
    },
  }),
  action({
    path: '/verwaltung/rueckmeldungen', access: access.staff('mandant.verwalten'),
    async handle(c) {
      await c.execute(rueckmeldungErledigen, { id: wert(c.werte, 'id'), vermerk: wert(c.werte, 'vermerk') })
      return redirect('/verwaltung/rueckmeldungen', { hinweis: 'Die Rückmeldung ist erledigt.' })
    },
  }),
]
