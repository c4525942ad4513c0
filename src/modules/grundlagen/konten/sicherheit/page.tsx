import type { ComponentChildren } from 'preact'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { wert } from '../../../../platform/http/route.js'
import { arbeitsplatzSeite, Badge, ButtonRow, DateText, DescriptionList, EmailField, FormPage, Knopfformular, LinkButton, PasswordField, portalSeite, Table, TextField } from '../../../../design/index.js'
import type { Sitzung } from '../../../../platform/auth/session.js'
import { fehlerliste, fehlerVon, hatFehler } from '../anmelden/page.js'
import { PasskeyKnopf } from '../passkey/knopf.js'
import { DemoMails, kennwortHinweis } from '../registrieren/page.js'
import type { Sicherheit } from './query.js'

/** The two areas in which a person looks after the own account. */
export interface Bereich { readonly art: 'personal' | 'buerger'; readonly basis: string; readonly titel: string }

const felder = (c: RequestContext) => c.formFields() as unknown as Record<string, string>

function seite(c: RequestContext, bereich: Bereich, kopf: { title: string; unter?: boolean; hasErrors?: boolean }, inhalt: ComponentChildren): Reply {
  const breadcrumb = bereich.art === 'buerger'
    ? [{ label: 'Mein Konto', href: '/konto' }, ...(kopf.unter ? [{ label: bereich.titel, href: bereich.basis }] : []), { label: kopf.title }]
    : kopf.unter ? [{ label: bereich.titel, href: bereich.basis }, { label: kopf.title }] : []
  const gemeinsam = { title: kopf.title, breadcrumb, ...(kopf.hasErrors ? { hasErrors: true } : {}) }
  return bereich.art === 'personal'
    ? arbeitsplatzSeite(c, { ...gemeinsam, ohneKopf: true, ...(kopf.unter ? { schmal: true } : {}) }, inhalt)
    : portalSeite(c, { ...gemeinsam, robots: 'noindex', breite: kopf.unter ? 'form' : 'wide' }, inhalt)
}

export const kurzId = (sitzung: Sitzung): string => sitzung.tokenHash.toString('hex').slice(0, 16)

const VERFAHREN: Readonly<Record<string, string>> = { passwort: 'Passwort', totp: 'Passwort und Code', wiederherstellungscode: 'Passwort und Wiederherstellungscode', passkey: 'Passkey' }

export function sicherheitSeite(c: RequestContext, bereich: Bereich, stand: Sicherheit): Reply {
  const { basis } = bereich
  return seite(c, bereich, { title: bereich.titel }, (
    <>
      <h1 class="sk-h1">{bereich.titel}</h1>
      <DescriptionList items={[
        { label: 'Name', value: stand.konto.name },
        { label: 'Kennung', value: stand.konto.kennung },
        { label: 'E-Mail-Adresse', value: <>{stand.konto.email ?? 'keine'}{bereich.art === 'buerger' ? <> · <a href={`${basis}/email`}>Ändern</a></> : null}</> },
        { label: 'Passwort', value: <>{stand.konto.passwortGeaendertAm ? <>geändert am <DateText instant={stand.konto.passwortGeaendertAm} /></> : 'nicht gesetzt'} · <a href={`${basis}/passwort`}>Ändern</a></> },
        ...(bereich.art === 'personal' ? [{ label: 'Authenticator-App', value: <>{stand.konto.totp ? `eingerichtet, noch ${stand.wiederherstellungscodes} Wiederherstellungscodes` : 'nicht eingerichtet'} · <a href={`${basis}/zweitfaktor`}>{stand.konto.totp ? 'Neu einrichten' : 'Einrichten'}</a></> }] : []),
      ]} />
      <h2 class="sk-h2">Passkeys</h2>
      <p class="kern-body">Mit einem Passkey melden Sie sich mit Fingerabdruck, Gesicht oder PIN Ihres Geräts an. Er ist sicherer als ein Passwort.</p>
      <Table caption="Ihre Passkeys" captionHidden rows={stand.passkeys} rowKey={({ id }) => id} empty={<p class="kern-body">Sie haben noch keinen Passkey.</p>}
        columns={[
          { key: 'name', label: 'Bezeichnung', rowHeader: true, cell: (passkey) => passkey.bezeichnung },
          { key: 'seit', label: 'Hinzugefügt', cell: (passkey) => <DateText instant={passkey.created_at} /> },
          { key: 'benutzt', label: 'Zuletzt benutzt', cell: (passkey) => (passkey.benutzt_am ? <DateText instant={passkey.benutzt_am} /> : 'noch nie') },
          { key: 'weg', label: 'Aktion', labelHidden: true, cell: (passkey) => <Knopfformular c={c} action={`${basis}/passkeys/entfernen`} felder={{ id: passkey.id }} variant="tertiary">Entfernen<span class="sk-sr-only"> {passkey.bezeichnung}</span></Knopfformular> },
        ]} />
      <ButtonRow><LinkButton href={`${basis}/passkeys/neu`} variant="secondary">Passkey hinzufügen</LinkButton></ButtonRow>
      <h2 class="sk-h2">Wo Sie angemeldet sind</h2>
      <Table caption="Ihre Anmeldungen" captionHidden rows={stand.sitzungen} rowKey={kurzId}
        columns={[
          { key: 'am', label: 'Zuletzt benutzt', rowHeader: true, cell: (sitzung) => <DateText instant={sitzung.gesehenAm} /> },
          { key: 'wie', label: 'Angemeldet mit', cell: (sitzung) => VERFAHREN[String(sitzung.daten['verfahren'])] ?? 'unbekannt' },
          {
            key: 'ende', label: 'Aktion', cell: (sitzung) => (c.sitzung?.tokenHash.equals(sitzung.tokenHash)
              ? <Badge tone="success">dieser Browser</Badge>
              : <Knopfformular c={c} action={`${basis}/sitzungen/beenden`} felder={{ sitzung: kurzId(sitzung) }} variant="tertiary">Beenden</Knopfformular>),
          },
        ]} />
      {stand.sitzungen.length > 1 ? <Knopfformular c={c} action={`${basis}/sitzungen/beenden`} felder={{ sitzung: 'andere' }}>Alle anderen beenden</Knopfformular> : null}
    </>
  ))
}

