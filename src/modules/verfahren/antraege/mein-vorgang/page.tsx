import type { VNode } from 'preact'
import {
  Alert, Badge, Button, ButtonRow, Card, DateText, Deadline, DescriptionList, Details, DocumentList, ErrorSummary, FileField, formatInstant, Formularfelder,
  LinkButton, portalSeite, ProgressSteps, TextareaField, TextField, Timeline, useLang, type ProgressStep,
} from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { renderZusammenfassung } from '../../../zugang/formulare/index.js'
import { istUnbeantwortet, type Anhang, type Antrag, type Rueckfrage } from '../antrag.js'
import { istOffen, istRuecknehmbar, STATIONEN, stationstitel, zustandsworte } from '../domain/status.js'
import { naechsteSchritte } from '../einreichen/bestaetigung.js'
import { Statusmarke } from '../konto/page.js'
import { deutsch, woerter } from '../woerter.js'
import type { MeinVorgang } from './query.js'

const pfad = ({ vorgangsnummer }: Antrag) => `/konto/vorgaenge/${vorgangsnummer}`
const krumen = (c: RequestContext, antrag: Antrag, unter?: string) => [
  { label: woerter(c.sprache).start, href: '/' }, ...(c.actor.art === 'buerger' ? [{ label: woerter(c.sprache).konto, href: '/konto' }] : []),
  unter ? { label: antrag.vorgangsnummer, href: pfad(antrag) } : { label: antrag.vorgangsnummer }, ...(unter ? [{ label: unter }] : []),
]

const fehlerAn = ({ fehler }: Formularzustand, feld: string): { error?: string } => {
  const text = fehler.find((einer) => einer.feld === feld)?.text
  return text ? { error: text } : {}
}

/** The stations with the one at which the application is. An application that ended otherwise shows no stations. */
function stationen({ status }: Antrag, sprache: 'de' | 'en', anzeige: boolean): ProgressStep[] | undefined {
  const hier = STATIONEN.findIndex(({ ab }) => (ab as readonly string[]).includes(status))
  if (hier === -1) return undefined
  const letzte = STATIONEN.length - 1
  return STATIONEN.map(({ titel, titelEn }, index) => ({ label: stationstitel(sprache === 'en' ? titelEn : titel, anzeige), state: index < hier || (index === hier && hier === letzte) ? 'done' : index === hier ? 'current' : 'open' }))
}

const BEWERTUNGEN = { angenommen: 'success', abgelehnt: 'danger', unleserlich: 'warning' } as const

const Pruefmarke = ({ anhang }: { anhang: Anhang | undefined }): VNode | null => {
  const w = woerter(useLang())
  if (anhang?.bewertung) return <Badge tone={BEWERTUNGEN[anhang.bewertung]}>{w.bewertung[anhang.bewertung]}</Badge>
  return anhang?.pruefstatus === 'ungeprueft' ? <Badge>{w.ungeprueft}</Badge> : null
}

/** Line feeds that people typed. */
export const Zeilen = ({ text }: { text: string }): VNode => <>{text.split('\n').map((zeile, index) => <span key={index}>{index === 0 ? null : <br />}{zeile}</span>)}</>

/** A citizen's own Vorgang: where it stands, what is asked, what there is to download, how to withdraw, whom to call. */
export function meinVorgangSeite(c: RequestContext, stand: MeinVorgang, zustand: Formularzustand, teile: readonly VNode[] = []): Reply {
  const { antrag, fragen } = stand
  const offene = fragen.filter(istUnbeantwortet)
  const w = woerter(c.sprache)
  const schritte = stationen(antrag, c.sprache, stand.anzeige)
  const hatFehler = zustand.fehler.length > 0 || zustand.meldung !== undefined
  return portalSeite(c, { title: `${antrag.bezeichnung} · ${antrag.vorgangsnummer}`, breite: 'wide', robots: 'noindex', hasErrors: hatFehler, breadcrumb: krumen(c, antrag) }, (
    <>
      <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <h1 class="sk-h1" {...deutsch(c.sprache)}>{antrag.bezeichnung}</h1>
      <p class="sk-lead">{w.vorgangsnummer} <strong class="sk-nowrap">{antrag.vorgangsnummer}</strong> <Statusmarke status={antrag.status} /></p>
      <div class="sk-columns">
        <div class="sk-columns__main">
          {teile}
          {schritte ? <Card title={w.stand}><ProgressSteps steps={schritte} label={w.stand} /></Card> : null}
          {stand.wartendImPostfach.length > 0 ? <ImPostfach am={stand.wartendImPostfach.at(-1)} anzahl={stand.wartendImPostfach.length} /> : null}
          {offene.length > 0 && istOffen(antrag.status) ? <Antwortformular c={c} antrag={antrag} offene={offene} zustand={zustand} /> : <Weiter stand={stand} />}
          <Dokumente stand={stand} />
          <Fragenverlauf fragen={fragen.filter(({ beantwortetAm }) => beantwortetAm)} />
          <Card title={w.angaben}>
            <DescriptionList items={[
              { label: w.eingang, value: <DateText instant={antrag.eingangAm} /> }, { label: w.aktenzeichen, value: antrag.aktenzeichen },
              ...(stand.anzeige ? [] : [{ label: w.bescheidKommt, value: antrag.zustellung === 'postfach' ? w.insPostfach : w.perPost }]),
            ]} />
            <Details summary={w.ansehen}><div {...deutsch(c.sprache)}>{renderZusammenfassung(antrag.zusammenfassung, undefined, 'person', antrag.sprache)}</div></Details>
          </Card>
          {istRuecknehmbar(antrag.status) ? <ButtonRow><LinkButton variant="secondary" href={`${pfad(antrag)}/zuruecknehmen`}>{w.zuruecknehmen}</LinkButton></ButtonRow> : null}
        </div>
        <div class="sk-columns__aside">
          <Kontakt stand={stand} />
          <Card title={w.verlauf}>
            <Timeline label={w.verlauf} entries={stand.verlauf.map(({ nach, zeitpunkt }) => ({ at: zeitpunkt, title: zustandsworte(nach, c.sprache).wort }))} />
          </Card>
        </div>
      </div>
    </>
  ))
}

