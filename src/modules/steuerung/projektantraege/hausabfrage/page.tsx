import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Card, CheckboxField, DateText, EmptyState, ErrorSummary, formatDate, Formularfelder, Knopfformular, LinkButton, Table, TextareaField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { ABFRAGEN, antwortPfad, IDEEN } from './pfade.js'
import type { abfragenAnsehen, abfrageOeffnen, Auswertung } from './query.js'

const FRAGEN = 'Welche Aufgabe kostet Ihre Einheit unnötig viel Zeit?\nWelche Leistung sollten Bürgerinnen und Bürger online bekommen?\nWas fehlt Ihnen an Technik oder Schulung?'
const krume = (letzte: string) => [{ label: 'Ideen', href: IDEEN }, { label: 'Hausabfragen', href: ABFRAGEN }, { label: letzte }]
const meldungen = ({ meldung, fehler }: Formularzustand) => [...(meldung ? [{ text: meldung }] : []), ...fehler.map(({ feld, text }) => ({ field: feld, text }))]
const feldVon = (zustand: Formularzustand) => (name: string, vorgabe = '') => {
  const text = zustand.fehler.find(({ feld }) => feld === name)?.text
  return { name, value: zustand.werte[name] === undefined ? vorgabe : wert(zustand.werte, name), ...(text ? { error: text } : {}) }
}

/** All surveys, and a form for the next. */
export function abfragenPage(c: RequestContext, alle: Awaited<ReturnType<typeof abfragenAnsehen.run>>, zustand: Formularzustand): Reply {
  const bei = feldVon(zustand)
  return arbeitsplatzSeite(c, { title: 'Hausabfragen', hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung), breadcrumb: [{ label: 'Ideen', href: IDEEN }, { label: 'Hausabfragen' }] }, (
    <div class="sk-stack">
      <ErrorSummary errors={meldungen(zustand)} />
      {alle.length === 0 ? <EmptyState title="Noch keine Hausabfrage"><p>Fragen Sie einmal im Jahr alle Einheiten, was sie brauchen. Aus den Antworten werden Ideen.</p></EmptyState> : (
        <Table caption="Hausabfragen" captionHidden rows={alle} rowKey={({ id }) => id} columns={[
          { key: 'titel', label: 'Abfrage', rowHeader: true, cell: ({ id, titel }) => <a href={`${ABFRAGEN}/${id}`}>{titel}</a> },
          { key: 'bis', label: 'Antwort bis', nowrap: true, cell: ({ faelligAm }) => formatDate(faelligAm) },
          { key: 'stand', label: 'Beantwortet', cell: ({ beantwortet, gefragt }) => `${beantwortet} von ${gefragt} Einheiten` },
        ]} />
      )}
      <Card title="Neue Hausabfrage">
        <form method="post" action={ABFRAGEN} class="sk-form" noValidate>
          <Formularfelder c={c} />
          <TextField label="Titel" maxLength={200} {...bei('titel', `Hausabfrage ${c.today.year + 1}`)} />
          <TextareaField label="Einleitung" optional rows={2} maxLength={2000} {...bei('einleitung')} />
          <TextareaField label="Fragen" hint="Eine je Zeile" rows={5} {...bei('fragen', FRAGEN)} />
          <TextField label="Antwort bis" width={10} {...bei('faelligAm', formatDate(c.today.add({ weeks: 4 })))} />
          <ButtonRow><Button>Alle Einheiten fragen</Button></ButtonRow>
        </form>
      </Card>
    </div>
  ))
}

