import type { VNode } from 'preact'
import {
  Alert, Badge, Button, ButtonRow, Card, DateText, Deadline, DescriptionList, Details, DocumentList, ErrorSummary, FileField, Formularfelder, LinkButton, portalSeite,
  ProgressSteps, TextareaField, TextField, Timeline, type ProgressStep,
} from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { renderZusammenfassung } from '../../../zugang/formulare/index.js'
import { istUnbeantwortet, type Anhang, type Antrag, type Rueckfrage } from '../antrag.js'
import { istOffen, istRuecknehmbar, STATIONEN, ZUSTAENDE } from '../domain/status.js'
import { naechsteSchritte } from '../einreichen/bestaetigung.js'
import { Statusmarke } from '../konto/page.js'
import type { MeinVorgang } from './query.js'

const pfad = ({ vorgangsnummer }: Antrag) => `/konto/vorgaenge/${vorgangsnummer}`
const krumen = (c: RequestContext, antrag: Antrag, unter?: string) => [
  { label: 'Startseite', href: '/' }, ...(c.actor.art === 'buerger' ? [{ label: 'Mein Konto', href: '/konto' }] : []),
  unter ? { label: antrag.vorgangsnummer, href: pfad(antrag) } : { label: antrag.vorgangsnummer }, ...(unter ? [{ label: unter }] : []),
]

const fehlerAn = ({ fehler }: Formularzustand, feld: string): { error?: string } => {
  const text = fehler.find((einer) => einer.feld === feld)?.text
  return text ? { error: text } : {}
}

/** The stations with the one at which the application is. An application that ended otherwise shows no stations. */
function stationen({ status }: Antrag): ProgressStep[] | undefined {
  const hier = STATIONEN.findIndex(({ ab }) => (ab as readonly string[]).includes(status))
  if (hier === -1) return undefined
  const letzte = STATIONEN.length - 1
  return STATIONEN.map(({ titel }, index) => ({ label: titel, state: index < hier || (index === hier && hier === letzte) ? 'done' : index === hier ? 'current' : 'open' }))
}

const BEWERTUNGEN = { angenommen: ['success', 'angenommen'], abgelehnt: ['danger', 'nicht angenommen'], unleserlich: ['warning', 'nicht lesbar'] } as const

const Pruefmarke = ({ anhang }: { anhang: Anhang | undefined }): VNode | null => {
  if (anhang?.bewertung) { const [tone, text] = BEWERTUNGEN[anhang.bewertung]; return <Badge tone={tone}>{text}</Badge> }
  return anhang?.pruefstatus === 'ungeprueft' ? <Badge>ungeprüft</Badge> : null
}

/** Line feeds that people typed. */
export const Zeilen = ({ text }: { text: string }): VNode => <>{text.split('\n').map((zeile, index) => <span key={index}>{index === 0 ? null : <br />}{zeile}</span>)}</>

/** A citizen's own Vorgang: where it stands, what is asked, what there is to download, how to withdraw, whom to call. */
export function meinVorgangSeite(c: RequestContext, stand: MeinVorgang, zustand: Formularzustand, teile: readonly VNode[] = []): Reply {
  const { antrag, fragen } = stand
  const offene = fragen.filter(istUnbeantwortet)
  const schritte = stationen(antrag)
  const hatFehler = zustand.fehler.length > 0 || zustand.meldung !== undefined
  return portalSeite(c, { title: `${antrag.bezeichnung} · ${antrag.vorgangsnummer}`, breite: 'wide', robots: 'noindex', hasErrors: hatFehler, breadcrumb: krumen(c, antrag) }, (
    <>
      <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <h1 class="sk-h1">{antrag.bezeichnung}</h1>
      <p class="sk-lead">Vorgangsnummer <strong class="sk-nowrap">{antrag.vorgangsnummer}</strong> <Statusmarke status={antrag.status} /></p>
      <div class="sk-columns">
        <div class="sk-columns__main">
          {teile}
          {schritte ? <Card title="Stand Ihres Antrags"><ProgressSteps steps={schritte} label="Stand Ihres Antrags" /></Card> : null}
          {stand.wartendImPostfach.length > 0 ? <ImPostfach am={stand.wartendImPostfach.at(-1)} anzahl={stand.wartendImPostfach.length} /> : null}
          {offene.length > 0 && istOffen(antrag.status) ? <Antwortformular c={c} antrag={antrag} offene={offene} zustand={zustand} /> : <Weiter stand={stand} />}
          <Dokumente stand={stand} />
          <Fragenverlauf fragen={fragen.filter(({ beantwortetAm }) => beantwortetAm)} />
          <Card title="Ihre Angaben">
            <DescriptionList items={[
              { label: 'Eingegangen am', value: <DateText instant={antrag.eingangAm} /> }, { label: 'Aktenzeichen', value: antrag.aktenzeichen },
              { label: 'Bescheid kommt', value: antrag.zustellung === 'postfach' ? 'in Ihr Postfach' : 'per Post' },
            ]} />
            <Details summary="Ihren Antrag ansehen, wie Sie ihn abgeschickt haben">{renderZusammenfassung(antrag.zusammenfassung, undefined, 'person', antrag.sprache)}</Details>
          </Card>
          {istRuecknehmbar(antrag.status) ? <ButtonRow><LinkButton variant="secondary" href={`${pfad(antrag)}/zuruecknehmen`}>Antrag zurücknehmen</LinkButton></ButtonRow> : null}
        </div>
        <div class="sk-columns__aside">
          <Kontakt stand={stand} />
          <Card title="Verlauf">
            <Timeline label="Verlauf" entries={stand.verlauf.map(({ nach, zeitpunkt }) => ({ at: zeitpunkt, title: ZUSTAENDE[nach].wort }))} />
          </Card>
        </div>
      </div>
    </>
  ))
}

