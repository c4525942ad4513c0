import { registerEreignissatz, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'

const entwurf = { nurProtokoll: true }

/** The events of this room in words. Only the sending concerns the Vorgang, and the application itself tells of it. */
export function registriereSaetze(): void {
  registerEreignissatz(events.entwurfBegonnen.typ, (event) => `hat einen Antrag „${wortAus(event, 'leistung')}“ begonnen`, entwurf)
  registerEreignissatz(events.seiteGespeichert.typ, (event) => `hat die Seite „${wortAus(event, 'seite')}“ eines Antrags gespeichert`, { ...entwurf, titel: 'Seite eines Antrags gespeichert' })
  registerEreignissatz(events.codeAusgestellt.typ, () => 'hat einen Code zum Weitermachen bekommen', { ...entwurf, titel: 'Code zum Weitermachen ausgestellt' })
  registerEreignissatz(events.entwurfFortgesetzt.typ, (event) => `hat einen Antrag ${wortAus(event, 'durch') === 'code' ? 'mit dem Code' : 'nach der Anmeldung'} fortgesetzt`, entwurf)
  registerEreignissatz(events.fassungGewechselt.typ, () => 'Ein begonnener Antrag wurde auf die neue Fassung des Formulars umgestellt', entwurf)
  registerEreignissatz(events.vertretungAngegeben.typ, () => 'hat angegeben, für wen der Antrag ist', { ...entwurf, titel: 'Vertretung angegeben' })
  registerEreignissatz(events.zustimmungErbeten.typ, () => 'hat um eine Zustimmung zum Antrag gebeten', entwurf)
  registerEreignissatz(events.zustimmungEntschieden.typ, (event) => (wortAus(event, 'ergebnis') === 'zugestimmt' ? 'hat dem Antrag zugestimmt' : 'hat die Zustimmung zum Antrag abgelehnt'), entwurf)
  registerEreignissatz(events.zustimmungBeendet.typ, (event) => (wortAus(event, 'anlass') === 'abgelaufen' ? 'Die Zeit für die Zustimmung ist abgelaufen' : 'hat die Bitte um Zustimmung zurückgezogen'), entwurf)
  registerEreignissatz(events.zustimmungErinnert.typ, () => 'hat an eine Zustimmung erinnert', { ...entwurf, titel: 'An Zustimmung erinnert' })
  registerEreignissatz(events.angabenUebernommen.typ, (event) => `hat Angaben aus dem Nutzerkonto übernommen, Vertrauensniveau ${wortAus(event, 'niveau')}`, { ...entwurf, titel: 'Angaben aus dem Nutzerkonto übernommen' })
  registerEreignissatz(events.entwurfEingereicht.typ, () => 'hat den begonnenen Antrag abgeschickt', entwurf)
  registerEreignissatz(events.entwurfErinnert.typ, () => 'hat an einen begonnenen Antrag erinnert', { ...entwurf, titel: 'An begonnenen Antrag erinnert' })
  registerEreignissatz(events.entwurfGeloescht.typ, (event) => (wortAus(event, 'anlass') === 'person' ? 'hat einen begonnenen Antrag gelöscht' : 'Ein begonnener Antrag wurde nach Ablauf der Frist gelöscht'), entwurf)
  registerEreignissatz(events.absendenGewuenscht.typ, () => 'hat den Antrag verbindlich erklärt; er wird mit der Zahlung abgesendet')
  registerEreignissatz(events.absendewunschZurueckgezogen.typ, () => 'hat den Entwurf wieder geöffnet')
  registerEreignissatz(events.absendenMisslungen.typ, () => 'Die Gebühr ist bezahlt, der Antrag ließ sich nicht absenden')
}
