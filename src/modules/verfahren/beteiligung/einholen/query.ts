import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { amVorgang, dokumenteVon, vorgangById, type Dokument, type Vorgang } from '../../../akte/akten/index.js'
import { alleEinheiten, type Einheit } from '../../../grundlagen/organisation/index.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { anhaengeVon, antragZuVorgang } from '../../antraege/index.js'

export interface Beteiligungsvorschlag {
  readonly vorgang: Vorgang
  /** The units that the service names, with what it wants to know of each. */
  readonly stellen: readonly { readonly einheit: Einheit; readonly frage: string }[]
  /** Every other unit of the town. */
  readonly weitere: readonly Einheit[]
  /** What of the application could be shown, with its answer; `vorgeschlagen` by the service. */
  readonly angaben: readonly { readonly feld: string; readonly label: string; readonly wert: string; readonly vorgeschlagen: boolean }[]
  readonly dokumente: readonly (Dokument & { readonly vorgeschlagen: boolean })[]
  readonly tage: number
}

/** Days for a statement where the service says nothing. */
const TAGE = 14

/** What the form for asking other units begins with: the rule of the service, filled from the application. */
export const beteiligungVorschlagen = query({
  name: 'beteiligung.beteiligungVorschlagen', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run({ tx, today }, { vorgangId }): Promise<Beteiligungsvorschlag> {
    const vorgang = await vorgangById(tx, vorgangId)
    if (!vorgang) throw new NotFound()
    const antrag = await antragZuVorgang(tx, vorgangId)
    const regel = antrag && (await leistungsversionById(tx, antrag.leistungsversionId))?.stammdaten.beteiligung
    const einheiten = (await alleEinheiten(tx, today)).filter(({ id }) => id !== vorgang.einheitId)
    const stellen = (regel?.stellen ?? []).flatMap(({ einheit: kuerzel, frage }) => {
      const einheit = einheiten.find((eine) => eine.kuerzel === kuerzel)
      return einheit ? [{ einheit, frage }] : []
    })
    const felder = new Set(regel?.felder ?? [])
    const anhaenge = new Set((antrag ? await anhaengeVon(tx, antrag.id) : []).filter(({ slot }) => felder.has(slot)).map(({ dokumentId }) => dokumentId))
    return {
      vorgang, stellen, tage: regel?.tage ?? TAGE,
      weitere: einheiten.filter(({ id }) => !stellen.some(({ einheit }) => einheit.id === id)),
      angaben: (antrag?.zusammenfassung ?? []).flatMap(({ eintraege }) => eintraege)
        .map(({ feld, label, wert }) => ({ feld, label, wert, vorgeschlagen: felder.has(feld) })),
      dokumente: (await dokumenteVon(tx, vorgangId)).filter(({ datei }) => datei.pruefstatus !== 'befallen')
        .map((dokument) => ({ ...dokument, vorgeschlagen: anhaenge.has(dokument.id) })),
    }
  },
})
