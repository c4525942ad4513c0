import { Type, type Static } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, query, type CommandContext } from '../../../../platform/usecases/usecase.js'
import type { Aenderung } from '../domain/aenderung.js'
import { FELDNAMEN } from '../domain/felder.js'
import { planGeaendert } from '../events.js'
import { kalenderDerStadt, ladePlan, ladeStand, letzteBasis, sperrePlan, zugriffAufPlan, type Planangaben } from '../plan.js'
import { schreibeZurueck } from '../aus-programm/zurueckschreiben.js'
import { schreibe } from './schreiben.js'
import { folgen, fuehreZusammen, type Folgen } from './vorschau.js'

/** Lengths are checked with everything else in domain/felder.ts, which names the field; a schema would only say that something is wrong. */
const Felder = Type.Object(Object.fromEntries(FELDNAMEN.map((feld) => [feld, Type.Optional(Type.String())])), { additionalProperties: false })
const Typ = Type.Union([Type.Literal('FS'), Type.Literal('SS'), Type.Literal('FF'), Type.Literal('SF')])

/** One change as a form, a drag, an import or a change request gives it. */
export const AenderungSchema = Type.Union([
  Type.Object({ art: Type.Union([Type.Literal('neu'), Type.Literal('eintrag')]), id: Id, felder: Felder }, { additionalProperties: false }),
  Type.Object({ art: Type.Literal('entfernen'), id: Id }, { additionalProperties: false }),
  Type.Object({ art: Type.Literal('verbinden'), vonId: Id, nachId: Id, typ: Typ, abstand: Type.Integer() }, { additionalProperties: false }),
  Type.Object({ art: Type.Literal('loesen'), vonId: Id, nachId: Id, typ: Typ }, { additionalProperties: false }),
])

const Eingabe = Type.Object({
  planId: Id,
  aenderungen: Type.Array(AenderungSchema, { minItems: 1, maxItems: 80_000 }),
  /** Version of each changed entry that the person saw. */
  versionen: Type.Optional(Type.Record(Type.String(), Type.Integer({ minimum: 1 }))),
}, { additionalProperties: false })

/** What a change would do, computed and not saved. */
export const aenderungPruefen = query({
  name: 'planung.aenderungPruefen', input: Eingabe,
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run({ tx }, { planId, aenderungen, versionen = {} }) {
    const plan = await ladePlan(tx, planId)
    const stand = await ladeStand(tx, plan)
    const gemischt = await fuehreZusammen(tx, stand, aenderungen as readonly Aenderung[], versionen)
    const ergebnis = gemischt.konflikte.length > 0 ? undefined : await folgen(tx, await kalenderDerStadt(tx), plan, gemischt.aenderungen, stand)
    return { plan, ...gemischt, folgen: ergebnis }
  },
})

/**
 * Changes a plan. `gesehen` is the version of the plan whose effects the person saw; when somebody changed the plan since then,
 * nothing is saved and the effects are shown again. Beyond the threshold of the baseline a change has to be requested instead.
 * @throws Invalid (wrong fields, circle), Conflict (same field changed by somebody else, plan changed, approval needed)
 */
export const planAendern = command({
  name: 'planung.planAendern', input: Type.Object({ ...Eingabe.properties, gesehen: Type.Optional(Type.Integer({ minimum: 1 })) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, aenderungen, versionen = {}, gesehen }) {
    const plan = await sperrePlan(ctx.tx, planId)
    const stand = await ladeStand(ctx.tx, plan)
    const gemischt = await fuehreZusammen(ctx.tx, stand, aenderungen as readonly Aenderung[], versionen)
    if (gemischt.konflikte.length > 0) {
      const felder = gemischt.konflikte.map(({ titel }) => titel).join(', ')
      throw new Conflict('planung.gleichzeitigGeaendert', `Jemand hat inzwischen dieselben Felder geändert: ${felder}. Ihre Eingaben stehen noch im Formular.`, { konflikte: gemischt.konflikte })
    }
    if (gesehen !== undefined && gesehen !== plan.version) throw new Conflict('planung.planGeaendert', 'Der Plan hat sich inzwischen geändert. Bitte sehen Sie sich die Auswirkungen noch einmal an.')
    const berechnet = await folgen(ctx.tx, await kalenderDerStadt(ctx.tx), plan, gemischt.aenderungen, stand)
    if (berechnet.ueberschreitungen.length > 0) {
      throw new Conflict('planung.genehmigungNoetig', `Diese Änderung verschiebt genehmigte Meilensteine um mehr als ${plan.schwelle} Arbeitstage. Beantragen Sie die Änderung.`, { ueberschreitungen: berechnet.ueberschreitungen })
    }
    return uebernehme(ctx, plan, berechnet)
  },
})

/** Saves computed changes; the caller has locked the plan. */
export async function uebernehme(ctx: CommandContext, plan: Planangaben, berechnet: Folgen): Promise<{ version: number; eintraege: readonly string[] }> {
  const geschrieben = await schreibe(ctx, plan, berechnet.vorher.stand, berechnet.nachher.stand)
  if (await letzteBasis(ctx.tx, plan.id)) await schreibeZurueck(ctx, berechnet.nachher.stand, berechnet.nachher.plan, `Plan „${plan.titel}“`)
  const nichts = geschrieben.eintraege.length + geschrieben.abhaengigkeiten === 0
  if (nichts) ctx.unchanged()
  else {
    const eigene = new Set(geschrieben.eintraege)
    ctx.emit(planGeaendert(plan.id, {
      version: plan.version + 1, eintraege: geschrieben.eintraege.slice(0, 100), felder: geschrieben.felder, abhaengigkeiten: geschrieben.abhaengigkeiten, verschoben: berechnet.wirkung.eintraege.filter(({ id }) => !eigene.has(id)).length,
    }))
  }
  return { version: plan.version + (nichts ? 0 : 1), eintraege: geschrieben.eintraege }
}

export type Aenderungseingabe = Static<typeof Eingabe>
