import { event } from '../../../platform/events/event.js'

export const mailAufgehoben = event('maildemo.mail.aufgehoben/1', (id: string) => ({ objekt: { art: 'demomail', id }, daten: {} }))
