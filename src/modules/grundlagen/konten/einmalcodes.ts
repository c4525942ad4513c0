import type { App } from '../../../platform/app.js'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { Conflict } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import { konten, type Codeart } from './db/tables.js'
import { hashOf, lesbar } from './domain/schluessel.js'

export interface NeuerCode {
  readonly id?: string
  readonly art: Codeart
  readonly kontoId: string | null
  readonly geheimnisHash: Buffer
  /** Of a short code that may be typed instead; bound to the row by its id. */
  readonly codeHash?: Buffer
  readonly siegel?: Buffer
  /** undefined: until it is used (recovery codes). */
  readonly minuten?: number
}

export interface Einmalcode { readonly id: string; readonly art: Codeart; readonly kontoId: string | null; readonly siegel: Buffer | null }

const MAX_VERSUCHE = 6

export const kurzcodeHash = (id: string, code: string): Buffer => hashOf(`${id}:${lesbar(code)}`)

/** Writes secrets that work once. Technical time: moving the demo's clock must neither open nor close them. */
export async function ausstellen(tx: Tx, codes: readonly NeuerCode[]): Promise<void> {
  const jetzt = Temporal.Now.instant()
  await konten(tx).insertInto('konten.einmalcode').values(codes.map((code) => ({
    id: code.id ?? newId(), art: code.art, konto_id: code.kontoId, geheimnis_hash: code.geheimnisHash, code_hash: code.codeHash ?? null, siegel: code.siegel ?? null,
    gueltig_bis: code.minuten === undefined ? null : jetzt.add({ minutes: code.minuten }), verbraucht_am: null,
  }))).execute()
}

/** An unused code by its secret, without using it up. */
export async function findEinmalcode(tx: Tx, art: Codeart, geheimnis: string, kontoId?: string): Promise<Einmalcode | undefined> {
  let rows = konten(tx).selectFrom('konten.einmalcode').select(['id', 'art', 'konto_id', 'siegel', 'gueltig_bis'])
    .where('geheimnis_hash', '=', hashOf(geheimnis)).where('art', '=', art).where('verbraucht_am', 'is', null)
  if (kontoId) rows = rows.where('konto_id', '=', kontoId)
  const row = await rows.executeTakeFirst()
  return row && gilt(row.gueltig_bis) ? { id: row.id, art: row.art, kontoId: row.konto_id, siegel: row.siegel } : undefined
}

/**
 * Checks what came by link or was typed. Wrong tries are counted in a transaction of their own; after a few the code is dead.
 * @returns undefined when it is wrong, over, used up or dead: all the same to the caller
 */
export async function codePruefen(app: App, mandantId: string, art: Codeart, id: string, eingabe: { schluessel?: string; code?: string }): Promise<Einmalcode | undefined> {
  if (!isUuid(id)) return undefined
  return app.db.withMandant(mandantId, async (tx) => {
    const row = await konten(tx).selectFrom('konten.einmalcode').selectAll().where('id', '=', id).where('art', '=', art).forUpdate().executeTakeFirst()
    if (!row || row.verbraucht_am || !gilt(row.gueltig_bis) || row.versuche >= MAX_VERSUCHE) return undefined
    const stimmt = eingabe.schluessel ? row.geheimnis_hash.equals(hashOf(eingabe.schluessel)) : eingabe.code ? row.code_hash?.equals(kurzcodeHash(id, eingabe.code)) ?? false : false
    if (!stimmt) {
      await konten(tx).updateTable('konten.einmalcode').set({ versuche: row.versuche + 1 }).where('id', '=', id).execute()
      return undefined
    }
    return { id: row.id, art: row.art, kontoId: row.konto_id, siegel: row.siegel }
  })
}

const gilt = (bis: Temporal.Instant | null): boolean => !bis || Temporal.Instant.compare(bis, Temporal.Now.instant()) > 0

/** Uses a code up inside the command that does what it is for. Of two at once one wins. What it held is gone from then on. */
export async function verbrauchen(tx: Tx, id: string): Promise<void> {
  const row = await konten(tx).updateTable('konten.einmalcode').set({ verbraucht_am: Temporal.Now.instant(), siegel: null })
    .where('id', '=', id).where('verbraucht_am', 'is', null).returning('id').executeTakeFirst()
  if (!row) throw new Conflict('konten.codeVerbraucht', 'Dieser Link oder Code wurde schon benutzt. Bitte fordern Sie einen neuen an.')
}

/** Makes open codes of a kind worthless, for instance the earlier mails when a newer one has been used. */
export async function entwerten(tx: Tx, kontoId: string, arten: readonly Codeart[]): Promise<void> {
  await konten(tx).updateTable('konten.einmalcode').set({ verbraucht_am: Temporal.Now.instant(), siegel: null })
    .where('konto_id', '=', kontoId).where('art', 'in', arten).where('verbraucht_am', 'is', null).execute()
}
