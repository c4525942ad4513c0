import { job } from '../../../../platform/jobs/job.js'
import { adresseVon } from '../../../../platform/tenancy/adresse.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { findEntwurf } from '../entwuerfe.js'
import { datumText } from '../woerter.js'

/** Says that a draft will be deleted. The mail names the service and the day, nothing that was answered. */
export const erinnerungSenden = job<{ entwurfId: string }>({
  name: 'onlineantrag.erinnerungSenden', gleichzeitig: 2,
  async run({ app, mandantId }, { entwurfId }) {
    const { entwurf, bezeichnung, konto } = await app.db.withMandant(mandantId, async (tx) => {
      const entwurf = await findEntwurf(tx, entwurfId)
      const inhaberId = entwurf?.inhaberArt === 'konto' ? entwurf.inhaberId : null
      return {
        entwurf, bezeichnung: entwurf && (await leistungsversionById(tx, entwurf.leistungsversionId))?.bezeichnung,
        konto: inhaberId ? (await kontenById(tx, [inhaberId])).get(inhaberId) : undefined,
      }
    })
    const mandant = app.mandanten.byId(mandantId)
    const an = konto?.email ?? entwurf?.email
    if (!entwurf || entwurf.status !== 'offen' || !an || !mandant) return
    const weg = entwurf.inhaberArt === 'konto'
      ? `Melden Sie sich an und machen Sie weiter: ${adresseVon(app, mandantId, `/leistungen/${entwurf.leistung}/antrag/${entwurf.id}`)}`
      : `Machen Sie mit Ihrem Code oder im selben Browser weiter: ${adresseVon(app, mandantId, `/leistungen/${entwurf.leistung}/antrag/fortsetzen`)}`
    const tag = datumText(entwurf.loeschenAb, 'de')
    await app.mail.send(mandantId, {
      to: { address: an }, subject: `Ihr Entwurf wird bald gelöscht – ${mandant.name}`, messageId: `<${entwurf.id}.erinnerung.${entwurf.loeschenAb.toString()}@${mandant.hosts[0] ?? 'localhost'}>`,
      text: `Guten Tag,\n\nSie haben einen Antrag begonnen und noch nicht abgesendet: ${bezeichnung ?? entwurf.leistung}.\n\nDer Entwurf bleibt bis zum ${tag} gespeichert. Danach löschen wir ihn mit allen Angaben und Dateien.\n\n${weg}\n\nBrauchen Sie den Antrag nicht mehr? Dann müssen Sie nichts tun.\n\n${mandant.name}\n`,
    })
  },
})
