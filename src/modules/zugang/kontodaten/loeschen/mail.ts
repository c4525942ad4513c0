import { job } from '../../../../platform/jobs/job.js'
import { adresseVon } from '../../../../platform/tenancy/adresse.js'
import { formatDateLong } from '../../../../platform/time/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { kontodaten } from '../db/tables.js'
import { ruecknahmeschluessel } from './command.js'

/** Confirms the deletion and carries the link that takes it back. The queue holds ids only; the key is made here. */
export const mailZurLoeschung = job<{ loeschungId: string; kontoId: string }>({
  name: 'kontodaten.mailZurLoeschung',
  async run({ app, mandantId }, { loeschungId, kontoId }) {
    const mandant = app.mandanten.byId(mandantId)
    const { konto, loeschung } = await app.db.withMandant(mandantId, async (tx) => ({
      konto: (await kontenById(tx, [kontoId])).get(kontoId),
      loeschung: await kontodaten(tx).selectFrom('kontodaten.loeschung').selectAll().where('id', '=', loeschungId).executeTakeFirst(),
    }))
    if (!mandant || !konto?.email || !loeschung || loeschung.zurueckgenommen_am || loeschung.vollzogen_am) return
    const link = adresseVon(app, mandantId, `/konto-loeschung/${loeschungId}?schluessel=${ruecknahmeschluessel(app, mandantId, loeschungId)}`)
    await app.mail.send(mandantId, {
      to: { address: konto.email }, subject: `${mandant.name}: Ihr Konto wird gelöscht`, autoSubmitted: 'auto-generated', messageId: `<loeschung-${loeschungId}@${mandant.schluessel}.stadtkern>`,
      text: `Guten Tag,\n\nSie haben Ihr Konto gelöscht. Anmelden können Sie sich damit nicht mehr. Am ${formatDateLong(loeschung.vollzug_am)} löschen wir auch Ihre persönlichen Angaben.\n\n`
        + `Haben Sie es sich anders überlegt, oder waren Sie es nicht? Dann öffnen Sie vorher diesen Link:\n${link}\n\n`
        + `Ihre Anträge bleiben in der Akte, weil das Gesetz es verlangt. Was noch läuft, geht mit der Post weiter.\n\n${mandant.name}\n`,
    })
  },
})
