import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import {
  Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, CheckboxField, DateText, DescriptionList, EmailField, EmptyState, FilterBar, Formularfelder, FormPage, KeysetPager, LinkButton,
  SelectField, Table, TelField, TextField,
} from '../../../../design/index.js'
import { fehlerliste, fehlerVon, hatFehler } from '../anmelden/page.js'
import type { Kontostatus } from '../db/tables.js'
import type { Benutzer } from './query.js'

const PFAD = '/verwaltung/benutzer'
const felder = (c: RequestContext) => c.formFields() as unknown as Record<string, string>

export const STATUS: Readonly<Record<Kontostatus, { titel: string; ton: 'success' | 'warning' | 'neutral' }>> = {
  aktiv: { titel: 'aktiv', ton: 'success' }, gesperrt: { titel: 'gesperrt', ton: 'warning' }, ausgeschieden: { titel: 'ausgeschieden', ton: 'neutral' },
}

export const Statusmarke = ({ status }: { status: Kontostatus }) => <Badge tone={STATUS[status].ton}>{STATUS[status].titel}</Badge>

export function benutzerlisteSeite(c: RequestContext, liste: { benutzer: readonly Benutzer[]; weitere: boolean }, filter: { text: string; status: string }): Reply {
  const letzte = liste.benutzer.at(-1)
  const weiter = new URLSearchParams({ ...(filter.text ? { text: filter.text } : {}), ...(filter.status ? { status: filter.status } : {}), name: letzte?.name ?? '', id: letzte?.id ?? '' })
  return arbeitsplatzSeite(c, { title: 'Benutzer', actions: <LinkButton href={`${PFAD}/neu`}>Konto anlegen</LinkButton> }, (
    <>
      <FilterBar action={PFAD} {...(filter.text || filter.status ? { resetHref: PFAD } : {})} resultText={`${liste.benutzer.length}${liste.weitere ? ' und weitere' : ''} Konten`}>
        <TextField name="text" label="Name, Kennung oder E-Mail" value={filter.text} optional width={20} />
        <SelectField name="status" label="Status" value={filter.status} emptyLabel="Alle" optional options={Object.entries(STATUS).map(([value, { titel }]) => ({ value, label: titel }))} />
      </FilterBar>
      <Table caption="Konten der Beschäftigten" captionHidden dense rows={liste.benutzer} rowKey={({ id }) => id}
        empty={<EmptyState title="Kein Konto gefunden">Ändern Sie den Filter oder legen Sie ein Konto an.</EmptyState>}
        columns={[
          { key: 'name', label: 'Name', rowHeader: true, cell: (person) => <a href={`${PFAD}/${person.id}`}>{person.name}</a> },
          { key: 'kennung', label: 'Kennung', cell: (person) => person.kennung },
          { key: 'email', label: 'E-Mail', cell: (person) => person.email ?? '' },
          { key: 'status', label: 'Status', cell: (person) => <Statusmarke status={person.status} /> },
          { key: 'faktor', label: 'Zweiter Faktor', cell: (person) => (person.zweitfaktor ? 'ja' : 'nein') },
          { key: 'zuletzt', label: 'Letzte Anmeldung', nowrap: true, cell: (person) => (person.letzteAnmeldungAm ? <DateText instant={person.letzteAnmeldungAm} /> : 'noch nie') },
        ]} />
      <KeysetPager {...(c.suche.get('id') ? { previousHref: PFAD } : {})} {...(liste.weitere ? { nextHref: `${PFAD}?${weiter}` } : {})} />
    </>
  ))
}

function Angaben({ zustand, person }: { zustand: Formularzustand; person?: Benutzer }) {
  const text = (feld: string, sonst: string | null | undefined) => (feld in zustand.werte ? wert(zustand.werte, feld) : sonst ?? '')
  return (
    <>
      <TextField name="name" label="Vor- und Nachname" value={text('name', person?.name)} width={30} {...fehlerVon(zustand, 'name')} />
      <EmailField name="email" label="Dienstliche E-Mail-Adresse" optional value={text('email', person?.email)} {...fehlerVon(zustand, 'email')} />
      <TelField name="telefon" label="Telefon" hint="Steht in Schreiben als Durchwahl" optional value={text('telefon', person?.telefon)} {...fehlerVon(zustand, 'telefon')} />
    </>
  )
}

export function benutzerNeuSeite(c: RequestContext, zustand: Formularzustand): Reply {
  return arbeitsplatzSeite(c, { title: 'Konto anlegen', ohneKopf: true, schmal: true, breadcrumb: [{ label: 'Benutzer', href: PFAD }, { label: 'Konto anlegen' }], ...hatFehler(zustand) }, (
    <FormPage title="Konto anlegen" action={`${PFAD}/neu`} hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel="Anlegen"
      intro={<p>Sie bekommen danach einen Startcode, den Sie der Person geben. Rollen weisen Sie im nächsten Schritt zu.</p>}>
      <TextField name="kennung" label="Kennung" hint="Zum Anmelden, zum Beispiel m.muster. Sie bleibt für immer." spellcheck={false} width={20} value={wert(zustand.werte, 'kennung')} {...fehlerVon(zustand, 'kennung')} />
      <Angaben zustand={zustand} />
    </FormPage>
  ))
}

