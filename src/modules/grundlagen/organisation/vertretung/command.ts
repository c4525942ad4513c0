import { Type } from 'typebox'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can, einer, personal } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { organisation } from '../db/tables.js'
import { vertretungAufgenommen, vertretungBeendet, vertretungEingerichtet } from '../events.js'

/**
 * Somebody stands in for somebody for a period, under the own name (X6-03). People set it up for themselves; for others an
 * administrator does (sudden illness).
 */
export const vertretungEinrichten = command({
  name: 'organisation.vertretungEinrichten',
  input: Type.Object({ vertretenerId: Id, vertreterId: Id, von: Datum, bis: Datum, grund: Text(200) }, { additionalProperties: false }),
  allow: einer(can('organisation.verwalten')(), personal()),
  async run({ tx, emit, actor, today }, { vertretenerId, vertreterId, von, bis, grund }) {
    const felder = []
    const darfFuerAndere = actor.zuweisungen.some((zuweisung) => zuweisung.rechte.has('organisation.verwalten')) || actor.art === 'system'
    if (vertretenerId !== actor.id && !darfFuerAndere) throw new NotFound()
    if (vertretenerId === vertreterId) felder.push({ feld: 'vertreterId', text: 'Niemand kann sich selbst vertreten. Bitte wählen Sie eine andere Person.' })
    const [beginn, ende] = [Temporal.PlainDate.from(von), Temporal.PlainDate.from(bis)]
    if (Temporal.PlainDate.compare(ende, beginn) < 0) felder.push({ feld: 'bis', text: 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide Daten.' })
    if (Temporal.PlainDate.compare(ende, today) < 0) felder.push({ feld: 'bis', text: 'Die Vertretung wäre schon vorbei. Bitte wählen Sie ein Ende ab heute.' })
    if (beginn.until(ende, { largestUnit: 'days' }).days > 366) felder.push({ feld: 'bis', text: 'Eine Vertretung dauert höchstens ein Jahr. Für länger vergeben Sie bitte eine Rolle.' })
    if (felder.length > 0) throw new Invalid(felder)
    const id = newId()
    await organisation(tx).insertInto('organisation.vertretung').values({ id, vertretener_id: vertretenerId, vertreter_id: vertreterId, von: beginn, bis: ende, grund, beendet_am: null }).execute()
    emit(vertretungEingerichtet(id, { vertretenerId, vertreterId, von, bis }, grund))
    return { id }
  },
})

/** Ends a substitution now; whoever returned early, or whoever was chosen by mistake. */
export const vertretungBeenden = command({
  name: 'organisation.vertretungBeenden',
  input: Type.Object({ vertretungId: Id }, { additionalProperties: false }),
  allow: einer(can('organisation.verwalten')(), personal()),
  async run({ tx, emit, unchanged, actor, now }, { vertretungId }) {
    const vertretung = await organisation(tx).selectFrom('organisation.vertretung').selectAll().where('id', '=', vertretungId).forUpdate().executeTakeFirst()
    const darf = vertretung && (vertretung.vertretener_id === actor.id || vertretung.vertreter_id === actor.id || actor.art === 'system' || actor.zuweisungen.some((zuweisung) => zuweisung.rechte.has('organisation.verwalten')))
    if (!vertretung || !darf) throw new NotFound('organisation.vertretungUnbekannt', 'Diese Vertretung gibt es nicht.')
    if (vertretung.beendet_am) { unchanged(); return }
    await organisation(tx).updateTable('organisation.vertretung').set({ beendet_am: now }).where('id', '=', vertretungId).execute()
    emit(vertretungBeendet(vertretungId, { vertretenerId: vertretung.vertretener_id, vertreterId: vertretung.vertreter_id }))
  },
})

/** Starts acting for an absent person, openly: from now on this session's acts say "i. V.". Only while the substitution is open. */
export const vertretungAufnehmen = command({
  name: 'organisation.vertretungAufnehmen',
  input: Type.Object({ vertretenerId: Id }, { additionalProperties: false }),
  allow: personal(),
  async run({ tx, emit, actor, today }, { vertretenerId }) {
    const offen = await organisation(tx).selectFrom('organisation.vertretung').select('id').where('vertretener_id', '=', vertretenerId).where('vertreter_id', '=', actor.id)
      .where('von', '<=', today).where('bis', '>=', today).where('beendet_am', 'is', null).executeTakeFirst()
    if (!offen) throw new NotFound('organisation.vertretungUnbekannt', 'Diese Vertretung gibt es nicht.')
    emit(vertretungAufgenommen(offen.id, { vertretenerId, vertreterId: actor.id }))
  },
})
