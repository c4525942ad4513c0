import type { ComponentChildren } from 'preact'
import { Alert, arbeitsplatzSeite, Button, Card, DateText, DescriptionList, DocumentList, ErrorSummary, Formularfelder, formatInstant, SelectField, TextField, Timeline, TwoColumns } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { KANAELE, Status } from '../anzeige.js'
import type { Verteilschritt } from '../lesen.js'
import type { Eingangsansicht } from './query.js'

const ARTEN = { verteilt: 'Verteilt', zurueckgegeben: 'Zurückgegeben', zugeordnet: 'Einem Vorgang zugeordnet', erledigt: 'Ohne Vorgang erledigt' } as const

export interface Eingangsfehler { readonly verb: string; readonly texte: readonly { feld: string; text: string }[]; readonly wert: string }

/** One Eingang: what came, the way it took, and what to do with it now. */
export function eingangSeite(c: RequestContext, ansicht: Eingangsansicht, einheiten: readonly { id: string; name: string; kuerzel: string }[], fehler?: Eingangsfehler): Reply {
  const { eingang, anhaenge } = ansicht
  const offen = eingang.status === 'neu'
  return arbeitsplatzSeite(c, {
    title: eingang.betreff, preline: `Eingang ${eingang.nummer}`, meta: <><Status status={eingang.status} /><span>{KANAELE[eingang.kanal]}</span><span><DateText instant={eingang.eingangAm} /></span></>,
    breadcrumb: [{ label: 'Posteingangsbuch', href: '/arbeitsplatz/eingaenge' }, { label: eingang.nummer }], ...(fehler ? { hasErrors: true, status: 422 } : {}),
  }, (
    <TwoColumns asideLabel="Angaben zum Eingang" aside={<Angaben ansicht={ansicht} />}>
      {fehler ? <ErrorSummary errors={fehler.texte.map(({ feld, text }) => ({ field: feld, text }))} /> : null}
      {ansicht.vorgangsnummer ? <Alert tone="success" title="Zugeordnet"><p>Dieser Eingang liegt im <a class="kern-link" href={`/arbeitsplatz/vorgaenge/${ansicht.vorgangsnummer}`}>Vorgang {ansicht.vorgangsnummer}</a>.</p></Alert> : null}
      {eingang.erledigtGrund ? <Alert title="Ohne Vorgang erledigt"><p>{eingang.erledigtGrund}</p></Alert> : null}
      <Card title="Inhalt"><Inhalt daten={eingang.inhalt.daten} /></Card>
      {anhaenge.length > 0
        ? (
          <Card title={anhaenge.length === 1 ? 'Ein Anhang' : `${anhaenge.length} Anhänge`}>
            <DocumentList label="Anhänge" documents={anhaenge.map((anhang) => ({ id: String(anhang.lfd), name: anhang.dateiname, href: `/arbeitsplatz/eingaenge/${eingang.id}/anhang/${anhang.lfd}`, size: anhang.size, hash: anhang.sha256 }))} />
          </Card>
        ) : null}
      {offen ? <Aktionen c={c} ansicht={ansicht} einheiten={einheiten} {...(fehler ? { fehler } : {})} /> : null}
    </TwoColumns>
  ))
}

