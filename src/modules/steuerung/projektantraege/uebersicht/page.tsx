import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Card, DateText, DescriptionList, Details, EmptyState, ErrorSummary, fieldId, Formularfelder, formatDate, LinkButton, SelectField, Table, TextareaField, TextField, Timeline } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { steckbriefPfad } from '../../programm/index.js'
import type { Gateergebnis, Stand } from '../db/tables.js'
import { OffeneAbfragen } from '../hausabfrage/page.js'
import { ABFRAGEN } from '../hausabfrage/pfade.js'
import type { offeneAbfragen } from '../hausabfrage/query.js'
import { STAMMBLATT, STAMMBLATTFELDER, STELLEN, type Stelle } from '../domain/stammblatt.js'
import { GRUND_MAX } from '../zurueckziehen/command.js'
import type { ideenAnsehen, projektantragAmFall, Zeile } from './query.js'

export const PFAD = '/arbeitsplatz/ideen'
const STAND: Readonly<Record<Stand, readonly [string, 'info' | 'success' | 'warning' | 'danger']>> = { laufend: ['in Bearbeitung', 'info'], angenommen: ['angenommen', 'success'], zurueckgestellt: ['zurückgestellt', 'warning'], abgelehnt: ['abgelehnt', 'danger'], zurueckgezogen: ['Genehmigung zurückgezogen', 'danger'] }
export const ERGEBNISSE: Readonly<Record<Gateergebnis, string>> = { annehmen: 'zugestimmt', auflagen: 'mit Auflagen zugestimmt', zurueckstellen: 'zurückgestellt', ablehnen: 'abgelehnt', ueberarbeiten: 'zur Überarbeitung zurück', zurueckziehen: 'nicht mehr genehmigt' }

type Ideen = Awaited<ReturnType<typeof ideenAnsehen.run>>

/** What was refused, and at which idea. */
export interface Ideenzustand extends Formularzustand { readonly antragId?: string }

const grundFeld = (id: string): string => `zurueckziehen-${id}`

export function ideenPage(c: RequestContext, { eigene, andere, speicher, alle, wege }: Ideen, offen: Awaited<ReturnType<typeof offeneAbfragen.run>>, zustand: Ideenzustand = { werte: {}, fehler: [] }): Reply {
  const meldungen = [...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ text }) => ({ field: grundFeld(zustand.antragId ?? ''), text }))]
  const liste = { c, zustand }
  const darfVorgang = holds(c.actor, 'vorgang.lesen')
  return arbeitsplatzSeite(c, { title: 'Ideen', hasErrors: meldungen.length > 0, actions: <>{wege.length > 0 ? <LinkButton href={`${PFAD}/neu`} small icon="plus">Idee melden</LinkButton> : null}{holds(c.actor, 'projektantrag.abfragen') ? <LinkButton href={ABFRAGEN} small variant="secondary">Hausabfragen</LinkButton> : null}</> }, (
    <>
      <ErrorSummary errors={meldungen} />
      <OffeneAbfragen offen={offen} />
      <p class="sk-lead">Sie haben eine Idee für die Digitalisierung? Melden Sie sie mit wenigen Worten. Hier sehen Sie, was daraus wird.</p>
      <Liste {...liste} titel="Meine Ideen" zeilen={eigene} vorgang={darfVorgang} leer="Sie haben noch keine Idee gemeldet." />
      {alle ? <Liste {...liste} titel="Themenspeicher" zeilen={speicher} vorgang={darfVorgang} leer="Nichts ist zurückgestellt." mitMelder /> : null}
      {alle ? <Liste {...liste} titel="Alle anderen Ideen" zeilen={andere} vorgang={darfVorgang} leer="Noch hat niemand sonst eine Idee gemeldet." mitMelder /> : null}
    </>
  ))
}

