import { Conflict } from '../../../../platform/errors.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { entwuerfeVon } from '../entwuerfe.js'
import { entwurfGeloescht } from '../events.js'
import { inhaltLoeschen } from '../verwerfen/command.js'

/**
 * Deletes all open drafts of an account that is being closed.
 * @throws Conflict while one of them waits for money: what is paid must not vanish
 */
export async function loescheEntwuerfeVon(ctx: CommandContext, kontoId: string): Promise<number> {
  let anzahl = 0
  for (let rest = await entwuerfeVon(ctx.tx, { art: 'konto', id: kontoId }); rest.length > 0; rest = await entwuerfeVon(ctx.tx, { art: 'konto', id: kontoId })) {
    for (const entwurf of rest) {
      if (entwurf.absendewunsch) throw new Conflict('kontodaten.zahlungOffen', 'Ein Antrag wartet noch auf seine Bezahlung. Bezahlen Sie ihn, oder öffnen Sie ihn auf der Seite „Bezahlen“ wieder. Danach können Sie das Konto löschen.')
      await inhaltLoeschen(ctx.tx, entwurf.id, ctx.now)
      ctx.emit(entwurfGeloescht(entwurf.id, { leistung: entwurf.leistung, seite: entwurf.seite, anlass: 'konto' }))
      anzahl += 1
    }
  }
  return anzahl
}
