import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById, type Konto } from '../../../grundlagen/konten/index.js'
import { alleRollen, kontenMitRolle } from '../../../grundlagen/organisation/index.js'
import { programm } from '../db/tables.js'
import { ebenennamen, findObjekt, objekteById, objekteVon, type Objekt } from '../lesen.js'
import { MITWIRKEN } from './command.js'
import { alsMitwirkung, offeneMitwirkungen, type Mitwirkung } from './lesen.js'

/** Accounts whose role lets them work from outside, by name. */
async function externeKonten(tx: Tx, today: Temporal.PlainDate): Promise<Konto[]> {
  const rollen = (await alleRollen(tx)).filter(({ rechte }) => rechte.includes(MITWIRKEN))
  const ids = (await Promise.all(rollen.map(({ schluessel }) => kontenMitRolle(tx, schluessel, null, today)))).flat()
  return [...(await kontenById(tx, ids)).values()].filter(({ status }) => status === 'aktiv').toSorted((a, b) => a.name.localeCompare(b.name, 'de'))
}

/** For the Programmbüro: who works from outside, on what, until when; and whom and what one can choose. */
export const mitwirkungenAnsehen = query({
  name: 'programm.mitwirkungenAnsehen', input: Type.Object({}, { additionalProperties: false }), allow: can('programm.verwalten')(),
  async run({ tx, today }) {
    const alle = (await programm(tx).selectFrom('programm.mitwirkung').selectAll().orderBy('beendet_am', (order) => order.desc().nullsFirst()).orderBy('bis').orderBy('id').limit(500).execute()).map(alsMitwirkung)
    const [konten, objekte] = [await kontenById(tx, alle.map(({ kontoId }) => kontoId)), await objekteById(tx, alle.map(({ objektId }) => objektId))]
    return {
      zeilen: alle.map((eine) => ({
        ...eine, person: konten.get(eine.kontoId)?.name ?? 'Unbekannte Person', objekt: objekte.get(eine.objektId),
        offen: eine.beendetAm === null && Temporal.PlainDate.compare(eine.bis, today) >= 0,
      })),
      personen: (await externeKonten(tx, today)).map(({ id, name }) => ({ id, name })),
      vorhaben: (await objekteVon(tx, { arten: ['massnahme', 'projekt'] })).filter(({ status }) => status !== 'abgeschlossen' && status !== 'abgebrochen'),
      namen: await ebenennamen(tx),
    }
  },
})

/** For a person of another house: the own Vorhaben. */
export const meineVorhaben = query({
  name: 'programm.meineVorhaben', input: Type.Object({}, { additionalProperties: false }), allow: can(MITWIRKEN)(),
  async run({ tx, actor, today }): Promise<readonly { mitwirkung: Mitwirkung; objekt: Objekt }[]> {
    const offen = await offeneMitwirkungen(tx, today, actor.id)
    const objekte = await objekteById(tx, offen.map(({ objektId }) => objektId))
    return offen.flatMap((mitwirkung) => { const objekt = objekte.get(mitwirkung.objektId); return objekt ? [{ mitwirkung, objekt }] : [] })
  },
})

/** One of the own Vorhaben; every other one does not exist. */
export const meinVorhaben = query({
  name: 'programm.meinVorhaben', input: Type.Object({ objektId: Id }, { additionalProperties: false }), allow: can(MITWIRKEN)(),
  async run({ tx, actor, today }, { objektId }) {
    const mitwirkung = (await offeneMitwirkungen(tx, today, actor.id)).find((eine) => eine.objektId === objektId)
    const objekt = mitwirkung && await findObjekt(tx, objektId)
    if (!mitwirkung || !objekt) throw new NotFound()
    const ober = objekt.oberId ? await findObjekt(tx, objekt.oberId) : undefined
    const darunter = (await objekteVon(tx, { strategieId: objekt.strategieId, arten: ['meilenstein', 'aufgabe'] })).filter(({ oberId }) => oberId === objektId)
    return { mitwirkung, objekt, ober, darunter, namen: await ebenennamen(tx) }
  },
})
