import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { jeder } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { maildemo } from '../db/tables.js'

/** The newest hundred caught mails. Open to everybody: it exists in demos only, where all people are invented. */
export const demoMails = query({
  name: 'maildemo.demoMails', input: Type.Object({}), allow: jeder(),
  run: ({ tx }) => maildemo(tx).selectFrom('maildemo.mail').select(['id', 'an', 'betreff', 'empfangen_am']).orderBy('id', 'desc').limit(100).execute(),
})

export const demoMail = query({
  name: 'maildemo.demoMail', input: Type.Object({ id: Id }), allow: jeder(),
  async run({ tx }, { id }) {
    const mail = await maildemo(tx).selectFrom('maildemo.mail').selectAll().where('id', '=', id).executeTakeFirst()
    if (!mail) throw new NotFound()
    return mail
  },
})
