import type { VNode } from 'preact'
import { Alert, Badge, Button, ButtonRow, DescriptionList, ErrorSummary, FileField, Formularfelder, LinkButton, portalSeite, type Tone } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Finding, Level } from '../index.js'
import { Rechnung } from './darstellung.js'
import { HOECHSTENS_BYTES, type Ergebnis } from './pruefen.js'

const TITEL = 'E-Rechnung prüfen'
const KRUMEN = [{ label: 'Startseite', href: '/' }, { label: TITEL }]

/** The form. Nothing of what was sent is shown again: a browser does not keep chosen files. */
export function pruefSeite(c: RequestContext, zustand: Formularzustand): Reply {
  const fehler = zustand.fehler.find(({ feld }) => feld === 'datei')
  return portalSeite(c, { title: TITEL, hasErrors: zustand.fehler.length > 0, breadcrumb: KRUMEN }, (
    <div lang="de">
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {zustand.meldung ? <Alert tone="danger" live="alert"><p>{zustand.meldung}</p></Alert> : null}
      <h1>{TITEL}</h1>
      <p class="sk-lead">Prüfen Sie Ihre Rechnung, bevor Sie sie an {c.mandant.name} senden. Sie sehen sofort, ob wir sie annehmen würden, und was sonst zu ändern ist.</p>
      <PruefFormular c={c} {...(fehler ? { fehler: fehler.text } : {})} />
      <h2>Gut zu wissen</h2>
      <ul>
        <li>Wir prüfen nach der europäischen Norm EN 16931 und nach XRechnung 3.0, in beiden Formaten (UBL und CII). Bei PDF-Dateien mit eingebetteter Rechnung (ZUGFeRD ab Version 2, Factur-X) prüfen wir den eingebetteten Teil.</li>
        <li>Ihre Datei wird nicht gespeichert und nicht weitergegeben. Das Ergebnis sehen nur Sie.</li>
        <li>Hier wird nur geprüft. Ihre Rechnung ist damit noch nicht eingereicht.</li>
        <li>Für Programme gibt es dieselbe Prüfung unter <code>POST /api/rechnung/pruefung</code> (<a href="/api/openapi.json">Beschreibung der Schnittstelle</a>).</li>
      </ul>
    </div>
  ))
}

function PruefFormular({ c, fehler, beschriftung = 'Ihre Rechnung' }: { c: RequestContext; fehler?: string; beschriftung?: string }): VNode {
  return (
    <form method="post" action="/e-rechnung" encType="multipart/form-data" noValidate class="sk-form">
      <Formularfelder c={c} />
      <FileField name="datei" label={beschriftung} accept=".xml,.pdf,application/xml,text/xml,application/pdf" typesText="XML oder PDF" maxBytes={HOECHSTENS_BYTES}
        hint="Sie können die Datei auch auf das Feld ziehen." {...(fehler ? { error: fehler } : {})} />
      <ButtonRow><Button>Rechnung prüfen</Button></ButtonRow>
    </form>
  )
}

const STUFEN: readonly { readonly level: Level; readonly titel: string; readonly wort: string; readonly tone: Tone }[] = [
  { level: 'error', titel: 'Das müssen Sie ändern', wort: 'Fehler', tone: 'danger' },
  { level: 'warning', titel: 'Das sollten Sie ändern', wort: 'Warnung', tone: 'warning' },
  { level: 'information', titel: 'Hinweise', wort: 'Hinweis', tone: 'info' },
]

const anzahl = (n: number, eins: string, viele: string): string => n === 1 ? `1 ${eins}` : `${n} ${viele}`

