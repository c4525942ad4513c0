import { event } from '../../../platform/events/event.js'

export const aktenplanEingelesen = event('aktenplan.fassung.eingelesen/1', (fassungId: string, daten: { neu: readonly string[]; geaendert: readonly string[]; stillgelegt: readonly string[] }) =>
  ({ objekt: { art: 'aktenplan', id: fassungId }, daten }))

export const fassungBegonnen = event('aktenplan.fassung.begonnen/1', (fassungId: string, daten: { nummer: number; gueltigVon: string }) =>
  ({ objekt: { art: 'aktenplan', id: fassungId }, daten }))
