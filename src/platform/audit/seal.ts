import { sql, type RawBuilder } from 'kysely'
import type { App } from '../app.js'
import { tables, type Tx } from '../database/database.js'
import type { Recurring } from '../jobs/job.js'
import { verifyStamps } from './stamping.js'
import { chainHash, leafHash, merkleRoot } from './merkle.js'

interface SealTables {
  'platform.siegel': { nr: bigint; von_xid: string; bis_xid: string; anzahl: number; wurzel: Buffer; vorgaenger: Buffer | null; kette: Buffer; zeitstempel: Buffer | null }
}
const seals = tables<SealTables>

/** How many events one seal covers at most; a proof of one event then needs 17 hashes. */
const MAX_LEAVES = 100_000

// The row as text, from the database alone: what is verified later is computed by the same expression.
const leafText = sql<string>`jsonb_build_array(e.id, e.typ, e.objekt_art, e.objekt_id, e.vorgang_id, e.akteur_art, e.akteur_id, e.fuer_id, e.befehl, e.grund, e.daten, e.korrelation, e.ip_klasse, e.zeitpunkt, e.created_at)::text`

// The hash of a leaf as `leafHash` makes it: 32 bytes come over the wire instead of the whole row. Verifying reads the rows and hashes itself.
const leafHashed = sql<Buffer>`sha256('\\x00'::bytea || convert_to(${leafText}, 'UTF8'))`

async function leavesBetween<T>(tx: Tx, leaf: RawBuilder<T>, after: string, until: string, limit: number): Promise<{ xid: string; leaf: T }[]> {
  const { rows } = await sql<{ xid: string; leaf: T }>`
    select e.xid::text as xid, ${leaf} as leaf from platform.ereignis e
    where e.xid > ${after}::xid8 and e.xid <= ${until}::xid8 order by e.xid, e.id limit ${limit}`.execute(tx)
  return rows
}

/** Seals what no open transaction can add to any more. Gives the number of events sealed now. */
export async function sealEvents(tx: Tx): Promise<number> {
  const last = await seals(tx).selectFrom('platform.siegel').selectAll().orderBy('nr', 'desc').limit(1).executeTakeFirst()
  const { rows: [horizon] } = await sql<{ xid: string }>`select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1 + versatz)::text as xid from platform.xid_versatz`.execute(tx)
  let events = await leavesBetween(tx, leafHashed, last?.bis_xid ?? '0', horizon?.xid ?? '0', MAX_LEAVES + 1)
  if (events.length > MAX_LEAVES) {
    // A transaction is sealed whole: the seal ends before the one that would be cut.
    const cut = events[MAX_LEAVES]!.xid
    const whole = events.filter((event) => event.xid !== cut)
    // One that is larger than a seal is sealed by one of its own.
    events = whole.length > 0 ? whole : await leavesBetween(tx, leafHashed, last?.bis_xid ?? '0', cut, Number.MAX_SAFE_INTEGER)
  }
  const [first, end] = [events[0], events.at(-1)]
  if (!first || !end) return 0
  const wurzel = merkleRoot(events.map((event) => event.leaf))
  await seals(tx).insertInto('platform.siegel').values({
    nr: (last?.nr ?? 0n) + 1n, von_xid: first.xid, bis_xid: end.xid, anzahl: events.length, wurzel,
    vorgaenger: last?.kette ?? null, kette: chainHash(last?.kette ?? null, wurzel, events.length), zeitstempel: null,
  } as never).execute()
  return events.length
}

export interface Problem { readonly kind: 'siegel' | 'dokument' | 'kette' | 'zeitstempel'; readonly object: string; readonly text: string }
export interface Pruefergebnis { readonly ok: boolean; readonly events: number; readonly sealedUntil: string | null; readonly problems: readonly Problem[] }

/** Computes every seal again from the rows and follows the chain. Finds rows changed, removed or slipped in. */
export async function verifySeals(tx: Tx): Promise<Pruefergebnis> {
  const problems: Problem[] = []
  let before: Buffer | null = null
  let after = '0'
  let nr = 1n
  let sealedUntil: string | null = null
  for (;;) {
    const { rows: [seal] } = await sql<{ bis_xid: string; anzahl: number; wurzel: Buffer; kette: Buffer; vorgaenger: Buffer | null; erstellt_am: Temporal.Instant }>`
      select bis_xid::text as bis_xid, anzahl, wurzel, kette, vorgaenger, erstellt_am from platform.siegel where nr = ${nr}`.execute(tx)
    if (!seal) break
    const events = await leavesBetween(tx, leafText, after, seal.bis_xid, seal.anzahl + 1_000_000)
    const object = `siegel ${nr}`
    if (events.length !== seal.anzahl) problems.push({ kind: 'siegel', object, text: `Das Siegel umfasst ${seal.anzahl} Einträge, gefunden wurden ${events.length}.` })
    else if (!merkleRoot(events.map((event) => leafHash(event.leaf))).equals(seal.wurzel)) problems.push({ kind: 'siegel', object, text: 'Mindestens ein Eintrag wurde nach dem Versiegeln verändert.' })
    if (!chainHash(before, seal.wurzel, seal.anzahl).equals(seal.kette) || (before ? !seal.vorgaenger?.equals(before) : seal.vorgaenger !== null)) problems.push({ kind: 'kette', object, text: 'Die Kette der Siegel ist hier unterbrochen.' })
    before = seal.kette
    after = seal.bis_xid
    sealedUntil = seal.erstellt_am.toString()
    nr++
  }
  const { rows: [{ max, count } = { max: null, count: 0 }] } = await sql<{ max: bigint | null; count: number }>`select (select max(nr) from platform.siegel) as max, (select count(*)::int from platform.ereignis) as count`.execute(tx)
  if (max !== null && max >= nr) problems.push({ kind: 'kette', object: `siegel ${nr}`, text: 'In der Kette der Siegel fehlt ein Glied.' })
  problems.push(...await verifyStamps(tx))
  return { ok: problems.length === 0, events: count, sealedUntil, problems }
}

/** Seals every minute; proof costs the writers nothing. */
export const sealing: Recurring = {
  name: 'platform.versiegeln', alleSekunden: 60,
  async run({ app, mandantId }) {
    const count = await app.db.withMandant(mandantId, sealEvents)
    if (count > 0) app.log.info('siegel', { mandant: mandantId, anzahl: count })
  },
}

export const verifyTown = (app: App, mandantId: string): Promise<Pruefergebnis> => app.db.withMandant(mandantId, verifySeals)
