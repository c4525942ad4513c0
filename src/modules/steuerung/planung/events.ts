import { event } from '../../../platform/events/event.js'

const plan = (id: string) => ({ art: 'plan', id })

export const planAngelegt = event('planung.plan.angelegt/1', (id: string, daten: { strategieId: string | null }) => ({ objekt: plan(id), daten }))

/** `eintraege` are the entries whose own fields changed; `verschoben` counts those that moved along. */
export const planGeaendert = event('planung.plan.geaendert/1', (id: string, daten: { version: number; eintraege: readonly string[]; felder: readonly string[]; abhaengigkeiten: number; verschoben: number }) => ({ objekt: plan(id), daten }))

export const basisGenehmigt = event('planung.basis.genehmigt/1', (id: string, daten: { basisId: string; nummer: number }) => ({ objekt: plan(id), daten }))

export const basisZurueckgezogen = event('planung.basis.zurueckgezogen/1', (id: string, daten: { basisId: string; nummer: number }, grund: string) => ({ objekt: plan(id), daten, grund }))

export const aenderungBeantragt = event('planung.antrag.gestellt/1', (id: string, daten: { antragId: string; nummer: number }) => ({ objekt: plan(id), daten }))
export const aenderungEntschieden = event('planung.antrag.entschieden/1', (id: string, daten: { antragId: string; nummer: number; status: string }) => ({ objekt: plan(id), daten }))

/** The forecasts of all milestones on a reporting day. */
export const prognoseErfasst = event('planung.prognose.erfasst/1', (id: string, daten: { stichtag: string; meilensteine: number }) => ({ objekt: plan(id), daten }))

export const risikoGeaendert = event('planung.risiko.geaendert/1', (id: string, daten: { risikoId: string; nummer: number; status: string; neu: boolean }) => ({ objekt: plan(id), daten }))
export const risikoEingetreten = event('planung.risiko.eingetreten/1', (id: string, daten: { risikoId: string; nummer: number }) => ({ objekt: plan(id), daten }))

export const entscheidungGeaendert = event('planung.entscheidung.geaendert/1', (id: string, daten: { entscheidungId: string; nummer: number; status: string }) => ({ objekt: plan(id), daten }))

export const einsatzGeaendert = event('planung.einsatz.geaendert/1', (id: string, daten: { einsatzId: string; kontoId: string; entfernt: boolean }) => ({ objekt: plan(id), daten }))
export const beteiligungGeaendert = event('planung.beteiligung.geaendert/1', (id: string, daten: { beteiligungId: string; ergebnis: string | null }) => ({ objekt: plan(id), daten }))

export const kommunikationGeaendert = event('planung.kommunikation.geaendert/1', (id: string, daten: { kommunikationId: string; erledigt: boolean }) => ({ objekt: plan(id), daten }))

export const kalenderzugangGeaendert = event('planung.kalenderzugang.geaendert/1', (kontoId: string, daten: { vorhanden: boolean }) => ({ objekt: { art: 'konto', id: kontoId }, daten }))
