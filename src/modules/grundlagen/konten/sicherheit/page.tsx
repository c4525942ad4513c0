import type { ComponentChildren, VNode } from 'preact'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { wert } from '../../../../platform/http/route.js'
import { arbeitsplatzSeite, Badge, ButtonRow, DateText, DescriptionList, EmailField, ErrorSummary, FormPage, Knopfformular, LinkButton, PasswordField, portalSeite, Table, TextField } from '../../../../design/index.js'
import type { Sitzung } from '../../../../platform/auth/session.js'
import { fehlerliste, fehlerVon, hatFehler } from '../anmelden/page.js'
import { Tastenkuerzel } from '../tastenkuerzel/teil.js'
import { PasskeyKnopf } from '../passkey/knopf.js'
import { DemoMails, kennwortHinweis } from '../registrieren/page.js'
import type { Sicherheit } from './query.js'
import { sicherheitstexte, type Sicherheitstexte } from './texte.js'

/** The two areas in which a person looks after the own account. */
export interface Bereich { readonly art: 'personal' | 'buerger'; readonly basis: string }

const felder = (c: RequestContext) => c.formFields() as unknown as Record<string, string>

/** The workplace is German whatever the portal was switched to. */
export const worteFuer = (c: RequestContext, bereich: Bereich): Sicherheitstexte => sicherheitstexte(bereich.art === 'buerger' ? c.sprache : 'de')

function titelVon(c: RequestContext, bereich: Bereich): string {
  const w = worteFuer(c, bereich)
  return bereich.art === 'buerger' ? w.sicherheit : w.konto
}

function seite(c: RequestContext, bereich: Bereich, kopf: { title: string; unter?: boolean; hasErrors?: boolean }, inhalt: ComponentChildren): Reply {
  const w = worteFuer(c, bereich)
  const oben = { label: titelVon(c, bereich), href: bereich.basis }
  const breadcrumb = bereich.art === 'buerger'
    ? [{ label: w.start, href: '/' }, { label: w.konto, href: '/konto' }, ...(kopf.unter ? [oben] : []), { label: kopf.title }]
    : kopf.unter ? [oben, { label: kopf.title }] : []
  const gemeinsam = { title: kopf.title, breadcrumb, ...(kopf.hasErrors ? { hasErrors: true } : {}) }
  return bereich.art === 'personal'
    ? arbeitsplatzSeite(c, { ...gemeinsam, ohneKopf: true, ...(kopf.unter ? { schmal: true } : {}) }, inhalt)
    : portalSeite(c, { ...gemeinsam, robots: 'noindex', breite: kopf.unter ? 'form' : 'wide' }, inhalt)
}

export const kurzId = (sitzung: Sitzung): string => sitzung.tokenHash.toString('hex').slice(0, 16)

export function sicherheitSeite(c: RequestContext, bereich: Bereich, stand: Sicherheit): Reply {
  const { basis } = bereich
  const w = worteFuer(c, bereich)
  const titel = titelVon(c, bereich)
  return seite(c, bereich, { title: titel }, (
    <>
      <h1 class="sk-h1">{titel}</h1>
      <DescriptionList items={[
        { label: w.name, value: stand.konto.name },
        { label: w.kennung, value: stand.konto.kennung },
        { label: w.email, value: <>{stand.konto.email ?? w.keine}{bereich.art === 'buerger' ? <> · <a href={`${basis}/email`}>{w.aendern}<span class="sk-sr-only">: {w.email}</span></a></> : null}</> },
        { label: w.passwort, value: <>{stand.konto.passwortGeaendertAm ? <>{w.geaendertAm} <DateText instant={stand.konto.passwortGeaendertAm} /></> : w.nichtGesetzt} · <a href={`${basis}/passwort`}>{w.aendern}<span class="sk-sr-only">: {w.passwort}</span></a></> },
        ...(bereich.art === 'personal' ? [{ label: 'Authenticator-App', value: <>{stand.konto.totp ? `eingerichtet, noch ${stand.wiederherstellungscodes} Wiederherstellungscodes` : 'nicht eingerichtet'} · <a href={`${basis}/zweitfaktor`}>{stand.konto.totp ? 'Neu einrichten' : 'Einrichten'}</a></> }] : []),
      ]} />
      <h2 class="sk-h2">Passkeys</h2>
      <p class="kern-body">{w.passkeyText}</p>
      <Passkeys c={c} basis={basis} w={w} stand={stand} />
      <ButtonRow><LinkButton href={`${basis}/passkeys/neu`} variant="secondary">{w.passkeyHinzufuegen}</LinkButton></ButtonRow>
      <h2 class="sk-h2">{w.woAngemeldet}</h2>
      <Anmeldungen c={c} basis={basis} w={w} stand={stand} />
      {bereich.art === 'personal' ? <Tastenkuerzel c={c} basis={basis} an={stand.konto.tastenkuerzel} /> : null}
    </>
  ))
}

interface Teil { readonly c: RequestContext; readonly basis: string; readonly w: Sicherheitstexte; readonly stand: Sicherheit }

function Passkeys({ c, basis, w, stand }: Teil): VNode {
  return (
    <Table caption={w.ihrePasskeys} captionHidden rows={stand.passkeys} rowKey={({ id }) => id} empty={<p class="kern-body">{w.keinPasskey}</p>}
      columns={[
        { key: 'name', label: w.bezeichnung, rowHeader: true, cell: (passkey) => passkey.bezeichnung },
        { key: 'seit', label: w.hinzugefuegt, cell: (passkey) => <DateText instant={passkey.created_at} /> },
        { key: 'benutzt', label: w.zuletzt, cell: (passkey) => (passkey.benutzt_am ? <DateText instant={passkey.benutzt_am} /> : w.nochNie) },
        { key: 'weg', label: w.aktion, labelHidden: true, cell: (passkey) => <Knopfformular c={c} action={`${basis}/passkeys/entfernen`} felder={{ id: passkey.id }}>{w.entfernen}<span class="sk-sr-only"> {passkey.bezeichnung}</span></Knopfformular> },
      ]} />
  )
}

