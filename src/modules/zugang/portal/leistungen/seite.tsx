import type { ComponentChildren, VNode } from 'preact'
import { Alert, formatDate, LinkButton, portalSeite } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { portaltexte, type Portaltexte } from '../texte.js'
import { InSprache, lageName } from './eintrag.js'
import { Kosten } from './kosten.js'
import type { Leistungsseite } from './query.js'
import { wannText } from '../../../grundlagen/leistungen/index.js'
import { NurFuer, Persoenlich } from './hinweise.js'
import { Kurzinfo, Wege } from './randspalte.js'

/** What all parts of the page need. */
export interface Teil { readonly c: RequestContext; readonly t: Portaltexte; readonly seite: Leistungsseite }

export function leistungPage(c: RequestContext, seite: Leistungsseite): Reply {
  const t = portaltexte(c.sprache)
  const { stammdaten, version } = seite.leistung
  const { en } = stammdaten
  const titel = (c.sprache === 'en' ? en?.bezeichnung : undefined) ?? stammdaten.bezeichnung
  const teil: Teil = { c, t, seite }
  const antwort = portalSeite(c, {
    title: titel, breite: 'wide',
    breadcrumb: [{ label: t.start, href: '/' }, { label: t.leistungen, href: '/leistungen' }, { label: titel }],
  }, (
    <article>
      <h1><InSprache de={stammdaten.bezeichnung} en={en?.bezeichnung} sprache={c.sprache} /></h1>
      <p class="sk-lead sk-measure"><InSprache de={stammdaten.kurztext} en={en?.kurztext} sprache={c.sprache} /></p>
      <div class="sk-columns">
        <div class="sk-columns__main sk-measure">
          {c.sprache === 'en' ? <Alert title={t.nichtAmtlich}><p>{t.nichtAmtlichText}</p></Alert> : null}
          <NurFuer {...teil} />
          <Einstieg {...teil} />
          <Persoenlich {...teil} />
          <Beschreibung {...teil} />
          <Rechtliches {...teil} />
          <p class="sk-footnote">
            {stammdaten.lebenslagen.map((lage, index) => <>{index > 0 ? ' · ' : ''}<a href={`/leistungen?lage=${lage}`}>{lageName(lage, c.sprache)}</a></>)}
            <span class="sk-line">
              {t.version} {version}{stammdaten.leistungsschluessel ? <> · {t.schluessel} <span class="sk-mono">{stammdaten.leistungsschluessel}</span></> : null}
            </span>
          </p>
        </div>
        <div class="sk-columns__aside">
          <Kurzinfo {...teil} />
          <Wege {...teil} />
        </div>
      </div>
    </article>
  ))
  return seite.wechsel ? { ...antwort, gueltigBis: seite.wechsel } : antwort
}

/** The one button; or why there is none today and what to do instead (A1-05, A1-07, A1-08). */
function Einstieg({ c, t, seite: { leistung, geschlossen, ende } }: Teil): VNode | null {
  const { andereStelle, onlinedienst } = leistung.stammdaten
  if (geschlossen) {
    return (
      <Alert tone="warning" title={t.geschlossen}>
        <p><span lang="de">{geschlossen.grund}</span> {geschlossen.bis ? t.geschlossenBis(formatDate(geschlossen.bis, 'long', c.sprache)) : geschlossen.frist ? '' : t.geschlossenOffen}</p>
        <p>{geschlossen.alternative ? <span lang="de">{geschlossen.alternative}</span> : t.geschlossenWege}</p>
      </Alert>
    )
  }
  if (leistung.formular) {
    return (
      <p>
        <LinkButton href={`/leistungen/${leistung.schluessel}/antrag`} iconEnd="arrow-right">{leistung.stammdaten.art === 'anzeige' ? t.anzeigen : t.beantragen}</LinkButton>
        {ende ? <span class="sk-hint sk-line">{t.absendenBis(wannText(ende))}</span> : null}
      </p>
    )
  }
  if (onlinedienst) return <p><LinkButton href={onlinedienst.url} iconEnd="external">{t.externBeantragen(onlinedienst.name)}</LinkButton><span class="sk-hint sk-line">{t.externHinweis}</span></p>
  if (!andereStelle) return null
  return (
    <Alert title={t.andereStelle}>
      <p>{t.andereStelleText(andereStelle.name)} {andereStelle.hinweis ? <span lang="de">{andereStelle.hinweis}</span> : null}</p>
      {andereStelle.url ? <p><a href={andereStelle.url}>{t.zurSeite}</a></p> : null}
    </Alert>
  )
}

