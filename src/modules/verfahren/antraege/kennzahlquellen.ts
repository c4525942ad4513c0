import type { Kennzahlquelle } from '../../../platform/kennzahlquelle.js'
import { antraege } from './db/tables.js'

export const kennzahlquellen: readonly Kennzahlquelle[] = [
  {
    schluessel: 'antraege.digital', name: 'Anteil digital gestellter Anträge',
    zaehlt: 'Anträge über Portal und Schnittstelle an allen Anträgen, die im Zeitraum eingegangen sind. Auf Papier gestellte zählen, sobald sie als Antrag erfasst sind.',
    art: 'anteil', masseinheit: 'Prozent', nachkomma: 1, richtung: 'hoch', summierbar: true, bezug: 'zeitraum',
    async messen(tx, { von, bis }) {
      const rows = await antraege(tx).selectFrom('antraege.antrag')
        .select((select) => [
          'einheit_id', select.fn.countAll<bigint>().as('nenner'),
          select.fn.countAll<bigint>().filterWhere('kanal', 'in', ['portal', 'api']).as('zaehler'),
        ])
        .where('eingang_datum', '>=', von)
        .where('eingang_datum', '<=', bis)
        .groupBy('einheit_id')
        .orderBy('einheit_id')
        .execute()
      const einheiten = rows.map((row) =>
        ({ einheitId: row.einheit_id, wert: { zaehler: Number(row.zaehler), nenner: Number(row.nenner) } }))
      const summe = (teil: 'zaehler' | 'nenner') => einheiten.reduce((bisher, { wert }) => bisher + wert[teil], 0)
      return { gesamt: { zaehler: summe('zaehler'), nenner: summe('nenner') }, einheiten }
    },
  },
]
