import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { holds, unitsWith } from '../../../../platform/usecases/actor.js'
import { can, personal } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { projektantraege } from '../db/tables.js'
import { abfragen, antwortenVon, gefragteVon, ladeAbfrage, type Abfrage, type Antwort, type Gefragte } from './lesen.js'

/** What the actor still has to answer for the own units. Whoever works for the whole town answers nobody's. */
export const offeneAbfragen = query({
  name: 'projektantraege.offeneAbfragen', input: Type.Object({}, { additionalProperties: false }), allow: personal(),
  async run({ tx, actor }): Promise<readonly { abfrage: Abfrage; einheit: Gefragte }[]> {
    const eigene = unitsWith(actor, 'aufgabe.bearbeiten')
    if (eigene === 'alle' || eigene.length === 0) return []
    const alle = await abfragen(tx)
    return (await gefragteVon(tx, alle.map(({ id }) => id))).flatMap((einheit) => {
      const abfrage = alle.find(({ id }) => id === einheit.abfrageId)
      return abfrage && einheit.beantwortetAm === null && eigene.includes(einheit.einheitId) ? [{ abfrage, einheit }] : []
    })
  },
})

export const abfragenAnsehen = query({
  name: 'projektantraege.abfragenAnsehen', input: Type.Object({}, { additionalProperties: false }), allow: can('projektantrag.abfragen')(),
  async run({ tx }) {
    const alle = await abfragen(tx)
    const gefragte = Map.groupBy(await gefragteVon(tx, alle.map(({ id }) => id)), ({ abfrageId }) => abfrageId)
    return alle.map((abfrage) => { const eigene = gefragte.get(abfrage.id) ?? []; return { ...abfrage, gefragt: eigene.length, beantwortet: eigene.filter(({ beantwortetAm }) => beantwortetAm).length } })
  },
})

export interface Auswertung { readonly abfrage: Abfrage; readonly gefragte: readonly (Gefragte & { readonly wer: string | null })[]; readonly antworten: readonly (Antwort & { readonly vorgangsnummer: string | null })[] }

/** One survey with all answers, and who has not answered. */
export const abfrageAuswerten = query({
  name: 'projektantraege.abfrageAuswerten', input: Type.Object({ abfrageId: Id }, { additionalProperties: false }), allow: can('projektantrag.abfragen')(),
  async run({ tx }, { abfrageId }): Promise<Auswertung> {
    const abfrage = await ladeAbfrage(tx, abfrageId)
    const [gefragte, antworten] = [await gefragteVon(tx, [abfrageId]), await antwortenVon(tx, abfrageId)]
    const konten = await kontenById(tx, gefragte.flatMap(({ beantwortetVon }) => (beantwortetVon ? [beantwortetVon] : [])))
    const ids = antworten.flatMap(({ antragId }) => (antragId ? [antragId] : []))
    const nummern = new Map(ids.length === 0 ? [] : (await projektantraege(tx).selectFrom('projektantraege.antrag').select(['id', 'vorgangsnummer']).where('id', 'in', ids).execute()).map((row) => [row.id, row.vorgangsnummer]))
    return {
      abfrage, gefragte: gefragte.map((eine) => ({ ...eine, wer: eine.beantwortetVon ? konten.get(eine.beantwortetVon)?.name ?? null : null })),
      antworten: antworten.map((antwort) => ({ ...antwort, vorgangsnummer: antwort.antragId ? nummern.get(antwort.antragId) ?? null : null })),
    }
  },
})

/** The form of one unit, with what it said before. */
export const abfrageOeffnen = query({
  name: 'projektantraege.abfrageOeffnen', input: Type.Object({ abfrageId: Id, einheitId: Id }, { additionalProperties: false }), allow: personal(),
  async run({ tx, actor }, { abfrageId, einheitId }): Promise<{ abfrage: Abfrage; einheit: Gefragte; antworten: readonly Antwort[] }> {
    const einheit = (await gefragteVon(tx, [abfrageId])).find((eine) => eine.einheitId === einheitId)
    if (!einheit || !holds(actor, 'aufgabe.bearbeiten', { einheitId })) throw new NotFound()
    return { abfrage: await ladeAbfrage(tx, abfrageId), einheit, antworten: (await antwortenVon(tx, abfrageId)).filter((eine) => eine.einheitId === einheitId) }
  },
})
