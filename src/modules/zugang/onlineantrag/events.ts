import { event } from '../../../platform/events/event.js'

/** Ids, pages and counts only: what somebody answered never gets into an event (A3-05). They are also the figures of A1-11. */
const entwurf = (id: string) => ({ art: 'entwurf', id })

export const entwurfBegonnen = event('onlineantrag.entwurf.begonnen/1', (id: string, daten: { leistung: string; art: 'konto' | 'gast' }) => ({ objekt: entwurf(id), daten }))

export const seiteGespeichert = event('onlineantrag.entwurf.gespeichert/1', (id: string, daten: { leistung: string; seite: string; version: number; fehler: number; dateien: number }) =>
  ({ objekt: entwurf(id), daten }))

export const codeAusgestellt = event('onlineantrag.code.ausgestellt/1', (id: string, daten: { versandt: boolean }) => ({ objekt: entwurf(id), daten }))

export const entwurfFortgesetzt = event('onlineantrag.entwurf.fortgesetzt/1', (id: string, daten: { durch: 'code' | 'anmeldung' }) => ({ objekt: entwurf(id), daten }))

export const fassungGewechselt = event('onlineantrag.entwurf.umgestellt/1', (id: string, daten: { leistung: string; alt: string; neu: string; zuWiederholen: number }) =>
  ({ objekt: entwurf(id), daten }))

export const vertretungAngegeben = event('onlineantrag.vertretung.angegeben/1', (id: string, daten: { art: 'selbst' | 'kind' | 'vollmacht' }) => ({ objekt: entwurf(id), daten }))
export const zustimmungErbeten = event('onlineantrag.zustimmung.erbeten/1', (id: string, daten: { zustimmungId: string; art: string }) => ({ objekt: entwurf(id), daten }))
export const zustimmungEntschieden = event('onlineantrag.zustimmung.entschieden/1', (id: string, daten: { zustimmungId: string; ergebnis: string }) => ({ objekt: entwurf(id), daten }))
export const zustimmungBeendet = event('onlineantrag.zustimmung.beendet/1', (id: string, daten: { anlass: 'zurueckgezogen' | 'abgelaufen' }) => ({ objekt: entwurf(id), daten }))
export const zustimmungErinnert = event('onlineantrag.zustimmung.erinnert/1', (id: string, daten: { zustimmungId: string }) => ({ objekt: entwurf(id), daten }))

/** Answers came from an account; the names of the questions, never what they say. */
export const angabenUebernommen = event('onlineantrag.angaben.uebernommen/1', (id: string, daten: { leistung: string; felder: readonly string[]; niveau: string }) => ({ objekt: entwurf(id), daten }))

export const entwurfEingereicht = event('onlineantrag.entwurf.eingereicht/1', (id: string, vorgangId: string, daten: { leistung: string; dauerSekunden: number }) =>
  ({ objekt: entwurf(id), vorgangId, daten }))

export const entwurfErinnert = event('onlineantrag.entwurf.erinnert/1', (id: string, daten: { loeschenAb: string }) => ({ objekt: entwurf(id), daten }))

/** Declared binding; it is sent when the fee is paid. */
export const absendenGewuenscht = event('onlineantrag.absenden.gewuenscht/1', (id: string, daten: { leistung: string; forderungId: string }) => ({ objekt: entwurf(id), daten }))

export const absendewunschZurueckgezogen = event('onlineantrag.absenden.zurueckgezogen/1', (id: string, daten: { leistung: string }) => ({ objekt: entwurf(id), daten }))

export const absendenMisslungen = event('onlineantrag.absenden.misslungen/1', (id: string, daten: { leistung: string; forderungId: string }) => ({ objekt: entwurf(id), daten }))

/** `seite` is where the person stopped. */
export const entwurfGeloescht = event('onlineantrag.entwurf.geloescht/1', (id: string, daten: { leistung: string; seite: string; anlass: 'frist' | 'person' | 'konto' }) =>
  ({ objekt: entwurf(id), daten }))
