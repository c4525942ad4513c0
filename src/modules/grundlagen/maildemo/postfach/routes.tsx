import { Alert, DateText, EmptyState, portalSeite, Table } from '../../../../design/index.js'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { demoMail, demoMails } from './query.js'

const nurDemo = (c: RequestContext): void => { if (c.app.config.mode !== 'demo') throw new NotFound() }

/** Addresses in a plain text become links, so that one can follow what a mail asks for. */
const mitLinks = (text: string) => text.split(/(https?:\/\/[^\s<>]+)/).map((teil, index) => (index % 2 === 1 ? <a href={teil} key={index}>{teil}</a> : teil))

const liste = page({
  path: '/demo/mails', access: access.public,
  async handle(c) {
    nurDemo(c)
    const mails = await c.ask(demoMails, {})
    return portalSeite(c, { title: 'E-Mails der Demo', robots: 'noindex', breite: 'wide' }, (
      <>
        <h1 class="sk-h1">E-Mails der Demo</h1>
        <Alert tone="info"><p>Die Demo verschickt keine E-Mails. Was sie verschickt hätte, steht hier, sichtbar für alle. Nach sieben Tagen wird es gelöscht.</p></Alert>
        <Table caption="Die letzten hundert E-Mails" captionHidden rows={mails} rowKey={({ id }) => id} empty={<EmptyState title="Noch keine E-Mails">Sobald das Rathaus eine E-Mail verschickt, erscheint sie hier.</EmptyState>}
          columns={[
            { key: 'betreff', label: 'Betreff', rowHeader: true, cell: (mail) => <a href={`/demo/mails/${mail.id}`}>{mail.betreff}</a> },
            { key: 'an', label: 'An', cell: (mail) => mail.an },
            { key: 'am', label: 'Gesendet', nowrap: true, cell: (mail) => <DateText instant={mail.empfangen_am} /> },
          ]} />
      </>
    ))
  },
})

const eine = page({
  path: '/demo/mails/:id', access: access.public,
  beispiel: async (app) => {
    const [mandant] = app.mandanten.all()
    const mails = mandant ? await app.ask({ art: 'gast', mandantId: mandant.id, id: '', name: '', zuweisungen: [], stufe: 0 }, demoMails, {}) : []
    return mails[0] && `/demo/mails/${mails[0].id}`
  },
  async handle(c) {
    nurDemo(c)
    const id = c.params['id'] ?? ''
    if (!isUuid(id)) throw new NotFound()
    const mail = await c.ask(demoMail, { id })
    return portalSeite(c, { title: mail.betreff, robots: 'noindex', breadcrumb: [{ label: 'E-Mails der Demo', href: '/demo/mails' }, { label: mail.betreff }] }, (
      <>
        <h1 class="sk-h1">{mail.betreff}</h1>
        <p class="sk-meta">An {mail.an}, <DateText instant={mail.empfangen_am} />{mail.anlagen.length > 0 ? `, Anlagen: ${mail.anlagen.join(', ')}` : ''}</p>
        {mail.text.trim().split(/\n\s*\n/).map((absatz, index) => <p class="kern-body" key={index}>{absatz.split('\n').map((zeile, nr) => <>{nr > 0 ? <br /> : null}{mitLinks(zeile)}</>)}</p>)}
      </>
    ))
  },
})

export const routes: readonly Route[] = [liste, eine]
