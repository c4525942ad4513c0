import { NotFound } from '../../../platform/errors.js'
import { access, page } from '../../../platform/http/route.js'
import { caughtMails } from '../../../platform/mail/index.js'
import type { Modul } from '../../../platform/modul.js'
import { mailsPage } from './page.js'

export const modul: Modul = {
  name: 'demo', etage: 'zugang', dependsOn: [],
  routes: [page({
    path: '/demo/mails', access: access.public,
    async handle(c) {
      if (c.app.config.mode !== 'demo') throw new NotFound()
      return mailsPage(c, await caughtMails(c.app.db, c.mandant.id))
    },
  })],
}
