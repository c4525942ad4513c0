/** The fields of the question kinds, apart from `index.ts` so that rules never load pages. */
import type { VNode } from 'preact'
import type { FeldProps } from './feld.js'
import { AnschriftFeld } from './anschrift/field.js'
import { AuswahlFeld } from './auswahl/field.js'
import { BestaetigungFeld } from './bestaetigung/field.js'
import { BetragFeld } from './betrag/field.js'
import { DateiFeld } from './datei/field.js'
import { DatumFeld } from './datum/field.js'
import { EmailFeld } from './email/field.js'
import { GeburtsdatumFeld } from './geburtsdatum/field.js'
import { GruppeFeld } from './gruppe/field.js'
import { HinweisFeld } from './hinweis/field.js'
import { IbanFeld } from './iban/field.js'
import type { TypName } from './index.js'
import { JaNeinFeld } from './ja_nein/field.js'
import { KennzeichenFeld } from './kennzeichen/field.js'
import { MehrfachauswahlFeld } from './mehrfachauswahl/field.js'
import { MehrzeiligFeld } from './mehrzeilig/field.js'
import { NameFeld } from './name/field.js'
import { TelefonFeld } from './telefon/field.js'
import { TextFeld } from './text/field.js'
import { ZahlFeld } from './zahl/field.js'

export const FELDER: Readonly<Record<TypName, (props: FeldProps) => VNode>> = {
  text: TextFeld, mehrzeilig: MehrzeiligFeld, zahl: ZahlFeld, betrag: BetragFeld, datum: DatumFeld,
  geburtsdatum: GeburtsdatumFeld, auswahl: AuswahlFeld, mehrfachauswahl: MehrfachauswahlFeld, ja_nein: JaNeinFeld,
  bestaetigung: BestaetigungFeld, email: EmailFeld, telefon: TelefonFeld, iban: IbanFeld, anschrift: AnschriftFeld,
  name: NameFeld, kennzeichen: KennzeichenFeld, datei: DateiFeld, hinweis: HinweisFeld, gruppe: GruppeFeld,
}