function Anmeldungen({ c, basis, w, stand }: Teil): VNode {
  const geraet = ({ daten }: Sitzung) => (typeof daten['geraet'] === 'string' ? daten['geraet'] : w.unbekanntesGeraet)
  return (
    <>
      <Table caption={w.ihreAnmeldungen} captionHidden rows={stand.sitzungen} rowKey={kurzId}
        columns={[
          { key: 'geraet', label: w.geraet, rowHeader: true, cell: geraet },
          { key: 'am', label: w.zuletzt, cell: (sitzung) => <DateText instant={sitzung.gesehenAm} /> },
          { key: 'wie', label: w.angemeldetMit, cell: (sitzung) => w.verfahren[String(sitzung.daten['verfahren'])] ?? w.unbekannt },
          {
            key: 'ende', label: w.aktion, labelHidden: true, cell: (sitzung) => (c.sitzung?.tokenHash.equals(sitzung.tokenHash)
              ? <Badge tone="success">{w.dieserBrowser}</Badge>
              : <Knopfformular c={c} action={`${basis}/sitzungen/beenden`} felder={{ sitzung: kurzId(sitzung) }}>{w.beenden}<span class="sk-sr-only">: {geraet(sitzung)}</span></Knopfformular>),
          },
        ]} />
      {stand.sitzungen.length > 1 ? <><p class="sk-meta">{w.fremdesGeraet}</p><Knopfformular c={c} action={`${basis}/sitzungen/beenden`} felder={{ sitzung: 'andere' }}>{w.alleBeenden}</Knopfformular></> : null}
    </>
  )
}

export function passwortSeite(c: RequestContext, bereich: Bereich, zustand: Formularzustand): Reply {
  const w = worteFuer(c, bereich)
  return seite(c, bereich, { title: w.passwortAendern, unter: true, ...hatFehler(zustand) }, (
    <FormPage title={w.passwortAendern} action={`${bereich.basis}/passwort`} hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel={w.speichern} backHref={bereich.basis} intro={<p>{w.passwortIntro}</p>}>
      <PasswordField name="alt" label={w.bisherigesPasswort} {...fehlerVon(zustand, 'alt')} />
      <PasswordField name="passwort" label={w.neuesPasswort} autocomplete="new-password" hint={kennwortHinweis(bereich.art === 'buerger' && c.sprache === 'en')} {...fehlerVon(zustand, 'passwort')} />
    </FormPage>
  ))
}

export function passkeyNeuSeite(c: RequestContext, bereich: Bereich, zustand: Formularzustand): Reply {
  const w = worteFuer(c, bereich)
  return seite(c, bereich, { title: w.passkeyHinzufuegen, unter: true, ...hatFehler(zustand) }, (
    <div class="sk-form-page">
      <ErrorSummary errors={fehlerliste(zustand)} />
      <h1 class="sk-h1">{w.passkeyHinzufuegen}</h1>
      <noscript><p class="kern-body">{w.ohneScript}</p></noscript>
      <PasskeyKnopf c={c} basis={`${bereich.basis}/passkeys`} art="hinzufuegen"
        mitName={(
          <>
            <TextField name="bezeichnung" label={w.bezeichnung} hint={w.bezeichnungHilfe} maxLength={100} width={30} value={wert(zustand.werte, 'bezeichnung')} {...fehlerVon(zustand, 'bezeichnung')} />
            <PasswordField name="passwort" label={w.ihrPasswort} hint={w.passwortHilfe} {...fehlerVon(zustand, 'passwort')} />
          </>
        )}>{w.passkeyHinzufuegen}</PasskeyKnopf>
      <p class="kern-body"><a href={bereich.basis}>{w.zurueck}</a></p>
    </div>
  ))
}

export function emailSeite(c: RequestContext, bereich: Bereich, zustand: Formularzustand): Reply {
  const w = worteFuer(c, bereich)
  return seite(c, bereich, { title: w.emailAendern, unter: true, ...hatFehler(zustand) }, (
    <FormPage title={w.emailAendern} action={`${bereich.basis}/email`} hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel={w.weiter} backHref={bereich.basis} intro={<p>{w.emailIntro}</p>}>
      <EmailField name="email" label={w.neueEmail} value={wert(zustand.werte, 'email')} {...fehlerVon(zustand, 'email')} />
      <PasswordField name="passwort" label={w.ihrPasswort} {...fehlerVon(zustand, 'passwort')} />
    </FormPage>
  ))
}

export function emailCodeSeite(c: RequestContext, bereich: Bereich, zustand: Formularzustand, id: string, schluessel: string): Reply {
  const w = worteFuer(c, bereich)
  return seite(c, bereich, { title: w.bestaetigenTitel, unter: true, ...hatFehler(zustand) }, (
    <FormPage title={w.bestaetigenTitel} action={`${bereich.basis}/email/${id}`} hidden={{ ...felder(c), schluessel }} errors={fehlerliste(zustand)} submitLabel={w.bestaetigen} backHref={`${bereich.basis}/email`}
      intro={<><p>{w.bestaetigenIntro}</p><DemoMails c={c} /></>}>
      {schluessel ? null : <TextField name="code" label={w.code} autocomplete="one-time-code" spellcheck={false} width={10} {...fehlerVon(zustand, 'code')} />}
    </FormPage>
  ))
}
