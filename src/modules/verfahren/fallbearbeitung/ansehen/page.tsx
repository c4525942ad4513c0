import type { ComponentChildren, VNode } from 'preact'
import {
  Alert, arbeitsplatzSeite, Badge, Card, DateText, Deadline, Details, DocumentList, EmptyState, ErrorSummary, Formularfelder, Icon, Knopfformular, LinkButton, Timeline, TwoColumns, DescriptionList,
} from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { DOKUMENTTYPEN, inWorten, istBearbeitbar, Status, VORGANGSTYPEN } from '../../../akte/akten/index.js'
import { darfErledigen, letzteArbeitsliste, type Aufgabe } from '../../../grundlagen/aufgaben/index.js'
import { FRISTARTEN } from '../../../grundlagen/fristen/index.js'
import { allgemeineMaske } from '../bearbeiten/allgemein.js'
import { maskeVon, teileIn } from '../registrierung.js'
import type { Fall } from './query.js'

/** A form that came back with errors: which task, what was entered. */
export interface Zurueck { readonly aufgabeId: string; readonly zustand: Formularzustand; readonly status: number }

const LEER: Formularzustand = { werte: {}, fehler: [] }

/** The case screen: what is to be done first, then what it is about, documents, notes and history. */
export async function fallSeite(c: RequestContext, fall: Fall, zurueck?: Zurueck): Promise<Reply> {
  const { vorgang } = fall
  const haupt = await teile(c, fall, 'haupt')
  const seite = await teile(c, fall, 'seite')
  const offen = fall.aufgaben.filter(({ status }) => status === 'offen')
  const karten: VNode[] = []
  const sichtbar = offen.filter((aufgabe) => !maskeVon(aufgabe.maske)?.nurWerDarf || darfErledigen(c.actor, aufgabe).darf)
  for (const aufgabe of sichtbar) karten.push(await Aufgabenkarte(c, fall, aufgabe, zurueck?.aufgabeId === aufgabe.id ? zurueck.zustand : LEER))
  const verpasst = zurueck && !offen.some(({ id }) => id === zurueck.aufgabeId)
  const naechste = offen.map(({ faelligAm }) => faelligAm).filter((tag) => tag !== null).toSorted((a, b) => Temporal.PlainDate.compare(a, b))[0]
  return arbeitsplatzSeite(c, {
    title: vorgang.betreff, preline: `Vorgang ${vorgang.vorgangsnummer}`, ...(zurueck ? { status: zurueck.status, hasErrors: true } : {}),
    breadcrumb: [{ label: 'Aufgaben', href: letzteArbeitsliste(c) }, { label: vorgang.vorgangsnummer }],
    meta: <><Status status={vorgang.status} />{vorgang.leistung ? <span>{inWorten(VORGANGSTYPEN, vorgang.typ)}</span> : null}<span>Aktenzeichen <a href={`/arbeitsplatz/akten/${vorgang.akteId}`}>{vorgang.aktenzeichen}</a></span><span>{fall.einheit}</span>{naechste ? <Deadline date={naechste} today={c.today} /> : null}</>,
    actions: <Aktionen c={c} fall={fall} />,
  }, (
    <TwoColumns asideLabel="Angaben zum Vorgang" aside={<><Fristen c={c} fall={fall} /><Wiedervorlagen c={c} fall={fall} /><Angaben fall={fall} />{seite.map(({ knoten }) => knoten)}<Laufweg fall={fall} /><WeitereSchritte c={c} fall={fall} /></>}>
      {verpasst ? <Alert tone="danger" live="alert" title="Die Aufgabe ist nicht mehr offen"><p>{zurueck.zustand.meldung ?? 'Jemand anderes war schneller, oder das Verfahren ist weitergegangen.'} Unten sehen Sie den neuen Stand.</p></Alert> : null}
      <Sprungliste haupt={haupt} fall={fall} />
      {karten}
      {karten.length === 0 && istBearbeitbar(vorgang.status) ? <Ruhe fall={fall} /> : null}
      {haupt.map(({ knoten }) => knoten)}
      <Dokumente fall={fall} />
      <Vermerke fall={fall} />
      <Verlauf fall={fall} />
    </TwoColumns>
  ))
}

