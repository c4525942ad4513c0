import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { landDerStadt } from '../../../../platform/tenancy/land.js'
import { addWorkingDays } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { aufgabeAnlegen } from '../../../grundlagen/aufgaben/index.js'
import { alleEinheiten, kontenMitRolle } from '../../../grundlagen/organisation/index.js'
import { planZuStrategie, prognosenFesthalten } from '../../planung/index.js'
import { PFAD, schreibPfad } from '../anzeige.js'
import { berichte } from '../db/tables.js'
import { vorhabenName } from '../domain/name.js'
import { monatswort, WERKTAGE_BIS_MELDUNG } from '../domain/zeitraum.js'
import { FEHLENDE } from '../einreichen/command.js'
import { anBerichteErinnert } from '../events.js'
import { findZeitraum, letzteFassungen, pflichten, type Pflicht, type Zeitraum } from '../lesen.js'

export const QUELLE = 'berichte'
const [SCHREIBT, BUERO] = ['projektleitung', 'programmbuero']

async function lade(ctx: CommandContext, zeitraumId: string): Promise<{ zeitraum: Zeitraum; fehlende: Pflicht[] }> {
  const zeitraum = await findZeitraum(ctx.tx, { id: zeitraumId })
  if (!zeitraum) throw new NotFound()
  const da = new Set((await letzteFassungen(ctx.tx, [zeitraumId])).map(({ objektId }) => objektId))
  return { zeitraum, fehlende: (await pflichten(ctx.tx, [zeitraumId])).filter(({ objektId }) => !da.has(objektId)) }
}

/** Each step once per month, also with two processes at work. */
async function zumErstenMal(ctx: CommandContext, zeitraumId: string, stufe: 'aufgabe' | 'fehlende' | 'prognose'): Promise<boolean> {
  const inserted = await berichte(ctx.tx).insertInto('berichte.erinnerung').values({ zeitraum_id: zeitraumId, stufe, am: ctx.now })
    .onConflict((conflict) => conflict.columns(['mandant_id', 'zeitraum_id', 'stufe']).doNothing()).returning('stufe').executeTakeFirst()
  return inserted !== undefined
}

/** The top of the town, for what belongs to no unit. */
async function spitze(ctx: CommandContext): Promise<string | undefined> {
  const einheiten = await alleEinheiten(ctx.tx, ctx.today)
  return (einheiten.find(({ oberId }) => !oberId) ?? einheiten[0])?.id
}

/** Puts every report that is still to be written into the work list of its Projektleitung; where a unit has none, of the Programmbüro. */
export const berichteAnfordern = command({
  name: 'berichte.berichteAnfordern', input: Type.Object({ zeitraumId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { zeitraumId }) {
    const { zeitraum, fehlende } = await lade(ctx, zeitraumId)
    const oben = await spitze(ctx)
    if (!oben || !(await zumErstenMal(ctx, zeitraumId, 'aufgabe'))) return ctx.unchanged()
    for (const pflicht of fehlende) {
      const einheitId = pflicht.einheitId ?? oben
      const gruppe = pflicht.einheitId && (await kontenMitRolle(ctx.tx, SCHREIBT, einheitId, ctx.today)).length > 0 ? SCHREIBT : BUERO
      await aufgabeAnlegen(ctx, {
        einheitId, gruppe, titel: `Statusbericht ${monatswort(zeitraum.monat)} schreiben`, maske: 'berichte.statusbericht', quelle: QUELLE, faelligAm: zeitraum.faelligAm,
        instanzId: zeitraumId, tokenId: pflicht.objektId, adresse: schreibPfad(zeitraumId, pflicht.objektId), kontext: { betreff: vorhabenName(pflicht) },
      })
    }
    ctx.emit(anBerichteErinnert(zeitraumId, { stufe: 'aufgabe', fehlende: fehlende.length }))
  },
})

/** Tells the Programmbüro two working days after the due day what is missing (H4-04). */
export const fehlendeMelden = command({
  name: 'berichte.fehlendeMelden', input: Type.Object({ zeitraumId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { zeitraumId }) {
    const { zeitraum, fehlende } = await lade(ctx, zeitraumId)
    const abTag = addWorkingDays(zeitraum.faelligAm, WERKTAGE_BIS_MELDUNG, await landDerStadt(ctx.tx))
    const oben = await spitze(ctx)
    if (fehlende.length === 0 || !oben || Temporal.PlainDate.compare(ctx.today, abTag) < 0 || !(await zumErstenMal(ctx, zeitraumId, 'fehlende'))) return ctx.unchanged()
    await aufgabeAnlegen(ctx, {
      einheitId: oben, gruppe: BUERO, titel: fehlende.length === 1 ? 'Ein Statusbericht fehlt' : `${fehlende.length} Statusberichte fehlen`, maske: 'berichte.fehlende', quelle: QUELLE, faelligAm: ctx.today,
      instanzId: zeitraumId, tokenId: FEHLENDE, adresse: `${PFAD}/uebersicht`, kontext: { betreff: `${monatswort(zeitraum.monat)}: ${fehlende.map(vorhabenName).join(', ')}`.slice(0, 300) },
    })
    ctx.emit(anBerichteErinnert(zeitraumId, { stufe: 'fehlende', fehlende: fehlende.length }))
  },
})

/** Keeps what the plan of the strategy expects of its milestones on the Stichtag (H4-08). */
export const prognosenZumStichtag = command({
  name: 'berichte.prognosenZumStichtag', input: Type.Object({ zeitraumId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { zeitraumId }) {
    const { zeitraum } = await lade(ctx, zeitraumId)
    const plan = await planZuStrategie(ctx.tx, zeitraum.strategieId)
    if (!plan || Temporal.PlainDate.compare(ctx.today, zeitraum.stichtag) < 0 || !(await zumErstenMal(ctx, zeitraumId, 'prognose'))) return ctx.unchanged()
    await prognosenFesthalten(ctx, plan.id, zeitraum.stichtag)
    ctx.emit(anBerichteErinnert(zeitraumId, { stufe: 'prognose', fehlende: 0 }))
  },
})
