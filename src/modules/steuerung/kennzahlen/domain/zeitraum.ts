type Tag = Temporal.PlainDate

export const HAEUFIGKEITEN = {
  monatlich: 'jeden Monat', quartalsweise: 'jedes Quartal', halbjaehrlich: 'jedes Halbjahr', jaehrlich: 'jedes Jahr',
} as const
export type Haeufigkeit = keyof typeof HAEUFIGKEITEN

const MONATE = {
  monatlich: 1, quartalsweise: 3, halbjaehrlich: 6, jaehrlich: 12,
} as const satisfies Record<Haeufigkeit, number>
const NAMEN = [
  'Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember',
] as const
/** Further back nobody measures by itself: after a long standstill the newest values matter. */
const NACHHOLEN = 24

/** The first day of the span that the day lies in. */
export function beginnVon(tag: Tag, haeufigkeit: Haeufigkeit): Tag {
  const laenge = MONATE[haeufigkeit]
  return tag.with({ day: 1, month: Math.floor((tag.month - 1) / laenge) * laenge + 1 })
}

/** The last day of the span that the day lies in: its Stichtag. */
export const stichtagVon = (tag: Tag, haeufigkeit: Haeufigkeit): Tag => beginnVon(tag, haeufigkeit)
  .add({ months: MONATE[haeufigkeit] })
  .subtract({ days: 1 })

/** The newest Stichtag whose day is over. */
export const letzterStichtag = (
  heute: Tag, haeufigkeit: Haeufigkeit
): Tag => beginnVon(heute, haeufigkeit).subtract({ days: 1 })

/** The Stichtage that are over, newest first. */
export function stichtage(heute: Tag, haeufigkeit: Haeufigkeit, anzahl: number): readonly Tag[] {
  const alle = [letzterStichtag(heute, haeufigkeit)]
  for (let i = 1; i < anzahl; i++) alle.push(beginnVon(alle.at(-1) ?? heute, haeufigkeit).subtract({ days: 1 }))
  return alle
}

/** Stichtage to be measured now, oldest first: all after the newest one that has been; without any only the last. */
export function faellige(heute: Tag, haeufigkeit: Haeufigkeit, zuletzt: Tag | null): readonly Tag[] {
  if (!zuletzt) return [letzterStichtag(heute, haeufigkeit)]
  return stichtage(heute, haeufigkeit, NACHHOLEN)
    .filter((tag) => Temporal.PlainDate.compare(tag, zuletzt) > 0)
    .toReversed()
}

/**
 * „Oktober 2026“, „3. Quartal 2026“, „2. Halbjahr 2026“, „2026“ for the end of a span; any other day as it is written.
 */
export function zeitraumwort(stichtag: Tag, haeufigkeit: Haeufigkeit): string {
  if (!stichtag.equals(stichtagVon(stichtag, haeufigkeit))) return datum(stichtag)
  switch (haeufigkeit) {
    case 'monatlich': return `${NAMEN[stichtag.month - 1]} ${stichtag.year}`
    case 'quartalsweise': return `${stichtag.month / 3}. Quartal ${stichtag.year}`
    case 'halbjaehrlich': return `${stichtag.month / 6}. Halbjahr ${stichtag.year}`
    case 'jaehrlich': return String(stichtag.year)
  }
}

/** The same for the foot of a picture: „10/26“, „Q3 26“, „H2 26“, „2026“. */
export function zeitraumKurz(stichtag: Tag, haeufigkeit: Haeufigkeit): string {
  const jahr = String(stichtag.year).slice(2)
  if (!stichtag.equals(stichtagVon(stichtag, haeufigkeit))) return `${stichtag.day}.${stichtag.month}.${jahr}`
  switch (haeufigkeit) {
    case 'monatlich': return `${stichtag.month}/${jahr}`
    case 'quartalsweise': return `Q${stichtag.month / 3} ${jahr}`
    case 'halbjaehrlich': return `H${stichtag.month / 6} ${jahr}`
    case 'jaehrlich': return String(stichtag.year)
  }
}

const datum = (tag: Tag): string =>
  `${String(tag.day).padStart(2, '0')}.${String(tag.month).padStart(2, '0')}.${tag.year}`
