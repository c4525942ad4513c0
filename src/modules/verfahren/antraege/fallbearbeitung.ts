import { registerFallTeil, registerMaske } from '../fallbearbeitung/index.js'
import { pruefmaske } from './pruefen/maske.js'
import { fallteile } from './pruefen/teile.js'

/** Plugs the application into the case screen. */
export function registriereFallbearbeitung(): void {
  registerMaske('antrag.pruefen', pruefmaske)
  for (const teil of fallteile) registerFallTeil(teil)
}
