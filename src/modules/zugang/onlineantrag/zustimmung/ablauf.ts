import { createHash, randomBytes } from 'node:crypto'
import type { RequestContext } from '../../../../platform/http/route.js'
import { newId } from '../../../../platform/time/index.js'
import { zustimmungErbitten } from './command.js'
import { zustimmungVersiegeln } from './senden.js'

export const geheimnisHash = (geheimnis: string): Buffer => createHash('sha256').update(geheimnis).digest()

/** Asks for the consent that the draft needs; the secret of the link is made here, outside the transaction. */
export async function erbitten(c: RequestContext, entwurfId: string, stand: number): Promise<void> {
  const geheimnis = randomBytes(32).toString('base64url')
  await c.execute(zustimmungErbitten, { entwurfId, stand, sprache: c.sprache, id: newId(), geheimnisHash: geheimnisHash(geheimnis).toString('hex'), siegel: zustimmungVersiegeln(c.app, geheimnis) })
}