/** The decision is there but not read. The link leads to the mailbox: opening the message is the person's own act, with a day that counts. */
function ImPostfach({ am, anzahl }: { am: Temporal.Instant | undefined; anzahl: number }): VNode {
  return (
    <Alert tone="info" title={anzahl === 1 ? 'In Ihrem Postfach liegt ein Schreiben zu diesem Antrag' : `In Ihrem Postfach liegen ${anzahl} Schreiben zu diesem Antrag`}
      actions={<LinkButton href="/konto/postfach?zeigen=ungelesen">Zum Postfach</LinkButton>}>
      <p>{am ? <>Wir haben es am <DateText instant={am} /> für Sie bereitgelegt. </> : null}Sobald Sie es im Postfach geöffnet haben, steht es auch hier bei den Dokumenten. Bitte lesen Sie es bald: Es kann eine Frist enthalten.</p>
    </Alert>
  )
}

function Weiter({ stand: { antrag, abgeschlossen, bekanntgabe, dauer } }: { stand: MeinVorgang }): VNode {
  return (
    <Card title="So geht es weiter">
      <p>{abgeschlossen && istOffen(antrag.status) ? 'Der Vorgang ist abgeschlossen. Sie müssen nichts mehr tun.' : ZUSTAENDE[antrag.status].weiter}</p>
      {bekanntgabe ? (
        <p>Angekommen am <DateText date={bekanntgabe.am} />.{bekanntgabe.wehrenBis ? <> Wehren können Sie sich bis zum <DateText date={bekanntgabe.wehrenBis} />.</> : null}</p>
      ) : null}
      {antrag.status === 'EINGEGANGEN' ? <ol class="kern-list kern-list--number">{naechsteSchritte(antrag).map((schritt) => <li key={schritt}>{schritt}</li>)}</ol> : null}
      {istOffen(antrag.status) && dauer ? <p>Voraussichtliche Dauer: {dauer}</p> : null}
    </Card>
  )
}

function Antwortformular({ c, antrag, offene, zustand }: { c: RequestContext; antrag: Antrag; offene: readonly Rueckfrage[]; zustand: Formularzustand }): VNode {
  return (
    <Card title={offene.length === 1 ? 'Wir haben eine Frage an Sie' : 'Wir haben Fragen an Sie'} icon="warning">
      <form id="rueckfragen" method="post" action={pfad(antrag)} encType="multipart/form-data" noValidate class="sk-form sk-no-print" data-unsaved-guard="">
        <Formularfelder c={c} />
        {offene.map((frage) => {
          const [antwort, datei] = [`antwort-${frage.id}`, `datei-${frage.id}`]
          return (
            <section key={frage.id}>
              <h3>{frage.bezugText ? `Zu: ${frage.bezugText}` : 'Unsere Frage'}</h3>
              <p><Zeilen text={frage.frage} /></p>
              <p>Bitte antworten Sie bis: <Deadline date={frage.frist} today={c.today} /></p>
              <TextareaField name={antwort} label="Ihre Antwort" optional value={wert(zustand.werte, antwort)} rows={4} maxLength={10_000} {...fehlerAn(zustand, antwort)} />
              <FileField name={datei} label="Dateien dazu" optional multiple accept=".pdf,.jpg,.jpeg,.png,.heic" typesText="PDF, JPG, PNG oder HEIC" maxBytes={10_000_000}
                hint={zustand.fehler.length > 0 ? 'Bitte wählen Sie Ihre Dateien noch einmal aus.' : 'Schreiben Sie eine Antwort, schicken Sie eine Datei, oder beides.'} {...fehlerAn(zustand, datei)} />
            </section>
          )
        })}
        <ButtonRow><Button>Antwort absenden</Button></ButtonRow>
      </form>
    </Card>
  )
}

const TYPEN: Readonly<Record<string, string>> = { nachweis: 'Ihr Nachweis', antrag: 'Ihr Antrag', eingangsbestaetigung: 'Bestätigung', bescheid: 'Bescheid', ruecknahme: 'Rücknahme', zahlungsbeleg: 'Zahlungsbeleg' }

