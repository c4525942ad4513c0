/**
 * The table of question kinds. A new kind is a folder with `typ.ts` and `field.tsx`, a row here and one in `felder.ts`.
 */
import type { FrageTyp } from '../domain/fragetyp.js'
import { anschrift } from './anschrift/typ.js'
import { auswahl } from './auswahl/typ.js'
import { bestaetigung } from './bestaetigung/typ.js'
import { betrag } from './betrag/typ.js'
import { datei } from './datei/typ.js'
import { datum } from './datum/typ.js'
import { email } from './email/typ.js'
import { geburtsdatum } from './geburtsdatum/typ.js'
import { gruppe } from './gruppe/typ.js'
import { hinweis } from './hinweis/typ.js'
import { iban } from './iban/typ.js'
import { jaNein } from './ja_nein/typ.js'
import { kennzeichen } from './kennzeichen/typ.js'
import { mehrfachauswahl } from './mehrfachauswahl/typ.js'
import { mehrzeilig } from './mehrzeilig/typ.js'
import { name } from './name/typ.js'
import { telefon } from './telefon/typ.js'
import { text } from './text/typ.js'
import { zahl } from './zahl/typ.js'

export const FRAGETYPEN = {
  text, mehrzeilig, zahl, betrag, datum, geburtsdatum, auswahl, mehrfachauswahl, ja_nein: jaNein, bestaetigung, email,
  telefon, iban, anschrift, name, kennzeichen, datei, hinweis, gruppe,
} as const satisfies Record<string, FrageTyp>

export type TypName = keyof typeof FRAGETYPEN

const tabelle: Readonly<Record<string, FrageTyp>> = FRAGETYPEN

export const kenntTyp = (typ: string): typ is TypName => Object.hasOwn(tabelle, typ)

/** The kind of a question. The release check has refused unknown kinds, so an unknown one here is a bug. */
export const typVon = (typ: string): FrageTyp => {
  const eintrag = kenntTyp(typ) ? tabelle[typ] : undefined
  if (eintrag === undefined) throw new Error(`Unbekannte Art von Frage: ${typ}`)
  return eintrag
}