export interface GezeichneterTeil { readonly name: string; readonly titel: string | undefined; readonly knoten: VNode }

/** What rooms above add to an area of the screen, drawn; parts that have nothing to say about the Vorgang are missing. */
export async function teile(c: RequestContext, { vorgang }: Fall, bereich: 'haupt' | 'seite'): Promise<GezeichneterTeil[]> {
  const gezeichnet: GezeichneterTeil[] = []
  for (const teil of teileIn(bereich)) {
    const knoten = await teil.laden(c, vorgang)
    if (knoten) gezeichnet.push({ name: teil.name, titel: teil.titel, knoten: <div key={teil.name} id={`teil-${teil.name}`} class="sk-part">{knoten}</div> })
  }
  return gezeichnet
}

/** The screen is long: where its parts are. */
function Sprungliste({ haupt, fall }: { haupt: readonly GezeichneterTeil[]; fall: Fall }) {
  const ziele = [
    ...haupt.flatMap(({ name, titel }) => (titel ? [{ name, titel }] : [])), { name: 'dokumente', titel: `Dokumente (${fall.dokumente.length})` },
    ...(fall.vermerke.length > 0 ? [{ name: 'vermerke', titel: `Vermerke (${fall.vermerke.length})` }] : []), { name: 'verlauf', titel: 'Verlauf' },
  ]
  return <nav aria-label="Auf dieser Seite"><ul class="sk-jump">{ziele.map(({ name, titel }) => <li key={name}><a href={`#teil-${name}`}>{titel}</a></li>)}</ul></nav>
}

/** What is done seldom, or at the end. */
function WeitereSchritte({ c, fall }: { c: RequestContext; fall: Fall }) {
  const pfad = `/arbeitsplatz/vorgaenge/${fall.vorgang.vorgangsnummer}`
  const offen = istBearbeitbar(fall.vorgang.status)
  const mitAufgabe = fall.aufgaben.some(({ status, maske }) => status === 'offen' && maske === 'vorgang.schliessen')
  return (
    <Card title="Weitere Schritte">
      <ul class="sk-plain-list">
        <li><a href={`${pfad}/auszug`}>Auszug drucken</a></li>
        {offen && darf(c, 'vorgang.bearbeiten', fall) ? <li><a href={`${pfad}/umhaengen`}>In eine andere Akte legen</a></li> : null}
        {offen && darf(c, 'aufgabe.zuweisen', fall) ? <li><a href={`${pfad}/uebergeben`}>An eine andere Einheit geben</a></li> : null}
        {offen && darf(c, 'vorgang.bearbeiten', fall) ? <li><a href={`${pfad}/befangenheit`}>Befangenheit erklären</a></li> : null}
        {offen && !mitAufgabe && darf(c, 'vorgang.schliessen', fall) ? <li><a href={`${pfad}/zda`}>Zu den Akten legen (z. d. A.)</a></li> : null}
      </ul>
    </Card>
  )
}

const darf = (c: RequestContext, recht: string, { vorgang: { einheitId, stufe } }: Fall) => holds(c.actor, recht, { einheitId, stufe })

function Aktionen({ c, fall }: { c: RequestContext; fall: Fall }) {
  const pfad = `/arbeitsplatz/vorgaenge/${fall.vorgang.vorgangsnummer}`
  const offen = istBearbeitbar(fall.vorgang.status)
  return (
    <>
      {offen && darf(c, 'dokument.ablegen', fall) ? <LinkButton small variant="secondary" icon="upload" href={`${pfad}/dokument`}>Dokument ablegen</LinkButton> : null}
      {offen && darf(c, 'vorgang.bearbeiten', fall) ? <LinkButton small variant="secondary" icon="edit" href={`${pfad}/vermerk`}>Vermerk</LinkButton> : null}
      {offen && darf(c, 'vorgang.bearbeiten', fall) ? <LinkButton small variant="secondary" icon="calendar" href={`${pfad}/wiedervorlage`}>Wiedervorlage</LinkButton> : null}
      {fall.vorgang.status === 'ZDA' && darf(c, 'vorgang.wiederoeffnen', fall) ? <LinkButton small variant="secondary" href={`${pfad}/wieder-oeffnen`}>Wieder öffnen</LinkButton> : null}
    </>
  )
}

