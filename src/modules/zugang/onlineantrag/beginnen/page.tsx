import { Alert, Button, ButtonRow, Card, Details, Formularfelder, LinkButton, portalSeite } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { wannText, type Leistungsfassung, type Schliessung } from '../../../grundlagen/leistungen/index.js'
import { Datenschutzhinweis, wortlaut, type Formular } from '../../formulare/index.js'
import type { Entwurf } from '../domain/entwurf.js'
import { antragPfad, pfadVon } from '../zugang.js'
import { datumText, woerter, zeitText, type Woerter } from '../woerter.js'

export interface Startangaben {
  readonly version: Leistungsfassung & { readonly formular: Formular }
  readonly entwuerfe: readonly Entwurf[]
  readonly pause: Schliessung | undefined
  /** Until when it can be sent; undefined where there is no such moment. */
  readonly ende: Temporal.Instant | undefined
  readonly fristTage: number
  /** Providers that can prove a person as surely as the service wants. */
  readonly wege: readonly { readonly href: string; readonly text: string; readonly hinweis?: string }[]
}

/** What one needs, how long it takes, what happens with the data, and the ways to begin or go on. */
export function startseite(c: RequestContext, zustand: Formularzustand, angaben: Startangaben): Reply {
  const { version, entwuerfe, pause } = angaben
  const w = woerter(c.sprache)
  const titel = w.beantragen(c.sprache === 'en' ? version.stammdaten.en?.bezeichnung ?? version.bezeichnung : version.bezeichnung)
  return portalSeite(c, { title: titel, breadcrumb: pfadleiste(c, version), hasErrors: zustand.meldung !== undefined, robots: 'noindex' }, (
    <>
      <h1 class="sk-h1">{titel}</h1>
      {zustand.meldung ? <Alert tone="danger" live="alert" title={zustand.meldung} /> : null}
      {entwuerfe.length > 0 ? <Angefangen c={c} entwuerfe={entwuerfe} w={w} /> : null}
      {pause ? <Pause pause={pause} w={w} /> : null}
      {angaben.ende ? <Alert tone="info" title={w.absendenBis(wannText(angaben.ende))} /> : null}
      <NurFuer version={version} w={w} />
      <Vorbereitung c={c} angaben={angaben} w={w} />
      {pause ? null : <Beginnen c={c} angaben={angaben} w={w} />}
      <AndererWeg version={version} w={w} />
    </>
  ))
}

export const pfadleiste = (c: RequestContext, version: Leistungsfassung) => {
  const w = woerter(c.sprache)
  return [{ label: w.start, href: '/' }, { label: w.leistungen, href: '/leistungen' }, { label: version.bezeichnung, href: `/leistungen/${version.schluessel}` }, { label: w.antrag }]
}

function Angefangen({ c, entwuerfe, w }: { c: RequestContext; entwuerfe: readonly Entwurf[]; w: Woerter }) {
  return (
    <section aria-labelledby="angefangen">
      <h2 class="sk-h2" id="angefangen">{w.ihreEntwuerfe}</h2>
      {entwuerfe.map((entwurf) => (
        <Card key={entwurf.id} title={w.entwurfVom(zeitText(entwurf.begonnenAm, c.sprache))} level={3}>
          <p>{w.zuletzt(zeitText(entwurf.letzteAenderung, c.sprache))}<br />{w.bisWann(datumText(entwurf.loeschenAb, c.sprache))}</p>
          <ButtonRow>
            <LinkButton href={pfadVon(entwurf)}>{w.weitermachen}</LinkButton>
            <LinkButton variant="tertiary" href={pfadVon(entwurf, 'verwerfen')}>{w.verwerfen}</LinkButton>
          </ButtonRow>
        </Card>
      ))}
    </section>
  )
}

function Pause({ pause, w }: { pause: Schliessung; w: Woerter }) {
  return <Alert tone="warning" title={w.geschlossen}><p>{pause.grund}</p>{pause.alternative ? <p>{pause.alternative}</p> : null}</Alert>
}

/** A service that is not for private people says so before anything is filled in, and what they do instead. */
function NurFuer({ version: { stammdaten: { zielgruppe, stattdessen } }, w }: { version: Leistungsfassung; w: Woerter }) {
  if (zielgruppe.includes('buerger')) return null
  return (
    <Alert tone="warning" title={w.nurUnternehmen}>
      {stattdessen ? <p lang="de">{stattdessen.text}</p> : null}
      {stattdessen?.leistung ? <p><a href={`/leistungen/${stattdessen.leistung}`}>{w.zurAnderenLeistung}</a></p> : null}
    </Alert>
  )
}

