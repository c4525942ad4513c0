import { Type } from 'typebox'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { leistungen } from '../db/tables.js'
import { luecken } from '../domain/stammdaten.js'
import { leistungVeroeffentlicht, leistungZurueckgezogen } from '../events.js'
import { erhoeheKatalogstand } from '../katalogstand.js'

/** Makes a version public instead of the one before. Refused with the list of gaps (A1-01). */
export const leistungVeroeffentlichen = command({
  name: 'leistungen.leistungVeroeffentlichen',
  input: Type.Object({ versionId: Id }, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run(ctx, { versionId }) {
    const version = await leistungen(ctx.tx).selectFrom('leistungen.version').select(['leistung_id', 'stammdaten', 'formular', 'gebuehr'])
      .where('id', '=', versionId).executeTakeFirst()
    if (!version) throw new NotFound()
    const dateien = await leistungen(ctx.tx).selectFrom('leistungen.datei').select('name').where('version_id', '=', versionId).execute()
    const fehlt = luecken(version.stammdaten, { gebuehr: version.gebuehr !== null, online: version.formular !== null }).map(({ feld, text }) => ({ feld, text }))
    for (const datei of version.formular ? ['verfahren.bpmn', 'gebuehr.yaml'] : []) {
      if (!dateien.some(({ name }) => name === datei)) fehlt.push({ feld: datei, text: `Es fehlt: die Datei ${datei}.` })
    }
    if (fehlt.length > 0) throw new Invalid(fehlt, 'Diese Version hat noch Lücken und kann nicht veröffentlicht werden.')
    if (!(await veroeffentliche(ctx, version.leistung_id, versionId))) ctx.unchanged()
  },
})

/** Takes a service off the portal. Running applications go on. */
export const leistungZurueckziehen = command({
  name: 'leistungen.leistungZurueckziehen',
  input: Type.Object({ leistungId: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run(ctx, { leistungId, grund }) {
    const row = await leistungen(ctx.tx).selectFrom('leistungen.leistung').select(['schluessel', 'version_id']).where('id', '=', leistungId).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (!row.version_id) return ctx.unchanged()
    await beende(ctx, leistungId, grund)
    await leistungen(ctx.tx).updateTable('leistungen.leistung').set({ version_id: null }).where('id', '=', leistungId).execute()
    await erhoeheKatalogstand(ctx.tx)
    ctx.emit(leistungZurueckgezogen(leistungId, { schluessel: row.schluessel, versionId: row.version_id }, grund))
  },
})

/** @returns false when this version is public already */
export async function veroeffentliche(ctx: CommandContext, leistungId: string, versionId: string): Promise<boolean> {
  const { tx, now } = ctx
  const leistung = await leistungen(tx).selectFrom('leistungen.leistung').select(['schluessel', 'version_id']).where('id', '=', leistungId).forUpdate().executeTakeFirstOrThrow()
  if (leistung.version_id === versionId) return false
  const { version } = await leistungen(tx).selectFrom('leistungen.version').select('version').where('id', '=', versionId).executeTakeFirstOrThrow()
  await beende(ctx, leistungId, null)
  await leistungen(tx).insertInto('leistungen.veroeffentlichung').values({ id: newId(), leistung_id: leistungId, version_id: versionId, von: now, bis: null, grund: null }).execute()
  await leistungen(tx).updateTable('leistungen.leistung').set({ version_id: versionId }).where('id', '=', leistungId).execute()
  await erhoeheKatalogstand(tx)
  ctx.emit(leistungVeroeffentlicht(leistungId, { schluessel: leistung.schluessel, versionId, version }))
  return true
}

async function beende({ tx, now }: CommandContext, leistungId: string, grund: string | null): Promise<void> {
  await leistungen(tx).updateTable('leistungen.veroeffentlichung').set({ bis: now, grund }).where('leistung_id', '=', leistungId).where('bis', 'is', null).execute()
}
