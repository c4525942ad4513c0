import { access, action, form, page, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { idAus } from '../ansehen/routes.js'
import { dokumentBeispiel } from '../beispiele.js'
import { dokumentversionHochladen, dokumentZeigen } from '../dokument-ablegen/command.js'
import { leseDatei } from '../vorgang-bearbeiten/routes.js'
import { ausliefern } from './ausliefern.js'
import { dokumentSeite, versionSeite } from './page.js'
import { dokumentAnsehen, dokumentLesen, eigenesDokumentLesen } from './query.js'

export const routes: readonly Route[] = [
  page({
    path: '/arbeitsplatz/dokumente/:id', access: access.staff('vorgang.lesen'), beispiel: dokumentBeispiel(),
    async handle(c) {
      const version = /^[1-9]\d{0,5}$/.exec(c.suche.get('version') ?? '')?.[0]
      const datei = await c.ask(dokumentLesen, { dokumentId: idAus(c.params['id']), ...(version ? { version: Number(version) } : {}) })
      return ausliefern(c.app, c.mandant.id, datei, c.suche.has('speichern'))
    },
  }),
  page({
    path: '/arbeitsplatz/dokumente/:id/angaben', access: access.staff('vorgang.lesen'), beispiel: dokumentBeispiel('/angaben'),
    handle: async (c) => dokumentSeite(c, await c.ask(dokumentAnsehen, { dokumentId: idAus(c.params['id']) })),
  }),
  ...form({
    path: '/arbeitsplatz/dokumente/:id/version', access: access.staff('dokument.ablegen'), multipart: true, beispiel: dokumentBeispiel('/version'),
    show: async (c, zustand) => versionSeite(c, zustand, await c.ask(dokumentAnsehen, { dokumentId: idAus(c.params['id']) })),
    async submit(c) {
      const dokumentId = idAus(c.params['id'])
      const { werte, aufgenommen: { datei, pruefstatus } } = await leseDatei(c)
      const { version } = await c.execute(dokumentversionHochladen, { dokumentId, kommentar: wert(werte, 'kommentar'), datei, pruefstatus: pruefstatus === 'sauber' ? 'sauber' : 'ungeprueft' })
      return redirect(`/arbeitsplatz/dokumente/${dokumentId}/angaben`, { hinweis: `Version ${version} ist gespeichert.` })
    },
  }),
  action({
    path: '/arbeitsplatz/dokumente/:id/zeigen', access: access.staff('dokument.ablegen'),
    async handle(c) {
      const dokumentId = idAus(c.params['id'])
      const zeigen = wert(c.werte, 'zeigen') === 'ja'
      await c.execute(dokumentZeigen, { dokumentId, zeigen })
      return redirect(`/arbeitsplatz/dokumente/${dokumentId}/angaben`, { hinweis: zeigen ? 'Das Dokument ist im Bürgerkonto sichtbar.' : 'Das Dokument ist im Bürgerkonto nicht mehr sichtbar.' })
    },
  }),
  page({
    path: '/konto/dokumente/:id', access: access.citizen,
    // No example: which document a citizen owns depends on who is signed in.
    beispiel: async () => undefined,
    async handle(c) {
      return ausliefern(c.app, c.mandant.id, await c.ask(eigenesDokumentLesen, { dokumentId: idAus(c.params['id']) }), c.suche.has('speichern'))
    },
  }),
]
