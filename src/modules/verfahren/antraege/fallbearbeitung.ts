import { registerInhaltsart } from '../../akte/eingang/index.js'
import { registerFallTeil, registerMaske } from '../fallbearbeitung/index.js'
import { erklaertesZuEingang } from './antrag.js'
import { pruefmaske } from './pruefen/maske.js'
import { fallteile } from './pruefen/teile.js'

/** Plugs the application into the case screen and the intake book. */
export function registriereFallbearbeitung(): void {
  registerMaske('antrag.pruefen', pruefmaske)
  registerInhaltsart('antrag', erklaertesZuEingang)
  for (const teil of fallteile) registerFallTeil(teil)
}
