import { event } from '../../../platform/events/event.js'

export const rueckmeldungEingegangen = event('portal.rueckmeldung.eingegangen/1', (id: string, daten: { nummer: string; art: string; antwortBis: string }) =>
  ({ objekt: { art: 'rueckmeldung', id }, daten }))

export const rueckmeldungErledigt = event('portal.rueckmeldung.erledigt/1', (id: string, daten: { nummer: string }) =>
  ({ objekt: { art: 'rueckmeldung', id }, daten }))
