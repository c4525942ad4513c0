import { isUuid } from '../../../../platform/database/database.js'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { nachrichtAbrufen } from '../abrufen/command.js'
import { nachrichtSeite, postfachSeite } from './page.js'
import { nachrichtLesen, postfachLesen, type Nachricht } from './query.js'

/** Records the first fetch, then reads: what the page shows is what was fetched. */
async function oeffne(c: RequestContext): Promise<Nachricht> {
  const nachrichtId = c.params['id']
  if (!isUuid(nachrichtId)) throw new NotFound()
  await c.execute(nachrichtAbrufen, { nachrichtId })
  return c.ask(nachrichtLesen, { nachrichtId })
}

export const postfachRoutes: readonly Route[] = [
  page({
    path: '/konto/postfach', access: access.citizen,
    async handle(c) {
      const zeigen = c.suche.get('zeigen') === 'ungelesen' ? 'ungelesen' : 'alle'
      const ab = c.suche.get('ab') ?? ''
      const gueltig = /^[01]\./.test(ab) && isUuid(ab.slice(2))
      return postfachSeite(c, await c.ask(postfachLesen, { zeigen, ...(gueltig ? { ab } : {}) }), zeigen, gueltig)
    },
  }),
  // No examples: which messages a citizen has depends on who is signed in, and opening one is an act with legal effect.
  page({ path: '/konto/postfach/:id', access: access.citizen, beispiel: async () => undefined, handle: async (c) => nachrichtSeite(c, await oeffne(c)) }),
  page({
    path: '/konto/postfach/:id/dokumente/:dokument', access: access.citizen, beispiel: async () => undefined,
    async handle(c) {
      const anlage = (await oeffne(c)).anlagen.find((one) => one.id === c.params['dokument'])
      if (!anlage) throw new NotFound()
      const { ok } = await c.app.blobs.verify(c.mandant.id, anlage.sha256)
      if (!ok) throw new Conflict('dateiBeschaedigt', 'Diese Datei stimmt nicht mehr mit ihrer Prüfsumme überein. Bitte wenden Sie sich an uns.')
      const { stream, size } = await c.app.blobs.open(c.mandant.id, anlage.sha256)
      return { stream: { body: stream, mime: anlage.mime, dateiname: anlage.dateiname, size, inline: !c.suche.has('speichern') && anlage.mime === 'application/pdf' } }
    },
  }),
]
