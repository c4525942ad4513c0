import type { App } from '../../../../platform/app.js'
import { endSessionsOf } from '../../../../platform/auth/session.js'
import type { Tx } from '../../../../platform/database/database.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { entwerten } from '../einmalcodes.js'
import { statusGeaendert } from '../events.js'
import { passwortStimmt } from '../geheimnisse.js'

/** Why an account is locked while its owner may still take the deletion back; the sign-in tells the owner so. */
export const LOESCHUNG_BEANTRAGT = 'Löschung beantragt'

/** Does the password belong to the account? Undefined: the account has none. About 30 ms of a core: never inside a transaction. */
export async function kontoPasswortStimmt(app: App, mandantId: string, kontoId: string, passwort: string): Promise<boolean | undefined> {
  const row = await app.db.withMandant(mandantId, (tx) => konten(tx).selectFrom('konten.konto').select('passwort_hash').where('id', '=', kontoId).executeTakeFirst())
  return row?.passwort_hash ? passwortStimmt(passwort, row.passwort_hash) : undefined
}

/** Whether the account has a password at all: who signs in with a passkey or the ID card alone has none. */
export async function kontoHatPasswort(tx: Tx, kontoId: string): Promise<boolean> {
  const row = await konten(tx).selectFrom('konten.konto').select('passwort_hash').where('id', '=', kontoId).executeTakeFirst()
  return Boolean(row?.passwort_hash)
}

/** A citizen wants the account deleted: from this moment nobody gets in. Passkeys and open codes are gone at once. */
export async function kontoStilllegen(ctx: CommandContext, kontoId: string): Promise<void> {
  const { tx } = ctx
  await konten(tx).deleteFrom('konten.passkey').where('konto_id', '=', kontoId).execute()
  await entwerten(tx, kontoId, ['passwort', 'email', 'passkey', 'hinweis'])
  await konten(tx).updateTable('konten.konto').set({ status: 'gesperrt', status_grund: LOESCHUNG_BEANTRAGT }).where('id', '=', kontoId).where('art', '=', 'buerger').execute()
  await endSessionsOf(tx, kontoId)
  ctx.emit(statusGeaendert(kontoId, { alt: 'aktiv', neu: 'gesperrt' }, LOESCHUNG_BEANTRAGT))
}

/** The owner has thought better of it in time. An account that the administration has locked meanwhile stays locked. */
export async function kontoWiederbeleben(ctx: CommandContext, kontoId: string): Promise<boolean> {
  const row = await konten(ctx.tx).updateTable('konten.konto').set({ status: 'aktiv', status_grund: null })
    .where('id', '=', kontoId).where('status', '=', 'gesperrt').where('status_grund', '=', LOESCHUNG_BEANTRAGT).returning('id').executeTakeFirst()
  if (row) ctx.emit(statusGeaendert(kontoId, { alt: 'gesperrt', neu: 'aktiv' }, 'Löschung zurückgenommen'))
  return row !== undefined
}

/** Takes everything personal out of an account. The row stays, because files and events name its id, which says nothing by itself. */
export async function kontoAusloeschen(ctx: CommandContext, kontoId: string): Promise<void> {
  const { tx } = ctx
  await konten(tx).deleteFrom('konten.einmalcode').where('konto_id', '=', kontoId).execute()
  await konten(tx).deleteFrom('konten.passkey').where('konto_id', '=', kontoId).execute()
  await konten(tx).updateTable('konten.konto').set({
    kennung: `geloescht-${kontoId}`, name: 'Gelöschtes Konto', vorname: null, nachname: null, email: null, email_bestaetigt_am: null, telefon: null, passwort_hash: null,
    passwort_geaendert_am: null, totp_siegel: null, totp_aktiv_am: null, letzte_anmeldung_am: null, status: 'ausgeschieden', status_grund: 'Gelöscht',
  }).where('id', '=', kontoId).where('art', '=', 'buerger').execute()
  await endSessionsOf(tx, kontoId)
}
