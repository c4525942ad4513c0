import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { konten, type Kontostatus } from '../db/tables.js'

export interface Schluessel { readonly id: string; readonly praefix: string; readonly gueltigBis: Temporal.PlainDate; readonly widerrufenAm: Temporal.Instant | null; readonly seit: Temporal.Instant }
export interface Schnittstelle {
  readonly id: string; readonly kennung: string; readonly name: string; readonly status: Kontostatus; readonly rechte: readonly string[]; readonly stufe: number
  readonly schluessel: readonly Schluessel[]
}

/** All interfaces with their keys; a town has a few dozen. */
export const schnittstellen = query({
  name: 'konten.schnittstellen', input: Type.Object({}), allow: can('konten.verwalten')(),
  async run({ tx }): Promise<Schnittstelle[]> {
    const rows = await konten(tx).selectFrom('konten.konto').select(['id', 'kennung', 'name', 'status', 'rechte', 'stufe']).where('art', '=', 'dienst').orderBy('name').limit(500).execute()
    const keys = rows.length === 0 ? [] : await konten(tx).selectFrom('konten.dienstschluessel').select(['id', 'konto_id', 'praefix', 'gueltig_bis', 'widerrufen_am', 'created_at']).where('konto_id', 'in', rows.map(({ id }) => id)).orderBy('created_at', 'desc').execute()
    return rows.map((row) => ({
      ...row,
      schluessel: keys.filter((key) => key.konto_id === row.id).map((key) => ({ id: key.id, praefix: key.praefix, gueltigBis: key.gueltig_bis, widerrufenAm: key.widerrufen_am, seit: key.created_at })),
    }))
  },
})

export const schnittstelleById = query({
  name: 'konten.schnittstelleById', input: Type.Object({ id: Id }), allow: can('konten.verwalten')(),
  async run(ctx, { id }): Promise<Schnittstelle> {
    const gefunden = (await schnittstellen.run(ctx, {})).find((one) => one.id === id)
    if (!gefunden) throw new NotFound()
    return gefunden
  },
})
