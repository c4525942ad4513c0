import type { VNode } from 'preact'
import {
  AddressFields, Alert, Card, CardGrid, CheckAnswers, CheckboxField, Checkboxes, ConfirmationPanel, DateField, DateText,
  Details, DocumentList, EmailField, ErrorPage, EuroField, FileField, FormPage, Hero, IbanField, Icon, LinkButton,
    LinkList,
  Money, NumberField, PasswordField, ProgressSteps, Radios, SearchBox, SelectField, TelField, TextField, TextareaField,
} from '../index.js'
import type { AssetUrl, ErrorStatus } from '../index.js'
import { portal } from './frame.js'
import type { GalleryPage } from './frame.js'

const crumbs = [{ label: 'Startseite', href: '/' }, { label: 'Dienstleistungen', href: '/leistungen' }]

function start(asset: AssetUrl): VNode {
  return portal(asset, {
    title: 'Startseite',
    width: 'bleed',
    children: (
      <>
        <Hero title="Was möchten Sie erledigen?"
          lead="Anträge stellen, Termine buchen, den Stand verfolgen. Ohne Weg zum Amt.">
          <SearchBox id="suche-start" action="/suche" label="Suchen Sie in eigenen Worten"
            placeholder="zum Beispiel: umgezogen" large />
        </Hero>
        <div class="sk-container">
          <h2>Häufig gebraucht</h2>
          <CardGrid>
            <Card level={3} icon="home" title="Wohnsitz anmelden"
              href="/l/1"><p>Nach einem Umzug innerhalb von zwei Wochen. Kostenlos.</p></Card>
            <Card level={3} icon="person" title="Personalausweis beantragen"
              href="/l/2"><p>Mit Termin im Bürgerbüro. Bringen Sie ein Foto mit.</p></Card>
            <Card level={3} icon="people" title="Kita-Platz anmelden" href="/l/3"><p>Einrichtungen ansehen,
              bis zu drei Wünsche angeben.</p></Card>
            <Card level={3} icon="euro" title="Hundesteuer anmelden" href="/l/4"><p>Online in fünf Minuten,
              die Marke kommt per Post.</p></Card>
            <Card level={3} icon="pin" title="Mangel melden" href="/l/5"><p>Schlagloch, Müll,
              defekte Laterne: mit Foto und Ort.</p></Card>
            <Card level={3} icon="calendar" title="Termin buchen"
              href="/l/6"><p>Freie Zeiten aller Ämter auf einen Blick.</p></Card>
          </CardGrid>
          <h2>Nach Lebenslage</h2>
          <LinkList label="Lebenslagen" items={[
            { label: 'Umzug und Wohnen', href: '/t/1', text: 'Anmelden, abmelden, Parkausweis, Wohngeld' },
            { label: 'Familie und Kinder', href: '/t/2', text: 'Geburt, Kita, Schule, Unterhalt' },
            { label: 'Bauen und Grundstück', href: '/t/3', text: 'Bauantrag, Baulasten, Straßenschild' },
          ]} />
        </div>
      </>
    ),
  })
}

function service(asset: AssetUrl): VNode {
  return portal(asset, {
    title: 'Hundesteuer anmelden',
    currentNav: 'Dienstleistungen',
    breadcrumb: [...crumbs, { label: 'Hundesteuer anmelden' }],
    width: 'form',
    user: { name: 'Łukasz Šimůnek', href: '/konto', logout: { action: '/abmelden' } },
    children: (
      <>
        <h1>Hundesteuer anmelden</h1>
        <p class="sk-lead">Wenn Sie einen Hund halten,
          melden Sie ihn innerhalb von zwei Wochen an. Das dauert etwa fünf Minuten.</p>
        <p><LinkButton href="/antrag" iconEnd="arrow-right">Jetzt anmelden</LinkButton></p>
        <h2>Das brauchen Sie</h2>
        <ul>
          <li>Rasse und Geburtsdatum des Hundes</li>
          <li>Ihre IBAN, wenn wir abbuchen sollen</li>
        </ul>
        <h2>Was es kostet</h2>
        <p>Ein Hund kostet <Money cents={10800n} /> im Jahr. Fällig zum <DateText
          date={Temporal.PlainDate.from('2026-08-15')} look="long" />.</p>
        <Details summary="Wer zahlt weniger?"><p>Wer Bürgergeld oder Grundsicherung erhält,
          zahlt die Hälfte.</p></Details>
        <Alert title="Lieber persönlich?"><p>Rufen Sie uns an: <a
          href="tel:02812030">0281 203-0</a>. Wir füllen den Antrag mit Ihnen aus.</p></Alert>
      </>
    ),
  })
}

