import { createHash, randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { App } from '../../../../platform/app.js'
import type { Tx } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import type { Vertrauensniveau } from '../../../../platform/usecases/actor.js'
import { angabenOeffnen, angabenVersiegeln } from '../anbieter/anbieter.js'
import { identitaet, type IdentitaetTables } from '../db/tables.js'

/** So long may it take until somebody comes back from the provider; by the real clock, like sessions. */
export const VERSUCH_MINUTEN = 30

export type Versuch = Selectable<IdentitaetTables['identitaet.versuch']>

export const hashVon = (text: string): Buffer => createHash('sha256').update(text).digest()
const zufall = (): string => randomBytes(32).toString('base64url')

/** What goes to the provider and has to come back. `verifier` and `nonce` never leave the server unhashed. */
export interface Geheim { readonly state: string; readonly nonce: string; readonly verifier: string }

export interface NeuerVersuch {
  readonly anbieterId: string; readonly bindung: Buffer; readonly kontoId: string | null; readonly fuerKonto?: string; readonly niveau: Vertrauensniveau; readonly attribute: readonly string[]; readonly ziel: string
  /** SAML: id of the request. */
  readonly anfrageId?: string
}

/** Notes an attempt and gives its secrets. */
export async function beginne(app: App, mandantId: string, neu: NeuerVersuch): Promise<Geheim & { readonly id: string }> {
  const geheim: Geheim = { state: zufall(), nonce: zufall(), verifier: zufall() }
  const id = newId()
  await app.db.withMandant(mandantId, (tx) => identitaet(tx).insertInto('identitaet.versuch').values({
    id, anbieter_id: neu.anbieterId, bindung: neu.bindung, konto_id: neu.kontoId, fuer_konto: neu.fuerKonto ?? null, state_hash: hashVon(geheim.state), siegel: angabenVersiegeln(app, geheim), anfrage_id: neu.anfrageId ?? null,
    niveau: neu.niveau, attribute: [...neu.attribute], ziel: neu.ziel, begonnen_am: Temporal.Now.instant(), verbraucht_am: null, ergebnis: null,
  }).execute())
  return { ...geheim, id }
}

export const geheimVon = (app: App, { siegel }: Pick<Versuch, 'siegel'>): Geheim => angabenOeffnen<Geheim>(app, siegel)

/** The attempt that an answer belongs to, whatever became of it. */
export const findVersuch = (tx: Tx, bedingung: { readonly anbieterId: string } & ({ readonly state: string } | { readonly anfrageId: string })): Promise<Versuch | undefined> => {
  const abfrage = identitaet(tx).selectFrom('identitaet.versuch').selectAll().where('anbieter_id', '=', bedingung.anbieterId)
  return ('state' in bedingung ? abfrage.where('state_hash', '=', hashVon(bedingung.state)) : abfrage.where('anfrage_id', '=', bedingung.anfrageId)).executeTakeFirst()
}

export const istAbgelaufen = ({ begonnen_am }: Pick<Versuch, 'begonnen_am'>): boolean =>
  Temporal.Instant.compare(begonnen_am.add({ minutes: VERSUCH_MINUTEN }), Temporal.Now.instant()) < 0

/** Notes something that may happen once. False: it has happened before. */
export async function einmalig(tx: Tx, kennung: string, bis: Temporal.Instant): Promise<boolean> {
  const row = await identitaet(tx).insertInto('identitaet.verbraucht').values({ hash: hashVon(kennung), gueltig_bis: bis })
    .onConflict((conflict) => conflict.columns(['mandant_id', 'hash']).doNothing()).returning('hash').executeTakeFirst()
  return row !== undefined
}
