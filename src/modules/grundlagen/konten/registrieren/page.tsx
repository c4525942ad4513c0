import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { EmailField, FormPage, PasswordField, TextField, portalSeite } from '../../../../design/index.js'
import { fehlerliste, fehlerVon, hatFehler } from '../anmelden/page.js'
import { KENNWORT_MINDESTLAENGE } from '../domain/kennwort.js'

const felder = (c: RequestContext) => c.formFields() as unknown as Record<string, string>

export const kennwortHinweis = (en: boolean) => (en
  ? `At least ${KENNWORT_MINDESTLAENGE} characters. Three or four random words are easy to remember.`
  : `Mindestens ${KENNWORT_MINDESTLAENGE} Zeichen. Drei oder vier zufällige Wörter sind gut zu merken.`)

/** In a demo every mail can be read on a page. */
export const DemoMails = ({ c }: { c: RequestContext }) => (c.app.config.mode === 'demo' ? <p>Demo: Die E-Mail finden Sie unter <a href="/demo/mails">E-Mails der Demo</a>.</p> : null)

export function registrierenSeite(c: RequestContext, zustand: Formularzustand, ziel: string): Reply {
  const en = c.sprache === 'en'
  const titel = en ? 'Register' : 'Registrieren'
  return portalSeite(c, { title: titel, robots: 'noindex', ...hatFehler(zustand) }, (
    <FormPage title={titel} action="/registrieren" hidden={{ ...felder(c), ziel }} errors={fehlerliste(zustand)} submitLabel={titel} backHref="/anmelden"
      intro={<p>{en ? 'With an account you see your applications and receive messages. It is voluntary.' : 'Mit einem Konto sehen Sie Ihre Anträge und bekommen Nachrichten. Es ist freiwillig.'}</p>}
      footnote={<p>{en ? 'We use these details for your account only.' : 'Wir verwenden diese Angaben nur für Ihr Konto.'} <a href="/datenschutz">{en ? 'Privacy' : 'Datenschutz'}</a></p>}>
      <TextField name="vorname" label={en ? 'First names' : 'Vornamen'} optional autocomplete="given-name" value={wert(zustand.werte, 'vorname')} width={30} {...fehlerVon(zustand, 'vorname')} />
      <TextField name="nachname" label={en ? 'Family name' : 'Nachname'} hint={en ? 'As in your identity card' : 'Wie im Ausweis'} autocomplete="family-name" value={wert(zustand.werte, 'nachname')} width={30} {...fehlerVon(zustand, 'nachname')} />
      <EmailField name="email" label={en ? 'E-mail address' : 'E-Mail-Adresse'} value={wert(zustand.werte, 'email')} {...fehlerVon(zustand, 'email')} />
      <PasswordField name="passwort" label={en ? 'Password' : 'Passwort'} autocomplete="new-password" hint={kennwortHinweis(en)} {...fehlerVon(zustand, 'passwort')} />
    </FormPage>
  ))
}

export function bestaetigenSeite(c: RequestContext, zustand: Formularzustand, ziel: { id: string; schluessel: string; ziel: string }): Reply {
  const en = c.sprache === 'en'
  const titel = en ? 'Confirm your e-mail address' : 'E-Mail-Adresse bestätigen'
  const perLink = ziel.schluessel !== ''
  return portalSeite(c, { title: titel, robots: 'noindex', headers: { 'referrer-policy': 'no-referrer' }, ...hatFehler(zustand) }, (
    <FormPage title={titel} action={`/registrieren/bestaetigen/${ziel.id}`} hidden={{ ...felder(c), schluessel: ziel.schluessel, ziel: ziel.ziel }} errors={fehlerliste(zustand)} submitLabel={en ? 'Confirm' : 'Bestätigen'}
      intro={perLink
        ? <p>{en ? 'Please enter the password that you chose when registering.' : 'Bitte geben Sie das Passwort ein, das Sie beim Registrieren gewählt haben.'}</p>
        : <><p>{en ? 'We have sent you an e-mail with a code. It is valid for 24 hours.' : 'Wir haben Ihnen eine E-Mail mit einem Code geschickt. Er gilt 24 Stunden.'}</p><DemoMails c={c} /></>}
      footnote={perLink ? undefined : <p>{en ? 'No e-mail? Look into your spam folder or' : 'Keine E-Mail da? Sehen Sie im Spam-Ordner nach oder'} <a href="/registrieren">{en ? 'register again' : 'registrieren Sie sich noch einmal'}</a>.</p>}>
      {perLink
        ? <PasswordField name="passwort" label={en ? 'Password' : 'Passwort'} {...fehlerVon(zustand, 'passwort')} />
        : <TextField name="code" label={en ? 'Code' : 'Code aus der E-Mail'} hint={en ? '8 characters, for example k7qm-4x2p' : '8 Zeichen, zum Beispiel k7qm-4x2p'} autocomplete="one-time-code" spellcheck={false} width={10} {...fehlerVon(zustand, 'code')} />}
    </FormPage>
  ))
}
