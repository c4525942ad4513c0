import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { holds, type Actor } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { alleRollen } from '../../../grundlagen/organisation/index.js'
import { lagebild } from '../db/tables.js'
import { alsFrage, filterAus } from '../domain/filter.js'
import { SICHTEN } from '../domain/sicht.js'
import { ansichtGeaendert, ansichtGeloescht, ansichtGespeichert, startGesetzt } from '../events.js'
import { Sichteingabe } from '../zugriff.js'
import { ansichtenFuer, type Ansicht } from './lesen.js'

/** The role that a view is shared with; '' is nobody. @throws Invalid */
async function gepruefteRolle(tx: Tx, actor: Actor, rolle: string, bisher: string | null = null): Promise<string | null> {
  if (rolle === '') return null
  if (rolle === bisher) return rolle
  if (!(await alleRollen(tx)).some(({ schluessel }) => schluessel === rolle)) throw new Invalid([{ feld: 'rolle', text: 'Diese Rolle gibt es nicht. Wählen Sie eine aus der Liste.' }])
  if (actor.art === 'personal' && !holds(actor, 'lagebild.teilen')) throw new Invalid([{ feld: 'rolle', text: 'Sie dürfen Ansichten nur für sich selbst speichern. Das Programmbüro kann sie mit einer Rolle teilen.' }])
  return rolle
}

/** One name for one view, whatever the case of its letters. @throws Invalid */
async function pruefeName(tx: Tx, kontoId: string, name: string, ausser?: string): Promise<void> {
  const gleiche = await lagebild(tx).selectFrom('lagebild.ansicht').select('id').where('konto_id', '=', kontoId)
    .where(sql<boolean>`lower(name) = lower(${name})`).execute()
  if (gleiche.some(({ id }) => id !== ausser)) throw new Invalid([{ feld: 'name', text: 'Sie haben schon eine Ansicht mit diesem Namen. Wählen Sie einen anderen.' }])
}

/** Keeps filters under a name. More than a hundred are nobody's views any more. */
export const ansichtSpeichern = command({
  name: 'lagebild.ansichtSpeichern',
  input: Type.Object({ name: Text(80), sicht: Sichteingabe, frage: Type.String({ maxLength: 1000 }), rolle: Type.String({ maxLength: 60 }) }, { additionalProperties: false }),
  allow: can('lagebild.lesen')(),
  async run(ctx, { name, sicht, frage, rolle: gewuenscht }) {
    if (!holds(ctx.actor, SICHTEN[sicht].recht)) throw new Forbidden()
    const vorhandene = await lagebild(ctx.tx).selectFrom('lagebild.ansicht').select('id').where('konto_id', '=', ctx.actor.id).execute()
    if (vorhandene.length >= 100) throw new Conflict('lagebild.zuVieleAnsichten', 'Sie haben schon 100 Ansichten. Löschen Sie zuerst einige, die Sie nicht mehr brauchen.')
    await pruefeName(ctx.tx, ctx.actor.id, name)
    const rolle = await gepruefteRolle(ctx.tx, ctx.actor, gewuenscht)
    const id = newId()
    // Stored as the filters are read: what is none of them is not kept.
    await lagebild(ctx.tx).insertInto('lagebild.ansicht').values({ id, konto_id: ctx.actor.id, name, sicht, frage: alsFrage(filterAus(new URLSearchParams(frage))), rolle, created_at: ctx.now, geaendert_am: ctx.now }).execute()
    ctx.emit(ansichtGespeichert(id, { sicht, rolle }))
    return { id }
  },
})

/** A view that may be changed: an own one; one of somebody who has left by whoever looks after shared views. @throws NotFound, Forbidden */
export async function aenderbareAnsicht(tx: Tx, actor: Actor, id: string): Promise<Ansicht> {
  const ansicht = (await ansichtenFuer(tx, actor)).find((eine) => eine.id === id) ?? await verwaiste(tx, actor, id)
  if (!ansicht) throw new NotFound()
  if (ansicht.eigene) return ansicht
  const konto = (await kontenById(tx, [ansicht.kontoId])).get(ansicht.kontoId)
  if (holds(actor, 'lagebild.teilen') && konto?.status !== 'aktiv') return ansicht
  throw new Forbidden()
}

/** Shared with a role that the one who tidies up need not have. */
async function verwaiste(tx: Tx, actor: Actor, id: string): Promise<Ansicht | undefined> {
  if (!holds(actor, 'lagebild.teilen')) return undefined
  const row = await lagebild(tx).selectFrom('lagebild.ansicht').selectAll().where('id', '=', id).where('rolle', 'is not', null).executeTakeFirst()
  return row && { id: row.id, kontoId: row.konto_id, name: row.name, sicht: row.sicht, frage: row.frage, rolle: row.rolle, eigene: row.konto_id === actor.id, start: false }
}

export const ansichtAendern = command({
  name: 'lagebild.ansichtAendern', input: Type.Object({ id: Id, name: Text(80), rolle: Type.String({ maxLength: 60 }) }, { additionalProperties: false }),
  allow: can('lagebild.lesen')(),
  async run(ctx, { id, name, rolle: gewuenscht }) {
    const ansicht = await aenderbareAnsicht(ctx.tx, ctx.actor, id)
    await pruefeName(ctx.tx, ansicht.kontoId, name, id)
    const rolle = await gepruefteRolle(ctx.tx, ctx.actor, gewuenscht, ansicht.rolle)
    const felder = [...(name === ansicht.name ? [] : ['name']), ...(rolle === ansicht.rolle ? [] : ['rolle'])]
    if (felder.length === 0) return ctx.unchanged()
    await lagebild(ctx.tx).updateTable('lagebild.ansicht').set({ name, rolle, geaendert_am: ctx.now }).where('id', '=', id).execute()
    ctx.emit(ansichtGeaendert(id, { rolle, felder }))
  },
})

export const ansichtLoeschen = command({
  name: 'lagebild.ansichtLoeschen', input: Type.Object({ id: Id }, { additionalProperties: false }), allow: can('lagebild.lesen')(),
  async run(ctx, { id }) {
    const { rolle } = await aenderbareAnsicht(ctx.tx, ctx.actor, id)
    await lagebild(ctx.tx).deleteFrom('lagebild.ansicht').where('id', '=', id).execute()
    ctx.emit(ansichtGeloescht(id, { rolle }))
  },
})

/** With which view the Lagebild begins for the actor; null is the usual one. */
export const startansichtSetzen = command({
  name: 'lagebild.startansichtSetzen', input: Type.Object({ id: Type.Union([Id, Type.Null()]) }, { additionalProperties: false }), allow: can('lagebild.lesen')(),
  async run(ctx, { id }) {
    const sichtbar = await ansichtenFuer(ctx.tx, ctx.actor)
    if (id && !sichtbar.some((eine) => eine.id === id)) throw new NotFound()
    const bisher = await lagebild(ctx.tx).selectFrom('lagebild.startansicht').select('ansicht_id').where('konto_id', '=', ctx.actor.id).executeTakeFirst()
    if ((bisher?.ansicht_id ?? null) === id) return ctx.unchanged()
    await lagebild(ctx.tx).deleteFrom('lagebild.startansicht').where('konto_id', '=', ctx.actor.id).execute()
    if (id) await lagebild(ctx.tx).insertInto('lagebild.startansicht').values({ konto_id: ctx.actor.id, ansicht_id: id }).execute()
    ctx.emit(startGesetzt(ctx.actor.id, { ansichtId: id }))
  },
})
