import type { VNode } from 'preact'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { wert } from '../../../../platform/http/route.js'
import { Alert, arbeitsplatzSeite, FormPage, PasswordField, TextField, portalSeite, type FormError } from '../../../../design/index.js'
import { DemoCode, DemoZugaenge } from '../demo-hinweis.js'
import { PasskeyKnopf } from '../passkey/knopf.js'
import type { Anmeldekonto } from './pruefung.js'
import { Anmeldewege, type Anmeldeweg } from './wege.js'

/** Errors of a form for the summary: those of fields, or the one sentence about the whole. */
export const fehlerliste = (zustand: Formularzustand): FormError[] =>
  zustand.meldung ? [{ text: zustand.meldung }] : zustand.fehler.map(({ feld, text }) => ({ ...(feld ? { field: feld } : {}), text }))

/** `error` of a field, to be spread into it. */
export const fehlerVon = (zustand: Formularzustand, feld: string): { error?: string } => {
  const fehler = zustand.fehler.find((one) => one.feld === feld)
  return fehler ? { error: fehler.text } : {}
}

export const hatFehler = (zustand: Formularzustand) => (zustand.fehler.length > 0 || zustand.meldung ? { hasErrors: true } : {})

const felder = (c: RequestContext) => c.formFields() as unknown as Record<string, string>

export function personalAnmeldeseite(c: RequestContext, zustand: Formularzustand, ziel: string, wege: readonly Anmeldeweg[]): Reply {
  return portalSeite(c, { title: 'Anmeldung für Beschäftigte', robots: 'noindex', ...hatFehler(zustand) }, (
    <>
      <FormPage title="Anmeldung für Beschäftigte" action="/arbeitsplatz/anmelden" hidden={{ ...felder(c), ziel }} errors={fehlerliste(zustand)} submitLabel="Weiter"
        footnote={<p>Sie haben noch kein Passwort? <a href="/arbeitsplatz/start">Mit Startcode beginnen</a>. Passwort vergessen? Ihre Benutzerverwaltung gibt Ihnen einen neuen Startcode.</p>}>
        <TextField name="kennung" label="Kennung" value={wert(zustand.werte, 'kennung')} autocomplete="username" spellcheck={false} width={30} hint="Zum Beispiel m.muster" {...fehlerVon(zustand, 'kennung')} />
        <PasswordField name="passwort" label="Passwort" {...fehlerVon(zustand, 'passwort')} />
      </FormPage>
      <PasskeyKnopf c={c} basis="/arbeitsplatz/anmelden/passkey" felder={{ ziel }}>Mit Passkey anmelden</PasskeyKnopf>
      <Anmeldewege wege={wege} titel="Mit Ihrem Dienstkonto anmelden" />
      <DemoZugaenge c={c} art="personal" />
    </>
  ))
}

export function buergerAnmeldeseite(c: RequestContext, zustand: Formularzustand, ziel: string, wege: readonly Anmeldeweg[]): Reply {
  const en = c.sprache === 'en'
  const titel = en ? 'Sign in' : 'Anmelden'
  return portalSeite(c, { title: titel, robots: 'noindex', ...hatFehler(zustand) }, (
    <>
      <FormPage title={titel} action="/anmelden" hidden={{ ...felder(c), ziel }} errors={fehlerliste(zustand)} submitLabel={titel}
        intro={<p>{en ? 'Many services can be used without an account.' : 'Viele Leistungen können Sie auch ohne Konto nutzen.'}</p>}
        footnote={(
          <>
            <p>{en ? 'No account yet?' : 'Noch kein Konto?'} <a href={`/registrieren${ziel ? `?ziel=${encodeURIComponent(ziel)}` : ''}`}>{en ? 'Register' : 'Jetzt registrieren'}</a></p>
            <p><a href="/passwort-vergessen">{en ? 'Forgotten your password?' : 'Passwort vergessen?'}</a></p>
            <p>{en ? 'You work for the town?' : 'Sie arbeiten bei der Stadt?'} <a href="/arbeitsplatz/anmelden">{en ? 'Sign in for staff' : 'Anmeldung für Beschäftigte'}</a></p>
          </>
        )}>
        <TextField name="kennung" label={en ? 'E-mail address or user name' : 'E-Mail-Adresse oder Kennung'} value={wert(zustand.werte, 'kennung')} autocomplete="username" spellcheck={false} width={30} {...fehlerVon(zustand, 'kennung')} />
        <PasswordField name="passwort" label={en ? 'Password' : 'Passwort'} {...fehlerVon(zustand, 'passwort')} />
      </FormPage>
      <PasskeyKnopf c={c} basis="/anmelden/passkey" felder={{ ziel }}>{en ? 'Sign in with a passkey' : 'Mit Passkey anmelden'}</PasskeyKnopf>
      <Anmeldewege wege={wege} titel={en ? 'Sign in with an account you have elsewhere' : 'Mit einem Nutzerkonto anmelden'} />
      <DemoZugaenge c={c} art="buerger" />
    </>
  ))
}

