import { Type } from 'typebox'
import { sql } from 'kysely'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { konten, type Kontostatus } from '../db/tables.js'

const SEITE = 50

export interface Benutzer {
  readonly id: string; readonly kennung: string; readonly name: string; readonly email: string | null; readonly telefon: string | null
  readonly status: Kontostatus; readonly statusGrund: string | null; readonly letzteAnmeldungAm: Temporal.Instant | null; readonly zweitfaktor: boolean; readonly passwort: boolean
}

const spalten = ['id', 'kennung', 'name', 'email', 'telefon', 'status', 'status_grund', 'letzte_anmeldung_am', 'totp_aktiv_am', 'passwort_hash'] as const
type Zeile = { id: string; kennung: string; name: string; email: string | null; telefon: string | null; status: Kontostatus; status_grund: string | null; letzte_anmeldung_am: Temporal.Instant | null; totp_aktiv_am: Temporal.Instant | null; passwort_hash: string | null }

const benutzer = (row: Zeile): Benutzer => ({
  id: row.id, kennung: row.kennung, name: row.name, email: row.email, telefon: row.telefon, status: row.status, statusGrund: row.status_grund,
  letzteAnmeldungAm: row.letzte_anmeldung_am, zweitfaktor: row.totp_aktiv_am !== null, passwort: row.passwort_hash !== null,
})

/** Employees by name, fifty at a time; `nach` is the last row of the page before. */
export const benutzerliste = query({
  name: 'konten.benutzerliste',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 100 })),
    status: Type.Optional(Type.Union([Type.Literal('aktiv'), Type.Literal('gesperrt'), Type.Literal('ausgeschieden')])),
    nach: Type.Optional(Type.Object({ name: Type.String({ maxLength: 200 }), id: Id })),
  }, { additionalProperties: false }),
  allow: can('konten.verwalten')(),
  async run({ tx }, { text, status, nach }) {
    let rows = konten(tx).selectFrom('konten.konto').select(spalten).where('art', '=', 'personal').orderBy('name').orderBy('id').limit(SEITE + 1)
    if (status) rows = rows.where('status', '=', status)
    if (text) {
      const muster = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
      rows = rows.where((where) => where.or([where('name', 'ilike', muster), where('kennung', 'ilike', muster), where('email', 'ilike', muster)]))
    }
    if (nach) rows = rows.where(sql<boolean>`(name, id) > (${nach.name}, ${nach.id}::uuid)`)
    const gefunden = (await rows.execute()).map(benutzer)
    return { benutzer: gefunden.slice(0, SEITE), weitere: gefunden.length > SEITE }
  },
})

/** One employee's account as the administration sees it. */
export const benutzerById = query({
  name: 'konten.benutzerById', input: Type.Object({ id: Id }), allow: can('konten.verwalten')(), personenbezogen: ({ id }) => `konto:${id}`,
  async run({ tx }, { id }) {
    const row = await konten(tx).selectFrom('konten.konto').select(spalten).where('id', '=', id).where('art', '=', 'personal').executeTakeFirst()
    if (!row) throw new NotFound()
    return benutzer(row)
  },
})