function Vorbereitung({ c, angaben: { version: { formular, stammdaten }, fristTage }, w }: { c: RequestContext; angaben: Startangaben; w: Woerter }) {
  const en = c.sprache === 'en' ? stammdaten.en : undefined
  const slots = formular.seiten.flatMap(({ fragen }) => fragen).filter(({ typ }) => typ === 'datei')
  const unterlagen = en?.unterlagen ?? stammdaten.unterlagen?.map(({ name, hinweis }) => (hinweis ? `${name} (${hinweis})` : name)) ?? slots.map(({ label }) => wortlaut(formular, label, c.sprache))
  const voraussetzungen = en?.voraussetzungen ?? stammdaten.voraussetzungen ?? []
  const bearbeitung = en?.bearbeitungsdauer ?? stammdaten.bearbeitungsdauer
  const minuten = Math.max(3, Math.ceil(formular.seiten.flatMap(({ fragen }) => fragen).length * 0.4))
  return (
    <>
      <h2 class="sk-h2">{w.dauer}</h2>
      <p>{w.dauerMinuten(minuten)}</p>
      {voraussetzungen.length > 0 ? <><h2 class="sk-h2">{w.voraussetzungen}</h2><ul class="kern-list kern-list--bullet">{voraussetzungen.map((satz) => <li key={satz}>{satz}</li>)}</ul></> : null}
      <h2 class="sk-h2">{w.brauchen}</h2>
      {unterlagen.length === 0 ? <p>{w.brauchenNichts}</p> : (
        <>
          <p>{slots.length > 0 ? w.dateienErlaubt : null} {slots.some(({ nachreichbar }) => nachreichbar) ? w.nachreichen : null}</p>
          <ul class="kern-list kern-list--bullet">{unterlagen.map((satz) => <li key={satz}>{satz}</li>)}</ul>
        </>
      )}
      {bearbeitung ? <><h2 class="sk-h2">{w.bearbeitung}</h2><p>{bearbeitung}</p></> : null}
      <h2 class="sk-h2">{w.datenschutz}</h2>
      <p>{w.datenschutzKurz} {w.entwurfsfrist(fristTage)}</p>
      <Details summary={c.sprache === 'en' ? 'Information under Article 13 GDPR' : 'Informationen nach Artikel 13 DSGVO'}><Datenschutzhinweis formular={formular} lang={c.sprache} /></Details>
    </>
  )
}

function Beginnen({ c, angaben, w }: { c: RequestContext; angaben: Startangaben; w: Woerter }) {
  const { version, entwuerfe } = angaben
  const pfad = antragPfad(version.schluessel)
  if (c.actor.art === 'personal') return <Alert tone="info" title={w.nichtFuerPersonal} />
  const knopf = (text: string, variant: 'primary' | 'secondary') => <form method="post" action={pfad}><Formularfelder c={c} /><Button variant={variant}>{text}</Button></form>
  if (c.actor.art === 'buerger') return <><p>{w.angemeldetAls(c.actor.name)}</p>{knopf(entwuerfe.length > 0 ? w.neuBeginnen : w.beginnen, entwuerfe.length > 0 ? 'secondary' : 'primary')}</>
  const nurMitKonto = version.stammdaten.vertrauensniveau !== 'niedrig'
  return (
    <section aria-labelledby="beginnen">
      <h2 class="sk-h2" id="beginnen">{w.wieWeiter}</h2>
      {nurMitKonto ? <p>{w.anmeldungNoetig}</p> : null}
      {angaben.wege.length === 0 ? null : (
        <Card title={w.mitNutzerkonto} level={3}>
          <p>{w.mitNutzerkontoText}</p>
          {angaben.wege.map(({ href, text, hinweis }) => <div key={href}>{hinweis ? <p lang="de">{hinweis}</p> : null}<p><LinkButton href={href} variant="secondary">{text}</LinkButton></p></div>)}
        </Card>
      )}
      <Card title={w.mitKonto} level={3}>
        <p>{w.mitKontoText}</p><LinkButton href={`/anmelden?ziel=${encodeURIComponent(pfad)}`}>{w.mitKonto}</LinkButton>
      </Card>
      {nurMitKonto ? null : <Card title={w.alsGast} level={3}><p>{w.alsGastText}</p>{knopf(w.alsGast, 'secondary')}</Card>}
      <Card title={w.mitCode} level={3}><p>{w.mitCodeText}</p><LinkButton variant="secondary" href={`${pfad}/fortsetzen`}>{w.mitCode}</LinkButton></Card>
    </section>
  )
}

/** The way without computer stands on the same page (A1-10). */
export function AndererWeg({ version: { stammdaten: { kanaele } }, w, titel }: { version: Leistungsfassung; w: Woerter; titel?: string }) {
  const zeilen = [[w.telefon, kanaele.telefon], [w.email, kanaele.email], [w.persoenlich, kanaele.persoenlich], [w.post, kanaele.post]].filter(([, wert]) => wert)
  return (
    <>
      <h2 class="sk-h2">{titel ?? w.andererWeg}</h2>
      {kanaele.behoerdennummer115 ? <p>{w.nummer115}</p> : null}
      {zeilen.length === 0 ? null : <dl class="sk-answers__list">{zeilen.map(([name, wert]) => <div class="sk-answers__row" key={name}><dt>{name}</dt><dd>{wert}</dd></div>)}</dl>}
    </>
  )
}
