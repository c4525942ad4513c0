import QRCode from 'qrcode'
import { paymentPurpose } from '../../../../platform/text/index.js'
import { access, page, redirect, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { girocode } from '../domain/girocode.js'
import type { Forderung, Kassenkonto } from '../forderung.js'
import { zahlwegeFuer } from '../zahlwege.js'
import { forderungsseite } from './page.js'
import { alsSchuldner, meineForderung } from './query.js'

/** Longest purpose of a SEPA transfer. */
const ZWECK = 140

/** As a picture in the page: nothing to load, and it works without a script. */
async function qrBild(konto: Kassenkonto, forderung: Forderung, verwendungszweck: string): Promise<string> {
  const svg = await QRCode.toString(girocode({ empfaenger: konto.kontoinhaber, iban: konto.iban, bic: konto.bic, cent: forderung.saldo, verwendungszweck }), { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

export const routes: readonly Route[] = [
  page({
    // Whose claims there are in the demo depends on how far its cases have come; test/browser/bezahlen.test.ts goes through this page.
    path: '/konto/zahlungen/:kassenzeichen', access: access.guest, beispiel: async () => undefined,
    async handle(c: RequestContext): Promise<Reply> {
      const kassenzeichen = c.params['kassenzeichen'] ?? ''
      // A link from a letter or mail, or a session that has ended: the sign-in page, whether it exists or not.
      if (c.actor.art === 'gast' && !(await c.app.db.withMandant(c.mandant.id, (tx) => alsSchuldner({ kassenzeichen }, tx, c.actor)))) return redirect(`/anmelden?ziel=${encodeURIComponent(c.path)}`)
      const stand = await c.ask(meineForderung, { kassenzeichen })
      const { forderung, konto } = stand
      const verwendungszweck = paymentPurpose(forderung.kassenzeichen, forderung.bezeichnung, ZWECK)
      const qr = konto && forderung.saldo > 0n && forderung.wege.includes('ueberweisung') ? await qrBild(konto, forderung, verwendungszweck) : undefined
      return forderungsseite(c, stand, { wege: await zahlwegeFuer(c, forderung), qr, verwendungszweck })
    },
  }),
]
