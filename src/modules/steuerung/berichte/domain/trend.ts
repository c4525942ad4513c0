import { formatDate } from '../../../../platform/time/index.js'
import type { Meilensteinstand } from './bericht.js'

export interface Trendzeile { readonly id: string; readonly name: string; readonly termine: readonly (string | null)[]; readonly satz: string }

/** What was expected of each milestone, report by report, oldest first (H4-08). A report that does not name it leaves a gap. */
export function meilensteintrend(staende: readonly (readonly Meilensteinstand[])[]): Trendzeile[] {
  const ids = [...new Set(staende.flatMap((stand) => stand.map(({ id }) => id)))]
  return ids.map((id) => {
    const verlauf = staende.map((stand) => stand.find((eine) => eine.id === id))
    const termine = verlauf.map((eine) => eine?.termin ?? null)
    return { id, name: verlauf.findLast((eine) => eine)?.name ?? '', termine, satz: satzVon(termine, verlauf.at(-1)?.erreicht ?? false) }
  })
}

function satzVon(termine: readonly (string | null)[], erreicht: boolean): string {
  const bekannt = termine.filter((termin) => termin !== null)
  const [erster, letzter] = [bekannt[0], bekannt.at(-1)]
  if (!erster || !letzter) return 'Ohne Termin.'
  const tage = Temporal.PlainDate.from(erster).until(Temporal.PlainDate.from(letzter)).days
  const wort = Math.abs(tage) === 1 ? 'einen Tag' : `${Math.abs(tage)} Tage`
  const lauf = bekannt.length < 2 ? `Erwartet am ${formatDate(Temporal.PlainDate.from(letzter))}.` : tage === 0 ? 'Der Termin hält.' : `${tage > 0 ? 'Rückt nach hinten um' : 'Kommt früher um'} ${wort}.`
  return erreicht ? `Erreicht. ${lauf}` : lauf
}
