import { formatEuro } from '../../../platform/money/index.js'
import { registerEreignissatz } from '../../verfahren/fallbearbeitung/index.js'
import { buchungsart, type Buchungsart } from './domain/konto.js'

const euro = (cent: unknown): string => formatEuro(BigInt(String(cent)))

/** The events of this room in the history of a case. */
export function registriereSaetze(): void {
  registerEreignissatz('forderungen.forderung.erhoben/1', ({ daten }) => `hat eine Gebühr von ${euro(daten['cent'])} erhoben`)
  registerEreignissatz('forderungen.forderung.zugeordnet/1', () => null)
  registerEreignissatz('forderungen.forderung.gebucht/1', ({ daten }) => (daten['art'] === 'soll' ? null : `hat gebucht: ${buchungsart(daten['art'] as Buchungsart)}, ${euro(daten['cent'])}`))
  registerEreignissatz('forderungen.forderung.beglichen/1', () => 'Die Gebühr ist bezahlt')
  registerEreignissatz('forderungen.zahlung.zurueckgeholt/1', ({ daten }) => `Die Bank hat eine Zahlung von ${euro(daten['cent'])} zurückgeholt. Die Gebühr ist wieder offen`)
  registerEreignissatz('forderungen.beleg.erstellt/1', () => 'hat den Zahlungsbeleg erstellt')
  registerEreignissatz('forderungen.erstattung.beantragt/1', ({ daten }) => `hat eine Erstattung von ${euro(daten['cent'])} vorgeschlagen`)
  registerEreignissatz('forderungen.erstattung.entschieden/1', ({ daten }) => (daten['freigegeben'] ? 'hat die Erstattung freigegeben' : 'hat die Erstattung abgelehnt'))
  registerEreignissatz('forderungen.forderung.uebernommen/1', () => null)
  registerEreignissatz('forderungen.zahlung.erinnert/1', () => 'hat an die offene Gebühr erinnert')
}
