import { event } from '../../../platform/events/event.js'

const ansicht = (id: string) => ({ art: 'ansicht', id })

/** `rolle` is the key of the role that sees the view too; null: nobody else. */
export const ansichtGespeichert = event('lagebild.ansicht.gespeichert/1', (id: string, daten: { sicht: string; rolle: string | null }) => ({ objekt: ansicht(id), daten }))
export const ansichtGeaendert = event('lagebild.ansicht.geaendert/1', (id: string, daten: { rolle: string | null; felder: readonly string[] }) => ({ objekt: ansicht(id), daten }))
export const ansichtGeloescht = event('lagebild.ansicht.geloescht/1', (id: string, daten: { rolle: string | null }) => ({ objekt: ansicht(id), daten }))
export const startGesetzt = event('lagebild.start.gesetzt/1', (kontoId: string, daten: { ansichtId: string | null }) => ({ objekt: { art: 'konto', id: kontoId }, daten }))
