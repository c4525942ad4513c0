import type { RequestContext } from '../../../platform/http/route.js'
import { Alert, Table } from '../../../design/index.js'
import { demoRollennamen } from '../organisation/index.js'
import { totpCode } from './domain/totp.js'
import { demoLogins, type DemoLogin } from './seed.js'

const code = (login: DemoLogin): string => (login.totpSecret ? totpCode(login.totpSecret, Temporal.Now.instant()) : '')

/** How to get in, on the sign-in pages of a demo: everything here is public on purpose and exists in no other installation. */
export function DemoZugaenge({ c, art }: { c: RequestContext; art: 'personal' | 'buerger' }) {
  const logins = demoLogins(c.app).filter((login) => login.mandant === c.mandant.schluessel && login.art === art)
  if (logins.length === 0) return null
  const rollen = demoRollennamen(c.mandant.schluessel)
  const en = c.sprache === 'en'
  return (
    <Alert tone="info" title={en ? 'Demo: how to get in' : 'Demo: So kommen Sie hinein'}>
      <p>{en ? 'These people are invented. Their accounts exist in the demo only.' : 'Diese Personen sind erfunden. Ihre Zugänge gibt es nur in der Demo.'}</p>
      <Table caption="Zugänge der Demo" captionHidden dense rowKey={(login) => login.kennung} rows={logins}
        columns={[
          { key: 'name', label: 'Person', rowHeader: true, cell: (login) => <>{login.name}{art === 'personal' ? <span class="sk-meta sk-line">{rollen.get(login.rolle) ?? login.rolle}</span> : null}</> },
          { key: 'kennung', label: art === 'personal' ? 'Kennung' : en ? 'E-mail address' : 'E-Mail-Adresse', cell: (login) => <code>{login.kennung}</code> },
          { key: 'passwort', label: en ? 'Password' : 'Passwort', cell: (login) => <code>{login.passwort}</code> },
          ...(art === 'personal' ? [{ key: 'code', label: 'Code jetzt', cell: (login: DemoLogin) => <code>{code(login)}</code> }] : []),
        ]} />
    </Alert>
  )
}

/** The code that the authenticator app of a demo person shows right now. */
export function DemoCode({ c, kennung }: { c: RequestContext; kennung: string }) {
  const login = demoLogins(c.app).find((one) => one.mandant === c.mandant.schluessel && one.art === 'personal' && one.kennung === kennung)
  if (!login) return null
  return <Alert tone="info" title="Demo: Code dieser Person"><p>Die Authenticator-App von {login.name} zeigt gerade <strong><code>{code(login)}</code></strong>. Jeder Code gilt nur einmal und etwa 30 Sekunden.</p></Alert>
}
