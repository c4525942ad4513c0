import type { Mengenregeln } from '../../../platform/mengen/index.js'
import { kuerzelDerStadt } from './domain/stadtkuerzel.js'
import { formatVorgangsnummer } from './domain/vorgangsnummer.js'

/** The triggers of `002_unveraenderlich.sql` as questions over all rows, for rows that were written in bulk. */
const proben = [
  { satz: 'Ein Vorgang, der nicht z.d.A. ist, liegt in einer offenen Akte', verstoesse: `select 1 from akten.vorgang v join akten.akte a on a.mandant_id = v.mandant_id and a.id = v.akte_id
      where v.status in ('OFFEN', 'WIEDER_OFFEN') and a.status not in ('OFFEN', 'WIEDER_OFFEN')` },
  { satz: 'Versionen eines Dokuments folgen ohne Lücke aufeinander, und die letzte ist die geltende', verstoesse: `select 1 from akten.dokument d
      left join (select mandant_id, dokument_id, max(nummer) as letzte, count(*) as anzahl from akten.dokumentversion group by 1, 2) n on n.mandant_id = d.mandant_id and n.dokument_id = d.id
      where coalesce(n.letzte, 0) <> d.version or coalesce(n.anzahl, 0) <> d.version` },
  { satz: 'Ein Vorgang ist nie weniger geschützt als seine Akte', verstoesse: `select 1 from akten.vorgang v join akten.akte a on a.mandant_id = v.mandant_id and a.id = v.akte_id where v.stufe < a.stufe` },
  { satz: 'Kein Kennzeichen war vorher vergeben', verstoesse: 'select 1 from akten.akte a join akten.frueheres_kennzeichen f on f.mandant_id = a.mandant_id and f.kennzeichen = a.kennzeichen' },
  { satz: 'Jede an einem Vorgang beteiligte Einheit steht an der Akte', verstoesse: `select 1 from akten.vorgang v join akten.akte a on a.mandant_id = v.mandant_id and a.id = v.akte_id and a.einheit_id <> v.einheit_id
      where not exists (select 1 from akten.beteiligte_einheit b where b.mandant_id = v.mandant_id and b.akte_id = v.akte_id and b.einheit_id = v.einheit_id)` },
  { satz: 'Die Nummer eines Vorgangs in seiner Akte stammt aus deren Nummernkreis', verstoesse: `select v.akte_id from akten.vorgang v
      left join platform.nummernkreis k on k.mandant_id = v.mandant_id and k.kreis = 'vorgang:' || v.akte_id and k.jahr = 0
      group by v.mandant_id, v.akte_id having max(v.lfd) > coalesce(max(k.letzte), 0)` },
  { satz: 'Vorgangsnummern stammen aus ihrem Nummernkreis', verstoesse: `select v.mandant_id from (select mandant_id, split_part(vorgangsnummer, '-', 2)::int as jahr, split_part(vorgangsnummer, '-', 3)::bigint as nummer from akten.vorgang) v
      left join platform.nummernkreis k on k.mandant_id = v.mandant_id and k.kreis = 'vorgang' and k.jahr = v.jahr
      group by v.mandant_id, v.jahr having max(v.nummer) > coalesce(max(k.letzte), 0)` },
]

export const mengen: Mengenregeln = {
  nummern: [{
    kreis: 'vorgang', tabelle: 'akten.vorgang',
    zeichen: { alt: (zeile) => zeile['vorgangsnummer'] ?? null, neu: (jahr, lfd, stadt) => formatVorgangsnummer({ kuerzel: kuerzelDerStadt(stadt), jahr, lfd }) },
  }],
  spalten: {
    'akten.vorgang.lfd': () => 'n.lfd',
    'akten.akte.schluessel': () => 'n.aktenzeichen_such',
    // Retention ends with a year.
    'akten.vorgang.aufbewahrung_bis': ({ aufbewahrung_bis: bis, zda_am: zda }) =>
      (bis && zda ? `make_date(extract(year from '${zda}'::date + n.tage)::int + ${Number(bis.slice(0, 4)) - Number(zda.slice(0, 4))}, 12, 31)` : 'null'),
  },
  nachher: [`insert into akten.beteiligte_einheit (mandant_id, akte_id, einheit_id)
    select distinct v.mandant_id, v.akte_id, v.einheit_id from akten.vorgang v join akten.akte a on a.mandant_id = v.mandant_id and a.id = v.akte_id where a.einheit_id <> v.einheit_id
    on conflict do nothing`],
  proben,
}
