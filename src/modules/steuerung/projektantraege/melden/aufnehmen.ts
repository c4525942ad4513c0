import { json } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { landDerStadt } from '../../../../platform/tenancy/land.js'
import { newId, nextWorkingDay } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { akteFuer, vorgangAnlegen } from '../../../akte/akten/index.js'
import { projektantraege } from '../db/tables.js'
import { ideeGemeldet } from '../events.js'
import { wege } from '../lesen.js'
import { starteWeg } from '../verfahren.js'

export interface NeueIdee { readonly titel: string; readonly mitteilung: string; readonly melderId: string; readonly weg?: string }

/**
 * An idea with its Vorgang, its way and the day by which somebody answers: so many weeks after today, on a working day (H2-07).
 * In the caller's transaction. @throws Invalid at `weg`
 */
export async function nimmIdeeAuf(ctx: CommandContext, { titel, mitteilung, melderId, weg: wunsch }: NeueIdee): Promise<{ id: string; vorgangsnummer: string }> {
  const alle = await wege(ctx.tx)
  const weg = alle.find(({ schluessel }) => schluessel === wunsch) ?? (wunsch ? undefined : alle[0])
  if (!weg) throw new Invalid([{ feld: 'weg', text: 'Bitte wählen Sie einen Weg aus der Liste.' }])
  const { akteId } = await akteFuer(ctx, { aktenplaneinheit: weg.aktenplaneinheit, regel: 'jahr', betreff: `Ideen und Projektanträge ${ctx.today.year}`, einheitId: weg.einheitId })
  const { vorgangId, vorgangsnummer } = await vorgangAnlegen(ctx, { akteId, betreff: titel, typ: 'projektantrag', einheitId: weg.einheitId })
  const id = newId()
  await projektantraege(ctx.tx).insertInto('projektantraege.antrag').values({
    id, vorgang_id: vorgangId, vorgangsnummer, weg: weg.schluessel, titel, mitteilung, melder_id: melderId, stammblatt: json({}), stand: 'laufend', grund: null, auflagen: null,
    entschieden_am: null, wiedervorlage_am: null, vorgelegt_am: null, objekt_id: null, created_at: ctx.now, antwort_bis: nextWorkingDay(ctx.today.add({ weeks: weg.antwortWochen }), await landDerStadt(ctx.tx)),
    antwort_erinnert_am: null, zwischenbescheid: null,
  }).execute()
  ctx.emit(ideeGemeldet(id, vorgangId, { weg: weg.schluessel }))
  await starteWeg(ctx, { weg: weg.schluessel, vorgangId, vorgangsnummer, titel, einheitId: weg.einheitId })
  return { id, vorgangsnummer }
}
