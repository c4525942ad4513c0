import { registerEreignissatz, wortAus, type StoredEvent } from '../../../platform/events/index.js'
import * as events from './events.js'

const VERFAHREN: Readonly<Record<string, string>> = { passwort: 'Passwort', totp: 'Passwort und Einmalcode', wiederherstellungscode: 'Wiederherstellungscode', passkey: 'Passkey', nutzerkonto: 'Identitätsanbieter' }
const STELLEN: Readonly<Record<string, string>> = { passwort: 'beim Passwort', zweitfaktor: 'beim zweiten Faktor', passkey: 'beim Passkey', lokal: ', weil dieses Konto sich nur über den Identitätsanbieter anmeldet' }
const STATUS: Readonly<Record<string, string>> = { aktiv: 'aktiv', gesperrt: 'gesperrt', ausgeschieden: 'ausgeschieden', unbestaetigt: 'unbestätigt' }
const UMFANG: Readonly<Record<string, string>> = { diese: 'hat sich abgemeldet', eine: 'hat eine Sitzung beendet', andere: 'hat alle anderen Sitzungen beendet' }
const ANLASS: Readonly<Record<string, string>> = { start: 'hat das erste Passwort gesetzt', geaendert: 'hat das Passwort geändert', vergessen: 'hat ein vergessenes Passwort neu gesetzt' }

const faktor = (event: StoredEvent) => (wortAus(event, 'verfahren') === 'passkey' ? 'einen Passkey' : 'den Einmalcode als zweiten Faktor')
const wort = (worte: Readonly<Record<string, string>>, value: string): string => worte[value] ?? value

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.kontoAngelegt.typ, () => 'hat das Konto angelegt')
  registerEreignissatz(events.kontoGeaendert.typ, ({ daten: { felder } }) => `hat das Konto geändert${Array.isArray(felder) && felder.length > 0 ? `: ${felder.join(', ')}` : ''}`)
  registerEreignissatz(events.statusGeaendert.typ, (event) => `hat das Konto von „${wort(STATUS, wortAus(event, 'alt'))}“ auf „${wort(STATUS, wortAus(event, 'neu'))}“ gesetzt`, { titel: 'Konto gesperrt oder entsperrt' })
  registerEreignissatz(events.angemeldet.typ, (event) => `Anmeldung mit ${wort(VERFAHREN, wortAus(event, 'verfahren'))}`, { titel: 'Anmeldung' })
  registerEreignissatz(events.anmeldungFehlgeschlagen.typ, (event) => `Anmeldung fehlgeschlagen ${wort(STELLEN, wortAus(event, 'stelle'))}`)
  registerEreignissatz(events.anmeldungGebremst.typ, (event) => `Anmeldung nach ${String(event.daten['versuche'])} Fehlversuchen für eine Weile gesperrt`, { titel: 'Anmeldung nach Fehlversuchen gebremst' })
  registerEreignissatz(events.sitzungBeendet.typ, (event) => UMFANG[wortAus(event, 'umfang')] ?? 'hat eine Sitzung beendet', { titel: 'Abmeldung' })
  registerEreignissatz(events.passwortGesetzt.typ, (event) => ANLASS[wortAus(event, 'anlass')] ?? 'hat ein Passwort gesetzt')
  registerEreignissatz(events.startcodeAusgestellt.typ, (event) => `hat einen Startcode ausgestellt${event.daten['zweitfaktorEntfernt'] ? ' und den zweiten Faktor entfernt' : ''}`)
  registerEreignissatz(events.tastenkuerzelGesetzt.typ, ({ daten: { an } }) => `hat die Tastenkürzel ${an ? 'eingeschaltet' : 'ausgeschaltet'}`, { titel: 'Tastenkürzel ein- oder ausgeschaltet' })
  registerEreignissatz(events.zweitfaktorEingerichtet.typ, (event) => `hat ${faktor(event)} eingerichtet`, { titel: 'Zweiter Faktor eingerichtet' })
  registerEreignissatz(events.zweitfaktorEntfernt.typ, (event) => `hat ${faktor(event)} entfernt`, { titel: 'Zweiter Faktor entfernt' })
  registerEreignissatz(events.codeVersandt.typ, () => 'Ein Einmalcode wurde per E-Mail geschickt')
  registerEreignissatz(events.schluesselAusgestellt.typ, () => 'hat einen Schlüssel für eine Schnittstelle ausgestellt', { titel: 'Schnittstellen-Schlüssel ausgestellt' })
  registerEreignissatz(events.schluesselWiderrufen.typ, () => 'hat einen Schlüssel einer Schnittstelle widerrufen', { titel: 'Schnittstellen-Schlüssel widerrufen' })
}
