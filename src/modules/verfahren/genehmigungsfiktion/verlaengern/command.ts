import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import { formatDateLong } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { amVorgang } from '../../../akte/akten/index.js'
import { absaetze, schreibe } from '../../schreiben/index.js'
import { fristVerlaengert } from '../events.js'
import { berechneNeu, lockFiktion, type Fiktion } from '../fiktion.js'

/** Why the period cannot be extended (any more); undefined when it can (§ 42a(2) sentences 3 and 4 VwVfG: once, with reason, in time). */
export function keineVerlaengerung(row: Fiktion, today: Temporal.PlainDate): string | undefined {
  if (row.beendet_am || !row.ende) return 'Die Frist läuft nicht.'
  if (row.verlaengerung_monate === 0) return 'Das Gesetz dieser Leistung sieht keine Verlängerung vor.'
  if (row.verlaengert_am) return 'Die Frist ist schon einmal verlängert. Mehr lässt das Gesetz nicht zu.'
  return Temporal.PlainDate.compare(today, row.ende) > 0 ? 'Die Frist ist abgelaufen.' : undefined
}

/** Extends the period once and tells the person why, by letter or mailbox. */
export const fiktionsfristVerlaengern = command({
  name: 'genehmigungsfiktion.fiktionsfristVerlaengern',
  input: Type.Object({ vorgangId: Id, grund: Text(4000) }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, grund }) {
    const row = await lockFiktion(ctx.tx, vorgangId)
    const hindernis = keineVerlaengerung(row, ctx.today)
    if (hindernis) throw new Conflict('genehmigungsfiktion.nichtVerlaengerbar', hindernis)
    const ende = await berechneNeu(ctx, row, { verlaengert_am: ctx.today, verlaengerung_grund: grund })
    ctx.emit(fristVerlaengert(row.id, vorgangId, { ende: ende.toString() }, grund))
    await schreibe(ctx, {
      vorgangId, bezug: { art: 'fiktion_verlaengert', id: row.id }, typ: 'schreiben', betreff: 'Wir brauchen für Ihren Antrag mehr Zeit',
      inhalt: [
        `wir verlängern die Frist für unsere Entscheidung über Ihren Antrag bis zum ${formatDateLong(ende)} (§ 42a Absatz 2 Satz 3 VwVfG NRW). Der Grund ist:`, ...absaetze(grund),
        `Entscheiden wir bis dahin nicht, gilt Ihr Antrag als genehmigt (${row.norm}).`,
      ],
      nachricht: `Guten Tag,\n\nwir brauchen für Ihren Antrag mehr Zeit: bis zum ${formatDateLong(ende)}. Warum, steht in dem Schreiben, das dieser Nachricht beiliegt. Sie müssen nichts tun.`,
    })
  },
})
