import { job } from '../../../../platform/jobs/job.js'
import { adresseVon } from '../../../../platform/tenancy/adresse.js'
import { forderungZu } from '../../../finanzen/forderungen/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { findEntwurf } from '../entwuerfe.js'
import { pfadVon } from '../zugang.js'

/** Says that something is to be done about a paid application; names nothing of it (A7-05). */
export const hinweisSenden = job<{ entwurfId: string }>({
  name: 'onlineantrag.hinweisSenden', gleichzeitig: 2,
  async run({ app, mandantId }, { entwurfId }) {
    const { entwurf, konto, forderung } = await app.db.withMandant(mandantId, async (tx) => {
      const gefunden = await findEntwurf(tx, entwurfId)
      const kontoId = gefunden?.inhaberArt === 'konto' ? gefunden.inhaberId : null
      return { entwurf: gefunden, konto: kontoId ? (await kontenById(tx, [kontoId])).get(kontoId) : undefined, forderung: gefunden && await forderungZu(tx, { entwurfId }) }
    })
    const mandant = app.mandanten.byId(mandantId)
    const an = konto?.email ?? forderung?.email ?? entwurf?.email
    if (!entwurf || entwurf.status !== 'offen' || !an || !mandant) return
    await app.mail.send(mandantId, {
      to: { address: an }, subject: `Bitte sehen Sie nach Ihrem Antrag – ${mandant.name}`, messageId: `<${entwurf.id}.bezahlt@${mandant.hosts[0] ?? 'localhost'}>`,
      text: `Guten Tag,\n\nIhre Zahlung ist bei uns angekommen. Ihr Antrag konnte aber noch nicht abgesendet werden. Ihr Geld ist nicht verloren, und die Stadtkasse weiß Bescheid.\n\nBitte sehen Sie hier nach: ${adresseVon(app, mandantId, pfadVon(entwurf, 'bezahlen'))}\n\n${mandant.name}\n`,
    })
  },
})
