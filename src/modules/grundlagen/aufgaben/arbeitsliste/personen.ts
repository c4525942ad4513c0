import { Type } from 'typebox'
import { personal } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../konten/index.js'
import { alleEinheiten, einheitenById, kontenMitRolle } from '../../organisation/index.js'

export interface Namen { readonly konten: ReadonlyMap<string, string>; readonly einheiten: ReadonlyMap<string, string>; readonly waehlbar: readonly { readonly id: string; readonly name: string }[] }

/** Names of people and units that a list shows, and who its tasks could be given to. */
export const listennamen = query({
  name: 'aufgaben.listennamen',
  input: Type.Object({
    konten: Type.Array(Id, { maxItems: 200 }), einheiten: Type.Array(Id, { maxItems: 1000 }),
    gruppen: Type.Array(Type.Object({ gruppe: Type.String({ maxLength: 200 }), einheitId: Id }), { maxItems: 50 }),
  }),
  allow: personal(),
  async run({ tx, today }, { konten, einheiten, gruppen }): Promise<Namen> {
    const waehlbar = new Set<string>()
    for (const { gruppe, einheitId } of gruppen) for (const id of await kontenMitRolle(tx, gruppe, einheitId, today)) waehlbar.add(id)
    const namen = await kontenById(tx, [...konten, ...waehlbar])
    const alle = einheiten.length > 20 ? new Map((await alleEinheiten(tx, today)).map((einheit) => [einheit.id, einheit])) : await einheitenById(tx, einheiten)
    return {
      konten: new Map([...namen].map(([id, konto]) => [id, konto.name])),
      einheiten: new Map([...alle].map(([id, einheit]) => [id, `${einheit.kuerzel} ${einheit.name}`])),
      waehlbar: [...waehlbar].map((id) => ({ id, name: namen.get(id)?.name ?? '' })).filter(({ name }) => name !== '').toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
    }
  },
})
