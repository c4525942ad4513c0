import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { vorgaengeById, zugriffAufVorgang } from '../../akten/index.js'
import { liesInhalt, type Inhaltsabschnitt } from './inhaltsart.js'
import { anEingang, anhaengeVon, eingangById, verteilungVon, type Anhang, type Eingang, type Verteilschritt } from '../lesen.js'

export interface Eingangsansicht {
  readonly eingang: Eingang; readonly anhaenge: readonly Anhang[]; readonly weg: readonly Verteilschritt[]
  readonly einheiten: ReadonlyMap<string, string>; readonly personen: ReadonlyMap<string, string>
  /** The content in the words of the form; undefined where only the data as received are known. */
  readonly abschnitte: readonly Inhaltsabschnitt[] | undefined
  /** Number of the Vorgang, when the person may see it. */
  readonly vorgangsnummer: string | null
  readonly darf: { readonly verteilen: boolean; readonly ablegen: boolean }
}

/** One Eingang with its attachments and the way it took. */
export const eingangAnsehen = query({
  name: 'eingang.eingangAnsehen',
  input: Type.Object({ eingangId: Id }, { additionalProperties: false }),
  allow: can('eingang.lesen').on(anEingang),
  personenbezogen: ({ eingangId }) => `eingang:${eingangId}`,
  async run({ tx, actor }, { eingangId }): Promise<Eingangsansicht> {
    const eins = await eingangById(tx, eingangId)
    if (!eins) throw new NotFound()
    const weg = await verteilungVon(tx, eingangId)
    const einheiten = await einheitenById(tx, [eins.einheitId, ...weg.flatMap((schritt) => [schritt.vonEinheitId, schritt.anEinheitId])].filter((id) => id !== null))
    const konten = await kontenById(tx, weg.filter(({ akteur }) => akteur.art === 'personal').map(({ akteur }) => akteur.id))
    const zugriff = eins.vorgangId ? await zugriffAufVorgang(tx, eins.vorgangId) : undefined
    const vorgang = eins.vorgangId && zugriff && holds(actor, 'vorgang.lesen', zugriff) ? (await vorgaengeById(tx, [eins.vorgangId])).get(eins.vorgangId) : undefined
    const objekt = await anEingang({ eingangId }, tx)
    return {
      eingang: eins, anhaenge: await anhaengeVon(tx, eingangId), weg, einheiten: new Map([...einheiten].map(([id, { name }]) => [id, name])),
      personen: new Map([...konten].map(([id, { name }]) => [id, name])), vorgangsnummer: vorgang?.vorgangsnummer ?? null,
      abschnitte: await liesInhalt(tx, eins),
      darf: { verteilen: holds(actor, 'eingang.verteilen', objekt), ablegen: holds(actor, 'dokument.ablegen') },
    }
  },
})

/** One attachment, as received. */
export const anhangLesen = query({
  name: 'eingang.anhangLesen',
  input: Type.Object({ eingangId: Id, lfd: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
  allow: can('eingang.lesen').on(anEingang),
  personenbezogen: ({ eingangId }) => `eingang:${eingangId}`,
  async run({ tx }, { eingangId, lfd }): Promise<Anhang> {
    const anhang = (await anhaengeVon(tx, eingangId)).find((einer) => einer.lfd === lfd)
    if (!anhang) throw new NotFound()
    return anhang
  },
})
