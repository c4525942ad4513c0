import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Vertrauensniveau } from '../../../../platform/usecases/actor.js'
import type { Attributzuordnung, Niveauzuordnung } from '../domain/attribute.js'
import type { Rollenzuordnung } from '../domain/rollen.js'

type Json<T> = ColumnType<T, unknown, unknown>

/** `verwaltung` invites and removes people; `mitarbeit` applies and reads. */
export type Mitgliedsrolle = 'verwaltung' | 'mitarbeit'

export interface IdentitaetTables {
  'identitaet.anbieter': {
    mandant_id: MandantId; id: string; bezeichnung: string; kontoart: 'buerger' | 'personal'; protokoll: 'oidc' | 'saml'; aussteller: string | null; client_id: string | null
    geheimnis: Buffer | null; einstieg: string | null; zertifikate: Generated<string[]>; schluessel: Buffer | null; eigenes_zertifikat: string | null
    attribute: Json<Attributzuordnung>; niveaus: Json<Niveauzuordnung>; rollen: Json<readonly Rollenzuordnung[]>; nur_anbieter: Generated<boolean>
    simulator: Generated<boolean>; aktiv: Generated<boolean>; created_at: Temporal.Instant
  }
  'identitaet.versuch': {
    mandant_id: MandantId; id: string; anbieter_id: string; bindung: Buffer; konto_id: string | null; fuer_konto: string | null; state_hash: Buffer; siegel: Buffer; anfrage_id: string | null
    niveau: Vertrauensniveau; attribute: string[]; ziel: string; begonnen_am: Temporal.Instant; verbraucht_am: Temporal.Instant | null; ergebnis: Buffer | null
  }
  'identitaet.verbraucht': { mandant_id: MandantId; hash: Buffer; gueltig_bis: Temporal.Instant }
  'identitaet.verknuepfung': {
    mandant_id: MandantId; anbieter_id: string; pseudonym_hash: Buffer; konto_id: string; postfach: string | null; letztes_niveau: Vertrauensniveau; verknuepft_am: Temporal.Instant
  }
  'identitaet.nachweis': { mandant_id: MandantId; id: string; anbieter_id: string; konto_id: string; niveau: Vertrauensniveau; siegel: Buffer; abgerufen_am: Temporal.Instant }
  'identitaet.rollenvergabe': { mandant_id: MandantId; anbieter_id: string; konto_id: string; zuweisung_id: string; rolle: string; einheit: string }
  'identitaet.unternehmen': { mandant_id: MandantId; konto_id: string; name: string; register: string | null; anschrift: string[]; angelegt_am: Temporal.Instant }
  'identitaet.mitglied': { mandant_id: MandantId; unternehmen_id: string; konto_id: string; rolle: Mitgliedsrolle; seit: Temporal.Instant; ausgeschieden_am: Temporal.Instant | null }
  'identitaet.einladung': {
    mandant_id: MandantId; id: string; unternehmen_id: string; email: string; rolle: Mitgliedsrolle; geheimnis_hash: Buffer; eingeladen_von: string
    gueltig_bis: Temporal.Instant; beendet_am: Temporal.Instant | null
  }
  'identitaet.notfallkonto': { mandant_id: MandantId; konto_id: string; benannt_am: Temporal.Instant; benannt_von: string }
}

export const identitaet = tables<IdentitaetTables>
