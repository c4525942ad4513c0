import type { Tx } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { schluessel, type Planstand } from '../domain/aenderung.js'
import { alsFelder, FELDNAMEN, type Feld, type Planeintrag } from '../domain/felder.js'
import type { Planangaben } from '../plan.js'

/** Large plans come in one go; a statement takes at most 65,535 parameters. */
const PORTION = 1_000

export interface Geschrieben { readonly eintraege: readonly string[]; readonly felder: readonly Feld[]; readonly abhaengigkeiten: number }

/** Writes what differs between two states of a plan, field by field into the history, and counts the versions up. */
export async function schreibe(ctx: CommandContext, plan: Planangaben, vorher: Planstand, nachher: Planstand): Promise<Geschrieben> {
  const { tx } = ctx
  const alt = new Map(vorher.eintraege.map((e) => [e.id, e]))
  const neu = nachher.eintraege.filter((e) => !alt.has(e.id))
  const geblieben = new Set(nachher.eintraege.map(({ id }) => id))
  const entfernt = vorher.eintraege.filter(({ id }) => !geblieben.has(id))
  const geaendert = nachher.eintraege.flatMap((e) => { const bisher = alt.get(e.id); const felder = bisher ? unterschied(bisher, e) : []; return bisher && felder.length > 0 ? [{ bisher, e, felder }] : [] })
  await loescheAbhaengigkeiten(tx, plan.id, vorher, nachher)
  await legeAn(ctx, plan, neu)
  for (const { bisher, e, felder } of geaendert) await aendere(ctx, plan, bisher, e, felder)
  if (entfernt.length > 0) {
    await planung(tx).updateTable('planung.eintrag').set({ entfernt_am: ctx.now, geaendert_am: ctx.now, geaendert_von: ctx.actor.id }).where('id', 'in', entfernt.map(({ id }) => id)).execute()
  }
  const kanten = await schreibeAbhaengigkeiten(tx, plan.id, vorher, nachher)
  const eintraege = [...neu.map(({ id }) => id), ...geaendert.map(({ e }) => e.id), ...entfernt.map(({ id }) => id)]
  if (eintraege.length + kanten > 0) await planung(tx).updateTable('planung.plan').set({ version: plan.version + 1 }).where('id', '=', plan.id).execute()
  return { eintraege, felder: [...new Set(geaendert.flatMap(({ felder }) => felder))], abhaengigkeiten: kanten }
}

function unterschied(a: Planeintrag, b: Planeintrag): readonly Feld[] {
  const [alt, neu] = [alsFelder(a), alsFelder(b)]
  return FELDNAMEN.filter((feld) => alt[feld] !== neu[feld])
}

const spalten = (e: Planeintrag) => ({
  art: e.art, ober_id: e.oberId, objekt_id: e.objektId, titel: e.titel, phase: e.phase, dauer_tage: e.dauer && 'tage' in e.dauer ? e.dauer.tage : null, dauer_monate: e.dauer && 'monate' in e.dauer ? e.dauer.monate : null,
  fortlaufend: e.fortlaufend ?? false, fest: e.fest ?? null, nicht_vor: e.nichtVor ?? null, frist: e.frist ?? null, ist_beginn: e.istBeginn ?? null, ist_ende: e.istEnde ?? null,
  fortschritt: e.fortschritt, verantwortlich_id: e.verantwortlichId, notiz: e.notiz,
})

async function legeAn(ctx: CommandContext, plan: Planangaben, neu: readonly Planeintrag[]): Promise<void> {
  if (neu.length === 0) return
  // Numbers of what was taken out are not given again: people say "Nr. 7" and mean one thing.
  const { hoechste } = await planung(ctx.tx).selectFrom('planung.eintrag').select(({ fn }) => fn.max('nummer').as('hoechste')).where('plan_id', '=', plan.id).executeTakeFirstOrThrow() as { hoechste: number | null }
  const rows = neu.map((e, i) => ({ id: e.id, plan_id: plan.id, nummer: (hoechste ?? 0) + i + 1, rang: e.rang, geaendert_von: ctx.actor.id, geaendert_am: ctx.now, entfernt_am: null, ...spalten(e), ober_id: null as string | null }))
  for (let i = 0; i < rows.length; i += PORTION) await planung(ctx.tx).insertInto('planung.eintrag').values(rows.slice(i, i + PORTION)).execute()
  // Only now, because what an entry belongs to may come after it.
  const nach = Map.groupBy(neu.filter(({ oberId }) => oberId), ({ oberId }) => oberId as string)
  for (const [ober, kinder] of nach) await planung(ctx.tx).updateTable('planung.eintrag').set({ ober_id: ober }).where('id', 'in', kinder.map(({ id }) => id)).execute()
}

async function aendere(ctx: CommandContext, plan: Planangaben, bisher: Planeintrag, e: Planeintrag, felder: readonly Feld[]): Promise<void> {
  const version = bisher.version + 1
  await planung(ctx.tx).updateTable('planung.eintrag').set({ ...spalten(e), version, geaendert_von: ctx.actor.id, geaendert_am: ctx.now }).where('id', '=', e.id).execute()
  const [alt, neu] = [alsFelder(bisher), alsFelder(e)]
  await planung(ctx.tx).insertInto('planung.aenderung').values(felder.map((feld) => ({ id: newId(), plan_id: plan.id, eintrag_id: e.id, version, feld, alt: alt[feld], neu: neu[feld], akteur_id: ctx.actor.id, am: ctx.now }))).execute()
}

async function loescheAbhaengigkeiten(tx: Tx, planId: string, vorher: Planstand, nachher: Planstand): Promise<void> {
  const bleibt = new Set(nachher.abhaengigkeiten.map(schluessel))
  for (const weg of vorher.abhaengigkeiten.filter((eine) => !bleibt.has(schluessel(eine)))) {
    await planung(tx).deleteFrom('planung.abhaengigkeit').where('plan_id', '=', planId).where('von_id', '=', weg.vonId).where('nach_id', '=', weg.nachId).where('art', '=', weg.art).execute()
  }
}

/** New and changed dependencies; gives how many differ, the removed ones included. */
async function schreibeAbhaengigkeiten(tx: Tx, planId: string, vorher: Planstand, nachher: Planstand): Promise<number> {
  const alt = new Map(vorher.abhaengigkeiten.map((eine) => [schluessel(eine), eine.abstand]))
  const neu = nachher.abhaengigkeiten.filter((eine) => alt.get(schluessel(eine)) !== eine.abstand)
  for (let i = 0; i < neu.length; i += PORTION) {
    await planung(tx).insertInto('planung.abhaengigkeit').values(neu.slice(i, i + PORTION).map((eine) => ({ plan_id: planId, von_id: eine.vonId, nach_id: eine.nachId, art: eine.art, abstand: eine.abstand })))
      .onConflict((conflict) => conflict.columns(['mandant_id', 'plan_id', 'nach_id', 'von_id', 'art']).doUpdateSet((set) => ({ abstand: set.ref('excluded.abstand') }))).execute()
  }
  const bleibt = new Set(nachher.abhaengigkeiten.map(schluessel))
  return neu.length + vorher.abhaengigkeiten.filter((eine) => !bleibt.has(schluessel(eine))).length
}
