import { Alert, Badge, Button, ButtonRow, Card, DateText, EmailField, EmptyState, ErrorSummary, Formularfelder, HiddenFields, Knopfformular, LinkButton, portalSeite, Radios, Table, TextareaField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import type { Anmeldeweg } from '../../../grundlagen/konten/index.js'
import type { Mitglied, Mitgliedschaft } from './unternehmen.js'

export const BASIS = '/konto/unternehmen'
const ROLLEN = { verwaltung: 'Verwaltung', mitarbeit: 'Mitarbeit' } as const
const pfadleiste = (titel: string) => [{ label: 'Startseite', href: '/' }, { label: 'Mein Konto', href: '/konto' }, { label: titel }]
const fehlerliste = ({ fehler, meldung }: Formularzustand) => [...fehler.map(({ feld, text }) => ({ field: feld, text })), ...(meldung ? [{ text: meldung }] : [])]
const feld = (zustand: Formularzustand, name: string) => {
  const error = zustand.fehler.find((einer) => einer.feld === name)?.text
  return { name, value: wert(zustand.werte, name), ...(error ? { error } : {}) }
}

export interface Stand {
  readonly mitgliedschaften: readonly Mitgliedschaft[]
  /** While acting for a company: its people, and whether the person may change them. */
  readonly mitglieder: readonly Mitglied[]; readonly verwaltet: boolean
  readonly einladungen: readonly { readonly id: string; readonly email: string; readonly rolle: keyof typeof ROLLEN; readonly gueltig_bis: Temporal.Instant }[]
}

/** For whom the person acts, and for whom they could. */
export function unternehmenSeite(c: RequestContext, stand: Stand, zustand: Formularzustand): Reply {
  const titel = 'Unternehmen'
  return portalSeite(c, { title: titel, breite: 'wide', robots: 'noindex', breadcrumb: pfadleiste(titel), hasErrors: fehlerliste(zustand).length > 0 }, (
    <>
      <ErrorSummary errors={fehlerliste(zustand)} />
      <h1 class="sk-h1">{titel}</h1>
      {c.actor.durch ? (
        <Alert tone="info" title={`Sie handeln gerade für ${c.actor.name}`}>
          <p>Anträge und Entwürfe gehören dem Unternehmen. Alle Mitglieder sehen sie. Ihr Name steht dabei.</p>
          <Knopfformular c={c} action={`${BASIS}/wechseln`} felder={{ unternehmenId: '' }}>Zurück zu meinem eigenen Konto</Knopfformular>
        </Alert>
      ) : <p class="sk-lead">Hier wechseln Sie in ein Unternehmenskonto. Anträge und Entwürfe dort sehen alle, die für das Unternehmen handeln.</p>}
      <Table caption="Ihre Unternehmen" rows={stand.mitgliedschaften} rowKey={({ unternehmenId }) => unternehmenId} empty={<EmptyState title="Sie handeln noch für kein Unternehmen."><p>Legen Sie ein Unternehmenskonto an, oder lassen Sie sich von jemandem einladen, der es verwaltet.</p></EmptyState>}
        columns={[
          { key: 'name', label: 'Unternehmen', rowHeader: true, cell: ({ name, unternehmenId }) => <>{name}{unternehmenId === c.actor.id ? <> <Badge tone="success">jetzt</Badge></> : null}</> },
          { key: 'rolle', label: 'Ihre Rolle', cell: ({ rolle }) => ROLLEN[rolle] },
          { key: 'wechseln', label: 'Aktion', labelHidden: true, cell: ({ name, unternehmenId }) => (unternehmenId === c.actor.id ? null : <Knopfformular c={c} action={`${BASIS}/wechseln`} felder={{ unternehmenId }}>Für {name} handeln</Knopfformular>) },
        ]} />
      {c.actor.durch ? null : <ButtonRow><LinkButton href={`${BASIS}/neu`} variant="secondary">Unternehmenskonto anlegen</LinkButton></ButtonRow>}
      {c.actor.durch ? <Leute c={c} stand={stand} zustand={zustand} /> : null}
    </>
  ))
}

function Leute({ c, stand, zustand }: { c: RequestContext; stand: Stand; zustand: Formularzustand }) {
  const ich = c.actor.durch?.id
  return (
    <>
      <h2 class="sk-h2">Wer für {c.actor.name} handelt</h2>
      <Table caption="Mitglieder" captionHidden rows={stand.mitglieder} rowKey={({ kontoId }) => kontoId}
        columns={[
          { key: 'name', label: 'Name', rowHeader: true, cell: ({ name }) => name },
          { key: 'rolle', label: 'Rolle', cell: ({ rolle }) => ROLLEN[rolle] },
          { key: 'seit', label: 'Seit', cell: ({ seit }) => <DateText instant={seit} /> },
          { key: 'weg', label: 'Aktion', labelHidden: true, cell: ({ kontoId, name }) => (stand.verwaltet || kontoId === ich ? <Knopfformular c={c} action={`${BASIS}/entfernen`} felder={{ kontoId }}>{kontoId === ich ? 'Selbst ausscheiden' : <>Entfernen<span class="sk-sr-only">: {name}</span></>}</Knopfformular> : null) },
        ]} />
      {stand.einladungen.length > 0 ? <ul>{stand.einladungen.map(({ id, email, rolle, gueltig_bis }) => <li key={id}>{email}, {ROLLEN[rolle]}: eingeladen, gilt bis <DateText instant={gueltig_bis} /></li>)}</ul> : null}
      {stand.verwaltet ? (
        <Card title="Jemanden einladen">
          <form method="post" action={BASIS} class="sk-form" noValidate>
            <Formularfelder c={c} />
            <EmailField label="E-Mail-Adresse" hint="Die Person bekommt einen Link und meldet sich mit ihrem eigenen Konto an." autocomplete="off" {...feld(zustand, 'email')} />
            <Radios label="Rolle" options={[{ value: 'mitarbeit', label: 'Mitarbeit: Anträge stellen und lesen' }, { value: 'verwaltung', label: 'Verwaltung: auch Personen einladen und entfernen' }]} {...feld(zustand, 'rolle')} />
            <Button variant="secondary">Einladen</Button>
          </form>
        </Card>
      ) : null}
    </>
  )
}

/** `wege` is filled where the person has to prove first who they are. */
export function neuSeite(c: RequestContext, zustand: Formularzustand, wege: readonly Anmeldeweg[] | undefined): Reply {
  const titel = 'Unternehmenskonto anlegen'
  return portalSeite(c, { title: titel, robots: 'noindex', breadcrumb: pfadleiste(titel), hasErrors: fehlerliste(zustand).length > 0 }, (
    <div class="sk-form-page">
      <ErrorSummary errors={fehlerliste(zustand)} />
      <h1 class="sk-h1">{titel}</h1>
      {wege ? (
        <Card title="Bitte weisen Sie sich zuerst aus">
          <p>Wer ein Unternehmenskonto anlegt, muss sicher bekannt sein. Sie brauchen das Vertrauensniveau „substantiell“.</p>
          {wege.length === 0 ? <p>Diese Anmeldung bietet die Stadt noch nicht an. Bitte rufen Sie uns an.</p> : wege.map(({ href, text, hinweis }) => <div key={href}>{hinweis ? <p>{hinweis}</p> : null}<p><LinkButton href={href}>{text}</LinkButton></p></div>)}
        </Card>
      ) : (
        <form method="post" action={c.path} class="sk-form" noValidate>
          <Formularfelder c={c} />
          <TextField label="Name des Unternehmens" hint="So wie im Register oder auf der Gewerbeanmeldung." maxLength={200} {...feld(zustand, 'name')} />
          <TextField label="Register und Nummer" hint="Zum Beispiel: Amtsgericht Musterstadt, HRB 1234" optional maxLength={200} {...feld(zustand, 'register')} />
          <TextareaField label="Anschrift" hint="Eine Zeile je Angabe" optional rows={3} {...feld(zustand, 'anschrift')} />
          <p>Sie verwalten das Unternehmenskonto dann. Im eigenen Konto und im Unternehmenskonto sind Anträge getrennt.</p>
          <Button>Unternehmenskonto anlegen</Button>
        </form>
      )}
    </div>
  ))
}

export function einladungSeite(c: RequestContext, name: string, schluessel: string, zustand: Formularzustand): Reply {
  return portalSeite(c, { title: 'Einladung annehmen', robots: 'noindex', hasErrors: fehlerliste(zustand).length > 0 }, (
    <div class="sk-form-page">
      <ErrorSummary errors={fehlerliste(zustand)} />
      <h1 class="sk-h1">Einladung annehmen</h1>
      <p class="sk-lead">Sie sind eingeladen, für „{name}“ zu handeln. Sie nehmen als {c.actor.durch?.name ?? c.actor.name} an.</p>
      <form method="post" action={c.path} class="sk-form">
        <Formularfelder c={c} /><HiddenFields values={{ schluessel }} />
        <Button>Einladung annehmen</Button>
      </form>
    </div>
  ))
}
