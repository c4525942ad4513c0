import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'

export interface MaildemoTables {
  'maildemo.mail': { mandant_id: MandantId; id: string; an: string; betreff: string; text: string; anlagen: string[]; empfangen_am: Temporal.Instant }
}

export const maildemo = tables<MaildemoTables>