/** One open task: its form for whoever may do it, otherwise why not. */
async function Aufgabenkarte(c: RequestContext, fall: Fall, aufgabe: Aufgabe, zustand: Formularzustand): Promise<VNode> {
  const { vorgang } = fall
  const pfad = `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}/aufgaben/${aufgabe.id}`
  const erlaubt = darfErledigen(c.actor, aufgabe)
  const beiAnderen = aufgabe.zugewiesenAn !== null && aufgabe.zugewiesenAn !== c.actor.id && aufgabe.zugewiesenAn !== c.actor.fuer
  const maske = maskeVon(aufgabe.maske) ?? allgemeineMaske
  const fehler = [...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))]
  return (
    <div id={`aufgabe-${aufgabe.id}`} key={aufgabe.id} class="sk-part">
      <Card title={aufgabe.titel} preline="Zu tun" actions={<Zustaendig c={c} fall={fall} aufgabe={aufgabe} />}>
        {aufgabe.faelligAm ? <p><Deadline date={aufgabe.faelligAm} today={c.today} /></p> : null}
        {!erlaubt.darf ? <Alert tone="info" level={3} title="Diese Aufgabe erledigt jemand anderes"><p>{erlaubt.grund}</p></Alert>
          : beiAnderen ? <Alert tone="info" level={3} title={`${fall.namen(aufgabe.zugewiesenAn ?? '')} bearbeitet diese Aufgabe`}><p>Wenn Sie einspringen sollen, lassen Sie sich die Aufgabe von der Leitung zuweisen.</p></Alert>
            : (
              <form method="post" action={pfad} class="sk-form" noValidate>
                <ErrorSummary errors={fehler} />
                <Formularfelder c={c} />
                {erlaubt.fuer ? <p class="sk-meta">Sie handeln <abbr title="in Vertretung">i. V.</abbr> für {fall.namen(erlaubt.fuer)}.</p> : null}
                {await maske.render(c, aufgabe, vorgang, zustand)}
              </form>
            )}
      </Card>
    </div>
  )
}

function Zustaendig({ c, fall, aufgabe }: { c: RequestContext; fall: Fall; aufgabe: Aufgabe }) {
  const pfad = `/arbeitsplatz/aufgaben/${aufgabe.id}`
  const felder = { zurueck: `/arbeitsplatz/vorgaenge/${fall.vorgang.vorgangsnummer}` }
  const weitergeben = <LinkButton small variant="tertiary" href={`${pfad}/weitergeben`} context={aufgabe.titel}>Weitergeben</LinkButton>
  if (aufgabe.zugewiesenAn === c.actor.id) return <div class="sk-cluster">{weitergeben}<Knopfformular c={c} action={`${pfad}/zurueckgeben`} felder={felder} small context={aufgabe.titel}>Zurückgeben</Knopfformular></div>
  if (aufgabe.zugewiesenAn) return <Badge>{fall.namen(aufgabe.zugewiesenAn)}</Badge>
  return darfErledigen(c.actor, aufgabe).darf ? <div class="sk-cluster">{weitergeben}<Knopfformular c={c} action={`${pfad}/uebernehmen`} felder={felder} small context={aufgabe.titel}>Übernehmen</Knopfformular></div> : <Badge>frei</Badge>
}

