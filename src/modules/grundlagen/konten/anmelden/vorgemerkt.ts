import { endSession, openSession } from '../../../../platform/auth/session.js'
import { safeTarget, type Reply, type RequestContext } from '../../../../platform/http/route.js'

/**
 * Between password and second factor: a guest session that says who has given the right password, for ten minutes. The cookie
 * changes with it and again when it is done, so nobody can plant a session beforehand.
 */
export interface Vorgemerkt { readonly kontoId: string; readonly bis: string; readonly ziel: string; readonly gast?: string; readonly totp?: string }

const MINUTEN = 10

/** Hash of the browser's session, in hexadecimal. */
export const sitzungHex = (c: RequestContext): string | undefined => c.sitzung?.tokenHash.toString('hex')

/** The guest session whose drafts a person takes along; also through the page for the second factor. */
export const gastHex = (c: RequestContext): string | undefined =>
  vorgemerkt(c)?.gast ?? (c.sitzung?.art === 'gast' && !c.sitzung.daten['anmeldung'] ? sitzungHex(c) : undefined)

export async function vormerken(c: RequestContext, kontoId: string, ziel: string): Promise<NonNullable<Reply['sitzung']>> {
  const jetzt = Temporal.Now.instant()
  const gast = gastHex(c)
  const anmeldung: Vorgemerkt = { kontoId, ziel: safeTarget(ziel, '/arbeitsplatz'), bis: jetzt.add({ minutes: MINUTEN }).toString(), ...(gast ? { gast } : {}) }
  const token = await c.app.db.withMandant(c.mandant.id, async (tx) => {
    if (c.sitzung?.daten['anmeldung']) await endSession(tx, c.sitzung.tokenHash)
    return openSession(tx, jetzt, { art: 'gast', kontoId: null, daten: { anmeldung } })
  })
  return { token, art: 'gast' }
}

export function vorgemerkt(c: RequestContext): Vorgemerkt | undefined {
  if (c.sitzung?.art !== 'gast') return undefined
  const anmeldung = c.sitzung.daten['anmeldung'] as Vorgemerkt | undefined
  return anmeldung && Temporal.Instant.compare(anmeldung.bis, Temporal.Now.instant()) > 0 ? anmeldung : undefined
}
