import { Type } from 'typebox'
import { historyOf, kontenIn } from '../../../../platform/events/index.js'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Text } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { dokumenteVon, vermerkeVon, vorgangByNummer, wiedervorlagenVon, zugriffAufVorgang, type Dokument, type Vermerk, type Vorgang, type Wiedervorlage } from '../../../akte/akten/index.js'
import { aufgabenVon, type Aufgabe } from '../../../grundlagen/aufgaben/index.js'
import { fristenVon, type Frist } from '../../../grundlagen/fristen/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { verfahrenVon, type Verfahrensstand } from '../../workflow/index.js'
import { verlaufInWorten, type Verlaufszeile } from '../verlauf.js'

export interface Fall {
  readonly vorgang: Vorgang
  readonly einheit: string
  readonly aufgaben: readonly Aufgabe[]
  readonly dokumente: readonly Dokument[]
  readonly vermerke: readonly Vermerk[]
  readonly wiedervorlagen: readonly Wiedervorlage[]
  readonly fristen: readonly Frist[]
  readonly verfahren: readonly Verfahrensstand[]
  readonly verlauf: readonly Verlaufszeile[]
  /** Names of the people that the screen mentions. */
  namen(kontoId: string): string
}

/** Everything that the case screen shows of the rooms below; rooms above load their parts themselves. */
export const fallAnsehen = query({
  name: 'fallbearbeitung.fallAnsehen',
  input: Type.Object({ nummer: Text(40) }, { additionalProperties: false }),
  allow: can('vorgang.lesen').on(async ({ nummer }: { nummer: string }, tx) => {
    const vorgang = await vorgangByNummer(tx, nummer)
    return vorgang && zugriffAufVorgang(tx, vorgang.id)
  }),
  personenbezogen: ({ nummer }) => `vorgang:${nummer}`,
  async run({ tx }, { nummer }): Promise<Fall> {
    const vorgang = await vorgangByNummer(tx, nummer)
    if (!vorgang) throw new NotFound()
    const { id } = vorgang
    // One connection: queries of a transaction run one after the other anyway.
    const aufgaben = await aufgabenVon(tx, id)
    const vermerke = await vermerkeVon(tx, id)
    const wiedervorlagen = await wiedervorlagenVon(tx, id)
    const events = await historyOf(tx, { vorgangId: id })
    const konten = await kontenById(tx, [
      ...kontenIn(events), ...vermerke.map(({ autor }) => autor.id).filter((autor) => /^[0-9a-f-]{36}$/.test(autor)),
      ...[vorgang.inhaberId, ...aufgaben.flatMap(({ zugewiesenAn, beendetVon, beendetFuer }) => [zugewiesenAn, beendetVon, beendetFuer]), ...wiedervorlagen.map(({ kontoId }) => kontoId)].filter((konto) => konto !== null),
    ])
    const namen = (kontoId: string) => konten.get(kontoId)?.name ?? 'Unbekannte Person'
    return {
      vorgang, aufgaben, vermerke, wiedervorlagen, namen, verlauf: verlaufInWorten(events, namen),
      einheit: (await einheitenById(tx, [vorgang.einheitId])).get(vorgang.einheitId)?.name ?? 'Unbekannte Einheit',
      dokumente: await dokumenteVon(tx, id), fristen: await fristenVon(tx, id), verfahren: await verfahrenVon(tx, id),
    }
  },
})
