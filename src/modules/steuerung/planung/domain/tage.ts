/**
 * Calendar days as whole numbers (days since 1 January 1970). The scheduler touches tens of thousands of dates in one pass; integers
 * in typed arrays keep that within milliseconds, and Temporal stays at the edge.
 */

/** Epoch day of a date; negative before 1970. */
export function tagAus(datum: Temporal.PlainDate): number {
  return tagVon(datum.year, datum.month, datum.day)
}

/** The date of an epoch day. */
export function datumAus(tag: number): Temporal.PlainDate {
  const { jahr, monat, tagImMonat } = zerlege(tag)
  return new Temporal.PlainDate(jahr, monat, tagImMonat)
}

/** Epoch day of year, month (1–12) and day of the proleptic Gregorian calendar (years counted from March, eras of 400 years). */
export function tagVon(jahr: number, monat: number, tagImMonat: number): number {
  const y = monat <= 2 ? jahr - 1 : jahr
  const aera = Math.floor(y / 400)
  const jahrDerAera = y - aera * 400
  const tagImJahr = Math.floor((153 * (monat + (monat > 2 ? -3 : 9)) + 2) / 5) + tagImMonat - 1
  const tagDerAera = jahrDerAera * 365 + Math.floor(jahrDerAera / 4) - Math.floor(jahrDerAera / 100) + tagImJahr
  return aera * 146_097 + tagDerAera - 719_468
}

function zerlege(tag: number): { jahr: number; monat: number; tagImMonat: number } {
  const z = tag + 719_468
  const aera = Math.floor(z / 146_097)
  const tagDerAera = z - aera * 146_097
  const jahrDerAera = Math.floor((tagDerAera - Math.floor(tagDerAera / 1460) + Math.floor(tagDerAera / 36_524) - Math.floor(tagDerAera / 146_096)) / 365)
  const tagImJahr = tagDerAera - (365 * jahrDerAera + Math.floor(jahrDerAera / 4) - Math.floor(jahrDerAera / 100))
  const mp = Math.floor((5 * tagImJahr + 2) / 153)
  const monat = mp < 10 ? mp + 3 : mp - 9
  return { jahr: jahrDerAera + aera * 400 + (monat <= 2 ? 1 : 0), monat, tagImMonat: tagImJahr - Math.floor((153 * mp + 2) / 5) + 1 }
}

const LAENGEN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const schaltjahr = (jahr: number): boolean => (jahr % 4 === 0 && jahr % 100 !== 0) || jahr % 400 === 0

/** The same day `monate` later (or earlier); where it is missing, the last day of that month (31 January + 1 = 28 or 29 February). */
export function plusMonate(tag: number, monate: number): number {
  const { jahr, monat, tagImMonat } = zerlege(tag)
  const summe = jahr * 12 + monat - 1 + monate
  const zielJahr = Math.floor(summe / 12)
  const zielMonat = summe - zielJahr * 12
  const laenge = zielMonat === 1 && schaltjahr(zielJahr) ? 29 : LAENGEN[zielMonat] ?? 31
  return tagVon(zielJahr, zielMonat + 1, Math.min(tagImMonat, laenge))
}

/** 1 Monday … 7 Sunday. */
export const wochentag = (tag: number): number => ((tag + 3) % 7 + 7) % 7 + 1
