import type { Kennzahlquelle, Messergebnis, Messzeitraum } from '../../../platform/kennzahlquelle.js'
import type { Tx } from '../../../platform/database/database.js'
import { eingang, type Kanal } from './db/tables.js'

const KANALNAMEN = {
  portal: 'das Portal', api: 'eine Schnittstelle', email: 'E-Mail', post: 'die Post', schalter: 'den Schalter', telefon: 'das Telefon',
} as const satisfies Record<Kanal, string>
const DIGITAL: readonly Kanal[] = ['portal', 'api', 'email']

/** The share of some channels in everything that came in, for the town and for each unit where it lies now. */
async function anteil(tx: Tx, { von, bis }: Messzeitraum, kanaele: readonly Kanal[]): Promise<Messergebnis> {
  const rows = await eingang(tx).selectFrom('eingang.eingang')
    .select((select) => [
      'einheit_id', select.fn.countAll<bigint>().as('nenner'),
      select.fn.countAll<bigint>().filterWhere('kanal', 'in', [...kanaele]).as('zaehler'),
    ])
    .where('eingang_tag', '>=', von)
    .where('eingang_tag', '<=', bis)
    .groupBy('einheit_id')
    .orderBy('einheit_id')
    .execute()
  const summe = (spalte: 'zaehler' | 'nenner') => rows.reduce((bisher, row) => bisher + Number(row[spalte]), 0)
  return {
    gesamt: { zaehler: summe('zaehler'), nenner: summe('nenner') },
    einheiten: rows.flatMap((row) => (row.einheit_id
      ? [{ einheitId: row.einheit_id, wert: { zaehler: Number(row.zaehler), nenner: Number(row.nenner) } }]
      : [])),
  }
}

const NENNER =
  'an allen Eingängen des Posteingangsbuchs im Zeitraum, nach dem Tag des Eingangs. Was an der zentralen Stelle liegt, zählt nur für die Stadt, nicht für eine Einheit.'
const quelle = (
  rest: Pick<Kennzahlquelle, 'schluessel' | 'name' | 'zaehlt'>, kanaele: readonly Kanal[]
): Kennzahlquelle => ({
  ...rest, art: 'anteil', masseinheit: 'Prozent', nachkomma: 1, richtung: 'hoch', summierbar: true, bezug: 'zeitraum',
  messen: (tx, zeitraum) => anteil(tx, zeitraum, kanaele),
})

export const kennzahlquellen: readonly Kennzahlquelle[] = [
  quelle({
    schluessel: 'eingang.digital', name: 'Anteil digitaler Eingänge',
    zaehlt: `Eingänge über Portal, Schnittstelle und E-Mail ${NENNER}`,
  }, DIGITAL),
  ...(Object.keys(KANALNAMEN) as Kanal[]).map((kanal) =>
    quelle({
      schluessel: `eingang.kanal.${kanal}`, name: `Anteil der Eingänge über ${KANALNAMEN[kanal]}`,
      zaehlt: `Eingänge über ${KANALNAMEN[kanal]} ${NENNER}`,
    }, [kanal])),
]