/** The decision is there but not read. The link leads to the mailbox: opening the message is the person's own act, with a day that counts. */
function ImPostfach({ am, anzahl }: { am: Temporal.Instant | undefined; anzahl: number }): VNode {
  const sprache = useLang()
  const w = woerter(sprache)
  return (
    <Alert tone="info" title={w.schreiben(anzahl)} actions={<LinkButton href="/konto/postfach?zeigen=ungelesen">{w.zumPostfach}</LinkButton>}>
      <p>{am ? `${w.bereitgelegt(formatInstant(am, sprache))} ` : null}{w.bereitgelegtText}</p>
    </Alert>
  )
}

function Weiter({ stand: { antrag, abgeschlossen, anzeige, bekanntgabe, dauer } }: { stand: MeinVorgang }): VNode {
  const sprache = useLang()
  const w = woerter(sprache)
  return (
    <Card title={w.weiter}>
      <p>{abgeschlossen && istOffen(antrag.status) ? w.abgeschlossen : zustandsworte(antrag.status, sprache).weiter}</p>
      {antrag.vermerk ? <p><strong>{w.eingetragen}</strong> <span {...deutsch(sprache)}><Zeilen text={antrag.vermerk} /></span></p> : null}
      {bekanntgabe ? (
        <p>{w.angekommen} <DateText date={bekanntgabe.am} />.{bekanntgabe.wehrenBis ? <> {w.wehrenBis} <DateText date={bekanntgabe.wehrenBis} />.</> : null}</p>
      ) : null}
      {antrag.status === 'EINGEGANGEN' ? <ol class="kern-list kern-list--number">{naechsteSchritte(antrag, anzeige, sprache).map((schritt) => <li key={schritt}>{schritt}</li>)}</ol> : null}
      {istOffen(antrag.status) && dauer ? <p>{w.dauer} {(sprache === 'en' ? dauer.en : undefined) ?? <span {...deutsch(sprache)}>{dauer.de}</span>}</p> : null}
    </Card>
  )
}

function Antwortformular({ c, antrag, offene, zustand }: { c: RequestContext; antrag: Antrag; offene: readonly Rueckfrage[]; zustand: Formularzustand }): VNode {
  const w = woerter(c.sprache)
  return (
    <Card title={w.frageAnSie(offene.length)} icon="warning">
      <form id="rueckfragen" method="post" action={pfad(antrag)} encType="multipart/form-data" noValidate class="sk-form sk-no-print" data-unsaved-guard="">
        <Formularfelder c={c} />
        {offene.map((frage) => {
          const [antwort, datei] = [`antwort-${frage.id}`, `datei-${frage.id}`]
          return (
            <section key={frage.id}>
              <h3>{frage.bezugText ? <>{w.zu} <span {...deutsch(c.sprache)}>{frage.bezugText}</span></> : w.unsereFrage}</h3>
              <p {...deutsch(c.sprache)}><Zeilen text={frage.frage} /></p>
              <p>{w.antwortBis} <Deadline date={frage.frist} today={c.today} /></p>
              <TextareaField name={antwort} label={w.ihreAntwort} optional value={wert(zustand.werte, antwort)} rows={4} maxLength={10_000} {...fehlerAn(zustand, antwort)} />
              <FileField name={datei} label={w.dateienDazu} optional multiple accept=".pdf,.jpg,.jpeg,.png,.heic" typesText={w.dateiarten} maxBytes={10_000_000}
                hint={zustand.fehler.length > 0 ? w.nochmalWaehlen : w.antwortHilfe} {...fehlerAn(zustand, datei)} />
            </section>
          )
        })}
        <ButtonRow><Button>{w.antwortAbsenden}</Button></ButtonRow>
      </form>
    </Card>
  )
}