/** Nobody has anything to do: what the process waits for instead. */
function Ruhe({ fall }: { fall: Fall }) {
  const wartet = fall.verfahren.filter(({ status }) => status === 'active').flatMap((verfahren) => verfahren.wartet)
  const gestoert = wartet.filter(({ gestoert: ja }) => ja)
  if (gestoert.length > 0) return <Alert tone="warning" title="Das Verfahren ist gestört"><p>Bei „{gestoert.map(({ name }) => name).join('“, „')}“ ist ein technischer Fehler aufgetreten. Die Fachadministration ist informiert; Sie müssen nichts tun.</p></Alert>
  if (wartet.length > 0) return <Alert tone="info" title="Gerade ist nichts zu tun"><p>Das Verfahren wartet: {[...new Set(wartet.map(({ name }) => name))].join(', ')}.</p></Alert>
  return <Alert tone="info" title="Keine offene Aufgabe"><p>Zu diesem Vorgang läuft kein Verfahren.</p></Alert>
}

export function Angaben({ fall: { vorgang, einheit, namen } }: { fall: Fall }) {
  return (
    <Card title="Angaben">
      <DescriptionList stacked items={[
        { label: 'Vorgangsnummer', value: vorgang.vorgangsnummer }, { label: 'Aktenzeichen', value: vorgang.kennzeichen },
        ...(vorgang.inhaberId ? [{ label: 'Person', value: namen(vorgang.inhaberId) }] : []),
        { label: 'Art', value: inWorten(VORGANGSTYPEN, vorgang.typ) }, { label: 'Einheit', value: einheit }, { label: 'Begonnen', value: <DateText date={vorgang.begonnenAm} /> },
        ...(vorgang.zdaAm ? [{ label: 'Zu den Akten', value: <DateText date={vorgang.zdaAm} /> }, { label: 'Schlussvermerk', value: vorgang.schlussvermerk }, { label: 'Aufbewahrung bis', value: vorgang.aufbewahrungBis ? <DateText date={vorgang.aufbewahrungBis} /> : 'unbefristet' }] : []),
      ]} />
    </Card>
  )
}

export function Fristen({ c, fall: { fristen } }: { c: RequestContext; fall: Fall }) {
  if (fristen.length === 0) return null
  return (
    <Card title="Fristen">
      <ul class="sk-plain-list">{fristen.map((frist) => (
        <li key={frist.id}>
          <strong>{FRISTARTEN[frist.art].bezeichnung}</strong><br /><Deadline date={frist.ende} today={c.today} done={frist.status !== 'offen'} />
          <Details look="plain" summary="Berechnung"><p>{frist.begruendung}</p><p class="sk-meta">Regel {frist.regel}</p></Details>
        </li>
      ))}</ul>
    </Card>
  )
}

function Wiedervorlagen({ c, fall }: { c: RequestContext; fall: Fall }) {
  const offene = fall.wiedervorlagen.filter(({ erledigtAm }) => erledigtAm === null)
  if (offene.length === 0) return null
  return (
    <Card title="Wiedervorlagen">
      <ul class="sk-plain-list">{offene.map((eine) => (
        <li key={eine.id}>
          <Deadline date={eine.faelligAm} today={c.today} /><br />{eine.grund}<span class="sk-meta sk-line">{eine.kontoId ? fall.namen(eine.kontoId) : 'für die Einheit'}</span>
          {darf(c, 'vorgang.bearbeiten', fall) ? <Knopfformular c={c} small context={eine.grund} action={`/arbeitsplatz/vorgaenge/${fall.vorgang.vorgangsnummer}/wiedervorlage/${eine.id}/erledigen`}>Erledigt</Knopfformular> : null}
        </li>
      ))}</ul>
    </Card>
  )
}

