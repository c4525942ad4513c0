import QRCode from 'qrcode'
import type { RequestContext } from '../../../../platform/http/route.js'
import { Invalid } from '../../../../platform/errors.js'
import { hashOf, lesbar, zufallscode } from '../domain/schluessel.js'
import { inVierergruppen, totpAdresse, totpSchritt } from '../domain/totp.js'
import { totpVersiegeln } from '../geheimnisse.js'
import type { Einrichtung } from '../anmelden/page.js'

const CODES = 10

/** The secret as a picture and as text. */
export async function einrichtungVon(c: RequestContext, geheimnis: string, kennung: string): Promise<Einrichtung> {
  const adresse = totpAdresse(geheimnis, { stadt: c.mandant.name, kennung })
  return { qr: await QRCode.toDataURL(adresse, { errorCorrectionLevel: 'M', margin: 2, width: 440 }), geheimnis: inVierergruppen(geheimnis), adresse }
}

/** What the command needs once the person has shown that the app works, and the recovery codes to show. @throws Invalid */
export function einrichtungPruefen(c: RequestContext, geheimnis: string, code: string): { eingabe: { siegel: string; schritt: number; wiederherstellung: string[] }; codes: string[] } {
  const schritt = totpSchritt(geheimnis, code.replaceAll(/\s/g, ''), Temporal.Now.instant())
  if (schritt === undefined) throw new Invalid([{ feld: 'code', text: 'Dieser Code passt nicht. Bitte prüfen Sie, ob die Uhr Ihres Handys stimmt, und geben Sie den aktuellen Code ein.' }])
  const codes = Array.from({ length: CODES }, () => zufallscode(3))
  return { codes, eingabe: { siegel: totpVersiegeln(c.app, geheimnis).toString('base64'), schritt: Number(schritt), wiederherstellung: codes.map((one) => hashOf(lesbar(one)).toString('hex')) } }
}