const formErrors = [
  { field: 'geburtsdatum', text: 'Geben Sie Ihr Geburtsdatum mit Tag, Monat und Jahr an' },
  { field: 'iban', text: 'Prüfen Sie die IBAN: Eine Ziffer stimmt nicht' },
  { field: 'halter', text: 'Wählen Sie, ob der Hund Ihnen gehört' },
  { field: 'nachweise', text: 'Laden Sie den Nachweis als PDF oder Foto hoch' },
  { field: 'erklaerung', text: 'Bestätigen Sie, dass Ihre Angaben stimmen' },
]

function fields(wrong: boolean): VNode {
  const error = (field: string) => {
    const found = wrong ? formErrors.find((e) => e.field === field) : undefined
    return found ? { error: found.text } : {}
  }
  return (
    <>
      <TextField name="vorname" label="Vornamen" hint="Wie in Ihrem Ausweis" autocomplete="given-name"
        value="Jörg-Ænne" />
      <DateField name="geburtsdatum" label="Geburtsdatum" birthday value={wrong ? { tag: '31', monat: '2',
        jahr: '1968' } : {}}
        {...error('geburtsdatum')} />
      <Radios name="halter" label="Gehört der Hund Ihnen?" inline options={[{ value: 'ja', label: 'Ja' },
        { value: 'nein', label: 'Nein' }]}
        {...error('halter')} />
      <SelectField name="rasse" label="Rasse" options={[{ value: 'dackel', label: 'Dackel' }, { value: 'pudel',
        label: 'Pudel' }]} width={20} />
      <AddressFields name="anschrift" legend="Anschrift" value={{ plz: '46483', ort: 'Musterstadt' }} />
      <EmailField name="email" label="E-Mail" hint="Dorthin schicken wir die Bestätigung" />
      <TelField name="telefon" label="Telefon" optional />
      <IbanField name="iban" label="IBAN" value="DE89 3704 0044 0532 0130 01" {...error('iban')} />
      <EuroField name="einkommen" label="Einkommen im Monat" hint="Zum Beispiel 1.250,00" optional />
      <NumberField name="anzahl" label="Anzahl Hunde im Haushalt" width={4} value="1" />
      <Checkboxes name="ermaessigung" label="Was trifft auf Sie zu?" hint="Wählen Sie alles, was zutrifft" optional
        values={['pflege']} options={[
        { value: 'grundsicherung', label: 'Ich erhalte Grundsicherung' },
        { value: 'pflege', label: 'Der Hund hilft bei einer Behinderung', hint: 'Zum Beispiel als Blindenführhund' },
        { value: 'tierheim', label: 'Der Hund kommt aus dem Tierheim' },
      ]} />
      <TextareaField name="bemerkung" label="Möchten Sie uns noch etwas sagen?" optional maxLength={1000}
        value="Der Hund ist schon alt." />
      <FileField name="nachweise" label="Nachweise" hint="Zum Beispiel der Kaufvertrag" multiple
        typesText="PDF, JPG oder PNG"
        maxBytes={10_000_000} removeName="entfernen" {...error('nachweise')} files={[
          { id: '1', name: 'kaufvertrag-vom-tierheim-musterstadt-unterschrieben.pdf', size: 482_000 },
          { id: '2', name: 'foto.heic', size: 3_400_000, status: 'abgelehnt',
            note: 'Dieses Format können wir nicht öffnen' },
        ]} />
      <TextField name="aktenzeichen" label="Aktenzeichen" value="20.3-2026/00017" readOnly width={20} />
      <TextField name="gesperrt" label="Steuernummer" value="noch keine" disabled optional width={20} />
      <PasswordField name="kennwort" label="Kennwort" />
      <CheckboxField name="erklaerung"
        label="Ich versichere, dass meine Angaben richtig und vollständig sind." {...error('erklaerung')} />
    </>
  )
}

function form(asset: AssetUrl, wrong: boolean): VNode {
  return portal(asset, {
    title: 'Angaben zum Hund',
    currentNav: 'Dienstleistungen',
    width: 'form',
    hasErrors: wrong,
    sessionSeconds: 1800,
    breadcrumb: [...crumbs, { label: 'Hundesteuer anmelden' }],
    children: (
      <FormPage title="Angaben zu Hund und Halter" action="/antrag/2" backHref="/antrag/1" multipart
        hidden={{ csrf: 'x' }}
        step={{ step: 2, total: 5, label: 'Ihre Angaben' }} errors={wrong ? formErrors : []}
        secondary={<LinkButton variant="tertiary" href="/spaeter">Speichern und später weiter</LinkButton>}
        footnote={<p>Wie wir mit Ihren Daten umgehen, lesen Sie unter <a href="/datenschutz">Datenschutz</a>.</p>}>
        {fields(wrong)}
      </FormPage>
    ),
  })
}