function Dokumente({ stand: { antrag, dokumente, anhaenge } }: { stand: MeinVorgang }): VNode {
  const bemerkt = anhaenge.filter(({ bewertung }) => bewertung === 'abgelehnt' || bewertung === 'unleserlich')
  return (
    <Card title="Dokumente">
      {bemerkt.map((anhang) => (
        <Alert key={anhang.id} tone="warning" level={3} title={`„${anhang.dateiname}“ konnten wir nicht verwenden`}>
          <p>{anhang.bewertungGrund ?? (anhang.bewertung === 'unleserlich' ? 'Die Datei ist nicht lesbar.' : '')}</p>
        </Alert>
      ))}
      {dokumente.length === 0 ? <p>Wir erstellen gerade Ihre Eingangsbestätigung. Bitte laden Sie die Seite in einem Moment neu.</p> : (
        <DocumentList label="Dokumente" documents={dokumente.map((dokument) => ({
          id: dokument.id, name: dokument.typ === 'nachweis' ? dokument.datei.dateiname : dokument.betreff, href: `${pfad(antrag)}/dokumente/${dokument.id}`, type: TYPEN[dokument.typ] ?? 'Schreiben',
          size: dokument.datei.size, date: dokument.datum, badge: <Pruefmarke anhang={anhaenge.find(({ dokumentId }) => dokumentId === dokument.id)} />,
        }))} />
      )}
      {anhaenge.some(({ bewertung, pruefstatus }) => !bewertung && pruefstatus === 'ungeprueft')
        ? <p class="sk-meta">„Ungeprüft“ heißt: Diese Datei hat noch kein Programm auf Schadsoftware untersucht. Sie müssen nichts tun.</p>
        : null}
    </Card>
  )
}

function Fragenverlauf({ fragen }: { fragen: readonly Rueckfrage[] }): VNode | null {
  if (fragen.length === 0) return null
  return (
    <Card title="Beantwortete Fragen">
      {fragen.map((frage) => (
        <DescriptionList key={frage.id} stacked items={[
          { label: frage.bezugText ? `Frage zu: ${frage.bezugText}` : 'Frage', value: <Zeilen text={frage.frage} /> },
          { label: <>Ihre Antwort vom {frage.beantwortetAm ? <DateText instant={frage.beantwortetAm} /> : null}</>, value: <Zeilen text={frage.antwort || 'Sie haben Dateien geschickt.'} /> },
        ]} />
      ))}
    </Card>
  )
}

function Kontakt({ stand: { einheit, antrag } }: { stand: MeinVorgang }): VNode {
  return (
    <Card title="Fragen zum Antrag">
      <p>Bitte nennen Sie die Vorgangsnummer <span class="sk-nowrap">{antrag.vorgangsnummer}</span>.</p>
      <DescriptionList stacked items={[
        { label: 'Zuständig', value: einheit?.name },
        ...(einheit?.telefon ? [{ label: 'Telefon', value: <a class="kern-link" href={`tel:${einheit.telefon.replaceAll(/[^+\d]/g, '')}`}>{einheit.telefon}</a> }] : []),
        ...(einheit?.email ? [{ label: 'E-Mail', value: <a class="kern-link" href={`mailto:${einheit.email}`}>{einheit.email}</a> }] : []),
      ]} />
    </Card>
  )
}

/** Asks once more, because a withdrawal cannot be undone. */
export function zuruecknehmenSeite(c: RequestContext, { antrag }: MeinVorgang, zustand: Formularzustand): Reply {
  const title = 'Antrag zurücknehmen'
  return portalSeite(c, { title, robots: 'noindex', hasErrors: zustand.meldung !== undefined || zustand.fehler.length > 0, breadcrumb: krumen(c, antrag, title) }, istRuecknehmbar(antrag.status) ? (
    <div class="sk-form-page">
      <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <h1 class="sk-h1">{title}</h1>
      <p>Sie nehmen den Antrag „{antrag.bezeichnung}“ (<span class="sk-nowrap">{antrag.vorgangsnummer}</span>) zurück. Wir bearbeiten ihn dann nicht weiter.</p>
      <p>Das können Sie nicht rückgängig machen. Sie können aber jederzeit einen neuen Antrag stellen. Sie bekommen eine Bestätigung.</p>
      <form method="post" action={`${pfad(antrag)}/zuruecknehmen`} class="sk-form">
        <Formularfelder c={c} />
        <TextField name="grund" label="Warum nehmen Sie den Antrag zurück?" optional maxLength={2000} value={wert(zustand.werte, 'grund')} {...fehlerAn(zustand, 'grund')} />
        <ButtonRow>
          <Button variant="danger">Antrag verbindlich zurücknehmen</Button>
          <a class="sk-cancel" href={pfad(antrag)}>Abbrechen</a>
        </ButtonRow>
      </form>
    </div>
  ) : (
    <div class="sk-form-page">
      <h1 class="sk-h1">{title}</h1>
      <Alert tone="info" title="Dieser Antrag kann nicht mehr zurückgenommen werden"><p>{ZUSTAENDE[antrag.status].weiter}</p></Alert>
      <p><a class="kern-link" href={pfad(antrag)}>Zurück zum Antrag</a></p>
    </div>
  ))
}
