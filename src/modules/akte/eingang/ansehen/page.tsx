import type { ComponentChildren } from 'preact'
import { Alert, arbeitsplatzSeite, Button, ButtonRow, Card, CheckAnswers, DateText, DescriptionList, Details, DocumentList, ErrorSummary, Formularfelder, SelectField, TextField, Timeline, TwoColumns } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { KANAELE, Status } from '../anzeige.js'
import type { Verteilschritt } from '../lesen.js'
import type { Inhaltsabschnitt } from './inhaltsart.js'
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
      {ansicht.vorgangsnummer ? <Alert tone="success" title="Zugeordnet"><p>Dieser Eingang liegt im <a href={`/arbeitsplatz/vorgaenge/${ansicht.vorgangsnummer}`}>Vorgang {ansicht.vorgangsnummer}</a>.</p></Alert> : null}
      {eingang.erledigtGrund ? <Alert title="Ohne Vorgang erledigt"><p>{eingang.erledigtGrund}</p></Alert> : null}
      <Card title="Inhalt">{ansicht.abschnitte ? <Abschnitte abschnitte={ansicht.abschnitte} /> : <Inhalt daten={eingang.inhalt.daten} />}</Card>
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

const wort = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'ja' : 'nein') : String(value))
const istWert = (value: unknown): boolean => value === null || typeof value !== 'object'

/** Nested data as one flat list of names and values; lists of plain values in one line. */
function flach(daten: unknown, name: string): { label: string; value: string }[] {
  if (daten === null || daten === undefined || daten === '') return []
  if (istWert(daten)) return [{ label: name, value: wort(daten) }]
  if (Array.isArray(daten) && daten.every(istWert)) return daten.length > 0 ? [{ label: name, value: daten.filter((value) => value !== null).map(wort).join(', ') }] : []
  return Object.entries(daten as object).flatMap(([feld, value]) => flach(value, [name, Array.isArray(daten) ? String(Number(feld) + 1) : feld].filter(Boolean).join(' › ')))
}

function Abschnitte({ abschnitte }: { abschnitte: readonly Inhaltsabschnitt[] }) {
  return <CheckAnswers sections={abschnitte.map(({ titel, eintraege }) => ({ title: titel, rows: eintraege.map(({ label, wert }) => ({ label, value: wert })) }))} />
}

/** Whatever came as data, as received. */
function Inhalt({ daten }: { daten: unknown }) {
  const zeilen = flach(daten, '')
  if (zeilen.length === 0) return <p class="sk-muted">Kein Text. Sehen Sie in die Anhänge.</p>
  return <DescriptionList items={zeilen.slice(0, 300).map(({ label, value }) => ({ label: label || 'Text', value }))} />
}

function Aktionen({ c, ansicht: { eingang, darf }, einheiten, fehler }: { c: RequestContext; ansicht: Eingangsansicht; einheiten: readonly { id: string; name: string; kuerzel: string }[]; fehler?: Eingangsfehler }) {
  const formular = (verb: string, titel: string, knopf: string, felder: ComponentChildren) => (
    <Details summary={titel} open={fehler?.verb === verb}>
      <form method="post" action={`/arbeitsplatz/eingaenge/${eingang.id}/${verb}`} class="sk-form" noValidate><Formularfelder c={c} />{felder}<ButtonRow><Button small>{knopf}</Button></ButtonRow></form>
    </Details>
  )
  const bei = (verb: string) => { const text = fehler?.verb === verb ? fehler.texte[0]?.text : undefined; return { ...(text ? { error: text } : {}), value: fehler?.verb === verb ? fehler.wert : '' } }
  return (
    <Card title="Was geschieht mit diesem Eingang?">
      {darf.ablegen ? formular('ablegen', 'In einen Vorgang ablegen', 'In Vorgang ablegen', <TextField name="vorgangsnummer" label="Vorgangsnummer" hint="Die Anhänge werden als Dokumente im Vorgang abgelegt." {...bei('ablegen')} />) : null}
      {darf.verteilen ? formular('verteilen', 'An eine Einheit verteilen', 'Verteilen', <SelectField name="einheitId" label="Einheit" {...bei('verteilen')} options={einheiten.filter(({ id }) => id !== eingang.einheitId).map(({ id, name, kuerzel }) => ({ value: id, label: `${kuerzel} ${name}` }))} />) : null}
      {eingang.einheitId ? formular('zurueckgeben', 'Nicht zuständig: an die Poststelle zurückgeben', 'Zurückgeben', <TextField name="grund" id="zurueck-grund" label="Grund" {...bei('zurueckgeben')} />) : null}
      {darf.verteilen ? formular('erledigen', 'Ohne Vorgang erledigen', 'Erledigen', <TextField name="grund" id="erledigt-grund" label="Grund" {...bei('erledigen')} />) : null}
      <p class="sk-meta">Ein Eingang wird nie gelöscht; jeder Schritt bleibt sichtbar.</p>
    </Card>
  )
}
