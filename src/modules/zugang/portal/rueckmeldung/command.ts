import { Type } from 'typebox'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can, jeder } from '../../../../platform/usecases/allow.js'
import { nextNumber } from '../../../../platform/usecases/execute.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { portal, type Rueckmeldungsart } from '../db/tables.js'
import { rueckmeldungEingegangen, rueckmeldungErledigt } from '../events.js'

/** Days within which a person gets an answer; after that they may turn to the Ombudsstelle (§ 10d BGG NRW). */
export const ANTWORTTAGE = 28

export const ARTEN = ['barriere', 'fehler', 'lob', 'sonstiges'] as const satisfies readonly Rueckmeldungsart[]

/** Somebody says what is wrong with a page. Works without account and without name (A9-03). */
export const rueckmeldungGeben = command({
  name: 'portal.rueckmeldungGeben',
  input: Type.Object({
    art: Type.Enum([...ARTEN]), text: Text(4000), seite: Type.Optional(Text(300)), name: Type.Optional(Text(200)), email: Type.Optional(Text(200)),
  }, { additionalProperties: false }),
  allow: jeder(),
  async run({ tx, emit, today, now }, { art, text, seite = null, name = null, email = null }) {
    if (email !== null && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) throw new Invalid([{ feld: 'email', text: 'Bitte prüfen Sie die E-Mail-Adresse, zum Beispiel name@beispiel.de.' }])
    const id = newId()
    const nummer = `RM-${today.year}-${String(await nextNumber(tx, 'portal.rueckmeldung', today.year)).padStart(4, '0')}`
    const antwortBis = today.add({ days: ANTWORTTAGE })
    await portal(tx).insertInto('portal.rueckmeldung').values({
      id, nummer, art: art as Rueckmeldungsart, seite, text, name, email, eingegangen_am: now, antwort_bis: antwortBis, erledigt_am: null, erledigt_von: null, vermerk: null,
    }).execute()
    emit(rueckmeldungEingegangen(id, { nummer, art, antwortBis: antwortBis.toString() }))
    return { nummer, antwortBis: antwortBis.toString() }
  },
})

/** It was answered or needs no answer; the note says what was done. */
export const rueckmeldungErledigen = command({
  name: 'portal.rueckmeldungErledigen',
  input: Type.Object({ id: Id, vermerk: Text(4000) }, { additionalProperties: false }),
  allow: can('mandant.verwalten')(),
  async run({ tx, emit, unchanged, now, actor }, { id, vermerk }) {
    const row = await portal(tx).selectFrom('portal.rueckmeldung').select(['nummer', 'erledigt_am']).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.erledigt_am) return unchanged()
    await portal(tx).updateTable('portal.rueckmeldung').set({ erledigt_am: now, erledigt_von: actor.art === 'personal' ? actor.id : null, vermerk }).where('id', '=', id).execute()
    emit(rueckmeldungErledigt(id, { nummer: row.nummer }))
  },
})
