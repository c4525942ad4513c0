import { Alert, Button, ButtonRow, ConfirmationPanel, Details, ErrorSummary, HiddenFields, LinkButton, portalSeite, StepCount } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { wannText } from '../../../grundlagen/leistungen/index.js'
import { progress, renderZusammenfassung, summaryOf, wortlaut } from '../../formulare/index.js'
import { AndererWeg, pfadleiste } from '../beginnen/page.js'
import { nameDerVertretenen } from '../domain/vertretung.js'
import { VOLLMACHT_SLOT } from '../../../verfahren/antraege/index.js'
import { vertretungsworte, type Vertretungsworte } from '../vertretung/woerter.js'
import { zustellungAus } from '../domain/kontakt.js'
import { Zahlungshinweis, type Forderung } from '../../../finanzen/forderungen/index.js'
import { Gebuehrenvorschau } from '../bezahlen/page.js'
import type { Entwurfsgebuehr } from '../bezahlen/query.js'
import { pfadVon, type Fall } from '../zugang.js'
import { woerter, zeitText, type Woerter } from '../woerter.js'

/** Everything that will be sent, to check (§ 9a (2) OZG), and the warning against haste (§ 9a (3) OZG). */
export function pruefseite(c: RequestContext, fall: Fall, zustand: Formularzustand, gebuehr: Entwurfsgebuehr | undefined, ende: Temporal.Instant | undefined): Reply {
  const { entwurf, formular, dateien, version } = fall
  const w = woerter(c.sprache)
  const stammdatenVertretung = version.stammdaten.vertretung && c.actor.art === 'buerger' && !c.actor.durch
  const kontext = { heute: c.today, lang: c.sprache }
  const abschnitte = summaryOf(formular, entwurf.antworten, dateien.map(({ id, slot, dateiname, bytes, mediaType }) => ({ id, slot, dateiname, bytes, mediaType })), { ...kontext, herkunft: entwurf.herkunft })
  const { von } = progress(formular, entwurf.antworten, '', kontext)
  const zustellung = zustellungAus(entwurf.antworten, c.actor.art === 'buerger')
  const fehler = [...zustand.fehler.map(({ text }) => ({ text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]
  return portalSeite(c, { title: w.pruefenTitel, breadcrumb: pfadleiste(c, version), hasErrors: fehler.length > 0, robots: 'noindex' }, (
    <div class="sk-form-page">
      <StepCount step={von} total={von} label={wortlaut(formular, formular.titel, c.sprache)} />
      <ErrorSummary errors={fehler} />
      <h1 class="sk-h1">{w.pruefenTitel}</h1>
      <p class="sk-lead">{w.pruefenText}</p>
      {renderZusammenfassung(abschnitte, (seite) => `${pfadVon(entwurf, seite)}?zurueck=pruefen`, 'person', c.sprache)}
      {stammdatenVertretung ? <FuerWen fall={fall} w={vertretungsworte(c.sprache)} /> : null}
      {gebuehr ? <Gebuehrenvorschau c={c} gebuehr={gebuehr} /> : null}
      <form method="post" action={pfadVon(entwurf, 'pruefen')} class="sk-form sk-no-print">
        <HiddenFields values={{ ...c.formFields(), _stand: String(entwurf.version) }} />
        <h2 class="sk-h2">{w.uebereilung}</h2>
        <Alert tone="warning">
          <p>{w.uebereilungText}</p>
          {c.actor.art === 'gast' && entwurf.antworten['zustellung'] !== 'post' && zustellung === 'post' ? <p>{w.uebereilungPost}</p> : null}
          {ende ? <p>{w.absendenBis(wannText(ende))}</p> : null}
          <p>{w.nachPruefen}</p>
        </Alert>
        <ButtonRow>
          <Button>{gebuehr?.wann === 'vor_absenden' && gebuehr.summe > 0n ? w.absendenUndBezahlen : w.absenden}</Button>
          <LinkButton variant="tertiary" href={pfadVon(entwurf, 'gespeichert')}>{w.speichern}</LinkButton>
        </ButtonRow>
      </form>
    </div>
  ))
}

/** For whom somebody applies, where the service allows it for others. */
function FuerWen({ fall: { entwurf: { vertretung }, entwurf, dateien }, w }: { fall: Fall; w: Vertretungsworte }) {
  const papier = vertretung?.nachweis === 'datei' ? dateien.find(({ slot }) => slot === VOLLMACHT_SLOT) : undefined
  return (
    <section aria-labelledby="fuer-wen">
      <h2 class="sk-h2" id="fuer-wen">{w.fuerWen}</h2>
      <p>
        {vertretung ? `${nameDerVertretenen(vertretung)} (${vertretung.art === 'kind' ? w.ihrKind : w.bevollmaechtigt})` : w.fuerSich}.{papier ? ` ${w.mitDatei(papier.dateiname)}.` : ''}{' '}
        <a href={pfadVon(entwurf, 'vertretung')}>{w.aendern}<span class="sk-sr-only">{w.aendernWas}</span></a>
      </p>
    </section>
  )
}

/** The receipt within the same request (A4-07): number, time, files with checksum, contact, duration, what comes next. */
export function bestaetigungsseite(c: RequestContext, fall: Fall, forderung: Forderung | undefined): Reply {
  const { entwurf: { bestaetigung }, version } = fall
  const w = woerter(c.sprache)
  if (!bestaetigung) throw new Error('a submitted draft has its receipt')
  const { stammdaten } = version
  const dauer = (c.sprache === 'en' ? stammdaten.en?.bearbeitungsdauer : undefined) ?? stammdaten.bearbeitungsdauer
  const ablauf = (c.sprache === 'en' ? stammdaten.en?.ablauf : undefined) ?? stammdaten.ablauf ?? []
  return portalSeite(c, { title: w.eingegangen, breadcrumb: pfadleiste(c, version), robots: 'noindex' }, (
    <>
      <ConfirmationPanel title={w.eingegangen} reference={{ label: w.vorgangsnummer, value: bestaetigung.vorgangsnummer }} />
      <dl class="sk-answers__list">
        <Zeile name={w.leistung} wert={version.bezeichnung} />
        <Zeile name={w.eingangAm} wert={zeitText(Temporal.Instant.from(bestaetigung.eingangAm), c.sprache)} />
        {bestaetigung.aktenzeichen ? <Zeile name={w.aktenzeichen} wert={bestaetigung.aktenzeichen} /> : null}
        {dauer ? <Zeile name={w.bearbeitung} wert={dauer} /> : null}
      </dl>
      {forderung ? <Zahlungshinweis forderung={forderung} /> : null}
      <Anhaenge anhaenge={bestaetigung.anhaenge} w={w} />
      <h2 class="sk-h2">{w.wieEsWeitergeht}</h2>
      <ol class="kern-list kern-list--number">{w.weiterStandard.map((schritt) => <li key={schritt}>{schritt}</li>)}</ol>
      {ablauf.length > 0 ? <Details summary={w.ganzerAblauf}><ol class="kern-list kern-list--number">{ablauf.map((schritt) => <li key={schritt}>{schritt}</li>)}</ol></Details> : null}
      <p>{w.zumVorgangText}</p>
      <p><LinkButton href={`/konto/vorgaenge/${encodeURIComponent(bestaetigung.vorgangsnummer)}`}>{w.zumVorgang}</LinkButton></p>
      {c.actor.art === 'gast' ? <Alert tone="info" title={w.gastHinweis} /> : null}
      <AndererWeg version={version} w={w} titel={w.ansprechpartner} />
    </>
  ))
}

const Zeile = ({ name, wert }: { name: string; wert: string }) => <div class="sk-answers__row"><dt>{name}</dt><dd>{wert}</dd></div>

function Anhaenge({ anhaenge, w }: { anhaenge: readonly { dateiname: string; sha256: string }[]; w: Woerter }) {
  return (
    <>
      <h2 class="sk-h2">{w.anhaenge}</h2>
      {anhaenge.length === 0 ? <p>{w.keineAnhaenge}</p> : (
        <>
          <ul class="kern-list kern-list--bullet">{anhaenge.map(({ dateiname, sha256 }) => <li key={sha256}>{dateiname}</li>)}</ul>
          <Details summary={w.pruefsummen}>
            {anhaenge.map(({ dateiname, sha256 }) => <p key={sha256}>{dateiname}<span class="sk-meta sk-line sk-break">{w.pruefsumme}: {sha256}</span></p>)}
          </Details>
        </>
      )}
    </>
  )
}
