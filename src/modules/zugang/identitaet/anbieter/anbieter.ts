import { createHmac } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { App } from '../../../../platform/app.js'
import { purposeKey, seal, unseal } from '../../../../platform/auth/tokens.js'
import { isUuid, type Tx } from '../../../../platform/database/database.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import { identitaet, type IdentitaetTables } from '../db/tables.js'

export type Anbieter = Selectable<IdentitaetTables['identitaet.anbieter']>

/** Path of the shipped simulator below the town's own address. */
export const SIMULATOR = '/demo/nutzerkonto'

/** A provider by id. A simulator exists only where simulators are allowed: production has none. */
export async function findAnbieter(app: App, tx: Tx, id: string): Promise<Anbieter | undefined> {
  if (!isUuid(id)) return undefined
  const row = await identitaet(tx).selectFrom('identitaet.anbieter').selectAll().where('id', '=', id).executeTakeFirst()
  return row && erlaubt(app, row) ? row : undefined
}

/** All of a town, or those in use for one kind of account. */
export async function alleAnbieter(app: App, tx: Tx, aktivFuer?: 'buerger' | 'personal'): Promise<Anbieter[]> {
  let abfrage = identitaet(tx).selectFrom('identitaet.anbieter').selectAll()
  if (aktivFuer) abfrage = abfrage.where('kontoart', '=', aktivFuer).where('aktiv', '=', true)
  return (await abfrage.orderBy('id').limit(50).execute()).filter((row) => erlaubt(app, row))
}

const erlaubt = (app: App, { simulator }: Pick<Anbieter, 'simulator'>): boolean => !simulator || app.config.demo.simulatoren

const zugangKey = (app: App) => purposeKey(app.masterKey, 'identitaet.zugang')
export const geheimnisVersiegeln = (app: App, geheimnis: string): Buffer => seal(zugangKey(app), geheimnis)
export const geheimnisOeffnen = (app: App, siegel: Buffer): string => unseal(zugangKey(app), siegel)

const angabenKey = (app: App) => purposeKey(app.masterKey, 'identitaet.angaben')
export const angabenVersiegeln = (app: App, angaben: object): Buffer => seal(angabenKey(app), JSON.stringify(angaben))
export const angabenOeffnen = <T>(app: App, siegel: Buffer): T => JSON.parse(unseal(angabenKey(app), siegel)) as T

/** The pseudonym as it is kept: useless to whoever reads the table, and different in each town and for each provider. */
export const pseudonymHash = (app: App, { mandant_id, id }: Pick<Anbieter, 'mandant_id' | 'id'>, pseudonym: string): Buffer =>
  createHmac('sha256', purposeKey(app.masterKey, 'identitaet.pseudonym')).update(`${mandant_id}:${id}:${pseudonym}`).digest()

/** A page of this town as the browser and the provider see it: the host that was called, the scheme that is configured. */
export function adresse(c: Pick<RequestContext, 'app' | 'url'>, pfad: string): string {
  const url = new URL(pfad, c.app.config.baseUrl)
  return `${url.protocol}//${c.url.host}${url.pathname}${url.search}`
}

export const rueckkehrPfad = ({ id, protokoll }: Pick<Anbieter, 'id' | 'protokoll'>): string => `/anmelden/${protokoll}/${id}/antwort`
export const ausstellerVon = (c: Pick<RequestContext, 'app' | 'url'>, anbieter: Anbieter): string => anbieter.aussteller ?? adresse(c, SIMULATOR)