/** Verdict, findings and the readable invoice. */
export function ergebnisSeite(c: RequestContext, dateiname: string, { report, rechnung }: Ergebnis): Reply {
  const titel = report.valid ? 'Diese Rechnung würden wir annehmen' : 'Diese Rechnung würden wir nicht annehmen'
  return portalSeite(c, { title: `${titel} · ${TITEL}`, breite: 'wide', breadcrumb: [{ label: 'Startseite', href: '/' }, { label: TITEL, href: '/e-rechnung' }, { label: 'Ergebnis' }], robots: 'noindex' }, (
    <div lang="de">
      <div class="sk-measure">
        <h1>{titel}</h1>
        <Urteil valid={report.valid} lesbar={report.syntax !== undefined} findings={report.findings} />
        <DescriptionList items={[
          { label: 'Datei', value: dateiname },
          ...report.syntax ? [{ label: 'Format', value: report.syntax }, { label: 'Spezifikation', value: report.profile ?? '' }, { label: 'Kennung (BT-24)', value: report.customizationId ?? '' }] : [],
        ]} />
        <p><LinkButton href="/e-rechnung" variant="secondary">Andere Rechnung prüfen</LinkButton></p>
        {STUFEN.map((stufe) => <Befunde key={stufe.level} stufe={stufe} findings={report.findings.filter(({ level }) => level === stufe.level)} />)}
      </div>
      {rechnung ? <Rechnung rechnung={rechnung} /> : null}
    </div>
  ))
}

function Urteil({ valid, lesbar, findings }: { valid: boolean; lesbar: boolean; findings: readonly Finding[] }): VNode {
  const fehler = findings.filter(({ level }) => level === 'error').length
  const warnungen = findings.filter(({ level }) => level === 'warning').length
  const zahl = [fehler ? anzahl(fehler, 'Fehler', 'Fehler') : '', warnungen ? anzahl(warnungen, 'Warnung', 'Warnungen') : ''].filter(Boolean).join(' und ')
  if (!lesbar) return <Alert tone="danger" title="Wir können die Datei nicht als E-Rechnung lesen"><p>Warum, steht unten. Senden Sie uns diese Datei bitte nicht.</p></Alert>
  if (!valid) return <Alert tone="danger" title={zahl}><p>Bitte lassen Sie die Fehler im Rechnungsprogramm beheben und prüfen Sie die neue Datei noch einmal.</p></Alert>
  return (
    <Alert tone={warnungen ? 'warning' : 'success'} title={zahl || 'Die Rechnung erfüllt alle Regeln'}>
      <p>{zahl ? 'Die Rechnung ist gültig. Bitte beheben Sie die Punkte trotzdem bei der nächsten Rechnung.' : 'Aufbau, Pflichtangaben und Rechenwege stimmen.'} Ob die Leistung richtig berechnet ist, prüfen wir erst nach dem Eingang.</p>
    </Alert>
  )
}

/** So many are shown at once: whoever has 500 findings repairs the first ones and checks again. The others are folded away. */
const SOFORT = 50
const HOECHSTENS_BEFUNDE = 2_000

function Befunde({ stufe, findings }: { stufe: (typeof STUFEN)[number]; findings: readonly Finding[] }): VNode | null {
  if (findings.length === 0) return null
  const weitere = findings.slice(SOFORT, HOECHSTENS_BEFUNDE)
  const rest = findings.length - SOFORT - weitere.length
  return (
    <section>
      <h2>{stufe.titel} ({findings.length})</h2>
      <Liste stufe={stufe} findings={findings.slice(0, SOFORT)} />
      {weitere.length > 0 ? (
        <details>
          <summary>{anzahl(weitere.length, 'weiterer Punkt', 'weitere Punkte')}</summary>
          <Liste stufe={stufe} findings={weitere} />
          {rest > 0 ? <p>{anzahl(rest, 'weiterer Punkt steht', 'weitere Punkte stehen')} hier nicht. Den ganzen Bericht gibt die Schnittstelle <code>POST /api/rechnung/pruefung</code> aus.</p> : null}
        </details>
      ) : null}
    </section>
  )
}

function Liste({ stufe, findings }: { stufe: (typeof STUFEN)[number]; findings: readonly Finding[] }): VNode {
  return (
    <ul class="sk-plain-list">
      {findings.map(({ rule, text, bt, location }, index) => (
        <li key={index}>
          <p class="sk-part"><Badge tone={stufe.tone}>{stufe.wort}</Badge> <strong>{text}</strong></p>
          <p class="sk-meta">Regel {rule}{bt ? <> · Angabe {bt}</> : null}{location && location !== '/' ? <> · Stelle: <code class="sk-prewrap">{location.replaceAll('/', '/\u200B')}</code></> : null}</p>
        </li>
      ))}
    </ul>
  )
}
