import { Button, ButtonRow, HiddenFields, LinkButton, portalSeite } from '../../../../design/index.js'
import { limit } from '../../../../platform/auth/limit.js'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { gastAntragOeffnen } from './command.js'

const WOERTER = {
  de: { titel: 'Ihren Antrag öffnen', text: 'Mit diesem Link aus unserer E-Mail sehen Sie Ihren Antrag: den Stand, unsere Fragen und Ihre Dokumente.', knopf: 'Antrag öffnen', hinweis: 'An fremden Geräten schließen Sie danach bitte den Browser.', anmelden: 'Stattdessen anmelden' },
  en: { titel: 'Open your application', text: 'With this link from our e-mail you see your application: where it stands, our questions and your documents.', knopf: 'Open application', hinweis: 'On a device that is not yours, please close the browser afterwards.', anmelden: 'Sign in instead' },
}

/** A button in between: programs that look into links of mails do not press it. */
function seite(c: RequestContext): Reply {
  const w = WOERTER[c.sprache]
  return portalSeite(c, { title: w.titel, robots: 'noindex', headers: { 'referrer-policy': 'no-referrer' } }, (
    <div class="sk-form-page">
      <h1 class="sk-h1">{w.titel}</h1>
      <p class="sk-lead">{w.text}</p>
      <form method="post" action={c.path} class="sk-form">
        <HiddenFields values={{ ...c.formFields(), schluessel: c.suche.get('schluessel') ?? '' }} />
        <p>{w.hinweis}</p>
        <ButtonRow>
          <Button>{w.knopf}</Button>
          <LinkButton href="/anmelden?ziel=/konto">{w.anmelden}</LinkButton>
        </ButtonRow>
      </form>
    </div>
  ))
}

export const routes: readonly Route[] = form({
  path: '/antraege/:id/oeffnen', access: access.guest, beispiel: '/antraege/01900000-0000-7000-8000-000000000000/oeffnen?schluessel=muster',
  async show(c) {
    if (!isUuid(c.params['id']) || !c.suche.get('schluessel')) throw new NotFound()
    return seite(c)
  },
  async submit(c, werte) {
    // A key cannot be guessed; the limit keeps trying from costing anything.
    await limit(c.app.db, `antragoeffnen:${c.mandant.id}:${c.kennungIp}`, { max: 30, seconds: 900 })
    const { vorgangsnummer } = await c.execute(gastAntragOeffnen, { antragId: c.params['id'] ?? '', schluessel: wert(werte, 'schluessel') })
    return redirect(`/konto/vorgaenge/${vorgangsnummer}`)
  },
})
