import { purposeKey, seal, unseal } from '../../../../platform/auth/tokens.js'
import type { App } from '../../../../platform/app.js'
import { job } from '../../../../platform/jobs/job.js'
import { adresseVon } from '../../../../platform/tenancy/adresse.js'
import { formatInstant } from '../../../../platform/time/index.js'
import { identitaet } from '../db/tables.js'

const schluessel = (app: App) => purposeKey(app.masterKey, 'identitaet.einladung')
/** The secret of the link, sealed for the job: the queue's tables hold no usable link either. */
export const einladungVersiegeln = (app: App, geheimnis: string): string => seal(schluessel(app), geheimnis).toString('base64')

/** Mails an invitation, unless it is over meanwhile. */
export const einladungSenden = job<{ einladungId: string; siegel: string }>({
  name: 'identitaet.einladungSenden', gleichzeitig: 2,
  async run({ app, mandantId }, { einladungId, siegel }) {
    const row = await app.db.withMandant(mandantId, (tx) => identitaet(tx).selectFrom('identitaet.einladung as e')
      .innerJoin('identitaet.unternehmen as u', (join) => join.onRef('u.mandant_id', '=', 'e.mandant_id').onRef('u.konto_id', '=', 'e.unternehmen_id'))
      .select(['e.email', 'e.gueltig_bis', 'u.name']).where('e.id', '=', einladungId).where('e.beendet_am', 'is', null).executeTakeFirst())
    const mandant = app.mandanten.byId(mandantId)
    if (!row || !mandant) return
    const url = adresseVon(app, mandantId, `/konto/einladung/${einladungId}?schluessel=${unseal(schluessel(app), Buffer.from(siegel, 'base64'))}`)
    await app.mail.send(mandantId, {
      to: { address: row.email }, subject: `Einladung in ein Unternehmenskonto – ${mandant.name}`, messageId: `<einladung.${einladungId}@${mandant.hosts[0] ?? 'localhost'}>`,
      text: `Guten Tag,\n\nSie sind eingeladen, bei ${mandant.name} für „${row.name}“ zu handeln.\n\nSo nehmen Sie an: Öffnen Sie diese Seite und melden Sie sich mit Ihrem eigenen Konto an.\n${url}\n\nDie Einladung gilt bis ${formatInstant(row.gueltig_bis)} und nur einmal.\n\nKennen Sie das Unternehmen nicht? Dann müssen Sie nichts tun.\n\n${mandant.name}\n`,
    })
  },
})
