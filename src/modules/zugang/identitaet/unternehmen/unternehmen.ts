import type { Tx } from '../../../../platform/database/database.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { identitaet, type Mitgliedsrolle } from '../db/tables.js'

export interface Mitgliedschaft { readonly unternehmenId: string; readonly name: string; readonly rolle: Mitgliedsrolle }
export interface Mitglied { readonly kontoId: string; readonly name: string; readonly rolle: Mitgliedsrolle; readonly seit: Temporal.Instant }

/** The companies that a person acts for. */
export async function mitgliedschaften(tx: Tx, kontoId: string): Promise<Mitgliedschaft[]> {
  return identitaet(tx).selectFrom('identitaet.mitglied as m').innerJoin('identitaet.unternehmen as u', (join) => join.onRef('u.mandant_id', '=', 'm.mandant_id').onRef('u.konto_id', '=', 'm.unternehmen_id'))
    .select(['u.konto_id as unternehmenId', 'u.name', 'm.rolle']).where('m.konto_id', '=', kontoId).where('m.ausgeschieden_am', 'is', null).orderBy('u.name').limit(100).execute()
}

/** In which role somebody acts for a company; undefined: not at all. Locked where a command relies on it. */
export async function rolleIn(tx: Tx, unternehmenId: string, kontoId: string): Promise<Mitgliedsrolle | undefined> {
  const row = await identitaet(tx).selectFrom('identitaet.mitglied').select('rolle').where('unternehmen_id', '=', unternehmenId).where('konto_id', '=', kontoId).where('ausgeschieden_am', 'is', null).forShare().executeTakeFirst()
  return row?.rolle
}

/** Everybody who acts for a company. */
export async function mitgliederVon(tx: Tx, unternehmenId: string): Promise<Mitglied[]> {
  const rows = await identitaet(tx).selectFrom('identitaet.mitglied').select(['konto_id', 'rolle', 'seit']).where('unternehmen_id', '=', unternehmenId).where('ausgeschieden_am', 'is', null).orderBy('seit').limit(500).execute()
  const konten = await kontenById(tx, rows.map(({ konto_id }) => konto_id))
  return rows.map(({ konto_id, rolle, seit }) => ({ kontoId: konto_id, name: konten.get(konto_id)?.name ?? 'Unbekannt', rolle, seit }))
}

/** Open invitations of a company. */
export const einladungenVon = (tx: Tx, unternehmenId: string) =>
  identitaet(tx).selectFrom('identitaet.einladung').select(['id', 'email', 'rolle', 'gueltig_bis']).where('unternehmen_id', '=', unternehmenId).where('beendet_am', 'is', null).orderBy('id').limit(100).execute()
