import { createHash } from 'node:crypto'
import type { Tx } from '../../../../platform/database/database.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { rollenbildVon } from '../../../grundlagen/organisation/index.js'
import { planung } from '../db/tables.js'

export const hashVon = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * Who is behind a secret address, with the rights of today: whoever left or lost the role gets nothing more, without anybody
 * having to think of the address. Rights from standing in for somebody do not count here.
 */
export async function personHinter(tx: Tx, mandantId: string, token: string, today: Temporal.PlainDate): Promise<Actor | undefined> {
  const zugang = await planung(tx).selectFrom('planung.kalenderzugang').select('konto_id').where('token_hash', '=', hashVon(token)).executeTakeFirst()
  if (!zugang) return undefined
  const konto = (await kontenById(tx, [zugang.konto_id])).get(zugang.konto_id)
  if (konto?.art !== 'personal' || konto.status !== 'aktiv') return undefined
  const { zuweisungen, stufe } = await rollenbildVon(tx, konto.id, today)
  return { art: 'personal', mandantId, id: konto.id, name: konto.name, stufe, zuweisungen: zuweisungen.filter(({ vertretungFuer }) => !vertretungFuer) }
}
