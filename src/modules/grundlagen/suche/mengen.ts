import { searchKey } from '../../../platform/text/index.js'
import { wort, type Mengenregeln, type Muster, type Zeile } from '../../../platform/mengen/index.js'
import { gefaltet } from './domain/worte.js'

/** What a copy needs of a text that it is found by: `<name>_schluessel` and `<name>_gefaltet`; `<name>_tsv` is made of both. */
export const suchformen = (text: string): { readonly schluessel: string; readonly gefaltet: string } => ({ schluessel: searchKey(text), gefaltet: gefaltet(text) })

/** SQL: the lexemes of a text, as `suche.eintragen` makes them, before they get their weight. */
export const lexeme = (text: string, gefaltet: string): string => `(to_tsvector('german', ${text}) || to_tsvector('simple', ${gefaltet}))`

const inhaltZu = (muster: Muster, zeile: Zeile): Zeile | undefined =>
  muster.zeilen.find((one) => one.tabelle === 'suche.inhalt' && one.zeile['objekt_id'] === zeile['objekt_id'] && one.zeile['objekt_art'] === zeile['objekt_art'])?.zeile

const tsvVon = (muster: Muster, text: string): string =>
  muster.teile(text).map((teil) => ('fest' in teil ? lexeme(wort(teil.fest), wort(gefaltet(teil.fest))) : `n.${teil.variable}_tsv`)).join(' || ')

export const mengen: Mengenregeln = {
  auchOhneIndexe: ['suche.wort'],
  vorher: [
    // What the patterns are called stands in the titles of all copies.
    `insert into suche.wort (mandant_id, mandant_nr, wort) select m.id, m.nr, w.wort from suche.wort w cross join platform.mandant m on conflict do nothing`,
  ],
  // What the trigger would have taken from the titles, in one order: two connections that write the same words do not block each other crosswise.
  jeStueck: [`insert into suche.wort (mandant_id, mandant_nr, wort)
    select distinct n.mandant_id, n.mandant_nr, w from n cross join lateral suche.titelworte(setweight(n.person_tsv || n.strasse_tsv, 'A')) w order by 1, 3 on conflict do nothing`],
  spalten: {
    'suche.eintrag.mandant_nr': () => 'n.mandant_nr',
    'suche.eintrag.schluessel': (zeile, muster) =>
      `concat_ws(' ', ${muster.teile(inhaltZu(muster, zeile)?.['titel'] ?? '').map((teil) => ('fest' in teil ? `nullif(${wort(searchKey(teil.fest))}, '')` : `n.${teil.variable}_schluessel`)).join(', ')})`,
    'suche.eintrag.tsv': (zeile, muster) => {
      const inhalt = inhaltZu(muster, zeile)
      return `setweight(${tsvVon(muster, inhalt?.['titel'] ?? '')}, 'A') || setweight(${tsvVon(muster, inhalt?.['auszug'] ?? '')}, 'C')`
    },
  },
}
