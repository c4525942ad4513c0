import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Ausfertigung } from '../domain/ausfertigung.js'
import type { Inhalt } from '../domain/inhalt.js'

export type Bescheidart = 'genehmigung' | 'ablehnung' | 'berichtigung' | 'ruecknahme' | 'widerruf'
export type Bescheidstatus = 'entwurf' | 'zur_zeichnung' | 'gezeichnet' | 'erlassen' | 'korrigiert'

export interface BescheideTables {
  'bescheide.bescheid': {
    mandant_id: MandantId; id: string; vorgang_id: string; vorgaenger_id: string | null; art: Bescheidart; status: Bescheidstatus; fassung: number
    ausfertigung: ColumnType<Ausfertigung | null, unknown, unknown>; angestossen_am: Temporal.Instant | null; dokument_id: string | null; sendung_id: string | null
    erlassen_am: Temporal.Instant | null; angelegt_am: Temporal.Instant; automatisch_norm: Generated<string | null>
  }
  'bescheide.fassung': {
    mandant_id: MandantId; bescheid_id: string; nr: number; inhalt: ColumnType<Inhalt, unknown, never>; hash: string; autor_id: string; autor_fuer: string | null; erstellt_am: Temporal.Instant
  }
  'bescheide.korrektur': { mandant_id: MandantId; bescheid_id: string; norm: string; wirkung_ab: Temporal.PlainDate | null; kenntnis_am: Temporal.PlainDate | null }
  'bescheide.zeichnung': {
    mandant_id: MandantId; id: string; bescheid_id: string; fassung_nr: number; fassung_hash: string; art: 'GEZEICHNET' | 'ZURUECKGEGEBEN'
    wer_id: string; fuer_id: string | null; grund: string | null; zeitpunkt: Temporal.Instant
  }
}

export const bescheide = tables<BescheideTables>
