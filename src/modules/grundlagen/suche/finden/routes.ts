import { access, page, type Route } from '../../../../platform/http/route.js'
import { finden, type Suchergebnis } from './query.js'
import { suchseite } from './page.js'

const leer: Suchergebnis = { treffer: [], arten: [], gesamt: 0, unscharf: false, worte: [] }

export const routes: readonly Route[] = [
  page({
    path: '/arbeitsplatz/suche', access: access.staff('suche.nutzen'),
    async handle(c) {
      const q = (c.suche.get('q') ?? '').trim().slice(0, 300)
      const gewuenscht = c.suche.get('art') ?? ''
      const art = /^[a-z]{2,30}$/.test(gewuenscht) ? gewuenscht : undefined
      const seite = Math.min(10, Math.max(1, Math.trunc(Number(c.suche.get('seite'))) || 1))
      const ergebnis = q ? await c.ask(finden, { q, seite, ...(art ? { art } : {}) }) : leer
      const link = (mit: { art?: string; seite?: number }) => {
        const ziel = new URLSearchParams({ q })
        const neueArt = 'art' in mit || !('seite' in mit) ? mit.art : art
        if (neueArt) ziel.set('art', neueArt)
        if (mit.seite && mit.seite > 1) ziel.set('seite', String(mit.seite))
        return `/arbeitsplatz/suche?${ziel}`
      }
      return suchseite(c, { q, seite, ergebnis, link, ...(art ? { art } : {}) })
    },
  }),
]
