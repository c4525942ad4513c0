import { tables, type Database } from '../database/database.js'
import type { PlatformTables } from '../database/tables.js'

const platform = tables<PlatformTables>

export interface DemoMail { readonly id: string; readonly empfaenger: string; readonly betreff: string; readonly inhalt: string; readonly eingegangenAm: Temporal.Instant }

export interface DemoMailFrage {
  /** Only mails to this address. */
  readonly an?: string
  /** Only mails before this one. */
  readonly vor?: string
  readonly limit?: number
}

/** The newest caught mails of a town, newest first. */
export async function caughtMails(db: Database, mandantId: string, { an, vor, limit = 100 }: DemoMailFrage = {}): Promise<DemoMail[]> {
  const rows = await db.withMandant(mandantId, async (tx) => {
    let liste = platform(tx).selectFrom('platform.demomail').selectAll()
    if (an) liste = liste.where('empfaenger', '=', an)
    if (vor) liste = liste.where('id', '<', vor)
    return liste.orderBy('id', 'desc').limit(limit).execute()
  })
  return rows.map(({ eingegangen_am: eingegangenAm, id, empfaenger, betreff, inhalt }) => ({ id, empfaenger, betreff, inhalt, eingegangenAm }))
}

export async function caughtMail(db: Database, mandantId: string, id: string): Promise<DemoMail | undefined> {
  const row = await db.withMandant(mandantId, (tx) => platform(tx).selectFrom('platform.demomail').selectAll().where('id', '=', id).executeTakeFirst())
  return row && { id: row.id, empfaenger: row.empfaenger, betreff: row.betreff, inhalt: row.inhalt, eingegangenAm: row.eingegangen_am }
}

/** Who got mail, in alphabetical order. */
export async function caughtRecipients(db: Database, mandantId: string): Promise<string[]> {
  const rows = await db.withMandant(mandantId, (tx) => platform(tx).selectFrom('platform.demomail').select('empfaenger').distinct().orderBy('empfaenger').limit(500).execute())
  return rows.map(({ empfaenger }) => empfaenger)
}
