import { event } from '../../../platform/events/event.js'

const konto = (id: string) => ({ art: 'konto', id })

export const auskunftAngefordert = event('kontodaten.auskunft.angefordert/1', (kontoId: string, daten: { auskunftId: string }) => ({ objekt: konto(kontoId), daten }))
/** Numbers and no content: what was in it is known to the person alone. */
export const auskunftBereitgestellt = event('kontodaten.auskunft.bereitgestellt/1', (kontoId: string, daten: { auskunftId: string; bytes: string; gueltigBis: string }) => ({ objekt: konto(kontoId), daten }))
export const auskunftAbgerufen = event('kontodaten.auskunft.abgerufen/1', (kontoId: string, daten: { auskunftId: string }) => ({ objekt: konto(kontoId), daten }))
export const auskunftAbgelaufen = event('kontodaten.auskunft.abgelaufen/1', (kontoId: string, daten: { auskunftId: string }) => ({ objekt: konto(kontoId), daten }))
export const loeschungBeantragt = event('kontodaten.loeschung.beantragt/1', (kontoId: string, daten: { loeschungId: string; vollzugAm: string; entwuerfe: number; laufendeAntraege: number }) => ({ objekt: konto(kontoId), daten }))
export const loeschungZurueckgenommen = event('kontodaten.loeschung.zurueckgenommen/1', (kontoId: string, daten: { loeschungId: string }) => ({ objekt: konto(kontoId), daten }))
export const loeschungVollzogen = event('kontodaten.loeschung.vollzogen/1', (kontoId: string, daten: { loeschungId: string }) => ({ objekt: konto(kontoId), daten }))
