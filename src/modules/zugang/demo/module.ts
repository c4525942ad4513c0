import type { App } from '../../../platform/app.js'
import { isUuid } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import { access, page, type RequestContext } from '../../../platform/http/route.js'
import { caughtMail, caughtMails, caughtRecipients } from '../../../platform/mail/index.js'
import type { Modul } from '../../../platform/modul.js'
import { mailPage, MAILS, mailsPage } from './page.js'

const SEITE = 25

function nurDemo(c: RequestContext): void {
  if (c.app.config.mode !== 'demo') throw new NotFound()
}

async function neuesteMail(app: App): Promise<string | undefined> {
  const stadt = app.mandanten.bySchluessel('musterstadt')
  const [mail] = stadt ? await caughtMails(app.db, stadt.id, { limit: 1 }) : []
  return mail && `${MAILS}/${mail.id}`
}

export const modul: Modul = {
  name: 'demo', etage: 'zugang', dependsOn: ['organisation', 'aufgaben', 'suche', 'aktenplan', 'akten'],
  routes: [
    page({
      path: MAILS, access: access.public,
      async handle(c) {
        nurDemo(c)
        const [an, vor] = [c.suche.get('an') ?? '', c.suche.get('vor') ?? '']
        const empfaenger = await caughtRecipients(c.app.db, c.mandant.id)
        const mails = await caughtMails(c.app.db, c.mandant.id, { ...(an ? { an } : {}), ...(isUuid(vor) ? { vor } : {}), limit: SEITE + 1 })
        return mailsPage(c, { mails: mails.slice(0, SEITE), empfaenger, an, weiter: mails.length > SEITE ? mails[SEITE - 1]?.id : undefined, spaeter: isUuid(vor) })
      },
    }),
    page({
      path: `${MAILS}/:id`, access: access.public, beispiel: neuesteMail,
      async handle(c) {
        nurDemo(c)
        const id = c.params['id'] ?? ''
        const mail = isUuid(id) ? await caughtMail(c.app.db, c.mandant.id, id) : undefined
        if (!mail) throw new NotFound()
        return mailPage(c, mail)
      },
    }),
  ],
}
