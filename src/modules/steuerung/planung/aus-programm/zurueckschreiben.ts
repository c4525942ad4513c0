import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { objekteById, termineSetzen } from '../../programm/index.js'
import type { Planstand } from '../domain/aenderung.js'
import type { Terminplan } from '../domain/plan.js'

/** Dates of an approved plan become the dates of the Vorhaben in the programme; a plan that nobody approved stays a draft. */
export async function schreibeZurueck(ctx: CommandContext, stand: Planstand, plan: Terminplan, grund: string): Promise<void> {
  const objekte = await objekteById(ctx.tx, stand.eintraege.flatMap(({ objektId }) => (objektId ? [objektId] : [])))
  for (const [i, eintrag] of stand.eintraege.entries()) {
    const termin = plan.termine[i]
    const objekt = eintrag.objektId ? objekte.get(eintrag.objektId) : undefined
    if (!termin || !objekt) continue
    const text = (datum: Temporal.PlainDate | null | undefined) => datum?.toString() ?? ''
    const soll = { beginn: text(termin.beginn), ende: text(termin.ende), ...(eintrag.istBeginn ? { beginnIst: text(eintrag.istBeginn) } : {}), ...(eintrag.istEnde ? { endeIst: text(eintrag.istEnde) } : {}) }
    const ist: Readonly<Record<string, string>> = { beginn: text(objekt.beginn), ende: text(objekt.ende), beginnIst: text(objekt.beginnIst), endeIst: text(objekt.endeIst) }
    const anders = Object.fromEntries(Object.entries(soll).filter(([feld, wert]) => ist[feld] !== wert))
    if (Object.keys(anders).length > 0) await termineSetzen(ctx, objekt.id, anders, grund)
  }
}
