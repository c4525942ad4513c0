import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Button, Card, DateText, DescriptionList, Details, EmptyState, ErrorSummary, FilterBar, Formularfelder, HiddenFields, Table, TextareaField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { PFAD, ProgrammReiter, Strategiewahl } from '../anzeige.js'
import { BAUSTEINARTEN, type Ebenenname, type Objektart } from '../domain/arten.js'
import { FELDER } from '../domain/felder.js'
import { laufzeitText, STATUS, type Status } from '../domain/status.js'
import type { Standaenderung, Standobjekt } from '../domain/stand.js'
import type { fortschreibungAnsehen, fortschreibungenAnsehen } from './query.js'

type Liste = Awaited<ReturnType<typeof fortschreibungenAnsehen.run>>
type Eine = Awaited<ReturnType<typeof fortschreibungAnsehen.run>>
type Namen = Readonly<Record<Objektart, Ebenenname>>

export function fortschreibungenPage(c: RequestContext, { strategien, strategie, fortschreibungen, seither, namen }: Liste, zustand: Formularzustand): Reply {
  return arbeitsplatzSeite(c, { title: 'Fortschreibungen', preline: strategie?.name, hasErrors: zustand.fehler.length > 0 }, (
    <>
      <ProgrammReiter c={c} aktuell="fortschreibungen" strategie={strategie} />
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {strategien.length > 1 ? <FilterBar action={`${PFAD}/fortschreibungen`} submitLabel="Anzeigen"><Strategiewahl strategien={strategien} strategie={strategie} /></FilterBar> : null}
      <Table caption="Festgehaltene Fassungen" rows={fortschreibungen} rowKey={({ id }) => id} empty={<EmptyState title="Noch keine Fassung festgehalten"><p>Eine festgehaltene Fassung ändert sich nie mehr und lässt sich zitieren.</p></EmptyState>} columns={[
        { key: 'nummer', label: 'Fassung', rowHeader: true, cell: ({ id, nummer, bezeichnung }) => <a href={`${PFAD}/fortschreibungen/${id}`}>{nummer}. {bezeichnung}</a> },
        { key: 'beschlossen', label: 'Beschlossen', cell: ({ beschlossenAm, gremium }) => <>{beschlossenAm ? <DateText date={beschlossenAm} /> : '–'}{gremium ? <span class="sk-line sk-meta">{gremium}</span> : null}</> },
        { key: 'objekte', label: 'Einträge', align: 'end', cell: ({ objekte }) => objekte },
        { key: 'am', label: 'Festgehalten', nowrap: true, cell: ({ am }) => <DateText instant={am} /> },
      ]} />
      {fortschreibungen.length > 0 ? <Card title={`Seit Fassung ${fortschreibungen[0]?.nummer} geändert (${seither.length})`}><Aenderungen liste={seither} namen={namen} /></Card> : null}
      {strategie && holds(c.actor, 'programm.verwalten') ? <Festhalten c={c} kennung={strategie.kennung} strategieId={strategie.id} zustand={zustand} /> : null}
    </>
  ))
}

function Festhalten({ c, kennung, strategieId, zustand }: { c: RequestContext; kennung: string; strategieId: string; zustand: Formularzustand }): VNode {
  const an = (feld: string) => { const treffer = zustand.fehler.find((one) => one.feld === feld); return { value: wert(zustand.werte, feld), ...(treffer ? { error: treffer.text } : {}) } }
  return (
    <Details summary="Heutigen Stand als neue Fassung festhalten" open={zustand.fehler.length > 0}>
      <form method="post" action={`${PFAD}/fortschreibungen?strategie=${kennung}`} class="sk-form" noValidate>
        <Formularfelder c={c} /><HiddenFields values={{ strategieId }} />
        <TextField name="bezeichnung" label="Bezeichnung" hint="Zum Beispiel: Fortschreibung 2027" maxLength={200} {...an('bezeichnung')} />
        <TextField name="beschlossenAm" type="date" label="Beschlossen am" optional width={10} {...an('beschlossenAm')} />
        <TextField name="gremium" label="Von welchem Gremium" optional maxLength={200} {...an('gremium')} />
        <TextareaField name="vermerk" label="Vermerk" optional rows={3} maxLength={4000} {...an('vermerk')} />
        <Button>Fassung festhalten</Button>
      </form>
    </Details>
  )
}

