import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../../platform/database/database.js'
import { Conflict } from '../../../../platform/errors.js'
import type { Leistungsfassung } from '../../../grundlagen/leistungen/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { onlineantrag, type OnlineantragTables } from '../db/tables.js'
import type { Entwurf } from '../domain/entwurf.js'
import { noetigeZustimmung, type Zustimmende, type Zustimmungsart } from '../domain/vertretung.js'

export type Zustimmung = Selectable<OnlineantragTables['onlineantrag.zustimmung']>

export const zustimmungZu = (tx: Tx, entwurfId: string): Promise<Zustimmung | undefined> =>
  onlineantrag(tx).selectFrom('onlineantrag.zustimmung').selectAll().where('entwurf_id', '=', entwurfId).executeTakeFirst()

export const findZustimmung = async (tx: Tx, id: string, geheimnisHash: Buffer): Promise<Zustimmung | undefined> =>
  (isUuid(id) ? onlineantrag(tx).selectFrom('onlineantrag.zustimmung').selectAll().where('id', '=', id).where('geheimnis_hash', '=', geheimnisHash).executeTakeFirst() : undefined)

/** The consent that the declaration needs, for exactly this version of it; undefined where none is needed. @throws Conflict where it is missing */
export async function gueltigeZustimmung({ tx }: Pick<CommandContext, 'tx'>, entwurf: Entwurf, version: Leistungsfassung): Promise<(Zustimmende & { art: Zustimmungsart; am: string }) | undefined> {
  const art = noetigeZustimmung(entwurf.vertretung, version.stammdaten.vertretung)
  if (!art) return undefined
  const zustimmung = await zustimmungZu(tx, entwurf.id)
  if (zustimmung?.ergebnis !== 'zugestimmt' || zustimmung.stand !== entwurf.version || !zustimmung.person || !zustimmung.entschieden_am) {
    throw new Conflict('onlineantrag.zustimmungFehlt', 'Zu diesem Antrag fehlt noch eine Zustimmung. Ihr Entwurf bleibt erhalten.')
  }
  return { ...zustimmung.person, art, am: zustimmung.entschieden_am.toString() }
}
