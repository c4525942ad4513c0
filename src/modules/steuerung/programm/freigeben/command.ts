import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { freigebbareFelder } from '../domain/steckbrief.js'
import { freigabeGeaendert } from '../events.js'
import { sperreObjekt } from '../lesen.js'
import { schreibeHistorie } from '../schreiben.js'
import { amObjekt } from '../zugriff.js'

/** Says what the public Roadmap shows of an object: nothing, or its name and exactly these fields (H1-09). */
export const freigabeSetzen = command({
  name: 'programm.freigabeSetzen',
  input: Type.Object({ id: Id, oeffentlich: Type.Boolean(), felder: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 40 }) }, { additionalProperties: false }),
  allow: amObjekt('programm.freigeben'),
  async run(ctx, { id, oeffentlich, felder }) {
    const { tx, emit, unchanged, now } = ctx
    const objekt = await sperreObjekt(tx, id)
    const moeglich = freigebbareFelder(objekt.art).map(({ feld }) => feld)
    if (felder.some((feld) => !moeglich.includes(feld))) throw new Invalid([{ feld: 'felder', text: 'Bitte wählen Sie Felder aus der Liste.' }])
    const soll = moeglich.filter((feld) => felder.includes(feld))
    if (objekt.oeffentlich === oeffentlich && soll.join() === moeglich.filter((feld) => objekt.oeffentlicheFelder.includes(feld)).join()) return unchanged()
    await programm(tx).updateTable('programm.objekt').set({ oeffentlich, oeffentliche_felder: soll, updated_at: now }).where('id', '=', id).execute()
    await schreibeHistorie(ctx, id, objekt.version, [{ feld: 'oeffentlich', alt: freigabetext(objekt.oeffentlich, objekt.oeffentlicheFelder), neu: freigabetext(oeffentlich, soll) }])
    emit(freigabeGeaendert(id, { oeffentlich, felder: soll }))
  },
})

const freigabetext = (oeffentlich: boolean, felder: readonly string[]): string => (oeffentlich ? `Name${felder.length > 0 ? `, ${felder.join(', ')}` : ''}` : 'nichts')
