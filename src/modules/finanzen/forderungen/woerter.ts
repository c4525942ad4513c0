import type { Zahlweg } from './db/tables.js'

/** Ways of paying in words. */
export const WEGE: Readonly<Record<Zahlweg, string>> = { online: 'Online-Bezahlung', ueberweisung: 'Überweisung', bar: 'Bar am Schalter', ec: 'Karte am Schalter' }
