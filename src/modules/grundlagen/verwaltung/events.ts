import { event } from '../../../platform/events/event.js'

export const profilGeaendert = event('verwaltung.profil.geaendert/1', (id: string, daten: { felder: readonly string[] }) => ({ objekt: { art: 'mandant', id }, daten }))
