import type { RequestContext } from '../../../../platform/http/route.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { findForderung } from '../../forderungen/index.js'
import { anbieterzugang } from '../anbieter/zugang.js'
import { transaktionAnlegen } from '../client.js'
import { findZahlung, type Zahlung } from '../zahlung.js'
import { zahlungAngelegt, zahlungBeginnen, zahlungGescheitert } from './command.js'

export const zahlungspfad = ({ kassenzeichen, id }: Pick<Zahlung, 'kassenzeichen' | 'id'>, danach = '') => `/konto/zahlungen/${kassenzeichen}/online/${id}${danach}`

/** A page of this town as a full address, under the host the person is using. */
function eigeneAdresse(c: RequestContext, pfad: string): string {
  if (c.app.config.mode === 'demo') return new URL(pfad, c.url.origin).href
  const url = new URL(pfad, c.app.config.baseUrl)
  url.hostname = c.url.hostname
  return url.href
}

/** Begins an attempt, or goes on with the running one, and tells the provider between two transactions. */
export async function beginneZahlung(c: RequestContext, kassenzeichen: string): Promise<Zahlung | undefined> {
  const { zahlungId, neu } = await c.execute(zahlungBeginnen, { kassenzeichen })
  const laden = () => c.app.db.withMandant(c.mandant.id, async (tx) => {
    const zahlung = await findZahlung(tx, zahlungId)
    return { zahlung, forderung: zahlung && await findForderung(tx, zahlung.forderungId), zugang: await anbieterzugang(c.app, tx) }
  })
  const { zahlung, forderung, zugang } = await laden()
  if (!neu || !zahlung || !forderung) return zahlung
  const ergebnis = zugang ? await c.outside(() => transaktionAnlegen(zugang, {
    requestId: zahlung.id, zeitpunkt: c.now, cent: zahlung.betrag, kassenzeichen: zahlung.kassenzeichen, bezeichnung: forderung.bezeichnung, redirectUrl: eigeneAdresse(c, zahlungspfad(zahlung, '/rueckkehr')),
    positionen: forderung.aufstellung.positionen.map(({ bezeichnung, cent }) => ({ bezeichnung, cent: BigInt(cent) })), produkt: forderung.produkt, sachkonto: forderung.sachkonto,
  })) : { ok: false as const, code: 'NICHT_EINGERICHTET' }
  const actor = systemActor(c.mandant.id, 'bezahlung.beginnen')
  const weiterleitung = ergebnis.ok ? ergebnis.transaktion.paymentInformation.transactionRedirectUrl : undefined
  if (ergebnis.ok && weiterleitung && /^https?:\/\//.test(weiterleitung)) {
    await c.app.execute(actor, zahlungAngelegt, { zahlungId, transaktion: ergebnis.transaktion.paymentInformation.transactionId, weiterleitung })
  } else {
    const code = ergebnis.ok ? 'KEINE_WEITERLEITUNG' : ergebnis.code
    c.app.log.warn('bezahlung.beginnen', { zahlungId, code })
    await c.app.execute(actor, zahlungGescheitert, { zahlungId, code })
  }
  return (await laden()).zahlung
}
