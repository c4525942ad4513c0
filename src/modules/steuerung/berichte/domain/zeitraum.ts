import { addWorkingDays, type Land } from '../../../../platform/time/index.js'

type Tag = Temporal.PlainDate

/** Working days after the Stichtag until which a report is on time. */
export const WERKTAGE_BIS_FAELLIG = 5
/** Days before the Stichtag from which a month can be reported. */
export const VORLAUF_TAGE = 7
/** Working days after the due day at which the Programmbüro learns what is missing. */
export const WERKTAGE_BIS_MELDUNG = 2

const MONATE = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'] as const

export const monatsanfang = (tag: Tag): Tag => tag.with({ day: 1 })
/** The reporting day: the last day of the month. */
export const stichtagVon = (monat: Tag): Tag => monat.with({ day: monat.daysInMonth })
export const faelligAm = (monat: Tag, land: Land): Tag => addWorkingDays(stichtagVon(monat), WERKTAGE_BIS_FAELLIG, land)
/** 'Oktober 2026' */
export const monatswort = (monat: Tag): string => `${MONATE[monat.month - 1]} ${monat.year}`
/** 'Okt. 26', for heads of columns. */
export const monatKurz = (monat: Tag): string => `${(MONATE[monat.month - 1] ?? '').slice(0, 3)} ${String(monat.year).slice(2)}`
/** '2026-10' */
export const monatKennung = (monat: Tag): string => monat.toString().slice(0, 7)
/** The first day of '2026-10'; undefined for anything that is no month. */
export function monatAus(text: string): Tag | undefined {
  return /^(19[9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/.test(text) ? Temporal.PlainDate.from(`${text}-01`) : undefined
}

export const quartalsmonate = (jahr: number, quartal: number): readonly Tag[] => [0, 1, 2].map((i) => Temporal.PlainDate.from({ year: jahr, month: (quartal - 1) * 3 + 1 + i, day: 1 }))
export const quartalVon = (tag: Tag): number => Math.ceil(tag.month / 3)

/** The months that should be open now and are not: from the week before their Stichtag, the month before as well, never earlier than the last opened one. */
export function zuEroeffnen(heute: Tag, zuletzt: Tag): readonly Tag[] {
  const dieser = monatsanfang(heute)
  return [dieser.subtract({ months: 1 }), dieser].filter((monat) => Temporal.PlainDate.compare(monat, zuletzt) > 0 && Temporal.PlainDate.compare(heute, stichtagVon(monat).subtract({ days: VORLAUF_TAGE })) >= 0)
}
