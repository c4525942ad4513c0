import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { dokumentAblegen } from '../../../akte/akten/index.js'
import { erledigeAufgabe, offeneAufgaben, type Aufgabe } from '../../../grundlagen/aufgaben/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { anBeteiligung, beteiligungById, lockBeteiligung } from '../beteiligung.js'
import { beteiligungen } from '../db/tables.js'
import { istVotum, stellungnahmeFehler } from '../domain/votum.js'
import { MASKE } from '../einholen/command.js'
import { stellungnahmeAbgegeben } from '../events.js'

const Datei = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 0 }), mime: Text(100), dateiname: Text(255), pruefstatus: Type.Enum(['sauber', 'ungeprueft']),
}, { additionalProperties: false })

/** To which request a task belongs; undefined for a task of another kind. */
export function beteiligungDer({ maske, eingabe }: Pick<Aufgabe, 'maske' | 'eingabe'>): string | undefined {
  const stelle = maske === MASKE ? eingabe['stelle'] as { beteiligungId?: unknown } | undefined : undefined
  return typeof stelle?.beteiligungId === 'string' ? stelle.beteiligungId : undefined
}

/**
 * What a unit says, once. Its task is done with it and the process goes on. Too late is kept and said to be late (C3-09), until it
 * is decided.
 * @throws Invalid with the fields, Conflict when the unit has answered or takes part no more
 */
export const stellungnahmeAbgeben = command({
  name: 'beteiligung.stellungnahmeAbgeben',
  input: Type.Object({
    beteiligungId: Id, votum: Type.String({ maxLength: 30 }), text: Type.String({ maxLength: 20_000 }), auflagen: Type.String({ maxLength: 20_000 }), datei: Type.Optional(Datei),
  }, { additionalProperties: false }),
  allow: can('beteiligung.stellungnehmen').on<{ beteiligungId: string }>(anBeteiligung),
  async run(ctx, { beteiligungId, datei, ...gesagt }) {
    const { votum } = gesagt
    const [text, auflagen] = [gesagt.text.trim(), gesagt.auflagen.trim()]
    const fehler = stellungnahmeFehler({ votum, text, auflagen })
    if (fehler.length > 0 || !istVotum(votum)) throw new Invalid(fehler)
    const fuer = await aufgabeErledigt(ctx, beteiligungId)
    const row = await lockBeteiligung(ctx.tx, beteiligungId)
    if (row.beendet_am) {
      throw new Conflict('beteiligung.beendet', row.beendet_weil === 'abgegeben' ? 'Ihre Stelle hat schon Stellung genommen.' : 'Es ist schon entschieden. Ihre Stellungnahme wird nicht mehr gebraucht.')
    }
    const verspaetet = Temporal.PlainDate.compare(ctx.today, row.frist) > 0
    const stelle = (await einheitenById(ctx.tx, [row.einheit_id])).get(row.einheit_id)?.name ?? 'Fachstelle'
    const dokumentId = datei ? (await legeAb(ctx, row.vorgang_id, stelle, datei)).dokumentId : null
    await beteiligungen(ctx.tx).insertInto('beteiligung.stellungnahme').values({
      id: newId(), beteiligung_id: beteiligungId, votum, text, auflagen, dokument_id: dokumentId, verspaetet, wer_id: ctx.actor.id, fuer_id: fuer ?? null, zeitpunkt: ctx.now,
    }).execute()
    await beteiligungen(ctx.tx).updateTable('beteiligung.beteiligung').set({ beendet_am: ctx.now, beendet_weil: 'abgegeben' }).where('id', '=', beteiligungId).execute()
    ctx.emit(stellungnahmeAbgegeben(beteiligungId, row.vorgang_id, { einheitId: row.einheit_id, votum, verspaetet }))
  },
})

function legeAb(ctx: CommandContext, vorgangId: string, stelle: string, { pruefstatus, ...datei }: { sha256: string; size: number; mime: string; dateiname: string; pruefstatus: 'sauber' | 'ungeprueft' }) {
  return dokumentAblegen(ctx, { vorgangId, betreff: `Stellungnahme ${stelle}: ${datei.dateiname}`.slice(0, 300), typ: 'stellungnahme', richtung: 'intern', datum: ctx.today, absender: stelle, datei, pruefstatus })
}

/** The task of this request, while it is open; the process is locked with it, before the request is. For whom the actor stands in. */
async function aufgabeErledigt(ctx: CommandContext, beteiligungId: string): Promise<string | undefined> {
  const vorgangId = (await beteiligungById(ctx.tx, beteiligungId))?.vorgangId
  const aufgabe = vorgangId ? (await offeneAufgaben(ctx.tx, vorgangId)).find((eine) => beteiligungDer(eine) === beteiligungId) : undefined
  if (aufgabe) await erledigeAufgabe(ctx, { aufgabeId: aufgabe.id, ergebnis: 'abgegeben' })
  return vertretungFuer(ctx, aufgabe)
}

/** In whose place the actor answers: by the role that lets it, when it is not an own one (X6-03). */
function vertretungFuer({ actor }: CommandContext, aufgabe: Aufgabe | undefined): string | undefined {
  const passend = actor.zuweisungen.filter(({ rechte, einheiten }) => rechte.has('beteiligung.stellungnehmen') && (!aufgabe || !einheiten || einheiten.has(aufgabe.einheitId)))
  return passend.some((eine) => !eine.vertretungFuer) ? undefined : passend[0]?.vertretungFuer
}
