import { event } from '../../../platform/events/event.js'

export const strategieAngelegt = event('programm.strategie.angelegt/1', (id: string, daten: { kennung: string }) =>
  ({ objekt: { art: 'strategie', id }, daten }))

export const objektAngelegt = event('programm.objekt.angelegt/1', (id: string, daten: { strategieId: string; art: string; oberId: string | null }) =>
  ({ objekt: { art: 'programmobjekt', id }, daten }))

/** `felder` names what changed; old and new values are in the object's own history. */
export const objektGeaendert = event('programm.objekt.geaendert/1', (id: string, daten: { felder: readonly string[]; version: number }, grund?: string) =>
  ({ objekt: { art: 'programmobjekt', id }, daten, ...(grund ? { grund } : {}) }))

export const statusGesetzt = event('programm.status.gesetzt/1', (id: string, daten: { von: string | null; nach: string }, grund?: string) =>
  ({ objekt: { art: 'programmobjekt', id }, daten, ...(grund ? { grund } : {}) }))

/** Dates moved: other rooms (plan, calendar, reports) follow. */
export const terminVerschoben = event('programm.termin.verschoben/1', (id: string, daten: { felder: readonly string[]; version: number }, grund?: string) =>
  ({ objekt: { art: 'programmobjekt', id }, daten, ...(grund ? { grund } : {}) }))

export const objektEntfernt = event('programm.objekt.entfernt/1', (id: string, grund: string) =>
  ({ objekt: { art: 'programmobjekt', id }, daten: {}, grund }))

export const verknuepfungGeaendert = event('programm.verknuepfung.geaendert/1', (id: string, daten: { art: string; neu: number; entfernt: number }) =>
  ({ objekt: { art: 'programmobjekt', id }, daten }))

export const freigabeGeaendert = event('programm.freigabe.geaendert/1', (id: string, daten: { oeffentlich: boolean; felder: readonly string[] }) =>
  ({ objekt: { art: 'programmobjekt', id }, daten }))

export const mitwirkungEingerichtet = event('programm.mitwirkung.eingerichtet/1', (objektId: string, daten: { mitwirkungId: string; kontoId: string; bis: string; berichtet: boolean }) =>
  ({ objekt: { art: 'programmobjekt', id: objektId }, daten }))

export const mitwirkungBeendet = event('programm.mitwirkung.beendet/1', (objektId: string, daten: { mitwirkungId: string; kontoId: string }, grund: string) =>
  ({ objekt: { art: 'programmobjekt', id: objektId }, daten, grund }))

export const strategieEingelesen = event('programm.strategie.eingelesen/1', (id: string, daten: { neu: number; geaendert: number }) =>
  ({ objekt: { art: 'strategie', id }, daten }))

export const ebenenBenannt = event('programm.ebenen.benannt/1', (mandantId: string, daten: { arten: readonly string[] }) =>
  ({ objekt: { art: 'mandant', id: mandantId }, daten }))

export const kostenklassenFestgelegt = event('programm.kostenklassen.festgelegt/1', (mandantId: string, daten: { anzahl: number }) =>
  ({ objekt: { art: 'mandant', id: mandantId }, daten }))

export const strategieFortgeschrieben = event('programm.strategie.fortgeschrieben/1', (id: string, daten: { fortschreibungId: string; nummer: number }) =>
  ({ objekt: { art: 'strategie', id }, daten }))

export const kontextErfasst = event('programm.kontext.erfasst/1', (strategieId: string, daten: { kontextId: string; art: string; ersetztId: string | null }) =>
  ({ objekt: { art: 'strategie', id: strategieId }, daten }))