export function zweitfaktorSeite(c: RequestContext, zustand: Formularzustand, konto: Anmeldekonto, ziel: string): Reply {
  return portalSeite(c, { title: 'Anmeldung bestätigen', robots: 'noindex', ...hatFehler(zustand) }, (
    <>
      <FormPage title="Anmeldung bestätigen" action="/arbeitsplatz/anmelden/bestaetigen" hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel="Anmelden" backHref="/arbeitsplatz/anmelden"
        footnote={<p>Handy verloren? Geben Sie hier einen Ihrer Wiederherstellungscodes ein. Haben Sie keinen mehr, wenden Sie sich an Ihre Benutzerverwaltung.</p>}>
        <TextField name="code" label="Code aus Ihrer Authenticator-App" hint="6 Ziffern" inputmode="text" autocomplete="one-time-code" spellcheck={false} width={10} {...fehlerVon(zustand, 'code')} />
      </FormPage>
      {konto.passkeys > 0 ? <PasskeyKnopf c={c} basis="/arbeitsplatz/anmelden/passkey" felder={{ ziel }}>Stattdessen mit Passkey anmelden</PasskeyKnopf> : null}
      <DemoCode c={c} kennung={konto.kennung} />
    </>
  ))
}

/** Before the sign-in is complete a page of the portal, afterwards one of the workplace. */
const schmaleSeite = (c: RequestContext, title: string, extra: { hasErrors?: boolean }, inhalt: VNode): Reply =>
  (c.actor.art === 'personal' ? arbeitsplatzSeite(c, { title, ohneKopf: true, schmal: true, ...extra }, inhalt) : portalSeite(c, { title, robots: 'noindex', ...extra }, inhalt))

export interface Einrichtung { readonly qr: string; readonly geheimnis: string; readonly adresse: string }

export function einrichtenSeite(c: RequestContext, zustand: Formularzustand, einrichtung: Einrichtung, ziel: { action: string; zurueck: string; mitPasswort?: boolean }): Reply {
  return schmaleSeite(c, 'Zweiten Faktor einrichten', hatFehler(zustand), (
    <FormPage title="Zweiten Faktor einrichten" action={ziel.action} hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel="Einrichten" backHref={ziel.zurueck}
      intro={<p>Ein Passwort allein genügt für den Arbeitsplatz nicht. Sie brauchen dazu eine Authenticator-App auf Ihrem Handy, zum Beispiel FreeOTP oder Aegis.</p>}>
      <ol class="kern-list kern-list--number">
        <li>Öffnen Sie die App und fügen Sie ein Konto hinzu.</li>
        <li>Scannen Sie dieses Bild. <br /><img src={einrichtung.qr} width="220" height="220" alt="QR-Code mit dem Geheimnis. Es steht darunter auch als Text." /><br />
          Ohne Kamera tippen Sie: <strong><code>{einrichtung.geheimnis}</code></strong>. Auf dem Handy selbst: <a href={einrichtung.adresse}>in der App öffnen</a>.</li>
        <li>Geben Sie den Code ein, den die App jetzt zeigt.</li>
      </ol>
      {ziel.mitPasswort ? <PasswordField name="passwort" label="Ihr Passwort" {...fehlerVon(zustand, 'passwort')} /> : null}
      <TextField name="code" label="Code aus der App" hint="6 Ziffern" inputmode="numeric" autocomplete="one-time-code" spellcheck={false} width={10} {...fehlerVon(zustand, 'code')} />
    </FormPage>
  ))
}

/** Shown once: nobody, not even the administration, can read them again. */
export function wiederherstellungscodesSeite(c: RequestContext, codes: readonly string[], weiter: string): Reply {
  return schmaleSeite(c, 'Ihre Wiederherstellungscodes', {}, (
    <>
      <h1 class="sk-h1">Ihre Wiederherstellungscodes</h1>
      <Alert tone="warning" title="Bitte jetzt notieren oder ausdrucken"><p>Mit jedem dieser Codes können Sie sich einmal anmelden, wenn Ihr Handy fehlt. Wir zeigen sie nur dieses eine Mal.</p></Alert>
      <ul class="kern-list">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
      <p class="kern-body"><a class="kern-link" href={weiter}>Ich habe die Codes sicher aufbewahrt. Weiter</a></p>
    </>
  ))
}