export function passwortSeite(c: RequestContext, bereich: Bereich, zustand: Formularzustand): Reply {
  return seite(c, bereich, { title: 'Passwort ändern', unter: true, ...hatFehler(zustand) }, (
    <FormPage title="Passwort ändern" action={`${bereich.basis}/passwort`} hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel="Speichern" backHref={bereich.basis}
      intro={<p>Danach sind alle anderen Anmeldungen beendet. Nur dieser Browser bleibt angemeldet.</p>}>
      <PasswordField name="alt" label="Bisheriges Passwort" {...fehlerVon(zustand, 'alt')} />
      <PasswordField name="passwort" label="Neues Passwort" autocomplete="new-password" hint={kennwortHinweis(false)} {...fehlerVon(zustand, 'passwort')} />
    </FormPage>
  ))
}

export function passkeyNeuSeite(c: RequestContext, bereich: Bereich, zustand: Formularzustand): Reply {
  return seite(c, bereich, { title: 'Passkey hinzufügen', unter: true, ...hatFehler(zustand) }, (
    <div class="sk-form-page">
      <h1 class="sk-h1">Passkey hinzufügen</h1>
      {zustand.meldung ? <p class="kern-body" role="alert">{zustand.meldung}</p> : null}
      <noscript><p class="kern-body">Dafür braucht Ihr Browser JavaScript. Ohne JavaScript melden Sie sich weiter mit Passwort an.</p></noscript>
      <PasskeyKnopf c={c} basis={`${bereich.basis}/passkeys`} art="hinzufuegen"
        mitName={(
          <>
            <TextField name="bezeichnung" label="Bezeichnung" hint="Woran Sie das Gerät erkennen, zum Beispiel „Diensthandy“" maxLength={100} width={30} value={wert(zustand.werte, 'bezeichnung')} {...fehlerVon(zustand, 'bezeichnung')} />
            <PasswordField name="passwort" label="Ihr Passwort" hint="Damit niemand anderes an diesem Gerät einen Passkey hinzufügt" {...fehlerVon(zustand, 'passwort')} />
          </>
        )}>Passkey hinzufügen</PasskeyKnopf>
      <p class="kern-body"><a href={bereich.basis}>Zurück</a></p>
    </div>
  ))
}

export function emailSeite(c: RequestContext, bereich: Bereich, zustand: Formularzustand): Reply {
  return seite(c, bereich, { title: 'E-Mail-Adresse ändern', unter: true, ...hatFehler(zustand) }, (
    <FormPage title="E-Mail-Adresse ändern" action={`${bereich.basis}/email`} hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel="Weiter" backHref={bereich.basis}
      intro={<p>Wir schicken einen Code an die neue Adresse. Erst wenn Sie ihn eingegeben haben, gilt sie.</p>}>
      <EmailField name="email" label="Neue E-Mail-Adresse" value={wert(zustand.werte, 'email')} {...fehlerVon(zustand, 'email')} />
      <PasswordField name="passwort" label="Ihr Passwort" {...fehlerVon(zustand, 'passwort')} />
    </FormPage>
  ))
}

export function emailCodeSeite(c: RequestContext, bereich: Bereich, zustand: Formularzustand, id: string, schluessel: string): Reply {
  return seite(c, bereich, { title: 'Neue Adresse bestätigen', unter: true, ...hatFehler(zustand) }, (
    <FormPage title="Neue Adresse bestätigen" action={`${bereich.basis}/email/${id}`} hidden={{ ...felder(c), schluessel }} errors={fehlerliste(zustand)} submitLabel="Bestätigen" backHref={`${bereich.basis}/email`}
      intro={<><p>Der Code in der E-Mail an Ihre neue Adresse gilt eine Stunde.</p><DemoMails c={c} /></>}>
      {schluessel ? null : <TextField name="code" label="Code aus der E-Mail" autocomplete="one-time-code" spellcheck={false} width={10} {...fehlerVon(zustand, 'code')} />}
    </FormPage>
  ))
}
