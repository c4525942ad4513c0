import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, antwort, api, page, redirect, wert, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { SIMULATOR } from '../anbieter/zugang.js'
import { nachrichtVomBezahldienst } from '../benachrichtigung/command.js'
import { bezahlseite } from './page.js'
import { alsProtokoll, entscheide, istVerhalten, lege, zeige, type Vorgang } from './speicher.js'

const Kennung = /^[\w-]{1,36}$/
const Anfrage = Type.Object({
  requestId: Type.String({ minLength: 1, maxLength: 36 }), currency: Type.Literal('EUR'), grosAmount: Type.Number({ exclusiveMinimum: 0, maximum: 999_999 }),
  purpose: Type.String({ pattern: '^[\\w\\d\\s-]{1,27}$' }), description: Type.String({ maxLength: 250 }), redirectUrl: Type.String({ pattern: '^https?://', maxLength: 2000 }),
  items: Type.Array(Type.Object({ totalNetAmount: Type.Number(), totalTaxAmount: Type.Number() }), { minItems: 1, maxItems: 99 }),
})

/** Where simulators are forbidden, this does not exist. */
function nurInDerDemo(c: RequestContext): void {
  if (!c.app.config.demo.simulatoren) throw new NotFound()
}

const kennung = (c: RequestContext) => ({ originatorId: c.params['originator'] ?? '', endPointId: c.params['endpoint'] ?? '' })
const seite = (c: RequestContext, { transaktion }: Vorgang) => new URL(`${SIMULATOR}/seite/${transaktion}`, c.url.origin).href
/** Problem details like every API of this server; `code` is the protocol's. */
const fehler = (code: string, status = 400) => antwort({ type: `urn:stadtkern:problem:${code}`, title: code, status, code }, status, { headers: { 'content-type': 'application/problem+json; charset=utf-8' } })

async function anlegen(c: RequestContext) {
  nurInDerDemo(c)
  const { originatorId, endPointId } = kennung(c)
  if (!Kennung.test(originatorId) || !Kennung.test(endPointId)) return fehler('NO_VALID_ORIGINATOR_OR_ENDPOINT')
  if (!Check(Anfrage, c.json)) return fehler('VALIDATION_ERROR')
  const summe = c.json.items.reduce((bisher, { totalNetAmount, totalTaxAmount }) => bisher + Math.round((totalNetAmount + totalTaxAmount) * 100), 0)
  if (summe !== Math.round(c.json.grosAmount * 100)) return fehler('CALCULATION_ERROR')
  const { requestId, grosAmount, purpose, description, redirectUrl } = c.json
  const vorgang = await c.app.db.withMandant(c.mandant.id, (tx) => lege(tx, c.now, { originatorId, endPointId }, { requestId, grosAmount, purpose, description, redirectUrl }))
  return vorgang ? antwort(alsProtokoll(vorgang, seite(c, vorgang))) : fehler('PAYMENT_EXISTS')
}

const lade = (c: RequestContext) => c.app.db.withMandant(c.mandant.id, (tx) => zeige(tx, c.params['transaktion'] ?? ''))

export const routes: readonly Route[] = [
  api({ method: 'POST', path: `${SIMULATOR}/paymenttransaction/:originator/:endpoint`, access: access.public, beispiel: async () => undefined, bodyLimit: 200_000, api: { titel: 'Nachgebildeter Bezahldienst: Zahlung anlegen', body: Anfrage }, handle: anlegen }),
  api({
    method: 'GET', path: `${SIMULATOR}/paymenttransaction/:originator/:endpoint/:transaktion`, access: access.public, beispiel: async () => undefined, api: { titel: 'Nachgebildeter Bezahldienst: Stand einer Zahlung' },
    async handle(c) {
      nurInDerDemo(c)
      const vorgang = await c.app.db.withMandant(c.mandant.id, (tx) => zeige(tx, c.params['transaktion'] ?? '', kennung(c)))
      return vorgang ? antwort(alsProtokoll(vorgang, seite(c, vorgang))) : fehler('VALIDATION_ERROR', 404)
    },
  }),
  page({
    path: `${SIMULATOR}/seite/:transaktion`, access: access.public, beispiel: async () => undefined,
    async handle(c) {
      nurInDerDemo(c)
      const vorgang = await lade(c)
      if (!vorgang) throw new NotFound()
      return bezahlseite(c, vorgang)
    },
  }),
  action({
    path: `${SIMULATOR}/seite/:transaktion`, access: access.public, beispiel: async () => undefined,
    async handle(c) {
      nurInDerDemo(c)
      const wunsch = wert(c.werte, 'verhalten')
      const verhalten = istVerhalten(wunsch) ? wunsch : 'normal'
      const vorgang = await c.app.db.withMandant(c.mandant.id, (tx) => entscheide(tx, c.params['transaktion'] ?? '', verhalten))
      if (!vorgang) throw new NotFound()
      // The message that real providers send; where it is said twice, the second must change nothing.
      for (let mal = verhalten === 'zweimal' ? 2 : 0; mal > 0; mal--) await c.execute(nachrichtVomBezahldienst, { transaktion: vorgang.transaktion })
      if (verhalten === 'kommtNieZurueck') return redirect(`${SIMULATOR}/seite/${vorgang.transaktion}`)
      // The page it goes back to may be under another host name of this server; a posted form must not lead there, a link does.
      return new URL(vorgang.anfrage.redirectUrl).host === c.url.host ? redirect(vorgang.anfrage.redirectUrl.replace(/^https?:\/\/[^/]+/, '')) : redirect(`${SIMULATOR}/seite/${vorgang.transaktion}`)
    },
  }),
]
