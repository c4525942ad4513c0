import type { App } from '../../../platform/app.js'
import type { Tx } from '../../../platform/database/database.js'
import type { Actor, Vertrauensniveau } from '../../../platform/usecases/actor.js'
import { angabenOeffnen } from './anbieter/anbieter.js'
import { identitaet } from './db/tables.js'
import type { Personenangaben } from './domain/attribute.js'

/** What the actor's own sign-in proved, with what came along. */
export interface Nachweis {
  readonly id: string
  /** Name of the provider at this moment. */
  readonly anbieter: string
  readonly protokoll: 'oidc' | 'saml'
  readonly niveau: Vertrauensniveau
  readonly angaben: Personenangaben
  readonly abgerufenAm: Temporal.Instant
}

/** Undefined for a sign-in with a password of our own, and when what came along is gone. Only one's own. */
export async function nachweisVon(app: App, tx: Tx, actor: Pick<Actor, 'id' | 'anmeldung' | 'durch'>): Promise<Nachweis | undefined> {
  const row = await findNachweis(tx, actor)
  return row && { ...row, angaben: angabenOeffnen<Personenangaben>(app, row.siegel) }
}

/** The same without the attributes, for what only says with whom and how surely. */
export async function nachweisOhneAngaben(tx: Tx, actor: Pick<Actor, 'id' | 'anmeldung' | 'durch'>): Promise<Omit<Nachweis, 'angaben'> | undefined> {
  const row = await findNachweis(tx, actor)
  if (!row) return undefined
  const { siegel: _siegel, ...rest } = row
  return rest
}

async function findNachweis(tx: Tx, { id, anmeldung, durch }: Pick<Actor, 'id' | 'anmeldung' | 'durch'>) {
  if (!anmeldung?.nachweisId) return undefined
  const row = await identitaet(tx).selectFrom('identitaet.nachweis as n').innerJoin('identitaet.anbieter as a', (join) => join.onRef('a.mandant_id', '=', 'n.mandant_id').onRef('a.id', '=', 'n.anbieter_id'))
    .select(['n.id', 'n.niveau', 'n.siegel', 'n.abgerufen_am', 'a.bezeichnung', 'a.protokoll']).where('n.id', '=', anmeldung.nachweisId).where('n.konto_id', '=', durch?.id ?? id).executeTakeFirst()
  return row && { id: row.id, anbieter: row.bezeichnung, protokoll: row.protokoll, niveau: row.niveau, siegel: row.siegel, abgerufenAm: row.abgerufen_am }
}
