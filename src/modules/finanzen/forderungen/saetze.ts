import { registerEreignissatz, wortAus, type StoredEvent } from '../../../platform/events/index.js'
import { formatEuro } from '../../../platform/money/index.js'
import { buchungsart, type Buchungsart } from './domain/konto.js'
import * as events from './events.js'

/** The amount of an event; a row of an older program may lack it. */
function betrag(event: StoredEvent): string {
  const cent = wortAus(event, 'cent')
  return /^-?\d+$/.test(cent) ? formatEuro(BigInt(cent)) : 'unbekannter Höhe'
}

const artDer = ({ daten }: StoredEvent): string => (daten['art'] ? buchungsart(daten['art'] as Buchungsart) : 'Buchung')

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.forderungErhoben.typ, (event) => `hat eine Gebühr von ${betrag(event)} erhoben`)
  registerEreignissatz(events.forderungZugeordnet.typ, () => 'hat die Gebühr diesem Vorgang zugeordnet', { nurProtokoll: true })
  registerEreignissatz(events.gebucht.typ, (event) => `hat gebucht: ${artDer(event)}, ${betrag(event)}`,
    { nurProtokoll: ({ daten }) => daten['art'] === 'soll' })
  registerEreignissatz(events.forderungBeglichen.typ, () => 'Die Gebühr ist bezahlt')
  registerEreignissatz(events.zahlungZurueckgeholt.typ, (event) => `Die Bank hat eine Zahlung von ${betrag(event)} zurückgeholt. Die Gebühr ist wieder offen`)
  registerEreignissatz(events.belegErstellt.typ, () => 'hat den Zahlungsbeleg erstellt')
  registerEreignissatz(events.erstattungBeantragt.typ, (event) => `hat eine Erstattung von ${betrag(event)} vorgeschlagen`)
  registerEreignissatz(events.erstattungEntschieden.typ, ({ daten }) => (daten['freigegeben'] ? 'hat die Erstattung freigegeben' : 'hat die Erstattung abgelehnt'))
  registerEreignissatz(events.forderungUebernommen.typ, () => 'hat die Gebühr übernommen', { nurProtokoll: true })
  registerEreignissatz(events.zahlungErinnert.typ, () => 'hat an die offene Gebühr erinnert')
  registerEreignissatz(events.kassenkontoGeaendert.typ, () => 'hat das Konto der Kasse geändert')
}
