import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { FormPage, PasswordField, TextField, portalSeite } from '../../../../design/index.js'
import { fehlerliste, fehlerVon, hatFehler } from '../anmelden/page.js'
import { DemoMails, kennwortHinweis } from '../registrieren/page.js'

const felder = (c: RequestContext) => c.formFields() as unknown as Record<string, string>

export function vergessenSeite(c: RequestContext, zustand: Formularzustand): Reply {
  const en = c.sprache === 'en'
  const titel = en ? 'Forgotten your password?' : 'Passwort vergessen?'
  return portalSeite(c, { title: titel, robots: 'noindex', ...hatFehler(zustand) }, (
    <FormPage title={titel} action="/passwort-vergessen" hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel={en ? 'Send e-mail' : 'E-Mail anfordern'} backHref="/anmelden"
      intro={<p>{en ? 'We send you an e-mail with a link to choose a new password.' : 'Wir schicken Ihnen eine E-Mail mit einem Link, über den Sie ein neues Passwort festlegen.'}</p>}>
      <TextField name="kennung" label={en ? 'E-mail address or user name' : 'E-Mail-Adresse oder Kennung'} autocomplete="username" spellcheck={false} value={wert(zustand.werte, 'kennung')} width={30} {...fehlerVon(zustand, 'kennung')} />
    </FormPage>
  ))
}

export function unterwegsSeite(c: RequestContext): Reply {
  const en = c.sprache === 'en'
  const titel = en ? 'Please look into your mailbox' : 'Bitte sehen Sie in Ihr E-Mail-Postfach'
  return portalSeite(c, { title: titel, robots: 'noindex' }, (
    <>
      <h1 class="sk-h1">{titel}</h1>
      <p class="kern-body">{en ? 'If the details belong to an account, an e-mail with a link is on its way. The link is valid for one hour.' : 'Gehören die Angaben zu einem Konto, ist eine E-Mail mit einem Link unterwegs. Der Link gilt eine Stunde.'}</p>
      <DemoMails c={c} />
      <p class="kern-body"><a class="kern-link" href="/anmelden">{en ? 'Back to sign-in' : 'Zur Anmeldung'}</a></p>
    </>
  ))
}

export function neuSeite(c: RequestContext, zustand: Formularzustand, action: string, schluessel: string): Reply {
  const en = c.sprache === 'en'
  const titel = en ? 'Choose a new password' : 'Neues Passwort festlegen'
  return portalSeite(c, { title: titel, robots: 'noindex', headers: { 'referrer-policy': 'no-referrer' }, ...hatFehler(zustand) }, (
    <FormPage title={titel} action={action} hidden={{ ...felder(c), schluessel }} errors={fehlerliste(zustand)} submitLabel={en ? 'Save' : 'Speichern'}>
      <PasswordField name="passwort" label={en ? 'New password' : 'Neues Passwort'} autocomplete="new-password" hint={kennwortHinweis(en)} {...fehlerVon(zustand, 'passwort')} />
    </FormPage>
  ))
}

/** First password of an employee, with the code from the administration. */
export function startSeite(c: RequestContext, zustand: Formularzustand): Reply {
  return portalSeite(c, { title: 'Mit Startcode beginnen', robots: 'noindex', ...hatFehler(zustand) }, (
    <FormPage title="Mit Startcode beginnen" action="/arbeitsplatz/start" hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel="Weiter" backHref="/arbeitsplatz/anmelden"
      intro={<p>Den Startcode bekommen Sie von Ihrer Benutzerverwaltung. Damit legen Sie Ihr Passwort fest.</p>}>
      <TextField name="kennung" label="Kennung" autocomplete="username" spellcheck={false} width={30} value={wert(zustand.werte, 'kennung')} {...fehlerVon(zustand, 'kennung')} />
      <TextField name="code" label="Startcode" hint="12 Zeichen, zum Beispiel k7qm-4x2p-9rta" autocomplete="one-time-code" spellcheck={false} width={20} {...fehlerVon(zustand, 'code')} />
      <PasswordField name="passwort" label="Neues Passwort" autocomplete="new-password" hint={kennwortHinweis(false)} {...fehlerVon(zustand, 'passwort')} />
    </FormPage>
  ))
}
