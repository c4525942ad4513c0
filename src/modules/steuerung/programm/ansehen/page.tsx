import type { ComponentChildren, VNode } from 'preact'
import {
  Alert, arbeitsplatzSeite, Badge, Button, Card, Checkboxes, DateText, DescriptionList, Details, ErrorSummary, fieldId, formatDate, Formularfelder, LinkButton, LinkList, Radios, TextField, Timeline, TwoColumns, type DescriptionItem,
} from '../../../../design/index.js'
import { mehrere, wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { ebeneText, klasseText, nummerText, PFAD, StatusMarke, steckbriefPfad, zeitraumText } from '../anzeige.js'
import { FELDER } from '../domain/felder.js'
import { grundNoetig, moeglicheStatus, STATUS, ueberfaellig, type Status } from '../domain/status.js'
import { freigebbareFelder, TEXTFELDER, textfelderVon } from '../domain/steckbrief.js'
import type { Aenderung, Objektansicht, Verweis } from './query.js'

export function steckbriefPage(c: RequestContext, ansicht: Objektansicht, teile: readonly VNode[], zustand: Formularzustand): Reply {
  const { objekt, strategie, pfad, namen, darf } = ansicht
  const spaet = ueberfaellig(objekt, c.today)
  return arbeitsplatzSeite(c, {
    title: objekt.name, preline: [ebeneText(objekt, namen), nummerText({ nummer: objekt.nummer, bausteinart: objekt.art === 'baustein' ? null : objekt.bausteinart })].filter(Boolean).join(' · '),
    meta: <><StatusMarke status={objekt.status} spaet={spaet} />{objekt.oeffentlich ? <Badge icon="eye">öffentlich</Badge> : null}</>, hasErrors: zustand.fehler.length > 0,
    breadcrumb: [{ label: strategie?.name ?? 'Programm', href: `${PFAD}?strategie=${strategie?.kennung ?? ''}` }, ...pfad.map((ober) => ({ label: ober.nummer ?? ober.name, href: steckbriefPfad(ober.id) })), { label: objekt.nummer ?? objekt.name }],
    actions: darf.bearbeiten ? <><LinkButton href={`${steckbriefPfad(objekt.id)}/bearbeiten`} small icon="edit">Bearbeiten</LinkButton><LinkButton href={`${steckbriefPfad(objekt.id)}/verweise`} small variant="secondary">Bezüge</LinkButton></> : null,
  }, (
    <>
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {zustand.meldung ? <Alert tone="danger" live="alert"><p>{zustand.meldung}</p></Alert> : null}
      {ansicht.person && !ansicht.person.da ? <Alert tone="warning" title="Verantwortliche Person fehlt"><p>{ansicht.person.name} arbeitet nicht mehr hier. Bitte legen Sie fest, wer jetzt verantwortlich ist.</p></Alert> : null}
      <TwoColumns asideLabel="Angaben" aside={<Seite c={c} ansicht={ansicht} zustand={zustand} />}>
        <Texte ansicht={ansicht} />
        {ansicht.kriterien.length > 0 ? <Card title="Woran man das Ziel erkennt"><DescriptionList items={ansicht.kriterien.map(({ kennzahl, zielwert, einheit, bisJahr }) => ({ label: kennzahl, value: `${zielwert === null ? 'kein Zielwert genannt' : `${Number(zielwert).toLocaleString('de-DE')} ${einheit ?? ''}`}${bisJahr ? ` bis ${bisJahr}` : ''}` }))} /></Card> : null}
        {ansicht.kinder.length > 0
          ? <Card title="Dazu gehören"><LinkList label="Dazu gehören" items={ansicht.kinder.map((kind) => ({ label: [kind.nummer, kind.name].filter(Boolean).join(' '), href: steckbriefPfad(kind.id), text: zeitraumText(kind) ?? '', badge: <StatusMarke status={kind.status} spaet={ueberfaellig(kind, c.today)} /> }))} /></Card>
          : null}
        {teile}
        <Bezuege verweise={ansicht.verweise} />
        <Verlauf zeilen={ansicht.verlauf} benannt={ansicht.benannt} />
      </TwoColumns>
    </>
  ))
}

function Texte({ ansicht: { objekt } }: { ansicht: Objektansicht }): VNode {
  const felder = textfelderVon(objekt.art).filter((feld) => objekt.texte[feld])
  if (felder.length === 0) return <Card title="Beschreibung"><p class="sk-muted">Noch keine Beschreibung.</p></Card>
  return <Card title="Steckbrief">{felder.map((feld) => <section key={feld}><h3>{TEXTFELDER[feld].titel}</h3>{(objekt.texte[feld] ?? '').split(/\n+/).map((absatz, index) => <p key={index}>{absatz}</p>)}</section>)}</Card>
}

const zeile = (label: string, value: ComponentChildren): DescriptionItem[] => (value === undefined || value === null || value === '' ? [] : [{ label, value }])

function Seite({ c, ansicht, zustand }: { c: RequestContext; ansicht: Objektansicht; zustand: Formularzustand }): VNode {
  const { objekt, einheit, person, klassen, darf } = ansicht
  const verschoben = objekt.endeOriginal && objekt.ende && !objekt.endeOriginal.equals(objekt.ende)
  return (
    <>
      <Card title="Angaben">
        <DescriptionList stacked items={[
          { label: 'Verantwortlich', value: [person?.name, objekt.verantwortlich].filter(Boolean).join(', ') || 'nicht angegeben' },
          ...zeile('Zuständige Einheit', einheit ? `${einheit.kuerzel} ${einheit.name}` : undefined), ...zeile('Beteiligte', objekt.beteiligte.join(', ')),
          ...zeile('Priorität', objekt.prioritaet), ...zeile('Laufzeit', zeitraumText(objekt)),
          ...zeile('Zuerst geplantes Ende', verschoben ? <DateText date={objekt.endeOriginal!} /> : undefined),
          ...zeile('Tatsächlich', [objekt.beginnIst ? `begonnen ${formatDate(objekt.beginnIst)}` : '', objekt.endeIst ? `beendet ${formatDate(objekt.endeIst)}` : ''].filter(Boolean).join(', ')),
          ...zeile('Frist von außen', objekt.frist ? <DateText date={objekt.frist} /> : undefined),
          ...(objekt.art === 'baustein' ? [{ label: 'Kostenklasse', value: <>{klasseText(objekt.kostenklasse, klassen) ?? 'nicht angegeben'}<span class="sk-line sk-meta">Nur Investitionen und externe Kosten, ohne eigenes Personal.</span></> }] : zeile('Kostenklasse', klasseText(objekt.kostenklasse, klassen))),
          { label: 'Technische Kennung', value: <span class="sk-meta">{objekt.id}</span> },
        ]} />
      </Card>
      {darf.bearbeiten ? <Statusformular c={c} ansicht={ansicht} zustand={zustand} /> : null}
      {darf.freigeben ? <Freigabe c={c} ansicht={ansicht} zustand={zustand} /> : null}
      {darf.verwalten ? <Entfernen c={c} ansicht={ansicht} zustand={zustand} /> : null}
    </>
  )
}

const fehlerAn = ({ fehler }: Formularzustand, feld: string) => { const treffer = fehler.find((one) => one.feld === feld); return treffer ? { error: treffer.text } : {} }

function Statusformular({ c, ansicht: { objekt }, zustand }: { c: RequestContext; ansicht: Objektansicht; zustand: Formularzustand }): VNode {
  const ziele = moeglicheStatus(objekt.status)
  const mitGrund = ziele.filter((status) => grundNoetig(objekt.status, status)).map((status) => STATUS[status].wort)
  const eigene = c.path.endsWith('/status') ? zustand : { werte: {}, fehler: [] }
  return (
    <Card title="Status ändern">
      <form method="post" action={`${steckbriefPfad(objekt.id)}/status`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <Radios name="status" label="Neuer Status" value={wert(eigene.werte, 'status')} options={ziele.map((status: Status) => ({ value: status, label: STATUS[status].wort }))} {...fehlerAn(eigene, 'status')} />
        <TextField name="grund" label="Grund" hint={mitGrund.length > 0 ? `Nötig für: ${mitGrund.join(', ')}.` : undefined} optional={mitGrund.length < ziele.length} maxLength={1000} value={wert(eigene.werte, 'grund')} {...fehlerAn(eigene, 'grund')} />
        <Button small>Status speichern</Button>
      </form>
    </Card>
  )
}

function Freigabe({ c, ansicht: { objekt }, zustand }: { c: RequestContext; ansicht: Objektansicht; zustand: Formularzustand }): VNode {
  const eigene = c.path.endsWith('/freigabe') ? zustand : undefined
  return (
    <Card title="Öffentliche Roadmap">
      <p>{objekt.oeffentlich ? <>Öffentlich sind der Name und {objekt.oeffentlicheFelder.length === 0 ? 'sonst nichts' : `${objekt.oeffentlicheFelder.length} weitere Angaben`}. <a href={`/roadmap/${objekt.id}`}>Öffentliche Seite ansehen</a></> : 'Noch nicht öffentlich.'}</p>
      <Details summary="Freigabe ändern" look="plain" open={eigene !== undefined}>
        <form method="post" action={`${steckbriefPfad(objekt.id)}/freigabe`} class="sk-form" noValidate>
          <Formularfelder c={c} />
          <Radios name="oeffentlich" label="Auf der öffentlichen Roadmap" inline value={(eigene ? wert(eigene.werte, 'oeffentlich') : objekt.oeffentlich ? 'ja' : 'nein')} options={[{ value: 'ja', label: 'zeigen' }, { value: 'nein', label: 'nicht zeigen' }]} />
          <Checkboxes name="felder" label="Neben dem Namen zeigen" values={eigene ? mehrere(eigene.werte, 'felder') : objekt.oeffentlicheFelder} options={freigebbareFelder(objekt.art).map(({ feld, titel }) => ({ value: feld, label: titel }))} {...(eigene ? fehlerAn(eigene, 'felder') : {})} />
          <Button small>Freigabe speichern</Button>
        </form>
      </Details>
    </Card>
  )
}

function Entfernen({ c, ansicht: { objekt }, zustand }: { c: RequestContext; ansicht: Objektansicht; zustand: Formularzustand }): VNode {
  const eigene = c.path.endsWith('/entfernen') ? zustand : { werte: {}, fehler: [] }
  return (
    <Details summary="Aus dem Programm nehmen" look="plain" open={c.path.endsWith('/entfernen')}>
      <p>Frühere Fassungen der Strategie zeigen es weiter.</p>
      <form method="post" action={`${steckbriefPfad(objekt.id)}/entfernen`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <TextField name="grund" id={fieldId('entfernen-grund')} label="Grund" maxLength={1000} value={wert(eigene.werte, 'grund')} {...fehlerAn(eigene, 'entfernen-grund')} />
        <Button small variant="danger">Aus dem Programm nehmen</Button>
      </form>
    </Details>
  )
}

const SAETZE = { zielbezug: { hin: 'Dient dem Ziel', her: 'Dient diesem Ziel' }, korrespondiert: { hin: 'Korrespondiert mit', her: 'Korrespondiert mit' }, benoetigt: { hin: 'Braucht zuvor', her: 'Wird gebraucht von' } } as const

function Bezuege({ verweise }: { verweise: readonly Verweis[] }): VNode | null {
  if (verweise.length === 0) return null
  const gruppen = Map.groupBy(verweise, ({ art, richtung }) => SAETZE[art][richtung])
  return (
    <Card title="Bezüge">
      <DescriptionList items={[...gruppen].map(([satz, alle]) => ({
        label: satz, value: <ul>{alle.map(({ id, objekt, text }) => <li key={id}>{objekt ? <a href={steckbriefPfad(objekt.id)}>{[objekt.nummer, objekt.name].filter(Boolean).join(' ')}</a> : <>„{text}“ <Badge tone="warning">ungelöster Verweis</Badge></>}</li>)}</ul>,
      }))} />
    </Card>
  )
}

const alsWert = (feld: string, text: string | null, benannt: Objektansicht['benannt']) => (text === null ? 'leer' : feld === 'status' ? STATUS[text as Status].wort : /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(Temporal.PlainDate.from(text)) : FELDER[feld]?.art === 'id' ? benannt(text) ?? 'anderer Eintrag' : text.length > 80 ? `${text.slice(0, 80)} …` : text)

function Verlauf({ zeilen, benannt }: { zeilen: readonly Aenderung[]; benannt: Objektansicht['benannt'] }): VNode | null {
  if (zeilen.length === 0) return null
  return (
    <Card title="Änderungen">
      <Timeline label="Änderungen" entries={zeilen.map(({ feld, alt, neu, grund, wer, am }) => ({
        at: am, who: wer, title: `${feld === 'status' ? 'Status' : feld === 'oeffentlich' ? 'Öffentlich sichtbar' : FELDER[feld]?.titel ?? feld}: ${alsWert(feld, alt, benannt)} → ${alsWert(feld, neu, benannt)}`, ...(grund ? { children: <p>Grund: {grund}</p> } : {}),
      }))} />
    </Card>
  )
}
