import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { programm, type Verknuepfungsart } from '../db/tables.js'
import { verknuepfungGeaendert } from '../events.js'
import { objekteById, sperreObjekt, verknuepfungenVon } from '../lesen.js'
import { amObjekt } from '../zugriff.js'

const Ids = Type.Array(Id, { maxItems: 200 })

/**
 * Says which Ziele an object serves, what it corresponds to, and which references that led nowhere are settled. What is not in the
 * lists is taken away; what leads nowhere stays until it is named in `erledigt`.
 */
export const verknuepfungenSetzen = command({
  name: 'programm.verknuepfungenSetzen',
  input: Type.Object({ id: Id, zielbezug: Ids, korrespondiert: Ids, erledigt: Ids }, { additionalProperties: false }),
  allow: amObjekt('programm.bearbeiten'),
  async run({ tx, emit, unchanged }, { id, zielbezug, korrespondiert, erledigt }) {
    const objekt = await sperreObjekt(tx, id)
    const ziele = await objekteById(tx, [...zielbezug, ...korrespondiert])
    const fremd = [...zielbezug.map((eine) => ['zielbezug', eine] as const), ...korrespondiert.map((eine) => ['korrespondiert', eine] as const)].find(([art, eine]) => {
      const ziel = ziele.get(eine)
      return !ziel || ziel.id === id || ziel.strategieId !== objekt.strategieId || (ziel.art === 'ziel') !== (art === 'zielbezug')
    })
    if (fremd) throw new Invalid([{ feld: fremd[0], text: 'Bitte wählen Sie Einträge aus der Liste.' }])
    let geaendert = 0
    for (const [art, soll] of [['zielbezug', zielbezug], ['korrespondiert', korrespondiert]] as const) {
      const stand = await setze(tx, id, art, new Set(soll))
      geaendert += stand.neu + stand.entfernt
      if (stand.neu + stand.entfernt > 0) emit(verknuepfungGeaendert(id, { art, ...stand }))
    }
    const weg = erledigt.length > 0 ? await programm(tx).deleteFrom('programm.verknuepfung').where('von_id', '=', id).where('nach_text', 'is not', null).where('id', 'in', erledigt).returning('id').execute() : []
    if (weg.length > 0) emit(verknuepfungGeaendert(id, { art: 'ungeloest', neu: 0, entfernt: weg.length }))
    if (geaendert + weg.length === 0) unchanged()
  },
})

/** Correspondence holds both ways, so a row the other way round counts as one of ours. */
async function setze(tx: Tx, id: string, art: Verknuepfungsart, soll: ReadonlySet<string>): Promise<{ neu: number; entfernt: number }> {
  const vorhanden = (await verknuepfungenVon(tx, { objektIds: [id] })).filter((eine) => eine.art === art && eine.nachId !== null && (eine.vonId === id || art === 'korrespondiert'))
  const anderes = (eine: { vonId: string; nachId: string | null }) => (eine.vonId === id ? eine.nachId ?? '' : eine.vonId)
  const weg = vorhanden.filter((eine) => !soll.has(anderes(eine)))
  const da = new Set(vorhanden.map(anderes))
  const neu = [...soll].filter((eine) => !da.has(eine))
  if (weg.length > 0) await programm(tx).deleteFrom('programm.verknuepfung').where('id', 'in', weg.map((eine) => eine.id)).execute()
  if (neu.length > 0) await programm(tx).insertInto('programm.verknuepfung').values(neu.map((nach) => ({ id: newId(), art, von_id: id, nach_id: nach, nach_text: null }))).execute()
  return { neu: neu.length, entfernt: weg.length }
}
