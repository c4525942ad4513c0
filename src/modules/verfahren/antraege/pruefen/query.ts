import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { amVorgang, vorgangByNummer, zugriffAufVorgang } from '../../../akte/akten/index.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { anhaengeVon, antragZuVorgang, rueckfragenVon, type Anhang, type Antrag, type Rueckfrage } from '../antrag.js'
import { fragenDer } from '../einreichen/pruefung.js'

export interface AntragAmFall {
  readonly antrag: Antrag; readonly anhaenge: readonly Anhang[]; readonly fragen: readonly Rueckfrage[]
  /** What a Rückfrage can be about. */
  readonly bezuege: readonly { readonly name: string; readonly label: string }[]
}

/** The application of a Vorgang for those who work on it; undefined where there is none. */
export const antragAmFall = query({
  name: 'antraege.antragAmFall',
  input: Type.Object({ vorgangId: Id }, { additionalProperties: false }),
  allow: can('vorgang.lesen').on<{ vorgangId: string }>(amVorgang),
  personenbezogen: ({ vorgangId }) => `vorgang:${vorgangId}`,
  async run({ tx }, { vorgangId }): Promise<AntragAmFall | undefined> {
    const antrag = await antragZuVorgang(tx, vorgangId)
    if (!antrag) return undefined
    const version = await leistungsversionById(tx, antrag.leistungsversionId)
    return { antrag, anhaenge: await anhaengeVon(tx, antrag.id), fragen: (await rueckfragenVon(tx, [antrag.id])).get(antrag.id) ?? [], bezuege: fragenDer(version?.formular ?? null) }
  },
})

/** Which Vorgang an address of the workplace means. */
export const vorgangFuerNachweis = query({
  name: 'antraege.vorgangFuerNachweis',
  input: Type.Object({ nummer: Text(60) }, { additionalProperties: false }),
  allow: can('vorgang.lesen').on<{ nummer: string }>(async ({ nummer }, tx) => { const vorgang = await vorgangByNummer(tx, nummer); return vorgang && zugriffAufVorgang(tx, vorgang.id) }),
  async run({ tx }, { nummer }) {
    const vorgang = await vorgangByNummer(tx, nummer)
    if (!vorgang) throw new NotFound()
    return { vorgangId: vorgang.id }
  },
})