function question(asset: AssetUrl): VNode {
  return portal(asset, {
    title: 'Woher kommt der Hund?',
    width: 'form',
    children: (
      <FormPage title="" titleHidden action="/antrag/3" backHref="/antrag/2" step={{ step: 3, total: 5 }}>
        <Radios name="herkunft" label="Woher kommt der Hund?" labelIsTitle
          hint="Das entscheidet, ob die Steuer im ersten Jahr entfällt."
          tiles value="tierheim" options={[
            { value: 'tierheim', label: 'Aus einem Tierheim', hint: 'Im ersten Jahr zahlen Sie keine Steuer' },
            { value: 'zucht', label: 'Aus einer Zucht' },
            { value: 'privat', label: 'Von privat' },
          ]} />
      </FormPage>
    ),
  })
}

function answers(asset: AssetUrl): VNode {
  return portal(asset, {
    title: 'Angaben prüfen',
    width: 'form',
    children: (
      <FormPage title="Prüfen Sie Ihre Angaben" action="/absenden" submitLabel="Verbindlich absenden" step={{ step: 5,
        total: 5 }}>
        <CheckAnswers sections={[
          { title: 'Halter', rows: [
            { label: 'Name', value: 'Łukasz Šimůnek', changeHref: '/antrag/1' },
            { label: 'Geburtsdatum', value: '27.03.1968', changeHref: '/antrag/1' },
            { label: 'Telefon', value: '', changeHref: '/antrag/1' },
          ] },
          { title: 'Hund', changeHref: '/antrag/2', rows: [{ label: 'Rasse', value: 'Dackel' },
            { label: 'Steuer im Jahr', value: <Money cents={10800n} /> }] },
        ]} />
      </FormPage>
    ),
  })
}

function done(asset: AssetUrl): VNode {
  return portal(asset, {
    title: 'Antrag abgeschickt',
    lang: 'de',
    width: 'form',
    children: (
      <>
        <ConfirmationPanel title="Ihre Anmeldung ist angekommen" reference={{ label: 'Ihr Aktenzeichen',
          value: '20.3-2026/00017' }} />
        <h2>Wie es weitergeht</h2>
        <ProgressSteps label="Stand" steps={[
          { label: 'Eingegangen', state: 'done', detail: '16.03.2026, 10:42 Uhr' },
          { label: 'Wird geprüft', state: 'current', detail: 'dauert meist drei Tage' },
          { label: 'Bescheid und Hundemarke', state: 'open' },
        ]} />
        <h2>Ihre Unterlagen</h2>
        <DocumentList label="Unterlagen" documents={[{ id: '1', name: 'Eingangsbestätigung', href: '/d/1', type: 'PDF',
          size: 48_200,
          date: Temporal.PlainDate.from('2026-03-16'), hash: '9f86d081884c7d65' }]} />
        <p><a href="/drucken"><Icon name="print" /> Seite drucken</a></p>
      </>
    ),
  })
}

function english(asset: AssetUrl): VNode {
  return portal(asset, {
    title: 'Register a dog',
    lang: 'en',
    width: 'form',
    children: (
      <FormPage title="About your dog" action="/antrag/2" step={{ step: 2, total: 5 }} errors={[{ field: 'birthday',
        text: 'Enter a date' }]}>
        <DateField name="birthday" label="Birthday of the dog" error="Enter a date" />
        <TextareaField name="remarks" label="Remarks" optional maxLength={500} />
      </FormPage>
    ),
  })
}

const errorPage = (status: ErrorStatus) => (asset: AssetUrl): VNode => portal(asset, {
  title: `Fehler ${status}`,
  children: <ErrorPage status={status} homeHref="/" helpHref="/hilfe" {...(status === 500
    ? { incident: 'V-7KQ2-94MD' } : {})} />,
})

export const portalPages: readonly GalleryPage[] = [
  { path: '/portal/start', title: 'Portal: Startseite', render: start },
  { path: '/portal/leistung', title: 'Portal: Leistung', render: service },
  { path: '/portal/formular', title: 'Portal: alle Felder', render: (asset) => form(asset, false) },
  { path: '/portal/formular-fehler', title: 'Portal: alle Felder mit Fehlern', render: (asset) => form(asset, true) },
  { path: '/portal/frage', title: 'Portal: eine Frage', render: question },
  { path: '/portal/pruefen', title: 'Portal: Angaben prüfen', render: answers },
  { path: '/portal/fertig', title: 'Portal: abgeschickt', render: done },
  { path: '/portal/english', title: 'Portal: English', render: english },
  ...([403, 404, 409, 422, 500, 503] as const).map((status) =>
    ({ path: `/portal/${status}`, title: `Portal: Fehler ${status}`, render: errorPage(status) })),
]
