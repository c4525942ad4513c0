import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { personal } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { akteFuer, vorgangAnlegen } from '../../../akte/akten/index.js'
import { projektantraege } from '../db/tables.js'
import { ideeGemeldet } from '../events.js'
import { wege } from '../lesen.js'
import { starteWeg } from '../verfahren.js'

/** The formless notice: a title and some words, by anybody who works here. A Vorgang holds it, the town's way begins (H2-01). */
export const ideeMelden = command({
  name: 'projektantraege.ideeMelden',
  input: Type.Object({ titel: Type.String({ minLength: 3, maxLength: 300 }), mitteilung: Type.String({ minLength: 1, maxLength: 10_000 }), weg: Type.Optional(Type.String({ maxLength: 41 })) }, { additionalProperties: false }),
  allow: personal(),
  async run(ctx, { titel, mitteilung, weg: wunsch }) {
    const alle = await wege(ctx.tx)
    const weg = alle.find(({ schluessel }) => schluessel === wunsch) ?? (wunsch ? undefined : alle[0])
    if (!weg) throw new Invalid([{ feld: 'weg', text: 'Bitte wählen Sie einen Weg aus der Liste.' }])
    const { akteId } = await akteFuer(ctx, { aktenplaneinheit: weg.aktenplaneinheit, regel: 'jahr', betreff: `Ideen und Projektanträge ${ctx.today.year}`, einheitId: weg.einheitId })
    const { vorgangId, vorgangsnummer } = await vorgangAnlegen(ctx, { akteId, betreff: titel, typ: 'projektantrag', einheitId: weg.einheitId })
    const id = newId()
    await projektantraege(ctx.tx).insertInto('projektantraege.antrag').values({
      id, vorgang_id: vorgangId, vorgangsnummer, weg: weg.schluessel, titel, mitteilung, melder_id: ctx.actor.id, stammblatt: json({}), stand: 'laufend', grund: null, auflagen: null,
      entschieden_am: null, wiedervorlage_am: null, vorgelegt_am: null, objekt_id: null, created_at: ctx.now,
    }).execute()
    ctx.emit(ideeGemeldet(id, vorgangId, { weg: weg.schluessel }))
    await starteWeg(ctx, { weg: weg.schluessel, vorgangId, vorgangsnummer, titel, einheitId: weg.einheitId })
    return { id, vorgangsnummer }
  },
})
