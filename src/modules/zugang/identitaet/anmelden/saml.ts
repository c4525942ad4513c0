import { limit } from '../../../../platform/auth/limit.js'
import { newId } from '../../../../platform/time/index.js'
import { redirect, wert, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { angabenOeffnen, angabenVersiegeln, type Anbieter } from '../anbieter/anbieter.js'
import { worteAb } from '../domain/attribute.js'
import type { Behauptung } from '../oidc/client.js'
import { samlAnfrage, samlAntwort } from '../saml/client.js'
import { abschliessen, ablehnen, anmeldeActor, fehlerVon, hindernis, neuerVersuch } from './ablauf.js'
import { behauptungHinterlegen } from './command.js'
import { beginne, einmalig, findVersuch, hashVon, istAbgelaufen } from './versuch.js'
import { gleich } from '../oidc/client.js'

/** Sends the browser to a provider of SAML. */
export async function beginneSaml(c: RequestContext, anbieter: Anbieter): Promise<Reply> {
  await limit(c.app.db, `identitaet:${c.mandant.id}:${c.kennungIp}`, { max: 100, seconds: 900 })
  // XML ids begin with a letter or underscore.
  const neu = { ...neuerVersuch(c, anbieter), anfrageId: `_${newId()}` }
  const versuch = await beginne(c.app, c.mandant.id, neu)
  const ziel = await samlAnfrage(c, anbieter, { anfrageId: neu.anfrageId, state: versuch.state }, worteAb(anbieter.niveaus, neu.niveau)).then((url) => ({ url }), (error: unknown) => ({ grund: fehlerVon(error) }))
  return 'url' in ziel ? redirect(ziel.url) : ablehnen(c, anbieter, ziel.grund, { id: versuch.id, ziel: neu.ziel })
}

/**
 * The provider's page posts its answer here. It comes from another site, so the browser sends no cookie along: what was proved is kept
 * for the attempt, and the browser comes for it with the next request.
 */
export async function samlEmpfang(c: RequestContext, anbieter: Anbieter): Promise<Reply> {
  await limit(c.app.db, `identitaet:saml:${c.mandant.id}:${c.kennungIp}`, { max: 100, seconds: 900 })
  const state = wert(c.werte, 'RelayState')
  const offen = (anfrageId: string) => c.app.db.withMandant(c.mandant.id, async (tx) => {
    const versuch = await findVersuch(tx, { anbieterId: anbieter.id, anfrageId })
    return versuch && !istAbgelaufen(versuch) ? versuch.begonnen_am.toString() : null
  })
  const behauptung = await samlAntwort(c, anbieter, wert(c.werte, 'SAMLResponse'), offen).catch(fehlerVon)
  if (typeof behauptung === 'string') return ablehnen(c, anbieter, behauptung)
  const { anfrageId, kennung, bis, roh, wort } = behauptung
  const versuch = await c.app.db.withMandant(c.mandant.id, (tx) => findVersuch(tx, { anbieterId: anbieter.id, anfrageId }))
  if (!versuch || !gleich(hashVon(state), versuch.state_hash)) return ablehnen(c, anbieter, 'nonce')
  if (versuch.verbraucht_am || versuch.ergebnis) return ablehnen(c, anbieter, 'wiederholt')
  const neu = await c.app.db.withMandant(c.mandant.id, (tx) => einmalig(tx, `saml:${anbieter.id}:${kennung}`, bis))
  if (!neu) return ablehnen(c, anbieter, 'wiederholt')
  await c.app.execute(anmeldeActor(c), behauptungHinterlegen, { versuchId: versuch.id, siegel: angabenVersiegeln(c.app, { roh, wort }).toString('base64') })
  return redirect(`/anmelden/saml/${anbieter.id}/weiter?state=${encodeURIComponent(state)}`)
}

/** The browser that began comes for what was proved. */
export async function samlAbschluss(c: RequestContext, anbieter: Anbieter): Promise<Reply> {
  const versuch = await c.app.db.withMandant(c.mandant.id, (tx) => findVersuch(tx, { anbieterId: anbieter.id, state: c.suche.get('state') ?? '' }))
  const grund = hindernis(c, versuch) ?? (versuch?.ergebnis ? undefined : 'unbekannt')
  if (grund || !versuch?.ergebnis) return ablehnen(c, anbieter, grund ?? 'unbekannt', grund === 'andererBrowser' || !versuch ? undefined : versuch)
  return abschliessen(c, anbieter, versuch, angabenOeffnen<Behauptung>(c.app, versuch.ergebnis))
}
