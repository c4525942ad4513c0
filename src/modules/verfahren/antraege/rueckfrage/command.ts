import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { legalDate } from '../../../../platform/time/index.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { nachrichtSenden } from '../../workflow/index.js'
import { alsInhaber, istUnbeantwortet, loadEigenen, lockAntrag, rueckfragenVon, type Rueckfrage } from '../antrag.js'
import { antraege } from '../db/tables.js'
import { istOffen } from '../domain/status.js'
import { AnhangEingabe, legeNachweisAb } from '../einreichen/command.js'
import { rueckfrageBeantwortet } from '../events.js'
import { setzeStatus } from '../status/status.js'
import { antwortfristErledigen } from './stellen.js'

const Antwort = Type.Object({
  rueckfrageId: Id, text: Type.String({ maxLength: 10_000 }), anhaenge: Type.Array(AnhangEingabe, { maxItems: 10 }),
}, { additionalProperties: false })

/**
 * The applicant's answers to all open questions at once: text, files, or both. Files become documents with the day of their own
 * receipt (A4-09); when everything is answered the process goes on. A late answer counts as long as nothing is decided.
 * @throws Invalid for a question without any answer, Conflict when nothing is asked (any more)
 */
export const rueckfragenBeantworten = command({
  name: 'antraege.rueckfragenBeantworten',
  input: Type.Object({ nummer: Text(60), antworten: Type.Array(Antwort, { minItems: 1, maxItems: 20 }) }, { additionalProperties: false }),
  allow: inhaber(alsInhaber),
  async run(ctx, { nummer, antworten }) {
    const antrag = await lockAntrag(ctx.tx, { id: (await loadEigenen(ctx.tx, ctx.actor, nummer)).id })
    const fragen = (await rueckfragenVon(ctx.tx, [antrag.id])).get(antrag.id) ?? []
    const offene = new Map(fragen.filter(istUnbeantwortet).map((frage) => [frage.id, frage]))
    if (!istOffen(antrag.status) || antworten.some(({ rueckfrageId }) => !offene.has(rueckfrageId))) {
      throw new Conflict('rueckfrage.nichtOffen', 'Diese Frage ist schon beantwortet, oder wir brauchen die Antwort nicht mehr. Bitte laden Sie die Seite neu.')
    }
    const leer = antworten.filter(({ text, anhaenge }) => text.trim() === '' && anhaenge.length === 0)
    if (leer.length > 0) throw new Invalid(leer.map(({ rueckfrageId }) => ({ feld: `antwort-${rueckfrageId}`, text: 'Bitte schreiben Sie eine Antwort, oder fügen Sie eine Datei hinzu.' })))
    for (const { rueckfrageId, text, anhaenge } of antworten) {
      const frage = offene.get(rueckfrageId) as Rueckfrage
      for (const anhang of anhaenge) {
        await legeNachweisAb(ctx, antrag, { anhang: { ...anhang, slot: frage.bezug ?? 'rueckfrage' }, bezeichnung: frage.bezugText ?? 'Antwort auf Rückfrage', absender: antrag.kontakt.name, rueckfrageId })
      }
      await antraege(ctx.tx).updateTable('antraege.rueckfrage').set({ antwort: text.trim(), beantwortet_am: ctx.now, beantwortet_datum: legalDate(ctx.now) }).where('id', '=', rueckfrageId).execute()
      await antwortfristErledigen(ctx, rueckfrageId)
      ctx.emit(rueckfrageBeantwortet(rueckfrageId, antrag.vorgangId, { antragId: antrag.id, datum: legalDate(ctx.now).toString(), dokumente: anhaenge.length }))
    }
    if (antworten.length < offene.size) return { offen: offene.size - antworten.length }
    await setzeStatus(ctx, antrag, 'IN_PRUEFUNG')
    await nachrichtSenden(ctx, { vorgangId: antrag.vorgangId, nachricht: 'rueckfrage.beantwortet' })
    return { offen: 0 }
  },
})
