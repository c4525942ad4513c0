import { isUuid } from '../../../../platform/database/database.js'
import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { CSV_BOM, csvRow } from '../../../../platform/text/index.js'
import { formatInstant } from '../../../../platform/time/index.js'
import { holds, unitsWith } from '../../../../platform/usecases/actor.js'
import { alleEinheiten } from '../../../grundlagen/organisation/index.js'
import { KANAELE, STATUS } from '../anzeige.js'
import { eingangsbuchSeite } from './page.js'
import { eingangsexport, eingangsliste, type Eingangsfilter } from './query.js'

/** The filters that the address holds; what is not one of theirs counts as not set. */
function filterAus(c: RequestContext): Eingangsfilter {
  const roh = (name: string) => (c.suche.get(name) ?? '').trim().slice(0, 200)
  const tag = (name: string) => (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(roh(name)) && istTag(roh(name)) ? { [name]: roh(name) } : {})
  return {
    ...(roh('text') ? { text: roh('text') } : {}), ...(roh('kanal') in KANAELE ? { kanal: roh('kanal') as keyof typeof KANAELE } : {}),
    ...(roh('status') in STATUS ? { status: roh('status') as keyof typeof STATUS } : {}), ...(isUuid(roh('einheitId')) ? { einheitId: roh('einheitId') } : {}), ...tag('von'), ...tag('bis'),
  }
}

const istTag = (iso: string): boolean => Number(iso.slice(8)) <= Temporal.PlainYearMonth.from(iso.slice(0, 7)).daysInMonth

export const routes: readonly Route[] = [
  page({
    path: '/arbeitsplatz/eingaenge', access: access.staff('eingang.lesen'),
    async handle(c) {
      const filter = filterAus(c)
      const vor = c.suche.get('vor')
      const seite = await c.ask(eingangsliste, { filter, ...(isUuid(vor) ? { vor } : {}) })
      const alle = await c.app.db.withMandant(c.mandant.id, (tx) => alleEinheiten(tx, c.today))
      const eigene = unitsWith(c.actor, 'eingang.lesen')
      return eingangsbuchSeite(c, {
        filter, seite, einheiten: eigene === 'alle' ? alle : alle.filter(({ id }) => eigene.includes(id)), darfErfassen: holds(c.actor, 'eingang.verteilen') && unitsWith(c.actor, 'eingang.verteilen') === 'alle', vor: isUuid(vor),
      })
    },
  }),
  page({
    path: '/arbeitsplatz/eingaenge/export.csv', access: access.staff('eingang.lesen'),
    async handle(c) {
      const zeilen = await c.ask(eingangsexport, { filter: filterAus(c) })
      const text = [
        csvRow(['Nummer', 'Eingegangen', 'Weg', 'Absender', 'Betreff', 'Liegt bei', 'Stand', 'Grund']),
        ...zeilen.map((zeile) => csvRow([zeile.nummer, formatInstant(zeile.eingangAm), KANAELE[zeile.kanal], zeile.absender, zeile.betreff, zeile.einheit ?? 'Poststelle', STATUS[zeile.status][0], zeile.erledigtGrund])),
      ].join('')
      return { text: CSV_BOM + text, headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="posteingangsbuch-${c.today}.csv"` } }
    },
  }),
]
