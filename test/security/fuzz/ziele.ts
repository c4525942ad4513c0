import { zieleBoden } from './ziele-boden.js'
import { zieleFinanzen } from './ziele-finanzen.js'
import { zieleVerfahren } from './ziele-verfahren.js'
import type { Ziel } from './ziel.js'

/** Every parser that takes bytes from outside. */
export const ziele: readonly Ziel[] = [...zieleFinanzen, ...zieleVerfahren, ...zieleBoden]
