import type { Tx } from '../../../platform/database/database.js'
import { konten, type Kontoart, type Kontostatus } from './db/tables.js'

/** What other rooms may know of an account. */
export interface Konto {
  readonly id: string
  readonly art: Kontoart
  readonly name: string
  /** Citizens only; a person may have one name without a first name. */
  readonly vorname: string | null
  readonly nachname: string | null
  readonly email: string | null
  readonly telefon: string | null
  readonly kennung: string
  readonly status: Kontostatus
}

const spalten = ['id', 'art', 'name', 'vorname', 'nachname', 'email', 'telefon', 'kennung', 'status'] as const

/** Accounts by id, in one query; also locked and former ones, because old files name them. */
export async function kontenById(tx: Tx, ids: readonly string[]): Promise<Map<string, Konto>> {
  if (ids.length === 0) return new Map()
  const rows = await konten(tx).selectFrom('konten.konto').select(spalten).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** An employee by sign-in name, for seeds, imports and the command line, which know no ids. */
export const findPersonal = (tx: Tx, kennung: string): Promise<Konto | undefined> => findKonto(tx, 'personal', kennung)

/** An account by kind and sign-in name. An e-mail address finds nothing: it may belong to several accounts (A2-07). */
export async function findKonto(tx: Tx, art: Kontoart, kennung: string): Promise<Konto | undefined> {
  return konten(tx).selectFrom('konten.konto').select(spalten).where('art', '=', art).where('kennung', '=', kennung.toLowerCase()).executeTakeFirst()
}

/** Employees who can be given work, by name; for choosing a person from a list. */
export async function aktivesPersonal(tx: Tx): Promise<Konto[]> {
  return konten(tx).selectFrom('konten.konto').select(spalten).where('art', '=', 'personal').where('status', '=', 'aktiv').orderBy('name').orderBy('id').limit(2000).execute()
}

/** Employees, former ones too, whose name or sign-in name holds the text; at most 50. */
export async function personalSuchen(tx: Tx, text: string): Promise<string[]> {
  const muster = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const rows = await konten(tx).selectFrom('konten.konto').select('id').where('art', '=', 'personal').where((where) => where.or([where('name', 'ilike', muster), where('kennung', 'ilike', muster)])).orderBy('name').limit(50).execute()
  return rows.map(({ id }) => id)
}

/** Can the account sign in with something of its own, a password or a passkey? Else only a provider opens it. */
export async function hatEigeneAnmeldung(tx: Tx, kontoId: string): Promise<boolean> {
  const row = await konten(tx).selectFrom('konten.konto as k').where('k.id', '=', kontoId)
    .select((k) => ['k.passwort_hash', k.exists(k.selectFrom('konten.passkey as p').whereRef('p.konto_id', '=', 'k.id').select('p.id')).as('passkey')]).executeTakeFirst()
  return Boolean(row?.passwort_hash) || Boolean(row?.passkey)
}

/** Does an active citizen's account use this address? Only the mail to the address itself may tell. */
export async function emailBekannt(tx: Tx, email: string): Promise<boolean> {
  return (await aktiveBuerger(tx, email.toLowerCase())).length > 0
}

/** Active citizens with a confirmed address, by that address (at most five) or by sign-in name. */
export async function aktiveBuerger(tx: Tx, eingabe: string): Promise<{ id: string; kennung: string; email: string }[]> {
  let rows = konten(tx).selectFrom('konten.konto').select(['id', 'kennung', 'email']).where('art', '=', 'buerger').where('status', '=', 'aktiv').orderBy('id').limit(5)
  rows = eingabe.includes('@') ? rows.where((where) => where(where.fn<string>('lower', ['email']), '=', eingabe)) : rows.where('kennung', '=', eingabe)
  return (await rows.execute()).flatMap(({ id, kennung, email }) => (email ? [{ id, kennung, email }] : []))
}
