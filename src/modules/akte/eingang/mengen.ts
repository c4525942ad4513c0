import { searchKey } from '../../../platform/text/index.js'
import { wort, type Mengenregeln } from '../../../platform/mengen/index.js'
import { nummerOf } from './lesen.js'

export const mengen: Mengenregeln = {
  nummern: [{
    kreis: 'eingang', tabelle: 'eingang.eingang', spalte: 'lfd',
    zeichen: { alt: (zeile) => nummerOf(Number(zeile['jahr']), Number(zeile['lfd'])), neu: nummerOf },
  }],
  spalten: {
    'eingang.eingang.jahr': () => 'n.jahr',
    'eingang.eingang.schluessel': ({ absender_name: name, betreff }, muster) =>
      `concat_ws(' ', ${muster.teile(`${name} ${betreff}`).map((teil) => ('fest' in teil ? wort(searchKey(teil.fest)) : `n.${teil.variable}_schluessel`)).join(', ')})`,
  },
}
