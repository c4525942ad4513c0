import { Type } from 'typebox'
import { sql } from 'kysely'
import { NotFound } from '../../../../platform/errors.js'
import { buerger, inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { dokumenteById, vorgaengeById } from '../../akten/index.js'
import { ausgang } from '../db/tables.js'
import { anNachricht } from '../lesen.js'

const SEITE = 20

export interface Postfachzeile { readonly id: string; readonly betreff: string; readonly vorgangsnummer: string; readonly am: Temporal.Instant; readonly ungelesen: boolean; readonly anlagen: number }
export interface Postfach { readonly zeilen: readonly Postfachzeile[]; readonly ungelesen: number; readonly weiter?: string }

/** The own mailbox, unread first, then newest first. `ab` is the key of the last row before: '0.<id>' or '1.<id>'. */
export const postfachLesen = query({
  name: 'ausgang.postfachLesen',
  input: Type.Object({ zeigen: Type.Enum(['alle', 'ungelesen']), ab: Type.Optional(Type.String({ pattern: '^[01]\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })) }, { additionalProperties: false }),
  allow: buerger(),
  async run({ tx, actor }, { zeigen, ab }): Promise<Postfach> {
    let liste = ausgang(tx).selectFrom('ausgang.nachricht').select(['id', 'betreff', 'vorgang_id', 'bereitgestellt_am', 'gelesen', 'dokument_ids']).where('konto_id', '=', actor.id)
    if (zeigen === 'ungelesen') liste = liste.where('gelesen', '=', 0)
    if (ab) {
      const gelesen = Number(ab[0])
      const id = ab.slice(2)
      liste = liste.where((where) => where.or([where('gelesen', '>', gelesen), where.and([where('gelesen', '=', gelesen), where('id', '<', id)])]))
    }
    const rows = await liste.orderBy('gelesen').orderBy('id', 'desc').limit(SEITE + 1).execute()
    const { rows: [zahl] } = await sql<{ n: number }>`select count(*)::int as n from ausgang.nachricht where konto_id = ${actor.id} and gelesen = 0`.execute(tx)
    const zeilen = rows.slice(0, SEITE)
    const vorgaenge = await vorgaengeById(tx, zeilen.map((row) => row.vorgang_id))
    const letzte = zeilen.at(-1)
    return {
      zeilen: zeilen.map((row) => ({ id: row.id, betreff: row.betreff, vorgangsnummer: vorgaenge.get(row.vorgang_id)?.vorgangsnummer ?? '', am: row.bereitgestellt_am, ungelesen: row.gelesen === 0, anlagen: row.dokument_ids.length })),
      ungelesen: zahl?.n ?? 0, ...(rows.length > SEITE && letzte ? { weiter: `${letzte.gelesen}.${letzte.id}` } : {}),
    }
  },
})

export interface Anlage { readonly id: string; readonly betreff: string; readonly dateiname: string; readonly mime: string; readonly size: number; readonly sha256: string; readonly datum: Temporal.PlainDate }
export interface Nachricht {
  readonly id: string; readonly betreff: string; readonly text: string; readonly am: Temporal.Instant; readonly abgerufenAm: Temporal.Instant | null
  /** Provision ended unused: the documents can no longer be fetched. */
  readonly beendetAm: Temporal.Instant | null
  readonly vorgangsnummer: string; readonly vorgang: string; readonly anlagen: readonly Anlage[]
}

/** One message with its documents: of a Sendung the version that was sent, whatever became of the document (D3-12). */
export const nachrichtLesen = query({
  name: 'ausgang.nachrichtLesen', input: Type.Object({ nachrichtId: Id }, { additionalProperties: false }),
  allow: inhaber<{ nachrichtId: string }>(anNachricht),
  async run({ tx }, { nachrichtId }): Promise<Nachricht> {
    const row = await ausgang(tx).selectFrom('ausgang.nachricht as n').leftJoin('ausgang.sendung as s', (join) => join.onRef('s.mandant_id', '=', 'n.mandant_id').onRef('s.id', '=', 'n.sendung_id'))
      .selectAll('n').select('s.dokument_hash').where('n.id', '=', nachrichtId).executeTakeFirst()
    if (!row) throw new NotFound()
    const vorgang = (await vorgaengeById(tx, [row.vorgang_id])).get(row.vorgang_id)
    const dokumente = row.beendet_am ? new Map() : await dokumenteById(tx, row.dokument_ids)
    return {
      id: row.id, betreff: row.betreff, text: row.text, am: row.bereitgestellt_am, abgerufenAm: row.abgerufen_am, beendetAm: row.beendet_am,
      vorgangsnummer: vorgang?.vorgangsnummer ?? '', vorgang: vorgang?.betreff ?? '',
      anlagen: row.dokument_ids.flatMap((id) => {
        const dokument = dokumente.get(id)
        const datei = dokument?.versionen.find((version: { sha256: string }) => version.sha256 === row.dokument_hash) ?? dokument?.datei
        return dokument && datei && datei.pruefstatus !== 'befallen' ? [{ id, betreff: dokument.betreff, dateiname: datei.dateiname, mime: datei.mime, size: datei.size, sha256: datei.sha256, datum: dokument.datum }] : []
      }),
    }
  },
})
