import { Alert, Badge, Button, ButtonRow, Card, DateText, EmailField, EmptyState, ErrorSummary, Formularfelder, HiddenFields, Knopfformular, LinkButton, portalSeite, Radios, Table, TextareaField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import type { Anmeldeweg } from '../../../grundlagen/konten/index.js'
import { unternehmenstexte } from './texte.js'
import type { Mitglied, Mitgliedschaft } from './unternehmen.js'

export const BASIS = '/konto/unternehmen'
type Rolle = 'verwaltung' | 'mitarbeit'
const pfadleiste = (w: ReturnType<typeof unternehmenstexte>, titel: string) => [{ label: w.startseite, href: '/' }, { label: w.konto, href: '/konto' }, { label: titel }]
const fehlerliste = ({ fehler, meldung }: Formularzustand) => [...fehler.map(({ feld, text }) => ({ field: feld, text })), ...(meldung ? [{ text: meldung }] : [])]
const feld = (zustand: Formularzustand, name: string) => {
  const error = zustand.fehler.find((einer) => einer.feld === name)?.text
  return { name, value: wert(zustand.werte, name), ...(error ? { error } : {}) }
}

export interface Stand {
  readonly mitgliedschaften: readonly Mitgliedschaft[]
  /** While acting for a company: its people, and whether the person may change them. */
  readonly mitglieder: readonly Mitglied[]; readonly verwaltet: boolean
  readonly einladungen: readonly { readonly id: string; readonly email: string; readonly rolle: Rolle; readonly gueltig_bis: Temporal.Instant }[]
}

/** For whom the person acts, and for whom they could. */
export function unternehmenSeite(c: RequestContext, stand: Stand, zustand: Formularzustand): Reply {
  const w = unternehmenstexte(c.sprache)
  const { titel } = w
  return portalSeite(c, { title: titel, breite: 'wide', robots: 'noindex', breadcrumb: pfadleiste(w, titel), hasErrors: fehlerliste(zustand).length > 0 }, (
    <>
      <ErrorSummary errors={fehlerliste(zustand)} />
      <h1 class="sk-h1">{titel}</h1>
      {c.actor.durch ? (
        <Alert tone="info" title={w.handeltFuer(c.actor.name)}>
          <p>{w.gehoertUnternehmen}</p>
          <Knopfformular c={c} action={`${BASIS}/wechseln`} felder={{ unternehmenId: '' }}>{w.zurueck}</Knopfformular>
        </Alert>
      ) : <p class="sk-lead">{w.einleitung}</p>}
      <Table caption={w.ihre} rows={stand.mitgliedschaften} rowKey={({ unternehmenId }) => unternehmenId} empty={<EmptyState title={w.keine}><p>{w.keineHilfe}</p></EmptyState>}
        columns={[
          { key: 'name', label: w.unternehmen, rowHeader: true, cell: ({ name, unternehmenId }) => <>{name}{unternehmenId === c.actor.id ? <> <Badge tone="success">{w.jetzt}</Badge></> : null}</> },
          { key: 'rolle', label: w.ihreRolle, cell: ({ rolle }) => w.rollen[rolle] },
          { key: 'wechseln', label: w.aktion, labelHidden: true, cell: ({ name, unternehmenId }) => (unternehmenId === c.actor.id ? null : <Knopfformular c={c} action={`${BASIS}/wechseln`} felder={{ unternehmenId }}>{w.handeln(name)}</Knopfformular>) },
        ]} />
      {c.actor.durch ? null : <ButtonRow><LinkButton href={`${BASIS}/neu`} variant="secondary">{w.anlegen}</LinkButton></ButtonRow>}
      {c.actor.durch ? <Leute c={c} stand={stand} zustand={zustand} /> : null}
    </>
  ))
}

function Leute({ c, stand, zustand }: { c: RequestContext; stand: Stand; zustand: Formularzustand }) {
  const w = unternehmenstexte(c.sprache)
  const ich = c.actor.durch?.id
  return (
    <>
      <h2 class="sk-h2">{w.wer(c.actor.name)}</h2>
      <Table caption={w.mitglieder} captionHidden rows={stand.mitglieder} rowKey={({ kontoId }) => kontoId}
        columns={[
          { key: 'name', label: w.name, rowHeader: true, cell: ({ name }) => name },
          { key: 'rolle', label: w.rolle, cell: ({ rolle }) => w.rollen[rolle] },
          { key: 'seit', label: w.seit, cell: ({ seit }) => <DateText instant={seit} /> },
          { key: 'weg', label: w.aktion, labelHidden: true, cell: ({ kontoId, name }) => (stand.verwaltet || kontoId === ich ? <Knopfformular c={c} action={`${BASIS}/entfernen`} felder={{ kontoId }}>{kontoId === ich ? w.ausscheiden : <>{w.entfernen}<span class="sk-sr-only">: {name}</span></>}</Knopfformular> : null) },
        ]} />
      {stand.einladungen.length > 0 ? <ul>{stand.einladungen.map(({ id, email, rolle, gueltig_bis }) => <li key={id}>{email}, {w.rollen[rolle]}: {w.eingeladenBis} <DateText instant={gueltig_bis} /></li>)}</ul> : null}
      {stand.verwaltet ? (
        <Card title={w.jemandenEinladen}>
          <form method="post" action={BASIS} class="sk-form" noValidate>
            <Formularfelder c={c} />
            <EmailField label={w.email} hint={w.emailHinweis} autocomplete="off" {...feld(zustand, 'email')} />
            <Radios label={w.rolle} options={[{ value: 'mitarbeit', label: w.rolleMitarbeit }, { value: 'verwaltung', label: w.rolleVerwaltung }]} {...feld(zustand, 'rolle')} />
            <Button variant="secondary">{w.einladen}</Button>
          </form>
        </Card>
      ) : null}
    </>
  )
}

/** `wege` is filled where the person has to prove first who they are. */
export function neuSeite(c: RequestContext, zustand: Formularzustand, wege: readonly Anmeldeweg[] | undefined): Reply {
  const w = unternehmenstexte(c.sprache)
  const titel = w.anlegen
  return portalSeite(c, { title: titel, robots: 'noindex', breadcrumb: pfadleiste(w, titel), hasErrors: fehlerliste(zustand).length > 0 }, (
    <div class="sk-form-page">
      <ErrorSummary errors={fehlerliste(zustand)} />
      <h1 class="sk-h1">{titel}</h1>
      {wege ? (
        <Card title={w.zuerstAusweisen}>
          <p>{w.sicherBekannt}</p>
          {wege.length === 0 ? <p>{w.keinWeg}</p> : wege.map(({ href, text, hinweis }) => <div key={href}>{hinweis ? <p>{hinweis}</p> : null}<p><LinkButton href={href}>{text}</LinkButton></p></div>)}
        </Card>
      ) : (
        <form method="post" action={c.path} class="sk-form" noValidate>
          <Formularfelder c={c} />
          <TextField label={w.unternehmensname} hint={w.unternehmensnameHinweis} maxLength={200} {...feld(zustand, 'name')} />
          <TextField label={w.register} hint={w.registerHinweis} optional maxLength={200} {...feld(zustand, 'register')} />
          <TextareaField label={w.anschrift} hint={w.anschriftHinweis} optional rows={3} {...feld(zustand, 'anschrift')} />
          <p>{w.getrennt}</p>
          <Button>{w.anlegen}</Button>
        </form>
      )}
    </div>
  ))
}

export function einladungSeite(c: RequestContext, name: string, schluessel: string, zustand: Formularzustand): Reply {
  const w = unternehmenstexte(c.sprache)
  return portalSeite(c, { title: w.annehmen, robots: 'noindex', hasErrors: fehlerliste(zustand).length > 0 }, (
    <div class="sk-form-page">
      <ErrorSummary errors={fehlerliste(zustand)} />
      <h1 class="sk-h1">{w.annehmen}</h1>
      <p class="sk-lead">{w.eingeladen(name, c.actor.durch?.name ?? c.actor.name)}</p>
      <form method="post" action={c.path} class="sk-form">
        <Formularfelder c={c} /><HiddenFields values={{ schluessel }} />
        <Button>{w.annehmen}</Button>
      </form>
    </div>
  ))
}
