import { buffer } from 'node:stream/consumers'
import { PassThrough } from 'node:stream'
import { ZipFile } from 'yazl'
import type { App } from '../../../../platform/app.js'
import { job } from '../../../../platform/jobs/job.js'
import { adresseVon } from '../../../../platform/tenancy/adresse.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { kontodaten } from '../db/tables.js'
import { auskunftAblegen } from './command.js'
import { liesmich, sammle, type Inhalt } from './inhalt.js'

/** Documents beyond this stay out and are named; nobody waits for a download of gigabytes. */
const HOECHSTENS_BYTES = 500_000_000

/** Makes the ZIP file, keeps it, and tells the person that it is there. */
export const auskunftErstellen = job<{ auskunftId: string }>({
  name: 'kontodaten.auskunftErstellen', gleichzeitig: 1,
  async run({ app, mandantId, actor }, { auskunftId }) {
    const { kontoId, inhalt } = await app.db.withMandant(mandantId, async (tx) => {
      const row = await kontodaten(tx).selectFrom('kontodaten.auskunft').select('konto_id').where('id', '=', auskunftId).where('status', '=', 'wartet').executeTakeFirst()
      return { kontoId: row?.konto_id, inhalt: row && await sammle(tx, row.konto_id) }
    })
    if (!kontoId || !inhalt) return
    const { sha256, size } = await packe(app, mandantId, inhalt)
    await app.execute(actor, auskunftAblegen, { auskunftId, sha256, bytes: size })
    await sageBescheid(app, mandantId, kontoId, auskunftId)
  },
})

async function packe(app: App, mandantId: string, { json, beilagen }: Inhalt): Promise<{ sha256: string; size: number }> {
  const zip = new ZipFile()
  const ziel = new PassThrough()
  zip.outputStream.pipe(ziel)
  const abgelegt = app.blobs.put(mandantId, ziel, { maxBytes: HOECHSTENS_BYTES * 2 })
  const weggelassen: string[] = []
  let bytes = 0
  const dabei = beilagen.filter(({ pfad, size }) => { bytes += size; if (bytes <= HOECHSTENS_BYTES) return true; weggelassen.push(pfad); return false })
  const am = app.clock.now()
  zip.addBuffer(Buffer.from(liesmich(app.mandanten.byId(mandantId)?.name ?? 'Stadt', am, weggelassen)), 'LIESMICH.txt')
  for (const [name, wert] of Object.entries(json)) zip.addBuffer(Buffer.from(JSON.stringify(wert ?? null, null, 2)), name)
  for (const { pfad, sha256 } of dabei) zip.addBuffer(await buffer((await app.blobs.open(mandantId, sha256)).stream), pfad)
  zip.end()
  return abgelegt
}

/** The mail has no content and no link that opens anything by itself: the file is fetched after signing in. */
async function sageBescheid(app: App, mandantId: string, kontoId: string, auskunftId: string): Promise<void> {
  const mandant = app.mandanten.byId(mandantId)
  const konto = (await app.db.withMandant(mandantId, (tx) => kontenById(tx, [kontoId]))).get(kontoId)
  if (!mandant || !konto?.email) return
  await app.mail.send(mandantId, {
    to: { address: konto.email }, subject: `${mandant.name}: In Ihrem Konto liegt etwas für Sie bereit`, autoSubmitted: 'auto-generated', messageId: `<auskunft-${auskunftId}@${mandant.schluessel}.stadtkern>`,
    text: `Guten Tag,\n\nwas Sie in Ihrem Konto angefordert haben, liegt dort bereit:\n${adresseVon(app, mandantId, '/konto/daten')}\n\nBitte melden Sie sich an, um es herunterzuladen.\n\n${mandant.name}\n`,
  })
}
