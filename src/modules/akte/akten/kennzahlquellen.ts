import { sql } from 'kysely'
import type { Kennzahlquelle, Messergebnis, Messzeitraum } from '../../../platform/kennzahlquelle.js'
import type { Tx } from '../../../platform/database/database.js'
import { akten } from './db/tables.js'

interface Zeile {
  readonly einheit_id: string | null; readonly gesamt: number; readonly anzahl: bigint; readonly tage: number | null
}

/**
 * Vorgänge that were closed in the span: how many, and a percentile of the calendar days from begin to z.d.A. One row
 * for the town and
 * one for each unit. Deleted ones still count: their dates stay.
 */
async function abgeschlossene(tx: Tx, { von, bis }: Messzeitraum, anteil: number): Promise<readonly Zeile[]> {
  const { rows } = await sql<Zeile>`select einheit_id, grouping(einheit_id) as gesamt, count(*) as anzahl,
    percentile_cont(${anteil}::double precision) within group (order by zda_am - begonnen_am) as tage
    from akten.vorgang where zda_am between ${von}::date and ${bis}::date group by grouping sets ((), (einheit_id)) order by einheit_id`.execute(akten(tx))
  return rows
}

const durchlauf = (anteil: number) => async (tx: Tx, zeitraum: Messzeitraum): Promise<Messergebnis> => {
  const zeilen = await abgeschlossene(tx, zeitraum, anteil)
  const tage = zeilen.find(({ gesamt }) => gesamt === 1)?.tage ?? null
  return {
    gesamt: tage === null ? { fehlt: 'In diesem Zeitraum wurde kein Vorgang abgeschlossen.' } : { zahl: tage },
    einheiten: zeilen.flatMap((zeile) => (zeile.einheit_id
      && zeile.gesamt === 0
      && zeile.tage !== null ? [{ einheitId: zeile.einheit_id, wert: { zahl: zeile.tage } }] : [])),
  }
}

const GEZAEHLT =
  'Kalendertage vom Beginn eines Vorgangs bis zur z.d.A.-Verfügung, für alle Vorgänge, die im Zeitraum abgeschlossen wurden. Wieder geöffnete zählen mit ihrem letzten Abschluss.'

export const kennzahlquellen: readonly Kennzahlquelle[] = [
  {
    schluessel: 'akten.durchlauf.median', name: 'Durchlaufzeit der Vorgänge, Median',
    zaehlt: `${GEZAEHLT} Die Hälfte war schneller.`,
    art: 'zahl', masseinheit: 'Tage', nachkomma: 1, richtung: 'niedrig', summierbar: false, bezug: 'zeitraum',
    messen: durchlauf(0.5),
  },
  {
    schluessel: 'akten.durchlauf.p90', name: 'Durchlaufzeit der Vorgänge, 90 von 100 sind schneller',
    zaehlt: `${GEZAEHLT} Neun von zehn waren schneller (90. Perzentil).`,
    art: 'zahl', masseinheit: 'Tage', nachkomma: 1, richtung: 'niedrig', summierbar: false, bezug: 'zeitraum',
    messen: durchlauf(0.9),
  },
  {
    schluessel: 'akten.abgeschlossen', name: 'Abgeschlossene Vorgänge',
    zaehlt: 'Vorgänge, die im Zeitraum z.d.A. verfügt wurden und es noch sind.',
    art: 'zahl', masseinheit: 'Vorgänge', nachkomma: 0, richtung: 'hoch', summierbar: true, bezug: 'zeitraum',
    async messen(tx, zeitraum) {
      const zeilen = await abgeschlossene(tx, zeitraum, 0.5)
      return {
        gesamt: { zahl: Number(zeilen.find(({ gesamt }) => gesamt === 1)?.anzahl ?? 0n) },
        einheiten: zeilen.flatMap((zeile) => (zeile.einheit_id && zeile.gesamt === 0
          ? [{ einheitId: zeile.einheit_id, wert: { zahl: Number(zeile.anzahl) } }]
          : [])),
      }
    },
  },
]
