import { event } from '../../../platform/events/event.js'

const strategie = (id: string) => ({ art: 'strategie', id })
const zeile = (id: string) => ({ art: 'finanzplanzeile', id })

export const zeileAngelegt = event('finanzplan.zeile.angelegt/1', (id: string, daten: { strategieId: string; objektId: string | null; spalte: string }) => ({ objekt: zeile(id), daten }))

/** `felder` names what changed; old and new values are in the line's own history. */
export const zeileGeaendert = event('finanzplan.zeile.geaendert/1', (id: string, daten: { felder: readonly string[]; version: number }) => ({ objekt: zeile(id), daten }))
export const zeileEntfernt = event('finanzplan.zeile.entfernt/1', (id: string, grund: string) => ({ objekt: zeile(id), daten: {}, grund }))

export const planUebernommen = event('finanzplan.plan.uebernommen/1', (strategieId: string, daten: { neu: number; geaendert: number }) => ({ objekt: strategie(strategieId), daten }))
export const sollIstEingelesen = event('finanzplan.sollist.eingelesen/1', (strategieId: string, daten: { stichtag: string; neu: number; geaendert: number; abgelehnt: number }) => ({ objekt: strategie(strategieId), daten }))

export const vzaebasisFestgelegt = event('finanzplan.vzaebasis.festgelegt/1', (mandantId: string, daten: { jahresstunden: number; vorher: number | null }) => ({ objekt: { art: 'mandant', id: mandantId }, daten }))

const foerderung = (id: string) => ({ art: 'foerderung', id })
export const foerderungErfasst = event('finanzplan.foerderung.erfasst/1', (id: string, daten: { strategieId: string; termine: number }) => ({ objekt: foerderung(id), daten }))
export const foerderterminErinnert = event('finanzplan.foerdertermin.erinnert/1', (id: string, daten: { terminId: string; art: string; faelligAm: string }) => ({ objekt: foerderung(id), daten }))
export const foerderterminErledigt = event('finanzplan.foerdertermin.erledigt/1', (id: string, daten: { terminId: string; art: string }) => ({ objekt: foerderung(id), daten }))