function Liste({ c, zustand, titel, zeilen, vorgang, leer, mitMelder = false }: { c: RequestContext; zustand: Ideenzustand; titel: string; zeilen: readonly Zeile[]; vorgang: boolean; leer: string; mitMelder?: boolean }): VNode {
  return (
    <section>
      <h2 class="sk-h2">{titel}</h2>
      <Table caption={titel} captionHidden rows={zeilen} rowKey={({ id }) => id} empty={<EmptyState title={leer}><p>{mitMelder ? 'Was gemeldet oder zurückgestellt wird, erscheint hier von selbst.' : 'Mit „Idee melden“ schlagen Sie etwas vor. Hier steht dann, wie darüber entschieden wird.'}</p></EmptyState>} columns={[
        { key: 'titel', label: 'Idee', rowHeader: true, cell: ({ titel: name, vorgangsnummer }) => <>{vorgang ? <a href={`/arbeitsplatz/vorgaenge/${vorgangsnummer}`}>{name}</a> : name}<span class="sk-line sk-meta">{vorgangsnummer}</span></> },
        ...(mitMelder ? [{ key: 'wer', label: 'Von', cell: ({ melder }: Zeile) => melder }] : []),
        { key: 'am', label: 'Gemeldet', nowrap: true, cell: ({ gemeldetAm }) => <DateText instant={gemeldetAm} /> },
        { key: 'stand', label: 'Stand', cell: ({ stand, schritt, antwortBis }) => <><Badge tone={STAND[stand][1]}>{STAND[stand][0]}</Badge>{schritt ? <span class="sk-line sk-meta">{schritt}</span> : null}{stand === 'laufend' && antwortBis ? <span class="sk-line sk-meta">Antwort bis {formatDate(antwortBis)}</span> : null}</> },
        { key: 'was', label: 'Grund, Auflagen, Wiedervorlage', cell: (zeile) => <><Folge zeile={zeile} />{zeile.stand === 'angenommen' && holds(c.actor, 'projektantrag.zurueckziehen') ? <Zurueckziehen c={c} zeile={zeile} zustand={zustand} /> : null}</> },
      ]} />
    </section>
  )
}

function Folge({ zeile: { zwischenbescheid, stand, grund, auflagen, wiedervorlageAm, objektId } }: { zeile: Zeile }): VNode {
  const teile = [...(zwischenbescheid && stand === 'laufend' ? [`Antwort: ${zwischenbescheid}`] : []), ...(grund ? [`Grund: ${grund}`] : []), ...(auflagen ? [`Auflagen: ${auflagen}`] : []), ...(wiedervorlageAm ? [`Wieder vorgelegt am ${formatDate(wiedervorlageAm)}`] : [])]
  return <>{teile.map((text) => <span class="sk-line" key={text}>{text}</span>)}{objektId ? <a href={steckbriefPfad(objektId)}>Steckbrief in der Roadmap</a> : teile.length === 0 ? '–' : null}</>
}

