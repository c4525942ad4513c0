import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, page, redirect, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { weiterNach, type Forderung } from '../../forderungen/index.js'
import { zustandsworte } from '../domain/zahlung.js'
import { pruefeZahlung } from '../pruefen/pruefen.js'
import type { Zahlung } from '../zahlung.js'
import { beginneZahlung, zahlungspfad } from './beginnen.js'
import { eigeneForderung, zahlungAufgeben } from './command.js'
import { zahlungsseite } from './page.js'
import { meineZahlung } from './query.js'
import { woerter } from './woerter.js'

const PFAD = '/konto/zahlungen/:kassenzeichen/online/:zahlung'

async function meine(c: RequestContext): Promise<{ zahlung: Zahlung; forderung: Forderung }> {
  const zahlungId = c.params['zahlung'] ?? ''
  if (!isUuid(zahlungId)) throw new NotFound()
  return c.ask(meineZahlung, { kassenzeichen: c.params['kassenzeichen'] ?? '', zahlungId })
}

/** Somebody came back after the session had ended: the money is looked after without them. */
async function ersteinmalAnmelden(c: RequestContext): Promise<Reply | undefined> {
  if (c.actor.art !== 'gast' || await c.app.db.withMandant(c.mandant.id, (tx) => eigeneForderung({ kassenzeichen: c.params['kassenzeichen'] ?? '' }, tx, c.actor))) return undefined
  return redirect(`/anmelden?ziel=${encodeURIComponent(c.path)}`, { hinweis: woerter(c.sprache).sitzungEnde })
}

export const routes: readonly Route[] = [
  action({
    path: '/konto/zahlungen/:kassenzeichen/bezahlen', access: access.guest, beispiel: async () => undefined,
    async handle(c) {
      const zahlung = await beginneZahlung(c, c.params['kassenzeichen'] ?? '')
      if (!zahlung) throw new NotFound()
      return redirect(zahlungspfad(zahlung), zahlung.status === 'FAILED' ? { hinweis: woerter(c.sprache).nichtErreichbar } : {})
    },
  }),
  page({ path: PFAD, access: access.guest, beispiel: async () => undefined, handle: async (c) => await ersteinmalAnmelden(c) ?? zahlungsseite(c, await meine(c)) }),
  // Where the provider sends people back to. What the address says besides is not read: the provider is asked (A6-03).
  page({
    path: `${PFAD}/rueckkehr`, access: access.guest, beispiel: async () => undefined,
    async handle(c) {
      const anmelden = await ersteinmalAnmelden(c)
      if (anmelden) return anmelden
      const { zahlung } = await meine(c)
      await c.outside(() => pruefeZahlung(c.app, c.mandant.id, zahlung.id))
      const danach = await meine(c)
      if (danach.zahlung.status !== 'PAYED') return redirect(zahlungspfad(zahlung), { hinweis: zustandsworte(danach.zahlung.status, c.sprache).weiter })
      const weiter = danach.forderung.saldo <= 0n ? weiterNach(danach.forderung) : undefined
      return redirect(weiter?.pfad ?? `/konto/zahlungen/${danach.forderung.kassenzeichen}`, { hinweis: danach.forderung.saldo <= 0n ? woerter(c.sprache).angekommen : woerter(c.sprache).restFehlt })
    },
  }),
  action({
    path: `${PFAD}/aufgeben`, access: access.guest, beispiel: async () => undefined,
    async handle(c) {
      const { zahlung } = await meine(c)
      // It may have been paid a moment ago.
      await c.outside(() => pruefeZahlung(c.app, c.mandant.id, zahlung.id))
      const { status } = await c.execute(zahlungAufgeben, { zahlungId: zahlung.id })
      return redirect(status === 'PAYED' ? zahlungspfad(zahlung) : `/konto/zahlungen/${zahlung.kassenzeichen}`, { hinweis: zustandsworte(status, c.sprache).weiter })
    },
  }),
]
