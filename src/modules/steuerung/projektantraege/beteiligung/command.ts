import { Type } from 'typebox'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { erledigeAufgabe } from '../../../grundlagen/aufgaben/index.js'
import { amSchritt, antragDerAufgabe } from '../aufgabe.js'
import { projektantraege } from '../db/tables.js'
import { istTag, STELLEN, type Stelle } from '../domain/stammblatt.js'
import { beteiligungFestgehalten } from '../events.js'

const TEXT_MAX = 2000
/** What is too long is said at its field below. */
const Angabe = Type.Object({ art: Type.String(), am: Type.String(), text: Type.String() }, { additionalProperties: false })

/** Says of all four whether they were heard and when, or why not; without that it does not reach the gate (H2-04). @throws Invalid with all fields */
export const beteiligungFesthalten = command({
  name: 'projektantraege.beteiligungFesthalten',
  input: Type.Object({ aufgabeId: Id, stellen: Type.Object({ personalrat: Angabe, gleichstellung: Angabe, schwerbehindertenvertretung: Angabe, datenschutz: Angabe }, { additionalProperties: false }) }, { additionalProperties: false }),
  allow: amSchritt,
  async run(ctx, { aufgabeId, stellen }) {
    const { antrag } = await antragDerAufgabe(ctx, aufgabeId, 'projektantrag.beteiligung')
    const angaben = Object.entries(stellen) as [Stelle, (typeof stellen)[Stelle]][]
    const fehler = angaben.flatMap(([stelle, { art, am, text }]): Feldfehler[] => {
      if (text.length > TEXT_MAX) return [{ feld: `${stelle}.text`, text: `${STELLEN[stelle]}: Bitte kürzen Sie den Text auf ${TEXT_MAX} Zeichen.` }]
      if (art === 'beteiligt') return istTag(am) && am <= ctx.today.toString() ? [] : [{ feld: `${stelle}.am`, text: `${STELLEN[stelle]}: Bitte geben Sie den Tag der Beteiligung an, spätestens heute.` }]
      if (art === 'nicht') return text.trim() ? [] : [{ feld: `${stelle}.text`, text: `${STELLEN[stelle]}: Bitte nennen Sie den Grund, warum keine Beteiligung nötig ist.` }]
      return [{ feld: `${stelle}.art`, text: `${STELLEN[stelle]}: Bitte wählen Sie „beteiligt“ oder „nicht erforderlich“.` }]
    })
    if (fehler.length > 0) throw new Invalid(fehler)
    for (const [stelle, { art, am, text }] of angaben) {
      const werte = { beteiligt_am: art === 'beteiligt' ? Temporal.PlainDate.from(am) : null, text: text.trim() || null, akteur_id: ctx.actor.id, am: ctx.now }
      await projektantraege(ctx.tx).insertInto('projektantraege.beteiligung').values({ antrag_id: antrag.id, stelle, ...werte }).onConflict((on) => on.columns(['mandant_id', 'antrag_id', 'stelle']).doUpdateSet(werte)).execute()
    }
    ctx.emit(beteiligungFestgehalten(antrag.id, antrag.vorgangId, { beteiligt: angaben.filter(([, { art }]) => art === 'beteiligt').map(([stelle]) => stelle) }))
    return erledigeAufgabe(ctx, { aufgabeId, ergebnis: 'weiter' })
  },
})
