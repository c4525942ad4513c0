import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Card, CheckboxField, DescriptionList, EmptyState, ErrorSummary, Formularfelder, Knopfformular, LinkButton, PasswordField, SelectField, Table, TextareaField, TextField } from '../../../../design/index.js'
import { mehrere, wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { VERTRAUENSNIVEAUS } from '../../../../platform/usecases/actor.js'
import type { Konto } from '../../../grundlagen/konten/index.js'
import { ATTRIBUTE } from '../domain/attribute.js'
import { rollenAlsText } from '../domain/rollen.js'
import { metadatenPfad } from '../saml/client.js'
import { adresse, rueckkehrPfad, type Anbieter } from './anbieter.js'
import { attributeFuer, type Art } from './eingabe.js'

export const BASIS = '/verwaltung/identitaet'
const PROTOKOLL = { oidc: 'OpenID Connect', saml: 'SAML 2.0' } as const
const KONTOART = { buerger: 'Bürgerinnen und Bürger', personal: 'Beschäftigte' } as const

const fehlerliste = ({ fehler, meldung }: Formularzustand) => [...fehler.map(({ feld, text }) => ({ field: feld, text })), ...(meldung ? [{ text: meldung }] : [])]

export interface Uebersicht { readonly anbieter: readonly Anbieter[]; readonly notfallkonten: readonly Konto[]; readonly personal: readonly Konto[] }

/** All providers of the town, and who gets in when they fail. */
export function uebersichtsseite(c: RequestContext, { anbieter, notfallkonten, personal }: Uebersicht, zustand: Formularzustand): Reply {
  const fehler = zustand.fehler.find(({ feld }) => feld === 'kontoId')?.text
  return arbeitsplatzSeite(c, { title: 'Nutzerkonten und Dienstkonten', hasErrors: fehlerliste(zustand).length > 0 }, (
    <>
      <ErrorSummary errors={fehlerliste(zustand)} />
      <Table caption="Angebundene Anbieter" rows={anbieter} rowKey={({ id }) => id} empty={<EmptyState title="Noch ist kein Anbieter angebunden."><p>Alle melden sich mit Konten der Stadt an. Binden Sie unten einen Anbieter an.</p></EmptyState>}
        columns={[
          { key: 'name', label: 'Anbieter', rowHeader: true, cell: ({ id, bezeichnung }) => <a href={`${BASIS}/${id}`}>{bezeichnung}</a> },
          { key: 'fuer', label: 'Für', cell: ({ kontoart }) => KONTOART[kontoart] },
          { key: 'protokoll', label: 'Protokoll', cell: ({ protokoll, simulator }) => <>{PROTOKOLL[protokoll]}{simulator ? <> <Badge tone="warning">Simulator</Badge></> : null}</> },
          { key: 'stand', label: 'Stand', cell: ({ aktiv }) => (aktiv ? <Badge tone="success">in Betrieb</Badge> : <Badge>abgeschaltet</Badge>) },
        ]} />
      <ButtonRow>
        <LinkButton href={`${BASIS}/neu?protokoll=oidc&kontoart=buerger`} variant="secondary">Nutzerkonto mit OpenID Connect</LinkButton>
        <LinkButton href={`${BASIS}/neu?protokoll=saml&kontoart=buerger`} variant="secondary">Nutzerkonto mit SAML</LinkButton>
        <LinkButton href={`${BASIS}/neu?protokoll=oidc&kontoart=personal`} variant="secondary">Dienstkonten mit OpenID Connect</LinkButton>
      </ButtonRow>
      <h2 class="sk-h2">Notfallkonten</h2>
      <p>Wenn Beschäftigte sich nur über den Anbieter anmelden, kommen diese Konten trotzdem mit Passwort und zweitem Faktor hinein. Benennen Sie mindestens eines, das die Organisation verwalten darf.</p>
      {notfallkonten.length === 0 ? <p>Noch ist keines benannt.</p> : (
        <ul class="sk-linklist">{notfallkonten.map(({ id, name, kennung }) => (
          <li key={id} class="sk-linklist__item">{name} ({kennung}) <Knopfformular c={c} action={`${BASIS}/notfallkonten/entfernen`} felder={{ kontoId: id }}>Entfernen<span class="sk-sr-only">: {name}</span></Knopfformular></li>
        ))}</ul>
      )}
      <form method="post" action={BASIS} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <SelectField name="kontoId" label="Notfallkonto benennen" value={wert(zustand.werte, 'kontoId')} options={personal.map(({ id, name, kennung }) => ({ value: id, label: `${name} (${kennung})` }))} {...(fehler ? { error: fehler } : {})} />
        <Button variant="secondary">Benennen</Button>
      </form>
    </>
  ))
}

type Feldwerte = (name: string, bisher: string) => { name: string; value: string; error?: string }

/** The form of one provider. `anbieter` undefined: a new one. */
export function anbieterSeite(c: RequestContext, art: Art, anbieter: Anbieter | undefined, vorgabe: Pick<Anbieter, 'attribute' | 'niveaus'>, zustand: Formularzustand, pruefung?: readonly { readonly text: string; readonly ok: boolean }[]): Reply {
  const gesendet = Object.keys(zustand.werte).length > 0
  const feld: Feldwerte = (name, bisher) => {
    const error = zustand.fehler.find((einer) => einer.feld === name)?.text
    return { name, value: gesendet ? wert(zustand.werte, name) : bisher, ...(error ? { error } : {}) }
  }
  const titel = anbieter?.bezeichnung ?? `Neuer Anbieter: ${PROTOKOLL[art.protokoll]} für ${KONTOART[art.kontoart]}`
  return arbeitsplatzSeite(c, { title: titel, schmal: true, breadcrumb: [{ label: 'Nutzerkonten und Dienstkonten', href: BASIS }, { label: titel }], hasErrors: fehlerliste(zustand).length > 0 }, (
    <>
      <ErrorSummary errors={fehlerliste(zustand)} />
      {art.simulator ? <Alert tone="warning" title="Das ist der mitgelieferte Simulator"><p>Seine Personen sind erfunden. In einer echten Stadt gibt es ihn nicht.</p></Alert> : null}
      {pruefung ? <Pruefung schritte={pruefung} /> : null}
      {anbieter ? <Unsere c={c} anbieter={anbieter} /> : null}
      <form method="post" action={anbieter ? `${BASIS}/${anbieter.id}` : `${c.path}${c.url.search}`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <TextField label="Name" hint="Steht auf dem Knopf der Anmeldung, zum Beispiel BundID." maxLength={100} {...feld('bezeichnung', anbieter?.bezeichnung ?? '')} />
        {art.simulator ? null : <TextField label={art.protokoll === 'oidc' ? 'Aussteller (issuer)' : 'Kennung des Anbieters (entityID)'} hint="Genau so, wie der Anbieter es schreibt." maxLength={500} {...feld('aussteller', anbieter?.aussteller ?? '')} />}
        {art.protokoll === 'oidc' ? <Oidcfelder feld={feld} anbieter={anbieter} /> : <Samlfelder feld={feld} anbieter={anbieter} />}
        {art.kontoart === 'personal' ? <Personalfelder feld={feld} anbieter={anbieter} gewaehlt={gesendet ? mehrere(zustand.werte, 'nurAnbieter').includes('ja') : anbieter?.nur_anbieter ?? false} /> : null}
        <h2 class="sk-h2">Angaben</h2>
        <p>Wie heißt die Angabe beim Anbieter? Leer heißt: Wir fragen nicht danach.</p>
        {attributeFuer(art).map((name) => <TextField key={name} label={ATTRIBUTE[name]} optional={name !== 'pseudonym'} spellcheck={false} maxLength={200} {...feld(`attribut-${name}`, (anbieter ?? vorgabe).attribute[name] ?? '')} />)}
        <h2 class="sk-h2">Vertrauensniveau</h2>
        <p>Mit welchen Wörtern meldet der Anbieter das Niveau? Mehrere trennen Sie mit Komma. Ein Wort, das hier fehlt, beweist nichts.</p>
        {VERTRAUENSNIVEAUS.map((niveau) => <TextField key={niveau} label={`Niveau „${niveau}“`} optional spellcheck={false} {...feld(`niveau-${niveau}`, ((anbieter ?? vorgabe).niveaus[niveau] ?? []).join(', '))} />)}
        <CheckboxField name="aktiv" label="In Betrieb: auf der Anmeldeseite anbieten" value="ja" optional checked={gesendet ? mehrere(zustand.werte, 'aktiv').includes('ja') : anbieter?.aktiv ?? false} />
        <Button>Speichern</Button>
      </form>
      {anbieter ? <form method="post" action={`${BASIS}/${anbieter.id}/pruefen`} class="sk-form"><Formularfelder c={c} /><Button variant="secondary">Verbindung prüfen</Button></form> : null}
    </>
  ))
}

function Oidcfelder({ feld, anbieter }: { feld: Feldwerte; anbieter: Anbieter | undefined }): VNode {
  const { error } = feld('geheimnis', '')
  return (
    <>
      <TextField label="Client-ID" maxLength={300} spellcheck={false} {...feld('clientId', anbieter?.client_id ?? '')} />
      <PasswordField name="geheimnis" label="Geheimnis (client secret)" hint="Wird verschlüsselt gespeichert und nie angezeigt. Leer lassen, wenn es bleiben soll." optional autocomplete="off" {...(error ? { error } : {})} />
    </>
  )
}

const Samlfelder = ({ feld, anbieter }: { feld: Feldwerte; anbieter: Anbieter | undefined }): VNode => (
  <>
    <TextField label="Adresse der Anmeldung (SingleSignOnService, HTTP-Redirect)" maxLength={500} spellcheck={false} {...feld('einstieg', anbieter?.einstieg ?? '')} />
    <TextareaField label="Zertifikat des Anbieters" hint="Aus seinen Metadaten. Vor einem Schlüsselwechsel beide, untereinander." rows={6} {...feld('zertifikate', (anbieter?.zertifikate ?? []).join('\n'))} />
  </>
)

function Personalfelder({ feld, anbieter, gewaehlt }: { feld: Feldwerte; anbieter: Anbieter | undefined; gewaehlt: boolean }): VNode {
  const { error } = feld('nurAnbieter', '')
  return (
    <>
      <TextareaField label="Gruppen und Rollen" hint="Eine Zeile je Gruppe: Gruppe = Rolle @ Einheit, zum Beispiel: Ordnungsamt = sachbearbeitung @ 32.1. Für die ganze Stadt: @ *." optional rows={6} {...feld('rollen', rollenAlsText(anbieter?.rollen ?? []))} />
      <CheckboxField name="nurAnbieter" label="Nur noch über diesen Anbieter anmelden; Passwörter gelten nur für Notfallkonten" value="ja" optional checked={gewaehlt} {...(error ? { error } : {})} />
    </>
  )
}

/** What the provider wants to know of us. */
const Unsere = ({ c, anbieter }: { c: RequestContext; anbieter: Anbieter }): VNode => (
  <Card title="Das trägt der Anbieter für uns ein">
    <DescriptionList stacked items={[
      { label: anbieter.protokoll === 'oidc' ? 'Rückkehradresse (redirect_uri)' : 'Annahmestelle (AssertionConsumerService)', value: <span class="sk-break">{adresse(c, rueckkehrPfad(anbieter))}</span> },
      ...(anbieter.protokoll === 'saml' ? [{ label: 'Unsere Metadaten', value: <a class="sk-break" href={metadatenPfad(anbieter)}>{adresse(c, metadatenPfad(anbieter))}</a> }] : []),
    ]} />
  </Card>
)

const Pruefung = ({ schritte }: { schritte: readonly { readonly text: string; readonly ok: boolean }[] }): VNode => (
  <Alert tone={schritte.every(({ ok }) => ok) ? 'success' : 'danger'} title={schritte.every(({ ok }) => ok) ? 'Die Verbindung steht' : 'Die Verbindung steht noch nicht'}>
    <ul class="kern-list kern-list--bullet">{schritte.map(({ text, ok }) => <li key={text}>{ok ? 'In Ordnung: ' : 'Fehlt: '}{text}</li>)}</ul>
  </Alert>
)
