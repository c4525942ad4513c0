import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { amVorgang, dokumenteVon, istBearbeitbar, vorgangById, type Vorgang } from '../../../akte/akten/index.js'
import { aufgabeAnlegen, erledigeAufgabe } from '../../../grundlagen/aufgaben/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { beteiligungenVon } from '../beteiligung.js'
import { beteiligungen } from '../db/tables.js'
import { fristFehler } from '../domain/frist.js'
import { stelleBeteiligt } from '../events.js'

/** The mask of the task that a unit gets; a process names it too. */
export const MASKE = 'beteiligung.stellungnehmen'

const input = Type.Object({
  vorgangId: Id,
  /** With it the process goes on and makes the tasks itself. */
  aufgabeId: Type.Optional(Id),
  stellen: Type.Array(Type.Object({ einheitId: Id, frage: Type.String({ maxLength: 4000 }) }, { additionalProperties: false }), { maxItems: 20 }),
  felder: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 100 }),
  dokumentIds: Type.Array(Id, { maxItems: 100 }),
  frist: Datum,
}, { additionalProperties: false })

/**
 * Asks other units for a statement until a day (G2, C3). What they see is part of the request: answers by name, documents one by one.
 * With `aufgabeId` the variables `stellen` (a list) and `beteiligungFrist` go to the process, whose parallel tasks they become.
 * @throws Invalid with the fields, Conflict when the Vorgang is closed
 */
export const stellenBeteiligen = command({
  name: 'beteiligung.stellenBeteiligen', input, allow: can('vorgang.bearbeiten').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, aufgabeId, stellen, felder, dokumentIds, frist }) {
    const vorgang = await vorgangById(ctx.tx, vorgangId)
    if (!vorgang) throw new NotFound()
    if (!istBearbeitbar(vorgang.status)) throw new Conflict('vorgang.zda', 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn zuerst wieder.')
    const fehler = await pruefe(ctx, vorgang, { stellen, dokumentIds, frist })
    if (fehler.length > 0) throw new Invalid(fehler)
    const gebeten: { beteiligungId: string; einheitId: string; frist: string }[] = []
    for (const { einheitId, frage } of stellen) {
      const id = newId()
      await beteiligungen(ctx.tx).insertInto('beteiligung.beteiligung').values({
        id, vorgang_id: vorgangId, einheit_id: einheitId, frage: frage.trim(), felder, dokument_ids: dokumentIds, frist: Temporal.PlainDate.from(frist),
        erbeten_von: ctx.actor.id, erbeten_fuer: ctx.actor.fuer ?? null, erbeten_am: ctx.now,
      }).execute()
      ctx.emit(stelleBeteiligt(id, vorgangId, { einheitId, frist, felder, dokumente: dokumentIds.length }))
      gebeten.push({ beteiligungId: id, einheitId, frist })
      if (!aufgabeId) await eigeneAufgabe(ctx, vorgang, { id, einheitId, frist })
    }
    if (aufgabeId) await erledigeAufgabe(ctx, { aufgabeId, ergebnis: 'beteiligt', variablen: { stellen: gebeten, beteiligungFrist: frist } })
    return { beteiligungIds: gebeten.map(({ beteiligungId }) => beteiligungId) }
  },
})

/** Outside of a process; `instanzId` and `tokenId` make it one task however often it is asked for, and let it lapse. */
const eigeneAufgabe = (ctx: CommandContext, vorgang: Vorgang, { id, einheitId, frist }: { id: string; einheitId: string; frist: string }) => aufgabeAnlegen(ctx, {
  vorgangId: vorgang.id, einheitId, gruppe: 'sachbearbeitung', titel: 'Stellungnahme abgeben', maske: MASKE, stufe: vorgang.stufe, quelle: 'beteiligung',
  instanzId: id, tokenId: 'stellungnahme', faelligAm: Temporal.PlainDate.from(frist), eingabe: { stelle: { beteiligungId: id } },
  // Whose matter it is stays out: the betreff of the Vorgang names people.
  kontext: { vorgangsnummer: vorgang.vorgangsnummer, betreff: 'Beteiligung' },
})

interface Bitte { readonly stellen: readonly { einheitId: string; frage: string }[]; readonly dokumentIds: readonly string[]; readonly frist: string }

async function pruefe({ tx, today }: CommandContext, vorgang: Vorgang, { stellen, dokumentIds, frist }: Bitte): Promise<Feldfehler[]> {
  const fehler: Feldfehler[] = []
  if (stellen.length === 0) fehler.push({ feld: 'stellen', text: 'Bitte wählen Sie mindestens eine Stelle aus.' })
  if (new Set(stellen.map(({ einheitId }) => einheitId)).size < stellen.length) fehler.push({ feld: 'weitere', text: 'Diese Stelle haben Sie zweimal gewählt.' })
  const einheiten = await einheitenById(tx, stellen.map(({ einheitId }) => einheitId))
  for (const { einheitId, frage } of stellen) {
    const name = einheiten.get(einheitId)?.name
    if (!name || einheitId === vorgang.einheitId) fehler.push({ feld: 'stellen', text: 'Diese Stelle können Sie nicht beteiligen. Bitte wählen Sie eine andere.' })
    if (frage.trim() === '') fehler.push({ feld: 'frage', text: `Bitte schreiben Sie, was ${name ?? 'die Stelle'} prüfen soll.` })
  }
  fehler.push(...await schonGefragt(tx, vorgang.id, stellen, einheiten), ...fristFehler(frist, today))
  const vorhanden = new Set((await dokumenteVon(tx, vorgang.id)).map(({ id }) => id))
  if (dokumentIds.some((id) => !vorhanden.has(id))) fehler.push({ feld: 'dokumente', text: 'Eines der Dokumente gehört nicht zu diesem Vorgang. Bitte wählen Sie neu.' })
  return fehler
}

async function schonGefragt(tx: Tx, vorgangId: string, stellen: Bitte['stellen'], einheiten: ReadonlyMap<string, { name: string }>): Promise<Feldfehler[]> {
  const offen = new Set((await beteiligungenVon(tx, vorgangId)).filter(({ beendetAm }) => beendetAm === null).map(({ einheitId }) => einheitId))
  return stellen.filter(({ einheitId }) => offen.has(einheitId))
    .map(({ einheitId }) => ({ feld: 'stellen', text: `${einheiten.get(einheitId)?.name ?? 'Diese Stelle'} ist schon gefragt und hat noch nicht geantwortet.` }))
}
