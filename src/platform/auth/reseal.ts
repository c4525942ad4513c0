import { sql } from 'kysely'
import type { App } from '../app.js'
import { purposeKey, resealed } from './tokens.js'

/** A column that keeps secrets sealed with the key of this purpose for longer than a day. */
export interface Geheimnisspalte { readonly tabelle: `${string}.${string}`; readonly spalte: string; readonly zweck: string }

/**
 * Seals every stored secret of a town as it is done today, in one transaction; those that are so already stay as they are.
 * What lives a day at most (codes, sign-ins under way) is left to end. May be repeated.
 * @returns how many secrets there are and how many were sealed anew
 * @throws Error with table and column where a secret cannot be read with this installation's key
 */
export async function resealTown(app: App, mandantId: string): Promise<{ gesamt: number; erneuert: number }> {
  const spalten = app.module.flatMap(({ geheimnisse }) => geheimnisse ?? [])
  return app.db.withMandant(mandantId, async (tx) => {
    let gesamt = 0
    let erneuert = 0
    for (const { tabelle, spalte, zweck } of spalten) {
      const [ort, feld] = [sql.table(tabelle), sql.ref(spalte)]
      const { rows } = await sql<{ ort: string; siegel: Buffer }>`select ctid::text as ort, ${feld} as siegel from ${ort} where ${feld} is not null for update`.execute(tx)
      gesamt += rows.length
      for (const row of rows) {
        const neu = anew(app, row.siegel, zweck, `${tabelle}.${spalte}`)
        if (!neu) continue
        await sql`update ${ort} set ${feld} = ${neu} where ctid = ${row.ort}::tid`.execute(tx)
        erneuert++
      }
    }
    return { gesamt, erneuert }
  })
}

function anew(app: App, siegel: Buffer, zweck: string, wo: string): Buffer | undefined {
  try {
    return resealed(purposeKey(app.masterKey, zweck), siegel)
  } catch (cause) {
    throw new Error(`Ein Geheimnis in ${wo} lässt sich mit dem Hauptschlüssel dieser Installation nicht lesen. Es wurde nichts geändert.`, { cause })
  }
}
