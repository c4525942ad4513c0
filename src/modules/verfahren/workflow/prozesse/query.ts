import { sql } from 'kysely'
import { Type } from 'typebox'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { workflow } from '../db/tables.js'
import type { Incident, InstanceStatus, ProcessModel } from '../domain/index.js'

const allow = can('prozess.verwalten')
const mitId = Type.Object({ id: Type.String({ maxLength: 60 }) }, { additionalProperties: false })

export interface Modellzeile { readonly id: string; readonly schluessel: string; readonly version: number; readonly name: string; readonly freigegebenAm: Temporal.Instant; readonly laufend: number; readonly beendet: number; readonly stoerungen: number }
export interface Stoerungszeile { readonly id: string; readonly instanzId: string; readonly vorgangsnummer: string | null; readonly name: string; readonly stoerung: Incident }
export interface Instanzzeile { readonly id: string; readonly vorgangsnummer: string | null; readonly status: InstanceStatus; readonly begonnenAm: Temporal.Instant; readonly beendetAm: Temporal.Instant | null; readonly wartet: readonly string[] }

const SEITE = 50

/** Released models with what runs on each version, and what stands still. Shows no content of a Vorgang, only its number. */
export const prozessliste = query({
  name: 'workflow.prozessliste', input: Type.Object({}), allow: allow(),
  async run({ tx }): Promise<{ modelle: Modellzeile[]; stoerungen: Stoerungszeile[] }> {
    const { rows: modelle } = await sql<Modellzeile>`
      select m.id, m.schluessel, m.version, m.name, m.freigegeben_am as "freigegebenAm", coalesce(i.laufend, 0)::int as laufend, coalesce(i.beendet, 0)::int as beendet, coalesce(s.anzahl, 0)::int as stoerungen
      from workflow.modell m
      left join (select modell_id, count(*) filter (where status = 'active') as laufend, count(*) filter (where status <> 'active') as beendet from workflow.instanz group by modell_id) i on i.modell_id = m.id
      left join (select i.modell_id, count(*) as anzahl from workflow.stoerung s join workflow.instanz i on i.id = s.instanz_id group by i.modell_id) s on s.modell_id = m.id
      order by m.name, m.schluessel, m.version desc`.execute(tx)
    const { rows: stoerungen } = await sql<Stoerungszeile>`
      select s.id, s.instanz_id as "instanzId", i.kontext->>'vorgangsnummer' as vorgangsnummer, m.name, s.zeile as stoerung
      from workflow.stoerung s join workflow.instanz i on i.id = s.instanz_id join workflow.modell m on m.id = i.modell_id order by s.instanz_id limit 200`.execute(tx)
    return { modelle, stoerungen }
  },
})

export interface Modellansicht { readonly id: string; readonly name: string; readonly schluessel: string; readonly version: number; readonly freigegebenAm: Temporal.Instant; readonly modell: ProcessModel; readonly xml: string }

async function ladeModell(tx: Parameters<typeof workflow>[0], id: string): Promise<Modellansicht> {
  const row = isUuid(id) ? await workflow(tx).selectFrom('workflow.modell').selectAll().where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('workflow.modellUnbekannt', 'Dieses Verfahren gibt es nicht.')
  return { id, name: row.name, schluessel: row.schluessel, version: row.version, freigegebenAm: row.freigegeben_am, modell: row.modell, xml: row.xml }
}

/** One version: how many instances wait at each step, and its instances, newest first. */
export const modellAnsehen = query({
  name: 'workflow.modellAnsehen', allow: allow(), input: Type.Object({ id: Type.String({ maxLength: 60 }), nach: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }),
  async run({ tx }, { id, nach }) {
    const ansicht = await ladeModell(tx, id)
    const { rows: stand } = await sql<{ knoten: string; anzahl: number; gestoert: number }>`
      select t.knoten, count(*)::int as anzahl, count(*) filter (where t.zustand = 'incident')::int as gestoert from workflow.token t join workflow.instanz i on i.id = t.instanz_id
      where i.modell_id = ${id} and i.status = 'active' and t.zustand not in ('scope', 'multi') group by t.knoten`.execute(tx)
    const { rows: instanzen } = await sql<Instanzzeile>`
      select i.id, i.kontext->>'vorgangsnummer' as vorgangsnummer, i.status, i.begonnen_am as "begonnenAm", i.beendet_am as "beendetAm",
        coalesce((select jsonb_agg(t.knoten) from workflow.token t where t.instanz_id = i.id and t.zustand not in ('scope', 'multi')), '[]') as wartet
      from workflow.instanz i where i.modell_id = ${id} ${isUuid(nach) ? sql`and i.id < ${nach}` : sql``} order by i.id desc limit ${SEITE + 1}`.execute(tx)
    return { ...ansicht, stand, instanzen: instanzen.slice(0, SEITE), weiter: instanzen.length > SEITE ? instanzen[SEITE - 1]?.id : undefined }
  },
})

/** One instance: where it stands, the way it took, what failed. */
export const instanzAnsehen = query({
  name: 'workflow.instanzAnsehen', allow: allow(), input: mitId,
  async run({ tx }, { id }) {
    const instanz = isUuid(id) ? await workflow(tx).selectFrom('workflow.instanz').selectAll().where('id', '=', id).executeTakeFirst() : undefined
    if (!instanz) throw new NotFound('workflow.instanzUnbekannt', 'Dieses Verfahren gibt es nicht.')
    return {
      ...await ladeModell(tx, instanz.modell_id), instanzId: id, status: instanz.status, vorgangsnummer: instanz.kontext.vorgangsnummer ?? null, elternId: instanz.eltern_id, begonnenAm: instanz.begonnen_am, beendetAm: instanz.beendet_am,
      token: await workflow(tx).selectFrom('workflow.token').select(['knoten', 'zustand']).where('instanz_id', '=', id).where('zustand', 'not in', ['scope', 'multi']).orderBy('id').execute(),
      stoerungen: (await workflow(tx).selectFrom('workflow.stoerung').select('zeile').where('instanz_id', '=', id).orderBy('id').execute()).map(({ zeile }) => zeile),
      zeitgeber: await workflow(tx).selectFrom('workflow.zeitgeber').select(['zeile', 'faellig_am']).where('instanz_id', '=', id).orderBy('faellig_am').execute(),
      verlauf: await workflow(tx).selectFrom('workflow.verlauf').select(['knoten', 'was', 'zeitpunkt']).where('instanz_id', '=', id).orderBy('lfd').limit(1000).execute(),
    }
  },
})
