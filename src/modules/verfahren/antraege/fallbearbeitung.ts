import { registerInhaltsart } from '../../akte/eingang/index.js'
import { registerFallTeil, registerMaske, registerNochUnterwegs } from '../fallbearbeitung/index.js'
import { erklaertesZuEingang } from './antrag.js'
import { antraege } from './db/tables.js'
import { pruefmaske, vermerkmaske } from './pruefen/maske.js'
import { fallteile } from './pruefen/teile.js'

/** Plugs the application into the case screen and the intake book. */
export function registriereFallbearbeitung(): void {
  registerMaske('antrag.pruefen', pruefmaske)
  registerInhaltsart('antrag', erklaertesZuEingang)
  registerMaske('anzeige.vermerken', vermerkmaske)
  // Confirmations are rendered by jobs and filed afterwards; a closed Vorgang takes no documents.
  registerNochUnterwegs(async (tx, vorgangId) => {
    const row = await antraege(tx).selectFrom('antraege.antrag as a').leftJoin('antraege.ruecknahme as r', 'r.antrag_id', 'a.id')
      .select(['a.bestaetigung_id', 'r.antrag_id', 'r.dokument_id']).where('a.vorgang_id', '=', vorgangId).executeTakeFirst()
    return row !== undefined && (row.bestaetigung_id === null || (row.antrag_id !== null && row.dokument_id === null))
  })
  for (const teil of fallteile) registerFallTeil(teil)
}
