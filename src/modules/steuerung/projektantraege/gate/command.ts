import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { erledigeAufgabe } from '../../../grundlagen/aufgaben/index.js'
import { antwortErledigt } from '../antwortfrist/mahnen.js'
import { amSchritt, antragDerAufgabe } from '../aufgabe.js'
import { projektantraege, type Gateergebnis } from '../db/tables.js'
import { pruefeEntscheidung } from '../domain/stammblatt.js'
import { gateEntschieden } from '../events.js'

const Langtext = Type.String({ maxLength: 4000 })

/** Decides at a gate, with conditions, a reason and a day to come again where these belong. @throws Invalid with all fields */
export const gateEntscheiden = command({
  name: 'projektantraege.gateEntscheiden',
  input: Type.Object({
    aufgabeId: Id, ergebnis: Type.Unsafe<Gateergebnis>(Type.Enum(['annehmen', 'auflagen', 'zurueckstellen', 'ablehnen', 'ueberarbeiten'])), auflagen: Langtext, grund: Langtext,
    wiedervorlageAm: Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' }),
  }, { additionalProperties: false }),
  allow: amSchritt,
  async run(ctx, { aufgabeId, ergebnis, auflagen, grund, wiedervorlageAm }) {
    const { aufgabe, antrag } = await antragDerAufgabe(ctx, aufgabeId, 'projektantrag.gate')
    const fehler = pruefeEntscheidung({ ergebnis, auflagen: auflagen.trim(), grund: grund.trim(), wiedervorlageAm }, ctx.today.toString())
    if (fehler.length > 0) throw new Invalid(fehler)
    const tag = ergebnis === 'zurueckstellen' ? Temporal.PlainDate.from(wiedervorlageAm) : null
    await projektantraege(ctx.tx).insertInto('projektantraege.entscheidung').values({
      id: newId(), antrag_id: antrag.id, gate: aufgabe.titel, ergebnis, auflagen: auflagen.trim() || null, grund: grund.trim() || null, wiedervorlage_am: tag, akteur_id: ctx.actor.id, am: ctx.now,
    }).execute()
    await antwortErledigt(ctx, antrag.id)
    ctx.emit(gateEntschieden(antrag.id, antrag.vorgangId, { gate: aufgabe.titel, ergebnis }))
    return erledigeAufgabe(ctx, { aufgabeId, ergebnis })
  },
})
