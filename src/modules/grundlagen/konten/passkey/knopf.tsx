import type { ComponentChildren } from 'preact'
import type { RequestContext } from '../../../../platform/http/route.js'
import { Button, ButtonRow, Formularfelder, HiddenFields } from '../../../../design/index.js'

/**
 * A button that asks the browser for a passkey. It stays hidden until the island has seen that the browser can do it, so nobody
 * without JavaScript meets a dead button. The island fetches the challenge from `basis`/optionen and posts the answer to `basis`.
 */
export function PasskeyKnopf({ c, basis, felder = {}, art = 'anmelden', children, mitName }: {
  c: RequestContext; basis: string; felder?: Readonly<Record<string, string>>; art?: 'anmelden' | 'hinzufuegen'; children: ComponentChildren; mitName?: ComponentChildren
}) {
  return (
    <form method="post" action={basis} class="sk-form" data-passkey={art} hidden>
      <Formularfelder c={c} /><HiddenFields values={{ ...felder, antwort: '' }} />
      {mitName}
      <ButtonRow><Button variant={art === 'anmelden' ? 'secondary' : 'primary'} type="submit">{children}</Button></ButtonRow>
      <p class="sk-footnote" role="status" data-passkey-meldung="" />
      <script type="module" src={c.asset('passkey.js')} />
    </form>
  )
}
