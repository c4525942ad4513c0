import type { Tx } from '../../../../platform/database/database.js'
import { organisation } from '../db/tables.js'

/** Why a short sign cannot be given to a unit (`ausser`: its own is fine); undefined when it can. */
export async function kuerzelFehler(tx: Tx, kuerzel: string, ausser?: string): Promise<{ feld: 'kuerzel'; text: string } | undefined> {
  if (!/^[A-Za-z0-9ÄÖÜäöüß./ -]+$/.test(kuerzel)) return { feld: 'kuerzel', text: 'Bitte nehmen Sie nur Buchstaben, Ziffern, Punkt, Schrägstrich, Bindestrich und Leerzeichen.' }
  const vergeben = await organisation(tx).selectFrom('organisation.einheit').select('id').where('kuerzel', '=', kuerzel).executeTakeFirst()
  return vergeben && vergeben.id !== ausser ? { feld: 'kuerzel', text: `Das Kürzel „${kuerzel}“ ist schon vergeben. Bitte nehmen Sie ein anderes.` } : undefined
}