function Angaben({ ansicht: { eingang, einheiten, weg, personen } }: { ansicht: Eingangsansicht }) {
  const name = (id: string | null) => (id ? einheiten.get(id) ?? 'Einheit' : 'Poststelle')
  const wohin = (schritt: Verteilschritt) => (schritt.art === 'verteilt' ? `von ${name(schritt.vonEinheitId)} an ${name(schritt.anEinheitId)}` : schritt.art === 'zurueckgegeben' ? `von ${name(schritt.vonEinheitId)} an die Poststelle` : '')
  return (
    <>
      <Card title="Angaben">
        <DescriptionList stacked items={[
          { label: 'Absender', value: eingang.absender.name },
          ...(eingang.absender.email ? [{ label: 'E-Mail', value: eingang.absender.email }] : []),
          { label: 'Rechtlich eingegangen am', value: <DateText date={eingang.eingangTag} /> },
          { label: 'Weg', value: KANAELE[eingang.kanal] },
          { label: 'Liegt bei', value: name(eingang.einheitId) },
        ]} />
      </Card>
      <Card title="Weg des Eingangs">
        <Timeline label="Weg des Eingangs" entries={[
          { at: eingang.eingangAm, title: 'Registriert' },
          ...weg.map((schritt) => ({
            at: schritt.createdAt, title: `${ARTEN[schritt.art]} ${wohin(schritt)}`.trim(),
            ...(personen.get(schritt.akteur.id) ? { who: personen.get(schritt.akteur.id) ?? '' } : {}), ...(schritt.grund ? { children: schritt.grund } : {}),
          })),
        ]} />
      </Card>
    </>
  )
}

/** Whatever came as data, as names and values; nested things as indented lines. Long texts stay readable. */
function Inhalt({ daten }: { daten: unknown }): ComponentChildren {
  if (daten === null || daten === undefined || daten === '') return <p class="sk-muted">Kein Text. Sehen Sie in die Anhänge.</p>
  if (typeof daten !== 'object') return <p class="sk-pre">{typeof daten === 'boolean' ? (daten ? 'ja' : 'nein') : String(daten)}</p>
  const eintraege = Object.entries(daten).filter(([, value]) => value !== null && value !== '')
  if (eintraege.length === 0) return <p class="sk-muted">Kein Text. Sehen Sie in die Anhänge.</p>
  return <DescriptionList items={eintraege.slice(0, 100).map(([label, value]) => ({ label: Array.isArray(daten) ? `${Number(label) + 1}.` : label, value: <Inhalt daten={value} /> }))} />
}

function Aktionen({ c, ansicht: { eingang, darf }, einheiten, fehler }: { c: RequestContext; ansicht: Eingangsansicht; einheiten: readonly { id: string; name: string; kuerzel: string }[]; fehler?: Eingangsfehler }) {
  const formular = (verb: string, knopf: string, felder: ComponentChildren) => (
    <form method="post" action={`/arbeitsplatz/eingaenge/${eingang.id}/${verb}`} class="sk-form" noValidate><Formularfelder c={c} />{felder}<Button small variant="secondary">{knopf}</Button></form>
  )
  const bei = (verb: string) => { const text = fehler?.verb === verb ? fehler.texte[0]?.text : undefined; return { ...(text ? { error: text } : {}), value: fehler?.verb === verb ? fehler.wert : '' } }
  return (
    <Card title="Was geschieht mit diesem Eingang?">
      {darf.ablegen ? formular('ablegen', 'In Vorgang ablegen', <TextField name="vorgangsnummer" label="Vorgangsnummer" hint="Die Anhänge werden als Dokumente im Vorgang abgelegt." {...bei('ablegen')} />) : null}
      {darf.verteilen ? formular('verteilen', 'Verteilen', <SelectField name="einheitId" label="An eine Einheit verteilen" {...bei('verteilen')} options={einheiten.filter(({ id }) => id !== eingang.einheitId).map(({ id, name, kuerzel }) => ({ value: id, label: `${kuerzel} ${name}` }))} />) : null}
      {eingang.einheitId ? formular('zurueckgeben', 'An die Poststelle zurückgeben', <TextField name="grund" id="zurueck-grund" label="Grund: nicht zuständig, weil …" {...bei('zurueckgeben')} />) : null}
      {darf.verteilen ? formular('erledigen', 'Ohne Vorgang erledigen', <TextField name="grund" id="erledigt-grund" label="Grund der Erledigung ohne Vorgang" {...bei('erledigen')} />) : null}
      <p class="sk-meta">Ein Eingang wird nie gelöscht. Stand: {formatInstant(c.now)}</p>
    </Card>
  )
}
