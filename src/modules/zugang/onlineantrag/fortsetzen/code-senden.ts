import { createHash } from 'node:crypto'
import { purposeKey, unseal } from '../../../../platform/auth/tokens.js'
import { job } from '../../../../platform/jobs/job.js'
import { adresseVon } from '../../../../platform/tenancy/adresse.js'
import { onlineantrag } from '../db/tables.js'
import { findEntwurf } from '../entwuerfe.js'
import { datumText } from '../woerter.js'

const TEXTE = {
  de: (stadt: string, code: string, bis: string, url: string) => ({
    betreff: `Ihr Code zum Weitermachen – ${stadt}`,
    text: `Guten Tag,\n\nSie haben einen Antrag bei ${stadt} zwischengespeichert.\n\nIhr Code: ${code}\n\nSo machen Sie weiter: Öffnen Sie die Seite ${url} und geben Sie den Code ein.\n\nDer Code gilt einmal. Wenn Sie wieder speichern, bekommen Sie einen neuen. Der Entwurf bleibt bis ${bis} erhalten, wenn Sie ihn nicht mehr ändern.\n\nHaben Sie nichts gespeichert? Dann hat jemand Ihre Adresse versehentlich angegeben. Sie müssen nichts tun.\n\n${stadt}\n`,
  }),
  en: (stadt: string, code: string, bis: string, url: string) => ({
    betreff: `Your code to continue – ${stadt}`,
    text: `Hello,\n\nYou have saved an application with ${stadt}.\n\nYour code: ${code}\n\nTo continue, open ${url} and enter the code.\n\nThe code works once. When you save again, you get a new one. The draft is kept until ${bis} if you do not change it any more.\n\nDid you not save anything? Then somebody gave your address by mistake. You do not have to do anything.\n\n${stadt}\n`,
  }),
}

/** Mails the code of a draft, unless a newer one has replaced it meanwhile. */
export const codeSenden = job<{ entwurfId: string; siegel: string; sprache: 'de' | 'en' }>({
  name: 'onlineantrag.codeSenden', gleichzeitig: 4,
  async run({ app, mandantId }, { entwurfId, siegel, sprache }) {
    const code = unseal(purposeKey(app.masterKey, 'fortsetzungscode'), Buffer.from(siegel, 'base64'))
    const hash = createHash('sha256').update(code).digest()
    const { entwurf, gilt } = await app.db.withMandant(mandantId, async (tx) => ({
      entwurf: await findEntwurf(tx, entwurfId),
      gilt: await onlineantrag(tx).selectFrom('onlineantrag.fortsetzungscode').select('entwurf_id').where('entwurf_id', '=', entwurfId).where('code_hash', '=', hash).executeTakeFirst(),
    }))
    const mandant = app.mandanten.byId(mandantId)
    if (!entwurf?.email || !gilt || !mandant) return
    const url = adresseVon(app, mandantId, `/leistungen/${entwurf.leistung}/antrag/fortsetzen`)
    const { betreff, text } = TEXTE[sprache](mandant.name, code, datumText(entwurf.loeschenAb, sprache), url)
    await app.mail.send(mandantId, { to: { address: entwurf.email }, subject: betreff, text, messageId: `<${entwurfId}.${hash.toString('hex').slice(0, 16)}@${mandant.hosts[0] ?? 'localhost'}>` })
  },
})