function Zurueckziehen({ c, zeile: { id, titel }, zustand }: { c: RequestContext; zeile: Zeile; zustand: Ideenzustand }): VNode {
  const eigener = zustand.antragId === id ? zustand : undefined
  const fehler = eigener?.fehler.find(({ feld }) => feld === 'grund')?.text
  return (
    <Details look="plain" open={eigener !== undefined} summary={<>Genehmigung zurückziehen<span class="sk-sr-only"> {titel}</span></>}>
      <form method="post" action={`${PFAD}/${id}/zurueckziehen`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <TextareaField name="grund" id={fieldId(grundFeld(id))} label="Grund" rows={2} maxLength={GRUND_MAX} hint="Das Vorhaben wird zurückgestellt. Wer die Idee hatte, liest den Grund." value={eigener ? wert(eigener.werte, 'grund') : ''} {...(fehler ? { error: fehler } : {})} />
        <Button small variant="danger">Genehmigung zurückziehen</Button>
      </form>
    </Details>
  )
}

export function meldenPage(c: RequestContext, { wege }: Ideen, zustand: Formularzustand): Reply {
  const w = (feld: string) => { const fehler = zustand.fehler.find((one) => one.feld === feld); return { value: wert(zustand.werte, feld), ...(fehler ? { error: fehler.text } : {}) } }
  return arbeitsplatzSeite(c, { title: 'Idee melden', schmal: true, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Ideen', href: PFAD }, { label: 'Melden' }] }, (
    <>
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {zustand.meldung ? <Alert tone="danger" live="alert"><p>{zustand.meldung}</p></Alert> : null}
      {wege.length === 0 ? <Alert tone="warning" title="Noch nicht möglich"><p>Das Programmbüro hat noch nicht festgelegt, wer über Ideen entscheidet.</p></Alert> : null}
      <form method="post" action={`${PFAD}/neu`} class="sk-form" noValidate data-unsaved-guard="">
        <Formularfelder c={c} />
        <TextField name="titel" label="Worum geht es?" maxLength={300} {...w('titel')} />
        <TextareaField name="mitteilung" label="Was soll besser werden?" hint="Ein paar Sätze genügen. Das Fachliche ergänzt das zuständige Team." rows={6} maxLength={10_000} {...w('mitteilung')} />
        {wege.length > 1 ? <SelectField name="weg" label="Wer soll entscheiden?" emptyLabel={null} {...w('weg')} options={wege.map(({ schluessel, name }) => ({ value: schluessel, label: name }))} /> : null}
        <ButtonRow><Button>Idee melden</Button><LinkButton href={PFAD} variant="tertiary">Abbrechen</LinkButton></ButtonRow>
      </form>
    </>
  ))
}

/** Notice, Stammblatt, participation and decisions on the case screen. */
export function Fallteil({ ansicht: { antrag, beteiligungen, entscheidungen, namen } }: { ansicht: NonNullable<Awaited<ReturnType<typeof projektantragAmFall.run>>> }): VNode {
  return (
    <>
      <Card title="Gemeldete Idee" preline={`von ${namen(antrag.melderId)}`}>{antrag.mitteilung.split(/\n+/).map((absatz, index) => <p key={index}>{absatz}</p>)}{antrag.objektId ? <p><a href={steckbriefPfad(antrag.objektId)}>Steckbrief in der Roadmap</a></p> : null}</Card>
      {Object.keys(antrag.stammblatt).length > 0 ? <Card title="Projektstammblatt"><DescriptionList stacked items={STAMMBLATTFELDER.filter((feld) => antrag.stammblatt[feld]).map((feld) => ({ label: STAMMBLATT[feld].titel, value: antrag.stammblatt[feld] ?? '' }))} /></Card> : null}
      {beteiligungen.length > 0
        ? <Card title="Beteiligung"><DescriptionList items={(Object.keys(STELLEN) as Stelle[]).flatMap((stelle) => { const eine = beteiligungen.find((one) => one.stelle === stelle); return eine ? [{ label: STELLEN[stelle], value: `${eine.beteiligtAm ? `beteiligt am ${formatDate(eine.beteiligtAm)}` : 'nicht erforderlich'}${eine.text ? `: ${eine.text}` : ''}` }] : [] })} /></Card>
        : null}
      {entscheidungen.length > 0
        ? <Card title="Entscheidungen"><Timeline label="Entscheidungen" entries={entscheidungen.map(({ gate, ergebnis, auflagen, grund, wiedervorlageAm, akteurId, am }) => ({ at: am, who: namen(akteurId), title: `${gate}: ${ERGEBNISSE[ergebnis]}`, children: <>{auflagen ? <p>Auflagen: {auflagen}</p> : null}{grund ? <p>Grund: {grund}</p> : null}{wiedervorlageAm ? <p>Wieder vorgelegt am {formatDate(wiedervorlageAm)}</p> : null}</> }))} /></Card>
        : null}
    </>
  )
}
