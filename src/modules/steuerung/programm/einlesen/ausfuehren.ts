import { sql } from 'kysely'
import { json } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { findEinheitByKuerzel } from '../../../grundlagen/organisation/index.js'
import { programm } from '../db/tables.js'
import { objektAngelegt, strategieAngelegt, strategieEingelesen } from '../events.js'
import { schreibeFelder, schreibeNeu } from '../schreiben.js'
import type { Einspielplan, Objektschritt, Strategieschritt } from './plan.js'

/** Carries out what was planned, all of it or nothing. @returns how many objects were new, how many changed */
export async function fuehreAus(ctx: CommandContext, plan: Einspielplan): Promise<{ created: number; changed: number }> {
  const { tx } = ctx
  if (plan.klassenSetzen) await programm(tx).insertInto('programm.kostenklasse').values((plan.gelesen.kostenklassen ?? []).map(({ nummer, ueberCent, bisCent }) => ({ nummer, ueber_cent: ueberCent, bis_cent: bisCent }))).execute()
  for (const [art, name] of Object.entries(plan.gelesen.ebenen)) {
    await programm(tx).insertInto('programm.ebenenname').values({ art: art as 'ziel', einzahl: name.einzahl, mehrzahl: name.mehrzahl }).onConflict((on) => on.doNothing()).execute()
  }
  let [created, changed] = [0, 0]
  for (const strategie of plan.strategien) {
    const stand = await spieleStrategie(ctx, strategie)
    created += stand.created
    changed += stand.changed
  }
  return { created, changed }
}

async function spieleStrategie(ctx: CommandContext, { id, neu, angabe, objekte }: Strategieschritt): Promise<{ created: number; changed: number }> {
  const { tx } = ctx
  if (neu) {
    await programm(tx).insertInto('programm.strategie').values({
      id, kennung: angabe.kennung, name: angabe.name, jahr_von: angabe.jahrVon ?? null, jahr_bis: angabe.jahrBis ?? null, quelle: angabe.quelle ?? null, angaben: json(angabe.angaben),
    }).execute()
    ctx.emit(strategieAngelegt(id, { kennung: angabe.kennung }))
  }
  let [created, changed] = [0, 0]
  for (const [rang, schritt] of objekte.entries()) {
    if (schritt.bestand) changed += (await schreibeFelder(ctx, schritt.bestand, schritt.felder)).length > 0 ? 1 : 0
    else { await legeAn(ctx, id, schritt, rang + 1); created += 1 }
  }
  await spieleGremien(ctx, id, angabe.gremien)
  const ids = new Map(objekte.map((schritt) => [schritt.angabe.kennung, schritt.id]))
  await spieleVerknuepfungen(ctx, objekte, ids)
  await spieleKriterien(ctx, objekte)
  await spieleFinanzplan(ctx, id, angabe.finanzplan, ids)
  if (!neu && created + changed > 0) ctx.emit(strategieEingelesen(id, { neu: created, geaendert: changed }))
  return { created, changed }
}

async function legeAn(ctx: CommandContext, strategieId: string, { id, angabe, felder }: Objektschritt, rang: number): Promise<void> {
  const einheit = angabe.einheit ? await findEinheitByKuerzel(ctx.tx, angabe.einheit) : undefined
  await schreibeNeu(ctx.tx, { id, strategieId, art: angabe.art, kennung: angabe.kennung, rang, status: angabe.status ?? null, felder: { ...felder, ...(einheit ? { einheitId: einheit.id } : {}) } })
  if (angabe.oeffentlich) await programm(ctx.tx).updateTable('programm.objekt').set({ oeffentlich: true, oeffentliche_felder: [...angabe.oeffentlich] }).where('id', '=', id).execute()
  ctx.emit(objektAngelegt(id, { strategieId, art: angabe.art, oberId: felder['oberId'] || null }))
}

async function spieleGremien({ tx }: CommandContext, strategieId: string, gremien: Strategieschritt['angabe']['gremien']): Promise<void> {
  for (const [rang, gremium] of gremien.entries()) {
    await programm(tx).insertInto('programm.gremium').values({ id: newId(), strategie_id: strategieId, ...gremium, rang })
      .onConflict((on) => on.columns(['mandant_id', 'strategie_id', 'name']).doUpdateSet({ rolle: gremium.rolle, bericht: gremium.bericht })).execute()
  }
}

/** References found now take the place of those that led nowhere before. */
async function spieleVerknuepfungen({ tx }: CommandContext, objekte: readonly Objektschritt[], ids: ReadonlyMap<string, string>): Promise<void> {
  for (const { id, angabe } of objekte) {
    for (const { art, nach } of angabe.verknuepfungen) {
      const ziel = ids.get(nach)
      if (ziel) await programm(tx).deleteFrom('programm.verknuepfung').where('von_id', '=', id).where('art', '=', art).where('nach_text', '=', nach).execute()
      await programm(tx).insertInto('programm.verknuepfung').values({ id: newId(), art, von_id: id, nach_id: ziel ?? null, nach_text: ziel ? null : nach }).onConflict((on) => on.doNothing()).execute()
    }
  }
}

async function spieleKriterien({ tx }: CommandContext, objekte: readonly Objektschritt[]): Promise<void> {
  for (const { id, angabe } of objekte) {
    for (const { kennzahl, zielwert, einheit, bisJahr } of angabe.erfolgskriterien) {
      const werte = { zielwert, einheit, bis_jahr: bisJahr }
      await programm(tx).insertInto('programm.erfolgskriterium').values({ id: newId(), ziel_id: id, kennzahl, ...werte })
        .onConflict((on) => on.columns(['mandant_id', 'ziel_id', 'kennzahl']).doUpdateSet(werte)).execute()
    }
  }
}

async function spieleFinanzplan({ tx }: CommandContext, strategieId: string, zeilen: Strategieschritt['angabe']['finanzplan'], ids: ReadonlyMap<string, string>): Promise<void> {
  for (const { kennung, objekt, bezeichnung, spalte, stand, jahrVon, jahrBis, bezug, betragCent, vzaeHundertstel, produkt, quelle } of zeilen) {
    const werte = {
      objekt_id: objekt === null ? null : ids.get(objekt) ?? null, bezeichnung, spalte, stand, jahr_von: jahrVon, jahr_bis: jahrBis, bezug, betrag_cent: betragCent,
      vzae: vzaeHundertstel === null ? null : sql<string>`${vzaeHundertstel}::numeric / 100`, produkt, quelle,
    }
    await programm(tx).insertInto('programm.finanzplanzeile').values({ id: newId(), strategie_id: strategieId, kennung, ...werte })
      .onConflict((on) => on.columns(['mandant_id', 'strategie_id', 'kennung']).doUpdateSet(werte)).execute()
  }
}