function Dokumente({ stand: { antrag, dokumente, anhaenge } }: { stand: MeinVorgang }): VNode {
  const bemerkt = anhaenge.filter(({ bewertung }) => bewertung === 'abgelehnt' || bewertung === 'unleserlich')
  const sprache = useLang()
  const w = woerter(sprache)
  return (
    <Card title={w.dokumente}>
      {bemerkt.map((anhang) => (
        <Alert key={anhang.id} tone="warning" level={3} title={w.nichtVerwendet(anhang.dateiname)}>
          {anhang.bewertungGrund ? <p {...deutsch(sprache)}>{anhang.bewertungGrund}</p> : <p>{anhang.bewertung === 'unleserlich' ? w.nichtLesbar : ''}</p>}
        </Alert>
      ))}
      {dokumente.length === 0 ? <p>{w.entsteht}</p> : (
        <DocumentList label={w.dokumente} documents={dokumente.map((dokument) => ({
          id: dokument.id, name: dokument.typ === 'nachweis' ? dokument.datei.dateiname : <span {...deutsch(sprache)}>{dokument.betreff}</span>, href: `${pfad(antrag)}/dokumente/${dokument.id}`, type: w.typen[dokument.typ] ?? w.schreibenTyp,
          size: dokument.datei.size, date: dokument.datum, badge: <Pruefmarke anhang={anhaenge.find(({ dokumentId }) => dokumentId === dokument.id)} />,
        }))} />
      )}
      {anhaenge.some(({ bewertung, pruefstatus }) => !bewertung && pruefstatus === 'ungeprueft')
        ? <p class="sk-meta">{w.ungeprueftText}</p>
        : null}
    </Card>
  )
}

function Fragenverlauf({ fragen }: { fragen: readonly Rueckfrage[] }): VNode | null {
  if (fragen.length === 0) return null
  const sprache = useLang()
  const w = woerter(sprache)
  return (
    <Card title={w.beantwortet}>
      {fragen.map((frage) => (
        <DescriptionList key={frage.id} stacked items={[
          { label: frage.bezugText ? <>{w.frageZu} <span {...deutsch(sprache)}>{frage.bezugText}</span></> : w.frage, value: <span {...deutsch(sprache)}><Zeilen text={frage.frage} /></span> },
          { label: <>{w.antwortVom} {frage.beantwortetAm ? <DateText instant={frage.beantwortetAm} /> : null}</>, value: <Zeilen text={frage.antwort || w.dateienGeschickt} /> },
        ]} />
      ))}
    </Card>
  )
}

function Kontakt({ stand: { einheit, antrag } }: { stand: MeinVorgang }): VNode {
  const sprache = useLang()
  const w = woerter(sprache)
  return (
    <Card title={w.kontakt}>
      <p>{w.nummerNennen} <span class="sk-nowrap">{antrag.vorgangsnummer}</span>.</p>
      <DescriptionList stacked items={[
        { label: w.zustaendig, value: <span {...deutsch(sprache)}>{einheit?.name}</span> },
        ...(einheit?.telefon ? [{ label: w.telefon, value: <a class="kern-link" href={`tel:${einheit.telefon.replaceAll(/[^+\d]/g, '')}`}>{einheit.telefon}</a> }] : []),
        ...(einheit?.email ? [{ label: w.email, value: <a class="kern-link" href={`mailto:${einheit.email}`}>{einheit.email}</a> }] : []),
      ]} />
    </Card>
  )
}

/** Asks once more, because a withdrawal cannot be undone. */
export function zuruecknehmenSeite(c: RequestContext, { antrag }: MeinVorgang, zustand: Formularzustand): Reply {
  const w = woerter(c.sprache)
  const title = w.zuruecknehmen
  return portalSeite(c, { title, robots: 'noindex', hasErrors: zustand.meldung !== undefined || zustand.fehler.length > 0, breadcrumb: krumen(c, antrag, title) }, istRuecknehmbar(antrag.status) ? (
    <div class="sk-form-page">
      <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <h1 class="sk-h1">{title}</h1>
      <p>{w.ruecknahmeWas(antrag.bezeichnung, antrag.vorgangsnummer)}</p>
      <p>{w.ruecknahmeFolge}</p>
      <form method="post" action={`${pfad(antrag)}/zuruecknehmen`} class="sk-form">
        <Formularfelder c={c} />
        <TextField name="grund" label={w.ruecknahmeGrund} optional maxLength={2000} value={wert(zustand.werte, 'grund')} {...fehlerAn(zustand, 'grund')} />
        <ButtonRow>
          <Button variant="danger">{w.ruecknahmeKnopf}</Button>
          <a class="sk-cancel" href={pfad(antrag)}>{w.dochNicht}</a>
        </ButtonRow>
      </form>
    </div>
  ) : (
    <div class="sk-form-page">
      <h1 class="sk-h1">{title}</h1>
      <Alert tone="info" title={w.ruecknahmeZuSpaet}><p>{zustandsworte(antrag.status, c.sprache).weiter}</p></Alert>
      <p><a class="kern-link" href={pfad(antrag)}>{w.zurueckZumAntrag}</a></p>
    </div>
  ))
}
