import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { alleRollen } from '../../../grundlagen/organisation/index.js'
import { aenderbareAnsicht } from './command.js'
import { ansichtenFuer, type Ansicht } from './lesen.js'

/** A view with whom it is from and for whom it is. */
export interface Listenansicht extends Ansicht {
  readonly von: string
  /** The person who made it has left or is locked: it stays usable, and the Programmbüro may tidy it up. */
  readonly verwaist: boolean
  readonly rollenname: string | null; readonly aenderbar: boolean
}

export const ansichtenlisteAnsehen = query({
  name: 'lagebild.ansichtenlisteAnsehen', input: Type.Object({}, { additionalProperties: false }), allow: can('lagebild.lesen')(),
  async run({ tx, actor }): Promise<Listenansicht[]> {
    const [ansichten, rollen] = await Promise.all([ansichtenFuer(tx, actor), alleRollen(tx)])
    const konten = await kontenById(tx, ansichten.map(({ kontoId }) => kontoId))
    return ansichten.map((ansicht) => {
      const verwaist = konten.get(ansicht.kontoId)?.status !== 'aktiv'
      return {
        ...ansicht, von: konten.get(ansicht.kontoId)?.name ?? 'Unbekannt', verwaist,
        rollenname: ansicht.rolle ? rollen.find(({ schluessel }) => schluessel === ansicht.rolle)?.name ?? ansicht.rolle : null,
        aenderbar: ansicht.eigene || (verwaist && holds(actor, 'lagebild.teilen')),
      }
    })
  },
})

export interface Ansichtsformular { readonly ansicht: Ansicht | undefined; readonly rollen: readonly { readonly schluessel: string; readonly name: string }[] }

/** What the form of a view needs: the view if there is one, and the roles it can be shared with. @throws NotFound, Forbidden */
export const ansichtsformular = query({
  name: 'lagebild.ansichtsformular', input: Type.Object({ id: Type.Union([Id, Type.Null()]) }, { additionalProperties: false }), allow: can('lagebild.lesen')(),
  async run({ tx, actor }, { id }): Promise<Ansichtsformular> {
    const ansicht = id ? await aenderbareAnsicht(tx, actor, id) : undefined
    const rollen = holds(actor, 'lagebild.teilen') ? await alleRollen(tx) : []
    return { ansicht, rollen: rollen.map(({ schluessel, name }) => ({ schluessel, name })) }
  },
})
