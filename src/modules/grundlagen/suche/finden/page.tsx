import { arbeitsplatzSeite, Badge, DateText, EmptyState, FilterBar, KeysetPager, TextField } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { auszug } from '../domain/auszug.js'
import { HOECHSTENS, type Suchergebnis, type Treffer } from './query.js'

const ARTEN: Readonly<Record<string, readonly [string, string]>> = {
  akte: ['Akte', 'Akten'], vorgang: ['Vorgang', 'Vorgänge'], dokument: ['Dokument', 'Dokumente'], eingang: ['Eingang', 'Eingänge'],
  leistung: ['Leistung', 'Leistungen'], bescheid: ['Bescheid', 'Bescheide'],
}
const artname = (art: string, mehrere = false) => ARTEN[art]?.[mehrere ? 1 : 0] ?? `${art[0]?.toUpperCase() ?? ''}${art.slice(1)}`

export interface Suchseite { readonly q: string; readonly art?: string; readonly seite: number; readonly ergebnis: Suchergebnis; link(mit: { art?: string; seite?: number }): string }

/** The search page: question, kinds with counts, hits with the place where the words stand. */
export function suchseite(c: RequestContext, suche: Suchseite): Reply {
  const { q } = suche
  return arbeitsplatzSeite(c, { title: q ? `Suche: ${q}` : 'Suche', ohneKopf: true }, (
    <>
      <h1 class="sk-h1">Suche</h1>
      <FilterBar action="/arbeitsplatz/suche" submitLabel="Suchen">
        <TextField name="q" label="Name, Betreff, Aktenzeichen oder Vorgangsnummer" value={q} type="search" optional />
      </FilterBar>
      {q ? <Treffer suche={suche} /> : <EmptyState icon="search" title="Geben Sie ein Wort oder ein Zeichen ein">Gefunden wird alles, was Sie lesen dürfen: Akten, Vorgänge, Dokumente und Eingänge.</EmptyState>}
    </>
  ))
}

function Treffer({ suche }: { suche: Suchseite }) {
  const { q, ergebnis, art, seite } = suche
  if (ergebnis.gesamt === 0) {
    return (
      <EmptyState icon="search" title={`Nichts gefunden zu „${q}“`}>
        <p>Prüfen Sie die Schreibweise, oder nehmen Sie weniger Wörter. Was anderen Einheiten gehört, wird hier nicht angezeigt.</p>
      </EmptyState>
    )
  }
  const anzahl = ergebnis.gesamt >= HOECHSTENS ? `Mehr als ${HOECHSTENS} Treffer; hier die neuesten` : `${ergebnis.gesamt} Treffer`
  return (
    <>
      <p role="status" class="sk-meta">{ergebnis.unscharf ? `Genau so wurde nichts gefunden. Ähnlich geschrieben: ${anzahl}` : anzahl}</p>
      {ergebnis.arten.length > 1 || art ? <Arten suche={suche} /> : null}
      <ol class="sk-linklist" aria-label="Treffer">{ergebnis.treffer.map((einer) => <Zeile key={einer.id} treffer={einer} worte={ergebnis.worte} />)}</ol>
      <KeysetPager {...(seite > 1 ? { previousHref: suche.link({ seite: seite - 1 }) } : {})} {...(seite * 20 < ergebnis.gesamt ? { nextHref: suche.link({ seite: seite + 1 }) } : {})} />
    </>
  )
}

function Arten({ suche: { ergebnis, art, link } }: { suche: Suchseite }) {
  return (
    <nav class="sk-tabs" aria-label="Art der Treffer">
      <ul class="sk-tabs__list">
        <li><a class="sk-tabs__link" href={link({})} aria-current={art ? undefined : 'page'}>Alle</a></li>
        {ergebnis.arten.map((eine) => (
          <li key={eine.art}>
            <a class="sk-tabs__link" href={link({ art: eine.art })} aria-current={art === eine.art ? 'page' : undefined}>{artname(eine.art, true)}<span class="sk-count">{eine.anzahl}</span></a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Zeile({ treffer, worte }: { treffer: Treffer; worte: readonly string[] }) {
  const markiert = (text: string, laenge: number) => auszug(text, worte, laenge).map((stueck, index) => (stueck.treffer ? <mark key={index}>{stueck.text}</mark> : stueck.text))
  return (
    <li class="sk-linklist__item">
      <div class="sk-linklist__text">
        <a class="sk-linklist__link" href={treffer.url}>{markiert(treffer.titel, 300)}</a>
        {treffer.auszug ? <p class="sk-linklist__sub">{markiert(treffer.auszug, 220)}</p> : null}
        <p class="sk-meta"><DateText date={treffer.datum} /></p>
      </div>
      <Badge>{artname(treffer.art)}</Badge>
    </li>
  )
}
