import type { VNode } from 'preact'
import { Badge, EmptyState, FilterBar, LinkButton, LinkList, portalSeite, SelectField, TextField } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Katalogeintrag } from '../../../grundlagen/leistungen/index.js'
import { portaltexte, type Portaltexte } from '../texte.js'
import { Kurztext, lageName, titelVon } from './eintrag.js'
import type { Liste } from './query.js'

export interface Filter { readonly q: string; readonly lage: string; readonly zielgruppe: string }

const ZIELGRUPPEN = ['buerger', 'unternehmen', 'verwaltung'] as const

export function listePage(c: RequestContext, filter: Filter, liste: Liste): Reply {
  const t = portaltexte(c.sprache)
  const { treffer } = liste
  const suchtitel = filter.q || (filter.lage ? lageName(filter.lage, c.sprache) : '')
  return portalSeite(c, {
    title: suchtitel ? `${suchtitel} – ${t.leistungen}` : t.leistungenTitel, breite: 'wide', suche: filter.q,
    breadcrumb: [{ label: t.start, href: '/' }, { label: t.leistungen }], ...(filter.q ? { robots: 'noindex' } : {}),
  }, (
    <>
      <h1>{t.leistungenTitel}</h1>
      <Filterleiste c={c} t={t} filter={filter} liste={liste} />
      {treffer.length === 0 ? <Nichts c={c} t={t} filter={filter} liste={liste} /> : filter.q ? <Eintraege c={c} t={t} eintraege={treffer} /> : <NachBuchstaben c={c} t={t} eintraege={treffer} />}
    </>
  ))
}

interface Teil { readonly c: RequestContext; readonly t: Portaltexte }

function ohne(filter: Filter, feld: keyof Filter): string {
  const rest = new URLSearchParams(Object.entries({ ...filter, [feld]: '' }).filter(([, value]) => value !== ''))
  return rest.size > 0 ? `/leistungen?${rest.toString()}` : '/leistungen'
}

function Filterleiste({ c, t, filter, liste }: Teil & { filter: Filter; liste: Liste }): VNode {
  const zielgruppe = ZIELGRUPPEN.find((eine) => eine === filter.zielgruppe)
  const aktiv = [
    ...(filter.q ? [{ label: t.filterWort, value: filter.q, removeHref: ohne(filter, 'q') }] : []),
    ...(filter.lage ? [{ label: t.filterLage, value: lageName(filter.lage, c.sprache), removeHref: ohne(filter, 'lage') }] : []),
    ...(zielgruppe ? [{ label: t.filterGruppe, value: t.zielgruppe[zielgruppe], removeHref: ohne(filter, 'zielgruppe') }] : []),
  ]
  return (
    <FilterBar action="/leistungen" submitLabel={t.filtern} active={aktiv} resetHref="/leistungen" resultText={t.treffer(liste.treffer.length)}>
      <TextField name="q" label={t.filterWort} value={filter.q} maxLength={200} optional />
      <SelectField name="lage" label={t.filterLage} value={filter.lage} emptyLabel={t.alle} optional
        options={liste.lebenslagen.map((lage) => ({ value: lage, label: lageName(lage, c.sprache) }))} />
      <SelectField name="zielgruppe" label={t.filterGruppe} value={zielgruppe ?? ''} emptyLabel={t.alle} optional
        options={ZIELGRUPPEN.map((eine) => ({ value: eine, label: t.zielgruppe[eine] }))} />
    </FilterBar>
  )
}

function Eintraege({ c, t, eintraege }: Teil & { eintraege: readonly Katalogeintrag[] }): VNode {
  return (
    <LinkList label={t.leistungen} items={eintraege.map((eintrag) => ({
      label: titelVon(eintrag, c.sprache), href: `/leistungen/${eintrag.schluessel}`, text: <Kurztext eintrag={eintrag} sprache={c.sprache} />,
      ...(eintrag.online === 'keine' ? {} : { badge: <Badge tone="success" icon="check">{t.online}</Badge> }),
    }))} />
  )
}

/** German titles under their first letter; Ä stands with A. In English the order is that of the shown titles. */
function NachBuchstaben({ c, t, eintraege }: Teil & { eintraege: readonly Katalogeintrag[] }): VNode {
  const name = (eintrag: Katalogeintrag) => (c.sprache === 'en' ? eintrag.en.bezeichnung : undefined) ?? eintrag.bezeichnung
  const buchstabe = (eintrag: Katalogeintrag) => name(eintrag).normalize('NFD').charAt(0).toUpperCase()
  const gruppen = Map.groupBy(eintraege.toSorted((a, b) => name(a).localeCompare(name(b), c.sprache)), buchstabe)
  return (
    <>
      {gruppen.size > 2
        ? (
          <nav aria-label="A–Z">
            <ul class="sk-chips">{[...gruppen.keys()].map((eine) => <li key={eine}><a class="sk-chip" href={`#buchstabe-${eine}`}>{eine}</a></li>)}</ul>
          </nav>
        )
        : null}
      {[...gruppen].map(([eine, teil]) => (
        <section key={eine} aria-labelledby={`buchstabe-${eine}`}>
          <h2 id={`buchstabe-${eine}`}>{eine}</h2>
          <Eintraege c={c} t={t} eintraege={teil} />
        </section>
      ))}
    </>
  )
}

/** A search without result ends nowhere: other words, other ways, a human being (A1-06). */
function Nichts({ c, t, filter, liste }: Teil & { filter: Filter; liste: Liste }): VNode {
  return (
    <>
      <EmptyState icon="search" title={filter.q ? t.keineTitel(filter.q) : t.keineFilter}
        action={<LinkButton href="/leistungen" variant="secondary">{t.ohneFilter}</LinkButton>}>
        <p>{t.keineAnruf}</p>
      </EmptyState>
      <h2>{t.beliebt}</h2>
      <Eintraege c={c} t={t} eintraege={liste.statt} />
      <h2>{t.lebenslagen}</h2>
      <ul class="sk-chips">{liste.lebenslagen.map((lage) => <li key={lage}><a class="sk-chip" href={`/leistungen?lage=${lage}`}>{lageName(lage, c.sprache)}</a></li>)}</ul>
    </>
  )
}
