import { access, page, type Route } from '../../../../platform/http/route.js'
import { gastEntwuerfeMitnehmen } from '../zugang.js'
import { uebersichtsseite } from './page.js'
import { eigeneEntwuerfe } from './query.js'

export const routes: readonly Route[] = [page({
  path: '/konto/entwuerfe', access: access.citizen,
  async handle(c) {
    await gastEntwuerfeMitnehmen(c)
    return uebersichtsseite(c, await c.ask(eigeneEntwuerfe, {}))
  },
})]