function Beschreibung({ c, t, seite }: Teil): VNode {
  const { stammdaten } = seite.leistung
  const { en } = stammdaten
  const unterlagen = stammdaten.unterlagen ?? []
  return (
    <>
      {stammdaten.beschreibung
        ? stammdaten.beschreibung.trim().split(/\n\s*\n/).map((absatz, index) => <p key={index}><InSprache de={absatz} en={en?.beschreibung?.trim().split(/\n\s*\n/)[index]} sprache={c.sprache} /></p>)
        : null}
      <Aufzaehlung titel={t.voraussetzungen} de={stammdaten.voraussetzungen} en={en?.voraussetzungen} sprache={c.sprache} />
      {unterlagen.length > 0
        ? (
          <Abschnitt titel={t.unterlagen}>
            <ul>
              {unterlagen.map(({ name, hinweis }, index) => (
                <li key={name}><InSprache de={name} en={en?.unterlagen?.[index]} sprache={c.sprache} />{hinweis && c.sprache === 'de' ? <span class="sk-line sk-muted">{hinweis}</span> : null}</li>
              ))}
            </ul>
          </Abschnitt>
        )
        : null}
      <Kosten c={c} t={t} leistung={seite.leistung} />
      {stammdaten.bearbeitungsdauer ? <Abschnitt titel={t.dauer}><p><InSprache de={stammdaten.bearbeitungsdauer} en={en?.bearbeitungsdauer} sprache={c.sprache} /></p></Abschnitt> : null}
      <Aufzaehlung titel={t.fristen} de={stammdaten.fristen} en={en?.fristen} sprache={c.sprache} />
      <Aufzaehlung titel={t.ablauf} de={stammdaten.ablauf} en={en?.ablauf} sprache={c.sprache} nummeriert />
    </>
  )
}

function Rechtliches({ t, seite: { leistung: { stammdaten } } }: Teil): VNode {
  const verweise = (liste: readonly { readonly text: string; readonly url?: string }[]) => (
    <ul lang="de">{liste.map(({ text, url }) => <li key={text}>{url ? <a href={url}>{text}</a> : text}</li>)}</ul>
  )
  return (
    <>
      <Abschnitt titel={t.recht}>{verweise(stammdaten.rechtsgrundlagen)}</Abschnitt>
      {stammdaten.art === 'anzeige' ? null : <Abschnitt titel={t.rechtsbehelf}><p>{t.rechtsbehelfText[stammdaten.rechtsbehelf.art]}</p></Abschnitt>}
      {stammdaten.weiterfuehrend ? <Abschnitt titel={t.weitere}>{verweise(stammdaten.weiterfuehrend)}</Abschnitt> : null}
    </>
  )
}

export function Abschnitt({ titel, children }: { titel: string; children: ComponentChildren }): VNode {
  return <section><h2>{titel}</h2>{children}</section>
}

function Aufzaehlung({ titel, de, en, sprache, nummeriert }: {
  titel: string; de: readonly string[] | undefined; en: readonly string[] | undefined; sprache: 'de' | 'en'; nummeriert?: boolean
}): VNode | null {
  if (!de || de.length === 0) return null
  const zeilen = de.map((text, index) => <li key={index}><InSprache de={text} en={en?.[index]} sprache={sprache} /></li>)
  return <Abschnitt titel={titel}>{nummeriert ? <ol>{zeilen}</ol> : <ul>{zeilen}</ul>}</Abschnitt>
}
