import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { dokumentById, dokumenteById, vorgangById, type Dokument, type Dokumentversion } from '../../../akte/akten/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { antragZuVorgang } from '../../antraege/index.js'
import type { Abschnitt } from '../../../zugang/formulare/index.js'
import { anBeteiligung, beteiligungById, type Beteiligung } from '../beteiligung.js'

/** What a unit sees of a Vorgang that is not its own. */
export interface Beteiligungsansicht {
  readonly beteiligung: Beteiligung
  readonly vorgangsnummer: string
  /** Name of the service, or „Vorgang“: never the betreff, which names people. */
  readonly worum: string
  readonly von: string; readonly stelle: string
  /** Empty as soon as the unit takes part no more. */
  readonly angaben: readonly Abschnitt[]
  readonly dokumente: readonly Dokument[]
}

const input = Type.Object({ beteiligungId: Id }, { additionalProperties: false })
const allow = can('beteiligung.stellungnehmen').on<{ beteiligungId: string }>(anBeteiligung)

/** The request as the asked unit sees it: what it names while the unit takes part, afterwards its own statement alone (C6-01). */
export const beteiligungAnsehen = query({
  name: 'beteiligung.beteiligungAnsehen', input, allow, personenbezogen: ({ beteiligungId }) => `beteiligung:${beteiligungId}`,
  async run({ tx }, { beteiligungId }): Promise<Beteiligungsansicht> {
    const beteiligung = await beteiligungById(tx, beteiligungId)
    const vorgang = beteiligung && await vorgangById(tx, beteiligung.vorgangId)
    if (!beteiligung || !vorgang) throw new NotFound()
    const einheiten = await einheitenById(tx, [vorgang.einheitId, beteiligung.einheitId])
    const antrag = await antragZuVorgang(tx, vorgang.id)
    const beteiligt = beteiligung.beendetAm === null
    const zeigen = new Set(beteiligung.felder)
    return {
      beteiligung, vorgangsnummer: vorgang.vorgangsnummer, worum: antrag?.bezeichnung ?? 'Vorgang',
      von: einheiten.get(vorgang.einheitId)?.name ?? 'andere Stelle', stelle: einheiten.get(beteiligung.einheitId)?.name ?? 'Ihre Stelle',
      angaben: beteiligt ? (antrag?.zusammenfassung ?? []).map((abschnitt) => ({ ...abschnitt, eintraege: abschnitt.eintraege.filter(({ feld }) => zeigen.has(feld)) })).filter(({ eintraege }) => eintraege.length > 0) : [],
      dokumente: beteiligt ? [...(await dokumenteById(tx, beteiligung.dokumentIds)).values()].filter(({ datei }) => datei.pruefstatus !== 'befallen') : [],
    }
  },
})

/** A file that the request names, while the unit takes part. Who looked is on record. */
export const beteiligungsdokumentLesen = query({
  name: 'beteiligung.beteiligungsdokumentLesen', input: Type.Object({ beteiligungId: Id, dokumentId: Id }, { additionalProperties: false }), allow,
  personenbezogen: ({ dokumentId }) => `dokument:${dokumentId}`,
  async run({ tx }, { beteiligungId, dokumentId }): Promise<Dokumentversion> {
    const beteiligung = await beteiligungById(tx, beteiligungId)
    const dokument = beteiligung?.beendetAm === null && beteiligung.dokumentIds.includes(dokumentId) ? await dokumentById(tx, dokumentId) : undefined
    if (!dokument) throw new NotFound()
    return dokument.datei
  },
})