const WORTE: Readonly<Record<string, string>> = { status: 'Status', ziele: 'Bezug zu Zielen', art: 'Ebene', kennung: 'Kennung' }
const feldname = (feld: string) => FELDER[feld]?.titel ?? WORTE[feld] ?? feld
const lesbar = (feld: string, text: string | null) => (text === null ? 'leer' : feld === 'status' ? STATUS[text as Status].wort : feld === 'oberId' ? 'anderer Eintrag' : /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').reverse().join('.') : text)
const titel = ({ nummer, name }: Standobjekt) => [nummer, name].filter(Boolean).join(' ')

/** What is new, gone or different, as a list. */
function Aenderungen({ liste, namen }: { liste: readonly Standaenderung[]; namen: Namen }): VNode {
  if (liste.length === 0) return <p>Nichts.</p>
  return (
    <ul>
      {liste.map((eine) => (
        <li key={`${eine.was}-${eine.objekt.id}`}>
          <strong>{eine.was === 'neu' ? 'Neu' : eine.was === 'entfallen' ? 'Entfallen' : 'Geändert'}:</strong> {titel(eine.objekt)} <span class="sk-meta">{namen[eine.objekt.art as Objektart].einzahl}</span>
          {eine.was === 'geaendert' ? <ul>{eine.felder.map(({ feld, alt, neu }) => <li key={feld}>{feldname(feld)}: {lesbar(feld, alt)} → {lesbar(feld, neu)}</li>)}</ul> : null}
        </li>
      ))}
    </ul>
  )
}

export function fortschreibungPage(c: RequestContext, { strategie, nummer, bezeichnung, beschlossenAm, gremium, vermerk, am, stand, vorige, aenderungen, namen }: Eine): Reply {
  const byId = new Map(stand.objekte.map((objekt) => [objekt.id, objekt]))
  return arbeitsplatzSeite(c, {
    title: bezeichnung, preline: `${strategie?.name ?? 'Strategie'}, Fassung ${nummer}`, breadcrumb: [{ label: 'Fortschreibungen', href: `${PFAD}/fortschreibungen?strategie=${strategie?.kennung ?? ''}` }, { label: `Fassung ${nummer}` }],
  }, (
    <>
      <Alert title="Festgehaltene Fassung"><p>So stand die Strategie am <DateText instant={am} />. Diese Seite ändert sich nicht mehr. Zitieren Sie: {strategie?.name}, Fassung {nummer} „{bezeichnung}“{beschlossenAm ? <>, beschlossen am <DateText date={beschlossenAm} />{gremium ? ` (${gremium})` : ''}</> : null}.</p></Alert>
      {vermerk ? <Card title="Vermerk"><p>{vermerk}</p></Card> : null}
      {vorige ? <Card title={`Geändert gegenüber Fassung ${vorige.nummer} (${aenderungen.length})`}><Aenderungen liste={aenderungen} namen={namen} /></Card> : null}
      <Table caption={`Alle ${stand.objekte.length} Einträge dieser Fassung`} dense rows={stand.objekte} rowKey={({ id }) => id} columns={[
        { key: 'name', label: 'Eintrag', rowHeader: true, cell: (objekt) => <>{titel(objekt)}<span class="sk-line sk-meta">{objekt.bausteinart && objekt.art === 'baustein' ? BAUSTEINARTEN[objekt.bausteinart as keyof typeof BAUSTEINARTEN] : namen[objekt.art as Objektart].einzahl}</span></> },
        { key: 'ober', label: 'Gehört zu', cell: ({ oberId }) => { const ober = byId.get(oberId ?? ''); return ober ? titel(ober) : '–' } },
        { key: 'status', label: 'Status', cell: ({ status }) => (status ? STATUS[status as Status].wort : '–') },
        { key: 'zeit', label: 'Zeitraum', cell: (objekt) => [objekt.beginn && lesbar('beginn', objekt.beginn), objekt.ende && `bis ${lesbar('ende', objekt.ende)}`, laufzeitText(objekt)].filter(Boolean).join(', ') || '–' },
        { key: 'wer', label: 'Verantwortlich', cell: ({ verantwortlich }) => verantwortlich ?? '–' },
      ]} />
      <Details summary="Alle Texte dieser Fassung">
        {stand.objekte.filter(({ texte }) => Object.keys(texte).length > 0).map((objekt) => <section key={objekt.id}><h3>{titel(objekt)}</h3><DescriptionList items={Object.entries(objekt.texte).map(([feld, text]) => ({ label: feldname(`texte.${feld}`), value: text }))} /></section>)}
      </Details>
    </>
  ))
}
