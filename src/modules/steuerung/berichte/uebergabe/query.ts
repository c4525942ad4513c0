import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { aktivesPersonal, kontenById } from '../../../grundlagen/konten/index.js'
import { geplanteArbeitszeit, zustaendigkeiten, type GeplanteArbeitszeit, type Zustaendigkeit } from '../../planung/index.js'
import { vorhabenMitPerson, type Objekt } from '../../programm/index.js'
import { vorhabenName } from '../domain/name.js'
import { monatswort } from '../domain/zeitraum.js'
import { letzteFassungen, pflichten, zeitraeume } from '../lesen.js'
import { strategien } from '../vorhaben.js'

export interface Person { readonly id: string; readonly name: string; readonly da: boolean; readonly anzahl: number }
export interface Uebergabe {
  readonly personen: readonly Person[]
  readonly gewaehlt: Person | undefined
  readonly vorhaben: readonly Objekt[]; readonly berichte: readonly string[]; readonly zustaendigkeiten: readonly Zustaendigkeit[]
  readonly arbeitszeit: readonly GeplanteArbeitszeit[]
  readonly nachfolge: readonly { readonly id: string; readonly name: string }[]
}

/** Who answers for something open in programme and plans, those who left first; of one person everything that would be handed over. */
export const uebergabeAnsehen = query({
  name: 'berichte.uebergabeAnsehen', input: Type.Object({ kontoId: Type.Optional(Id) }, { additionalProperties: false }), allow: can('programm.verwalten')(),
  async run({ tx, today }, { kontoId }): Promise<Uebergabe> {
    const [vorhaben, ausPlaenen, zeiten] = [await vorhabenMitPerson(tx), await zustaendigkeiten(tx), await geplanteArbeitszeit(tx, today)]
    const zahl = new Map<string, number>()
    const traeger = [...vorhaben.map((objekt) => objekt.verantwortlichKontoId ?? ''), ...[...ausPlaenen, ...zeiten].map((eine) => eine.kontoId)]
    for (const id of traeger) zahl.set(id, (zahl.get(id) ?? 0) + 1)
    const konten = await kontenById(tx, [...zahl.keys()])
    const personen = [...zahl].map(([id, anzahl]): Person => ({ id, anzahl, name: konten.get(id)?.name ?? 'Unbekannte Person', da: konten.get(id)?.status === 'aktiv' }))
      .toSorted((a, b) => Number(a.da) - Number(b.da) || a.name.localeCompare(b.name, 'de'))
    const gewaehlt = personen.find(({ id }) => id === kontoId)
    const eigene = vorhaben.filter((objekt) => objekt.verantwortlichKontoId === kontoId)
    return {
      personen, gewaehlt, vorhaben: eigene, zustaendigkeiten: ausPlaenen.filter((eine) => eine.kontoId === kontoId),
      arbeitszeit: zeiten.filter((eine) => eine.kontoId === kontoId), berichte: await offeneBerichteZu(tx, eigene.map(({ id }) => id)),
      nachfolge: (await aktivesPersonal(tx)).filter(({ id }) => id !== kontoId).map(({ id, name }) => ({ id, name })),
    }
  },
})

/** Reports that are still to be written for these Vorhaben: they go with them. */
async function offeneBerichteZu(tx: Tx, objektIds: readonly string[]): Promise<string[]> {
  if (objektIds.length === 0) return []
  const monate = (await Promise.all((await strategien(tx)).map(({ id }) => zeitraeume(tx, id, 3)))).flat()
  const ids = monate.map(({ id }) => id)
  const da = new Set((await letzteFassungen(tx, ids)).map(({ zeitraumId, objektId }) => `${zeitraumId} ${objektId}`))
  return (await pflichten(tx, ids)).filter(({ zeitraumId, objektId }) => objektIds.includes(objektId) && !da.has(`${zeitraumId} ${objektId}`))
    .map((pflicht) => `${monatswort(monate.find(({ id }) => id === pflicht.zeitraumId)?.monat as Temporal.PlainDate)}: ${vorhabenName(pflicht)}`)
}
