import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { erledigeAufgabe } from '../../../grundlagen/aufgaben/index.js'
import { amSchritt, antragDerAufgabe } from '../aufgabe.js'
import { projektantraege } from '../db/tables.js'
import { pruefeStammblatt, STAMMBLATTFELDER } from '../domain/stammblatt.js'
import { stammblattAusgefuellt } from '../events.js'

/** Writes the Projektstammblatt and passes it on. @throws Invalid with all fields */
export const stammblattAusfuellen = command({
  name: 'projektantraege.stammblattAusfuellen',
  // How long a text may be is said by domain/stammblatt.ts, at the field.
  input: Type.Object({ aufgabeId: Id, felder: Type.Record(Type.String({ maxLength: 40 }), Type.String(), { maxProperties: 40 }) }, { additionalProperties: false }),
  allow: amSchritt,
  async run(ctx, { aufgabeId, felder }) {
    const { antrag } = await antragDerAufgabe(ctx, aufgabeId, 'projektantrag.stammblatt')
    const stammblatt = Object.fromEntries(STAMMBLATTFELDER.flatMap((feld) => { const text = (felder[feld] ?? '').trim(); return text ? [[feld, text]] : [] }))
    const fehler = pruefeStammblatt(stammblatt)
    if (fehler.length > 0) throw new Invalid(fehler)
    await projektantraege(ctx.tx).updateTable('projektantraege.antrag').set({ stammblatt: json(stammblatt) }).where('id', '=', antrag.id).execute()
    ctx.emit(stammblattAusgefuellt(antrag.id, antrag.vorgangId, { felder: Object.keys(stammblatt) }))
    return erledigeAufgabe(ctx, { aufgabeId, ergebnis: 'weiter' })
  },
})
