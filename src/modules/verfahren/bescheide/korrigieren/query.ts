import { Type } from 'typebox'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { formatDate, legalDate } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { amVorgang, vorgangById, type Vorgang } from '../../../akte/akten/index.js'
import { festsetzungZu } from '../../../finanzen/gebuehren/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { bescheidById, korrekturenVon, type Bescheid } from '../bescheid.js'
import type { Inhalt } from '../domain/inhalt.js'
import { istKorrekturart, KORREKTUREN, type Korrekturart } from '../domain/korrektur.js'
import { amBescheid } from './command.js'

export interface Korrekturvorschlag {
  readonly bescheid: Bescheid; readonly vorgang: Vorgang
  /** The one that is under way. */
  readonly laufend: Bescheid | undefined
  /** What was paid or is owed for the first decision, to be looked at by a person. */
  readonly gebuehr: bigint | undefined
  /** The text to begin with. */
  vorschlag(art: Korrekturart): Inhalt
}

/** What the form of a correction begins with. */
export const korrekturVorschlagen = query({
  name: 'bescheide.korrekturVorschlagen', input: Type.Object({ bescheidId: Id }, { additionalProperties: false }),
  allow: can('bescheid.entwerfen').on<{ bescheidId: string }>(amBescheid, { sehen: 'vorgang.lesen' }),
  async run({ tx }, { bescheidId }): Promise<Korrekturvorschlag> {
    const bescheid = await bescheidById(tx, bescheidId)
    const vorgang = bescheid && await vorgangById(tx, bescheid.vorgangId)
    const fassung = bescheid?.fassungen.at(-1)
    if (!bescheid || !vorgang || !fassung || istKorrekturart(bescheid.art)) throw new NotFound()
    const laufend = (await korrekturenVon(tx, vorgang.id)).find(({ erlassenAm }) => erlassenAm === null)
    const datum = bescheid.erlassenAm ? formatDate(legalDate(bescheid.erlassenAm)) : ''
    return {
      bescheid, vorgang, laufend, gebuehr: (await festsetzungZu(tx, { vorgangId: vorgang.id }))?.summe ?? undefined,
      vorschlag(art) {
        const bisher = laufend?.fassungen.at(-1)?.inhalt
        if (bisher && laufend.art === art) return bisher
        const { betreff, tenor, begruendung } = KORREKTUREN[art]
        const { anrede, versand } = fassung.inhalt
        return { art, betreff: `${betreff}: ${fassung.inhalt.betreff}`.slice(0, 300), anrede, tenor: tenor.replace('{{datum}}', datum), nebenbestimmungen: '', begruendung, kosten: 'Für diese Entscheidung wird keine Gebühr erhoben.', versand }
      },
    }
  },
})

/** Corrections of a Vorgang's decision, with the names of the people. */
export const korrekturenLesen = query({
  name: 'bescheide.korrekturenLesen', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }), allow: can('vorgang.lesen').on<{ vorgangId: string }>(amVorgang),
  async run({ tx }, { vorgangId }): Promise<{ readonly korrekturen: readonly Bescheid[]; readonly namen: ReadonlyMap<string, string> }> {
    const korrekturen = await korrekturenVon(tx, vorgangId)
    const ids = korrekturen.flatMap(({ fassungen, zeichnungen }) => [...fassungen.flatMap((one) => [one.autorId, one.autorFuer]), ...zeichnungen.flatMap((one) => [one.werId, one.fuerId])]).filter(isUuid)
    return { korrekturen, namen: new Map([...await kontenById(tx, ids)].map(([id, { name }]) => [id, name])) }
  },
})
