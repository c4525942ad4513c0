import type { Zufall } from './zufall.js'
import { ERSTE, WEITERE, ZWEITE } from './woerter-data.js'

const VORSILBEN = ['Alt', 'Ellen', 'Groß', 'Jung', 'Klein', 'Lang', 'Mark', 'Neu'] as const
const ENDUNGEN = ['', 'er', 'ing', 'ke', 's'] as const

const einfache = [...ERSTE.flatMap((erste) => ZWEITE.map((zweite) => `${erste}${zweite}`)), ...WEITERE]
/** Without a divisor in common with their number: every one once, and neighbours of the alphabet far apart. */
const SCHRITT = 401
const haeufige = einfache.map((_, index) => einfache[index * SCHRITT % einfache.length] ?? '')
const zusammengesetzte = haeufige.filter((name) => !(WEITERE as readonly string[]).includes(name)).map((name) => name.toLowerCase())
const seltene = VORSILBEN.flatMap((vorsilbe) => ENDUNGEN.flatMap((endung) => zusammengesetzte.map((name) => `${vorsilbe}${name}${endung}`)))

/** Some 35,000 surnames, the most frequent first. */
export const NACHNAMEN = [...haeufige, ...seltene]

/**
 * Surnames as they are in Germany: the first has 0.7 % of all people, the thousandth 0.01 %, and of the last ones there are one or two in a city
 * (Zipf and Mandelbrot: the share falls with 1 / (rank + 20)). A rare name is what a search for a person is mostly about.
 */
export function nachname(wahl: Zufall): string {
  return NACHNAMEN[Math.floor(20 * ((NACHNAMEN.length + 20) / 20) ** wahl.zahl() - 20)] as string
}