/** Who did which step with which result (C3-12). */
export function Laufweg({ fall }: { fall: Fall }) {
  const beendet = fall.aufgaben.filter(({ status }) => status === 'erledigt')
  if (beendet.length === 0) return null
  return (
    <Card title="Erledigte Schritte">
      <ul class="sk-plain-list">{beendet.map((aufgabe) => (
        <li key={aufgabe.id}>
          <Icon name="check" size="s" /> {aufgabe.titel}: <strong>{aufgabe.ergebnisse.find(({ wert }) => wert === aufgabe.ergebnis)?.text ?? aufgabe.ergebnis}</strong>
          <span class="sk-meta sk-line">{fall.namen(aufgabe.beendetVon ?? '')}{aufgabe.beendetFuer ? ` i. V. für ${fall.namen(aufgabe.beendetFuer)}` : ''}{aufgabe.beendetAm ? <>, <DateText instant={aufgabe.beendetAm} /></> : null}</span>
          {aufgabe.vermerk ? <p>{aufgabe.vermerk}</p> : null}
        </li>
      ))}</ul>
    </Card>
  )
}

const Abschnitt = ({ titel, name, children }: { titel: string; name: string; children: ComponentChildren }) => <section class="sk-part" id={`teil-${name}`}><Card title={titel}>{children}</Card></section>

export function Dokumente({ fall: { dokumente } }: { fall: Fall }) {
  if (dokumente.length === 0) return <Abschnitt titel="Dokumente" name="dokumente"><EmptyState icon="file" title="Noch kein Dokument" /></Abschnitt>
  return (
    <Abschnitt titel="Dokumente" name="dokumente">
      <DocumentList label="Dokumente des Vorgangs" documents={dokumente.map((dokument) => ({
        id: dokument.id, name: dokument.betreff, href: `/arbeitsplatz/dokumente/${dokument.id}/angaben`, type: inWorten(DOKUMENTTYPEN, dokument.typ), size: dokument.datei.size, date: dokument.datum, hash: dokument.datei.sha256,
        badge: dokument.datei.pruefstatus === 'befallen' ? <Badge tone="danger">Schadsoftware</Badge> : dokument.datei.pruefstatus === 'ungeprueft' ? <Badge tone="warning">ungeprüft</Badge> : dokument.festgeschriebenAm ? <Badge>festgeschrieben</Badge> : null,
        actions: dokument.datei.pruefstatus === 'befallen' ? null : <a href={`/arbeitsplatz/dokumente/${dokument.id}`}>Öffnen<span class="sk-sr-only">: {dokument.betreff}</span></a>,
      }))} />
    </Abschnitt>
  )
}

export function Vermerke({ fall: { vermerke, namen } }: { fall: Fall }) {
  if (vermerke.length === 0) return null
  return (
    <Abschnitt titel="Aktenvermerke" name="vermerke">
      <ul class="sk-plain-list">{vermerke.toReversed().map((vermerk) => (
        <li key={vermerk.id}>
          <p class="sk-meta"><DateText date={vermerk.ereignisAm} /> · {/^[0-9a-f-]{36}$/.test(vermerk.autor.id) ? namen(vermerk.autor.id) : 'Verfahren'}{vermerk.beteiligte ? ` · mit ${vermerk.beteiligte}` : ''}</p>
          <p class="sk-prewrap">{vermerk.text}</p>
        </li>
      ))}</ul>
    </Abschnitt>
  )
}

function Verlauf({ fall: { verlauf } }: { fall: Fall }) {
  const [neu, alt] = [verlauf.slice(0, 12), verlauf.slice(12)]
  return (
    <Abschnitt titel="Verlauf" name="verlauf">
      <Timeline label="Verlauf, Neuestes zuerst" entries={verlaufEintraege(neu)} />
      {alt.length > 0 ? <Details summary={`Frühere ${alt.length} Einträge`}><Timeline label="Früherer Verlauf" entries={verlaufEintraege(alt)} /></Details> : null}
    </Abschnitt>
  )
}

/** Lines of the history as a timeline shows them. */
export const verlaufEintraege = (zeilen: Fall['verlauf']) => zeilen.map((zeile) => ({ at: zeile.zeitpunkt, title: zeile.wer ? <><strong>{zeile.wer}</strong> {zeile.satz}</> : zeile.satz, ...(zeile.grund ? { children: <p>Grund: {zeile.grund}</p> } : {}) }))
