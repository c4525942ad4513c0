import type { Tx } from '../../../platform/database/database.js'
import { kennzahlen } from './db/tables.js'
import type { Messung } from './domain/kennzahl.js'
import { alsText } from './domain/zahl.js'
import { alsWert, type Wert } from './lesen.js'

/** What a measurement becomes in the table: exactly one kind. */
export function messungsspalten(messung: Messung): {
  zahl: string | null; zaehler: string | null; nenner: string | null; fehlt: string | null
} {
  const leer = { zahl: null, zaehler: null, nenner: null, fehlt: null }
  if ('fehlt' in messung) return { ...leer, fehlt: messung.fehlt }
  if ('zahl' in messung) return { ...leer, zahl: alsText(messung.zahl) }
  return { ...leer, zaehler: alsText(messung.zaehler), nenner: alsText(messung.nenner) }
}

/** The value that counts now for that day; the Kennzahl is locked by the caller. */
export async function letzteFassung(
  tx: Tx, kennzahlId: string, einheitId: string | null, stichtag: Temporal.PlainDate
): Promise<Wert | undefined> {
  const row = await kennzahlen(tx)
    .selectFrom('kennzahlen.wert')
    .selectAll()
    .where('kennzahl_id', '=', kennzahlId)
    .where('stichtag', '=', stichtag)
    .where('einheit_id', 'is not distinct from', einheitId).orderBy('fassung', 'desc').limit(1).executeTakeFirst()
  return row && alsWert(row)
}
