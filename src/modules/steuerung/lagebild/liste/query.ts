import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import type { Ausschnitt } from '../domain/filter.js'
import { ALLE_LISTEN, listenVon, type Liste, type Sicht } from '../domain/sicht.js'
import { ladeLage, type Lage } from '../laden.js'
import { amSicht, Filtereingabe, Sichteingabe } from '../zugriff.js'

export interface Listenansicht {
  readonly sicht: Sicht; readonly liste: Liste; readonly ausschnitt: Ausschnitt; readonly lage: Lage
  /** People by account, where the list names some. */
  readonly namen: ReadonlyMap<string, string>
}

const Wahl = Type.Optional(Type.String({ maxLength: 40 }))
const Ausschnitteingabe = Type.Unsafe<Ausschnitt>(Type.Object(
  { monat: Wahl, licht: Wahl, neurot: Wahl, spaet: Wahl, frist: Wahl, stufe: Wahl, jahr: Wahl, groesse: Wahl, last: Wahl }, { additionalProperties: false },
))

/** The rows that a figure counts; the same rows go into the files. @throws NotFound where the view has no such list */
export const listeAnsehen = query({
  name: 'lagebild.listeAnsehen', staleness: 'seconds', allow: amSicht,
  input: Type.Object({
    sicht: Sichteingabe, liste: Type.Unsafe<Exclude<Liste, 'personen'>>(Type.Enum(ALLE_LISTEN.filter((liste) => liste !== 'personen'))),
    filter: Filtereingabe, ausschnitt: Ausschnitteingabe,
  }, { additionalProperties: false }),
  async run(ctx, { sicht, liste, filter, ausschnitt }): Promise<Listenansicht> {
    if (!listenVon(sicht).includes(liste)) throw new NotFound()
    const lage = await ladeLage(ctx, sicht, filter, liste)
    const konten = await kontenById(ctx.tx, lage.risiken.flatMap(({ eignerId }) => (eignerId ? [eignerId] : [])))
    return { sicht, liste, ausschnitt, lage, namen: new Map([...konten].map(([id, { name }]) => [id, name])) }
  },
})

/** Who is planned for how much of the working time: the names make it personal data, so each look is on record. */
export const auslastungAnsehen = query({
  name: 'lagebild.auslastungAnsehen', input: Type.Object({ filter: Filtereingabe, ausschnitt: Ausschnitteingabe }, { additionalProperties: false }),
  allow: can('lagebild.programm')(), personenbezogen: ({ filter }) => `strategie:${filter.strategie ?? 'neueste'}`,
  async run(ctx, { filter, ausschnitt }): Promise<Listenansicht> {
    const lage = await ladeLage(ctx, 'programmbuero', filter, 'personen')
    const konten = await kontenById(ctx.tx, lage.personen.map(({ kontoId }) => kontoId))
    return { sicht: 'programmbuero', liste: 'personen', ausschnitt, lage, namen: new Map([...konten].map(([id, { name }]) => [id, name])) }
  },
})
