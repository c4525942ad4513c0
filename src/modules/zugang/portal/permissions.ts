import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'rueckmeldung.bearbeiten', satz: 'Rückmeldungen zur Internetseite lesen und beantworten' },
]
