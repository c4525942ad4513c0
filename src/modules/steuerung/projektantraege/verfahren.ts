import { Conflict } from '../../../platform/errors.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { findModell, verfahrenStarten } from '../../verfahren/workflow/index.js'

export const modellschluessel = (weg: string): string => `projektantrag-${weg}`

/** Starts the way of a proposal, also a second time when a parked topic is taken up again. @throws Conflict when the way has no released process */
export async function starteWeg(ctx: CommandContext, { weg, vorgangId, vorgangsnummer, titel, einheitId }: { weg: string; vorgangId: string; vorgangsnummer: string; titel: string; einheitId: string }): Promise<void> {
  const modell = await findModell(ctx.tx, modellschluessel(weg))
  if (!modell) throw new Conflict('projektantraege.wegFehlt', 'Für diesen Weg ist noch kein Verfahren freigegeben. Bitte wenden Sie sich an das Programmbüro.')
  await verfahrenStarten(ctx, { modellId: modell.id, vorgangId, einheitId, titel: 'Projektantrag', variablen: {}, kontext: { vorgangsnummer, betreff: titel } })
}
