import { sql } from 'kysely'
import type { Tx } from '../database/database.js'
import type { Recurring } from '../jobs/job.js'
import type { Problem } from './seal.js'
import { fetchStamp, imprintOf, readToken } from './timestamp.js'

/** The newest seal, unless it has its time stamp already. */
async function unstamped(tx: Tx): Promise<{ nr: bigint; kette: Buffer } | undefined> {
  const { rows: [seal] } = await sql<{ nr: bigint; kette: Buffer; da: boolean }>`
    select s.nr, s.kette, exists (select 1 from platform.zeitstempel z where z.siegel_nr = s.nr) as da from platform.siegel s order by s.nr desc limit 1`.execute(tx)
  return seal && !seal.da ? seal : undefined
}

/** Every ten minutes, where an authority is configured: a time stamp over the newest seal, and so over all before it. */
export const stamping: Recurring = {
  name: 'platform.zeitstempel', alleSekunden: 600,
  async run({ app, mandantId, signal }) {
    const { url } = app.config.tsa
    const seal = url && await app.db.withMandant(mandantId, unstamped)
    if (!url || !seal) return
    const { token, nonce, zeit } = await fetchStamp(url, seal.kette, signal)
    await app.db.withMandant(mandantId, (tx) => sql`
      insert into platform.zeitstempel (mandant_id, siegel_nr, token, nonce, zeit) values (${mandantId}, ${seal.nr}, ${token}, ${String(nonce)}, ${zeit.toString()})
      on conflict do nothing`.execute(tx))
    app.log.info('zeitstempel', { mandant: mandantId, siegel: String(seal.nr) })
  },
}

/** Every stored token has to be one over the seal it stands at, for the request that we made, from the time we noted. */
export async function verifyStamps(tx: Tx): Promise<Problem[]> {
  const { rows } = await sql<{ nr: bigint; token: Buffer; nonce: string; zeit: Temporal.Instant; kette: Buffer }>`
    select z.siegel_nr as nr, z.token, z.nonce, z.zeit, s.kette from platform.zeitstempel z join platform.siegel s on s.nr = z.siegel_nr and s.mandant_id = z.mandant_id order by z.siegel_nr`.execute(tx)
  return rows.flatMap(({ nr, token, nonce, zeit, kette }) => {
    const text = complaint(token, nonce, zeit, imprintOf(kette))
    return text ? [{ kind: 'zeitstempel' as const, object: `siegel ${nr}`, text }] : []
  })
}

function complaint(token: Buffer, nonce: string, zeit: Temporal.Instant, imprint: Buffer): string | undefined {
  try {
    const stamp = readToken(token)
    if (!stamp.imprint.equals(imprint)) return 'Der Zeitstempel gehört zu einem anderen Siegel.'
    if (String(stamp.nonce) !== nonce || stamp.zeit.epochMilliseconds !== zeit.epochMilliseconds) return 'Der Zeitstempel ist nicht der, der angefordert wurde.'
    return undefined
  } catch (error) {
    if (error instanceof RangeError) return 'Der Zeitstempel ist unlesbar.'
    throw error
  }
}
