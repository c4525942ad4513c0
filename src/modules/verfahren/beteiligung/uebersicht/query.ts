import { Type } from 'typebox'
import { unitsWith } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { vorgaengeById, zugriffAufVorgang } from '../../../akte/akten/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { beteiligungenBei, type Beteiligung } from '../beteiligung.js'

export interface Beteiligungszeile { readonly beteiligung: Beteiligung; readonly vorgangsnummer: string; readonly von: string; readonly stelle: string }

const HOECHSTENS = 100

/** The requests to the units for which one may answer: the open ones by their day, then the newest that have ended. */
export const beteiligungenListe = query({
  name: 'beteiligung.beteiligungenListe', input: Type.Object({}, { additionalProperties: false }), allow: can('beteiligung.stellungnehmen')(),
  async run({ tx, actor }): Promise<readonly Beteiligungszeile[]> {
    const alle = await beteiligungenBei(tx, unitsWith(actor, 'beteiligung.stellungnehmen'), HOECHSTENS)
    const vorgaenge = await vorgaengeById(tx, alle.map(({ vorgangId }) => vorgangId))
    const einheiten = await einheitenById(tx, [...alle.map(({ einheitId }) => einheitId), ...[...vorgaenge.values()].map(({ einheitId }) => einheitId)])
    const zeilen: Beteiligungszeile[] = []
    for (const beteiligung of alle) {
      const vorgang = vorgaenge.get(beteiligung.vorgangId)
      if (!vorgang || vorgang.stufe > actor.stufe) continue
      if ((await zugriffAufVorgang(tx, vorgang.id))?.ausgeschlossen?.includes(actor.id)) continue
      zeilen.push({
        beteiligung, vorgangsnummer: vorgang.vorgangsnummer, von: einheiten.get(vorgang.einheitId)?.name ?? 'andere Stelle', stelle: einheiten.get(beteiligung.einheitId)?.name ?? 'Ihre Stelle',
      })
    }
    return zeilen
  },
})
