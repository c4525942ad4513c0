import type { Tx } from '../../../platform/database/database.js'
import type { RequestContext, Reply } from '../../../platform/http/route.js'
import { redirect } from '../../../platform/http/route.js'
import { NotFound } from '../../../platform/errors.js'
import { leistungsfassungById, type Leistungsfassung } from '../../grundlagen/leistungen/index.js'
import type { Formular } from '../formulare/index.js'
import type { Entwurf, Entwurfsdatei } from './domain/entwurf.js'
import { findEntwurfMitDateien } from './entwuerfe.js'
import { entwuerfeUebernehmen } from './fortsetzen/command.js'

export type Fall = { readonly entwurf: Entwurf; readonly version: Leistungsfassung; readonly formular: Formular; readonly dateien: readonly Entwurfsdatei[] }

/** Who fills in: an account, or the guest session of this browser. Undefined for staff and for visitors without a session. */
export function inhaberVon(c: RequestContext): { art: 'konto' | 'gast'; id: string } | undefined {
  if (c.actor.id === '') return undefined
  return c.actor.art === 'buerger' ? { art: 'konto', id: c.actor.id } : c.actor.art === 'gast' ? { art: 'gast', id: c.actor.id } : undefined
}

/** Where a guest's drafts go when the person signs in: into the account (once, then this finds nothing any more). */
export async function gastEntwuerfeMitnehmen(c: RequestContext): Promise<void> {
  const gast = c.sitzung?.daten['gast']
  if (c.actor.art === 'buerger' && typeof gast === 'string' && /^[0-9a-f]{64}$/.test(gast)) await c.execute(entwuerfeUebernehmen, { gast })
}

/**
 * The own draft that the address names, with the form it was begun with. Undefined when there is none for this person: it never
 * says whether it exists for somebody else.
 */
export async function findFall(c: RequestContext): Promise<Fall | undefined> {
  return (await findFallUnd(c, async () => undefined))?.fall
}

/** The same with what else the page has to know of it, read in one transaction. */
export async function findFallUnd<T>(c: RequestContext, lesen: (tx: Tx, fall: Fall) => Promise<T>): Promise<{ fall: Fall; dazu: T } | undefined> {
  const inhaber = inhaberVon(c)
  const id = c.params['entwurf'] ?? ''
  if (!inhaber) return undefined
  const laden = () => c.app.db.reading(c.mandant.id, async (tx): Promise<{ fall: Fall; dazu: T } | undefined> => {
    const { entwurf, dateien } = await findEntwurfMitDateien(tx, id) ?? {}
    if (!entwurf || !dateien || entwurf.leistung !== c.params['key'] || entwurf.inhaberId !== inhaber.id || entwurf.inhaberArt !== inhaber.art) return undefined
    const version = await leistungsfassungById(tx, c.mandant.id, entwurf.leistungsversionId)
    if (!version?.formular) return undefined
    const fall = { entwurf, version, formular: version.formular, dateien }
    return { fall, dazu: await lesen(tx, fall) }
  })
  const fall = await laden()
  if (fall || c.actor.art !== 'buerger' || !c.sitzung?.daten['gast']) return fall
  await gastEntwuerfeMitnehmen(c)
  return laden()
}

export const antragPfad = (leistung: string) => `/leistungen/${leistung}/antrag`
export const pfadVon = (entwurf: Pick<Entwurf, 'id' | 'leistung'>, seite?: string) => `${antragPfad(entwurf.leistung)}/${entwurf.id}${seite ? `/${seite}` : ''}`

/** Somebody whose session ended in the middle comes back to where they were after the sign-in (A2-10); who is signed in gets 404. */
export function ohneFall(c: RequestContext, hinweis: string): Reply {
  if (c.actor.art !== 'gast') throw new NotFound()
  return redirect(`/anmelden?ziel=${encodeURIComponent(c.path)}`, { hinweis })
}
