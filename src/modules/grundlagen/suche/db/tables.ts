import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'

export interface SucheTables {
  'suche.eintrag': {
    mandant_id: MandantId; mandant_nr: number; objekt_art: string; objekt_id: string; vorgang_id: string | null
    recht: string; zugriff: string; stufe: number; ausgeschlossen: string[]; nur_fuer: string | null; datum: Temporal.PlainDate; schluessel: string; tsv: string
  }
  'suche.inhalt': { mandant_id: MandantId; objekt_art: string; objekt_id: string; titel: string; auszug: string; url: string }
}

export const suche = tables<SucheTables>
