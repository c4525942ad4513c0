import { purposeKey, seal, unseal } from '../../../../platform/auth/tokens.js'
import type { App } from '../../../../platform/app.js'
import { job } from '../../../../platform/jobs/job.js'
import { adresseVon } from '../../../../platform/tenancy/adresse.js'
import { formatInstant } from '../../../../platform/time/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { onlineantrag } from '../db/tables.js'
import { findEntwurf } from '../entwuerfe.js'
import { pfadVon } from '../zugang.js'

const schluessel = (app: App) => purposeKey(app.masterKey, 'onlineantrag.zustimmung')
/** The secret of the link, sealed for the job: the queue's tables hold no usable link either. */
export const zustimmungVersiegeln = (app: App, geheimnis: string): string => seal(schluessel(app), geheimnis).toString('base64')

/** Asks by mail, reminds, or tells the applicant of a refusal. Names neither service nor content (A7-05). */
export const zustimmungSenden = job<{ zustimmungId: string; anlass: 'bitte' | 'erinnerung' | 'abgelehnt'; siegel?: string }>({
  name: 'onlineantrag.zustimmungSenden', gleichzeitig: 2,
  async run({ app, mandantId }, { zustimmungId, anlass, siegel }) {
    const { row, entwurf, konto } = await app.db.withMandant(mandantId, async (tx) => {
      const gefunden = await onlineantrag(tx).selectFrom('onlineantrag.zustimmung').selectAll().where('id', '=', zustimmungId).executeTakeFirst()
      const dazu = gefunden && await findEntwurf(tx, gefunden.entwurf_id)
      return { row: gefunden, entwurf: dazu, konto: dazu?.inhaberId ? (await kontenById(tx, [dazu.inhaberId])).get(dazu.inhaberId) : undefined }
    })
    const mandant = app.mandanten.byId(mandantId)
    if (!row || !entwurf || !mandant) return
    const messageId = `<zustimmung.${zustimmungId}.${anlass}@${mandant.hosts[0] ?? 'localhost'}>`
    if (anlass === 'abgelehnt') {
      if (!konto?.email) return
      await app.mail.send(mandantId, { to: { address: konto.email }, messageId, subject: `Ihre Bitte um Zustimmung – ${mandant.name}`, text: `Guten Tag,\n\nIhrer Bitte um Zustimmung wurde nicht entsprochen. Ihr Entwurf ist noch da.\n\nBitte sehen Sie hier nach: ${adresseVon(app, mandantId, pfadVon(entwurf, 'zustimmung'))}\n\n${mandant.name}\n` })
      return
    }
    const bis = `Das geht bis ${formatInstant(row.gueltig_bis)}.`
    const link = siegel ? `Bitte öffnen Sie diese Seite und melden Sie sich mit Ihrem eigenen Konto an:\n${adresseVon(app, mandantId, `/zustimmung/${zustimmungId}?schluessel=${unseal(schluessel(app), Buffer.from(siegel, 'base64'))}`)}` : 'Den Link finden Sie in unserer ersten E-Mail dazu.'
    await app.mail.send(mandantId, {
      to: { address: row.email }, messageId, subject: `${anlass === 'bitte' ? 'Ihre Zustimmung wird gebraucht' : 'Erinnerung: Ihre Zustimmung wird gebraucht'} – ${mandant.name}`,
      text: `Guten Tag,\n\n${konto?.name ?? 'Jemand'} möchte bei ${mandant.name} einen Antrag stellen und braucht dafür Ihre Zustimmung.\n\n${link}\n\n${bis} Sie können auch ablehnen.\n\nKennen Sie die Person nicht? Dann müssen Sie nichts tun.\n\n${mandant.name}\n`,
    })
  },
})