/** Answers by question, and who is missing. */
export function auswertungPage(c: RequestContext, { abfrage, gefragte, antworten }: Auswertung): Reply {
  const offen = gefragte.filter(({ beantwortetAm }) => beantwortetAm === null)
  const einheit = (id: string) => gefragte.find(({ einheitId }) => einheitId === id)
  return arbeitsplatzSeite(c, { title: abfrage.titel, meta: `Antwort bis ${formatDate(abfrage.faelligAm)}`, breadcrumb: krume(abfrage.titel) }, (
    <div class="sk-stack">
      <Card title={offen.length === 0 ? 'Alle haben geantwortet' : `Noch keine Antwort: ${offen.length} von ${gefragte.length}`}>
        {offen.length === 0 ? null : (
          <>
            <ul>{offen.map(({ einheitId, kuerzel, name }) => <li key={einheitId}>{kuerzel} {name}</li>)}</ul>
            {abfrage.erinnertAm ? <p class="sk-meta">Zuletzt erinnert: <DateText instant={abfrage.erinnertAm} /></p> : null}
            <Knopfformular c={c} action={`${ABFRAGEN}/${abfrage.id}/erinnern`} felder={{}} small>Diese Einheiten erinnern</Knopfformular>
          </>
        )}
      </Card>
      {abfrage.fragen.map((frage, i) => {
        const eigene = antworten.filter((antwort) => antwort.frage === i)
        return (
          <Card key={i} title={frage}>
            <Table caption={frage} captionHidden rows={eigene} rowKey={({ einheitId }) => einheitId} empty={<p class="sk-muted">Noch keine Antwort.</p>} columns={[
              { key: 'wer', label: 'Einheit', rowHeader: true, cell: ({ einheitId }) => <>{einheit(einheitId)?.kuerzel} {einheit(einheitId)?.name}<span class="sk-line sk-meta">{einheit(einheitId)?.wer}</span></> },
              { key: 'text', label: 'Antwort', cell: ({ text }) => text.split('\n').map((zeile, index) => <span class="sk-line" key={index}>{zeile}</span>) },
              { key: 'idee', label: 'Idee', cell: ({ einheitId, vorgangsnummer }) => (vorgangsnummer ? <Badge tone="success">{vorgangsnummer}</Badge> : <Knopfformular c={c} action={`${ABFRAGEN}/${abfrage.id}/idee`} felder={{ einheitId, frage: String(i) }} small context={`${einheit(einheitId)?.kuerzel ?? ''}, Frage ${i + 1}`}>Als Idee aufnehmen</Knopfformular>) },
            ]} />
          </Card>
        )
      })}
    </div>
  ))
}

/** The questions for one unit. */
export function antwortPage(c: RequestContext, { abfrage, einheit, antworten }: Awaited<ReturnType<typeof abfrageOeffnen.run>>, zustand: Formularzustand): Reply {
  const bei = feldVon(zustand)
  return arbeitsplatzSeite(c, { title: abfrage.titel, schmal: true, preline: `${einheit.kuerzel} ${einheit.name}`, meta: `Antwort bis ${formatDate(abfrage.faelligAm)}`, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung), breadcrumb: [{ label: 'Ideen', href: IDEEN }, { label: abfrage.titel }] }, (
    <div class="sk-stack">
      <ErrorSummary errors={meldungen(zustand)} />
      {abfrage.einleitung ? <p class="sk-lead">{abfrage.einleitung}</p> : null}
      <form method="post" action={antwortPfad(abfrage.id, einheit.einheitId)} class="sk-form" noValidate data-unsaved-guard="">
        <Formularfelder c={c} />
        {abfrage.fragen.map((frage, i) => {
          const bisher = antworten.find((antwort) => antwort.frage === i)
          return bisher?.antragId
            ? <p key={i}><strong>{frage}</strong><span class="sk-line">{bisher.text}</span><span class="sk-line sk-meta">Daraus ist eine Idee geworden; die Antwort bleibt so.</span></p>
            : <TextareaField key={i} label={frage} optional rows={4} maxLength={4000} {...bei(`antwort${i}`, bisher?.text ?? '')} />
        })}
        <CheckboxField name="keinBedarf" value="ja" label="Unsere Einheit hat zurzeit keinen Bedarf" optional checked={wert(zustand.werte, 'keinBedarf') === 'ja'} />
        <ButtonRow><Button>Antworten</Button><LinkButton href={IDEEN} variant="tertiary">Abbrechen</LinkButton></ButtonRow>
      </form>
    </div>
  ))
}

/** On the page of ideas: what the own unit still has to answer. */
export function OffeneAbfragen({ offen }: { offen: readonly { readonly abfrage: { readonly id: string; readonly titel: string; readonly faelligAm: Temporal.PlainDate }; readonly einheit: { readonly einheitId: string; readonly kuerzel: string; readonly name: string } }[] }): VNode | null {
  if (offen.length === 0) return null
  return <Alert title="Bitte antworten"><ul>{offen.map(({ abfrage, einheit }) => <li key={`${abfrage.id}${einheit.einheitId}`}><a href={antwortPfad(abfrage.id, einheit.einheitId)}>{abfrage.titel}</a>: {einheit.kuerzel} {einheit.name}, bis {formatDate(abfrage.faelligAm)}</li>)}</ul></Alert>
}