export function benutzerSeite(c: RequestContext, zustand: Formularzustand, person: Benutzer): Reply {
  const pfad = `${PFAD}/${person.id}`
  const selbst = person.id === c.actor.id
  return arbeitsplatzSeite(c, {
    title: person.name, schmal: true, breadcrumb: [{ label: 'Benutzer', href: PFAD }, { label: person.name }], meta: <Statusmarke status={person.status} />,
    actions: <LinkButton variant="secondary" href={`${pfad}/rollen`}>Rollen</LinkButton>, ...hatFehler(zustand),
  }, (
    <>
      <DescriptionList items={[
        { label: 'Kennung', value: person.kennung },
        { label: 'Passwort', value: person.passwort ? 'gesetzt' : 'noch keins' },
        { label: 'Authenticator-App', value: person.zweitfaktor ? 'eingerichtet' : 'noch nicht eingerichtet' },
        { label: 'Letzte Anmeldung', value: person.letzteAnmeldungAm ? <DateText instant={person.letzteAnmeldungAm} /> : 'noch nie' },
        ...(person.statusGrund ? [{ label: 'Grund des Status', value: person.statusGrund }] : []),
      ]} />
      <h2 class="sk-h2">Angaben</h2>
      <FormPage title="Angaben" titleHidden action={pfad} hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel="Speichern"><Angaben zustand={zustand} person={person} /></FormPage>
      {selbst ? null : <Startcode c={c} pfad={pfad} person={person} />}
      {selbst ? null : <Status c={c} pfad={pfad} person={person} zustand={zustand} />}
    </>
  ))
}

function Startcode({ c, pfad, person }: { c: RequestContext; pfad: string; person: Benutzer }) {
  if (person.status !== 'aktiv') return null
  return (
    <section>
      <h2 class="sk-h2">Startcode</h2>
      <p class="kern-body">Mit einem Startcode legt die Person ihr Passwort neu fest. Das bisherige Passwort und alle Anmeldungen enden sofort.</p>
      <form method="post" action={`${pfad}/startcode`} class="sk-form">
        <Formularfelder c={c} />
        <CheckboxField name="zweitfaktor" label="Auch den zweiten Faktor entfernen, zum Beispiel weil das Handy verloren ist" optional />
        <ButtonRow><Button variant="secondary">Startcode ausstellen</Button></ButtonRow>
      </form>
    </section>
  )
}

function Status({ c, pfad, person, zustand }: { c: RequestContext; pfad: string; person: Benutzer; zustand: Formularzustand }) {
  return (
    <section>
      <h2 class="sk-h2">Status ändern</h2>
      <p class="kern-body">Gesperrte und ausgeschiedene Personen sind sofort abgemeldet. Ihr Name bleibt in den Akten.</p>
      <form method="post" action={`${pfad}/status`} class="sk-form">
        <Formularfelder c={c} />
        <SelectField name="status" label="Neuer Status" options={Object.entries(STATUS).filter(([status]) => status !== person.status).map(([value, { titel }]) => ({ value, label: titel }))} value={wert(zustand.werte, 'status')} {...fehlerVon(zustand, 'status')} />
        <TextField name="grund" label="Grund" width={30} value={wert(zustand.werte, 'grund')} {...fehlerVon(zustand, 'grund')} />
        <ButtonRow><Button variant="secondary">Status ändern</Button></ButtonRow>
      </form>
    </section>
  )
}

/** Shown once, right after it was drawn. */
export function startcodeSeite(c: RequestContext, person: { id: string; name: string; kennung: string }, code: string): Reply {
  return arbeitsplatzSeite(c, { title: 'Startcode', schmal: true, breadcrumb: [{ label: 'Benutzer', href: PFAD }, { label: person.name, href: `${PFAD}/${person.id}` }, { label: 'Startcode' }] }, (
    <>
      <Alert tone="warning" title="Bitte jetzt notieren"><p>Wir zeigen den Code nur dieses eine Mal. Er gilt sieben Tage.</p></Alert>
      <DescriptionList items={[{ label: 'Person', value: person.name }, { label: 'Kennung', value: <code>{person.kennung}</code> }, { label: 'Startcode', value: <strong><code>{code}</code></strong> }, { label: 'Adresse', value: '/arbeitsplatz/start' }]} />
      <p class="kern-body">Geben Sie den Code persönlich oder am Telefon weiter, nicht zusammen mit der Kennung per E-Mail.</p>
      <ButtonRow><LinkButton variant="secondary" href={`${PFAD}/${person.id}/rollen`}>Weiter zu den Rollen</LinkButton></ButtonRow>
    </>
  ))
}
