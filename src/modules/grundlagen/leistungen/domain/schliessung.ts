import type { StammdatenEntwurf } from './stammdaten.js'

/** The online way is closed from … to (both days included); `bis` null: until further notice. */
export interface Schliessung {
  readonly von: Temporal.PlainDate; readonly bis: Temporal.PlainDate | null
  readonly grund: string; readonly alternative: string | null
  /** Outside of the times in which one may apply: a declaration that has not arrived cannot be made up for. */
  readonly frist?: boolean
}

/** What closes the online way of a service on that day (A1-05): entered in the administration, or season and pauses of the package. */
export function schliessungAm(stammdaten: StammdatenEntwurf, eingetragen: readonly Schliessung[], tag: Temporal.PlainDate): Schliessung | undefined {
  const gilt = ({ von, bis }: Schliessung) => Temporal.PlainDate.compare(von, tag) <= 0 && (!bis || Temporal.PlainDate.compare(tag, bis) <= 0)
  return eingetragen.find(gilt) ?? (stammdaten.schliessungen ?? []).flatMap((zeile) => alsZeitraeume(zeile, tag.year)).find(gilt)
}

type Zeile = NonNullable<StammdatenEntwurf['schliessungen']>[number]

/** A season that crosses New Year ('11-01' to '03-31') began last year or begins this year. */
function alsZeitraeume({ von, bis, grund, ...zeile }: Zeile, jahr: number): Schliessung[] {
  const alternative = zeile.alternative ?? null
  if (von.length > 5 || bis.length > 5) {
    return [{ von: amTag(von, jahr), bis: amTag(bis, jahr), grund, alternative }]
  }
  return [jahr - 1, jahr].map((beginn) => ({ von: amTag(von, beginn), bis: amTag(bis, bis < von ? beginn + 1 : beginn), grund, alternative }))
}

/** '02-29' in other years is the last day of February. */
function amTag(text: string, jahr: number): Temporal.PlainDate {
  const [year = 0, month = 1, day = 1] = (text.length > 5 ? text : `${jahr}-${text}`).split('-').map(Number)
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
}
