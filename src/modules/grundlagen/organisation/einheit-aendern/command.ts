import type { Selectable } from 'kysely'
import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { formatDate, newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { organisation, type OrganisationTables } from '../db/tables.js'
import { schliesstKreis } from '../domain/baum.js'
import { kuerzelFehler } from '../einheit-anlegen/kuerzel.js'
import { einheitGeaendert, einheitGeschlossen, einheitWiedereroeffnet, zuweisungBeendet } from '../events.js'
import { einheitHindernisse } from './hindernisse.js'

type Zeile = Selectable<OrganisationTables['organisation.einheit']>

/** Locks the tree while it is changed: two moves at once could close a circle that neither sees. */
async function lockEinheit(tx: Tx, id: string): Promise<Zeile> {
  await organisation(tx).selectFrom('organisation.einheit').select('id').orderBy('id').forUpdate().execute()
  const einheit = await organisation(tx).selectFrom('organisation.einheit').selectAll().where('id', '=', id).executeTakeFirst()
  if (!einheit) throw new NotFound('organisation.einheitUnbekannt', 'Diese Einheit gibt es nicht.')
  return einheit
}

/** Keeps what the unit was until now. */
async function fassungAufheben(ctx: CommandContext, vorher: Zeile, grund: string): Promise<void> {
  await organisation(ctx.tx).insertInto('organisation.einheit_fassung').values({
    id: newId(), einheit_id: vorher.id, kuerzel: vorher.kuerzel, name: vorher.name, ober_id: vorher.ober_id, gueltig_bis: vorher.gueltig_bis, grund, geaendert_am: ctx.now, geaendert_von: ctx.actor.id,
  }).execute()
}

const offenAm = (einheit: Pick<Zeile, 'gueltig_bis'>, tag: Temporal.PlainDate) => !einheit.gueltig_bis || Temporal.PlainDate.compare(einheit.gueltig_bis, tag) >= 0

/**
 * Renames a unit, moves it below another, changes where it is reached. The former names and places are kept; roles go with the
 * place, so a move changes who sees what at once.
 */
export const einheitAendern = command({
  name: 'organisation.einheitAendern',
  input: Type.Object({
    einheitId: Id, kuerzel: Text(20), name: Type.String({ minLength: 2, maxLength: 200 }), oberId: Type.Optional(Id),
    telefon: Type.String({ maxLength: 50 }), email: Type.String({ maxLength: 200 }), anschrift: Type.String({ maxLength: 500 }), grund: Text(500),
  }, { additionalProperties: false }),
  allow: can('organisation.verwalten')(),
  async run(ctx, { einheitId, grund, oberId, ...input }) {
    const { tx, today } = ctx
    const vorher = await lockEinheit(tx, einheitId)
    const neu = { kuerzel: input.kuerzel, name: input.name, ober_id: oberId ?? null, telefon: input.telefon || null, email: input.email || null, anschrift: input.anschrift || null }
    const felder = (Object.keys(neu) as (keyof typeof neu)[]).filter((feld) => neu[feld] !== vorher[feld])
    if (felder.length === 0) return ctx.unchanged()
    const kuerzel = await kuerzelFehler(tx, input.kuerzel, einheitId)
    if (kuerzel) throw new Invalid([kuerzel])
    if (oberId && felder.includes('ober_id')) {
      const alle = await organisation(tx).selectFrom('organisation.einheit').select(['id', 'ober_id', 'gueltig_bis']).execute()
      const ober = alle.find(({ id }) => id === oberId)
      if (!ober || !offenAm(ober, today)) throw new Invalid([{ feld: 'oberId', text: 'Bitte wählen Sie eine vorhandene übergeordnete Einheit.' }])
      if (schliesstKreis(alle.map((one) => ({ id: one.id, oberId: one.ober_id })), einheitId, oberId)) throw new Invalid([{ feld: 'oberId', text: 'Diese Einheit liegt selbst unter der Einheit, die Sie verschieben. Bitte wählen Sie eine andere.' }])
    }
    await fassungAufheben(ctx, vorher, grund)
    await organisation(tx).updateTable('organisation.einheit').set(neu).where('id', '=', einheitId).execute()
    ctx.emit(einheitGeaendert(einheitId, { kuerzel: input.kuerzel, felder: felder.map((feld) => (feld === 'ober_id' ? 'übergeordnete Einheit' : feld)) }, grund))
  },
})

/** What has to be done before a unit may close on a day: units below it, and for today also its work. */
async function hindernisse(ctx: CommandContext, einheitId: string, am: Temporal.PlainDate): Promise<string[]> {
  const unten = await organisation(ctx.tx).selectFrom('organisation.einheit').select(['kuerzel', 'name', 'gueltig_bis']).where('ober_id', '=', einheitId).orderBy('kuerzel').execute()
  const laenger = unten.filter((one) => offenAm(one, am.add({ days: 1 })))
  const arbeit = Temporal.PlainDate.compare(am, ctx.today) <= 0 ? await einheitHindernisse.fuer(ctx.tx, einheitId) : []
  return [...laenger.map((one) => `Die Einheit ${one.kuerzel} ${one.name} liegt noch darunter.`), ...arbeit]
}

/**
 * Closes a unit: `am` is its last day. It stays readable in everything it did. Open work stands in the way of closing today, not of
 * planning ahead; roles held at the unit end with it when that is confirmed.
 */
export const einheitSchliessen = command({
  name: 'organisation.einheitSchliessen',
  input: Type.Object({ einheitId: Id, am: Datum, grund: Text(500), rollenBeenden: Type.Boolean() }, { additionalProperties: false }),
  allow: can('organisation.verwalten')(),
  async run(ctx, { einheitId, am, grund, rollenBeenden }) {
    const { tx, today } = ctx
    const tag = Temporal.PlainDate.from(am)
    if (Temporal.PlainDate.compare(tag, today) < 0) throw new Invalid([{ feld: 'am', text: 'Der letzte Tag liegt in der Vergangenheit. Bitte wählen Sie heute oder später.' }])
    const vorher = await lockEinheit(tx, einheitId)
    if (vorher.gueltig_bis?.equals(tag)) return ctx.unchanged()
    const offen = await hindernisse(ctx, einheitId, tag)
    if (offen.length > 0) throw new Conflict('organisation.einheitNichtSchliessbar', `Die Einheit kann noch nicht geschlossen werden. ${offen.join(' ')}`, { hindernisse: offen })
    const rollen = await organisation(tx).selectFrom('organisation.zuweisung').select(['id', 'konto_id', 'von']).where('einheit_id', '=', einheitId)
      .where((where) => where.or([where('bis', 'is', null), where('bis', '>', tag)])).orderBy('id').forUpdate().execute()
    if (rollen.length > 0 && !rollenBeenden) throw new Invalid([{ feld: 'rollenBeenden', text: `${rollen.length === 1 ? 'Eine Person hat' : `${rollen.length} Personen haben`} hier noch eine Rolle. Bitte bestätigen Sie, dass diese Rollen mit der Einheit enden.` }])
    for (const rolle of rollen) {
      // A role that would only begin later is over on the day it begins.
      const bis = Temporal.PlainDate.compare(rolle.von, tag) > 0 ? rolle.von : tag
      await organisation(tx).updateTable('organisation.zuweisung').set({ bis }).where('id', '=', rolle.id).execute()
      ctx.emit(zuweisungBeendet(rolle.id, { kontoId: rolle.konto_id, bis: bis.toString() }))
    }
    await fassungAufheben(ctx, vorher, grund)
    await organisation(tx).updateTable('organisation.einheit').set({ gueltig_bis: tag }).where('id', '=', einheitId).execute()
    ctx.emit(einheitGeschlossen(einheitId, { kuerzel: vorher.kuerzel, am: tag.toString(), rollen: rollen.length }, grund))
  },
})

/** Takes a closing back, planned or done. Roles that ended with it are given anew, on purpose. */
export const einheitWiedereroeffnen = command({
  name: 'organisation.einheitWiedereroeffnen',
  input: Type.Object({ einheitId: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: can('organisation.verwalten')(),
  async run(ctx, { einheitId, grund }) {
    const vorher = await lockEinheit(ctx.tx, einheitId)
    if (!vorher.gueltig_bis) return ctx.unchanged()
    const ober = vorher.ober_id ? await lockEinheit(ctx.tx, vorher.ober_id) : undefined
    if (ober?.gueltig_bis) throw new Conflict('organisation.oberGeschlossen', `Die übergeordnete Einheit ${ober.kuerzel} ${ober.name} ist zum ${formatDate(ober.gueltig_bis)} geschlossen. Öffnen Sie zuerst diese.`)
    await fassungAufheben(ctx, vorher, grund)
    await organisation(ctx.tx).updateTable('organisation.einheit').set({ gueltig_bis: null }).where('id', '=', einheitId).execute()
    ctx.emit(einheitWiedereroeffnet(einheitId, { kuerzel: vorher.kuerzel }, grund))
  },
})
