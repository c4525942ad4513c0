import { createHash, createHmac } from 'node:crypto'
import { Type } from 'typebox'
import type { App } from '../../../../platform/app.js'
import { purposeKey } from '../../../../platform/auth/tokens.js'
import { job } from '../../../../platform/jobs/job.js'
import { MailError } from '../../../../platform/mail/index.js'
import { adresseVon } from '../../../../platform/tenancy/adresse.js'
import { newId } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { antragById, lockAntrag, type Antrag } from '../antrag.js'
import { antraege } from '../db/tables.js'
import { gastBenachrichtigt } from '../events.js'
import { gasttext, type Anlass } from './texte.js'

/** How long the link of a mail opens the application; each mail begins anew. */
export const LINK_TAGE = 90

/** The same for every mail about one application, so that an older mail still opens it; useless without the master key. */
export const gastschluessel = (app: App, mandantId: string, antragId: string): string =>
  createHmac('sha256', purposeKey(app.masterKey, 'gastzugang')).update(`${mandantId}:${antragId}`).digest('base64url')

export const hashVon = (schluessel: string): Buffer => createHash('sha256').update(schluessel).digest()

/** Tells an applicant without an account, if there is an address. Sent by a job after the commit. */
export function gastBenachrichtigen(ctx: CommandContext, antrag: Pick<Antrag, 'id' | 'inhaber' | 'kontakt'>, anlass: Anlass): void {
  if (antrag.inhaber?.art === 'gast' && antrag.kontakt.email) ctx.enqueue(gastmailSenden, { antragId: antrag.id, anlass, mailId: newId() })
}

/** Sends the mail with the link that opens the application. What the mail server refuses for good is on record and does not go on (A7-07). */
export const gastmailSenden = job<{ antragId: string; anlass: Anlass; mailId: string }>({
  name: 'antraege.gastmailSenden', gleichzeitig: 2,
  async run({ app, mandantId, actor }, { antragId, anlass, mailId }) {
    const mandant = app.mandanten.byId(mandantId)
    const antrag = await app.db.withMandant(mandantId, (tx) => antragById(tx, antragId))
    if (!mandant || antrag?.inhaber?.art !== 'gast' || !antrag.kontakt.email) return
    const schluessel = gastschluessel(app, mandantId, antragId)
    await app.execute(actor, gastzugangOeffnen, { antragId, schluesselHash: hashVon(schluessel).toString('hex') })
    const link = adresseVon(app, mandantId, `/antraege/${antragId}/oeffnen?schluessel=${schluessel}`)
    const text = gasttext(anlass, antrag.sprache, { stadt: mandant.name, vorgangsnummer: antrag.vorgangsnummer, link, telefon: mandant.profil.telefon })
    const ergebnis = await app.mail.send(mandantId, { to: { address: antrag.kontakt.email, name: antrag.kontakt.name }, ...text, messageId: `<gast-${mailId}@${mandant.schluessel}.stadtkern>`, autoSubmitted: 'auto-generated' })
      .then(() => 'verschickt' as const)
      .catch((error: unknown) => { if (error instanceof MailError && error.code !== 'voruebergehend') return 'gescheitert' as const; throw error })
    await app.execute(actor, gastmailVermerken, { antragId, anlass, ergebnis }, { schluessel: mailId })
  },
})

/** Lets the link of the mail open the application for its time. */
export const gastzugangOeffnen = command({
  name: 'antraege.gastzugangOeffnen',
  input: Type.Object({ antragId: Id, schluesselHash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { antragId, schluesselHash }) {
    await antraege(ctx.tx).updateTable('antraege.antrag').set({ gast_schluessel: Buffer.from(schluesselHash, 'hex'), gast_bis: ctx.today.add({ days: LINK_TAGE }) }).where('id', '=', antragId).execute()
    // What happened is that a mail goes out; that has its own event.
    ctx.unchanged()
  },
})

/** On record: that a mail went out, or could not, and why it was written. Never its address. */
export const gastmailVermerken = command({
  name: 'antraege.gastmailVermerken',
  input: Type.Object({ antragId: Id, anlass: Type.Enum(['eingang', 'rueckfrage', 'nachricht', 'entscheidung']), ergebnis: Type.Enum(['verschickt', 'gescheitert']) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { antragId, anlass, ergebnis }) {
    const antrag = await lockAntrag(ctx.tx, { id: antragId })
    ctx.emit(gastBenachrichtigt(antragId, antrag.vorgangId, { anlass, ergebnis }))
  },
})
