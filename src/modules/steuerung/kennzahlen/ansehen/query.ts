import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { holds, unitsWith } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { findObjekt } from '../../programm/index.js'
import { kennzahlen } from '../db/tables.js'
import { alleFassungen, gueltigeWerte, ladeKennzahl, reiheAus } from '../lesen.js'
import { standDer } from '../stand.js'

/** Everything about one Kennzahl: what it means, all its values with their versions, and how its definition changed. */
export const kennzahlAnsehen = query({
  name: 'kennzahlen.kennzahlAnsehen',
  input: Type.Object({ id: Id }, { additionalProperties: false }),
  allow: can('kennzahlen.lesen')(),
  async run({ tx, actor, today }, { id }) {
    const kennzahl = await ladeKennzahl(tx, id)
    const werte = await gueltigeWerte(tx, [id])
    const [
      reihe, fassungen, verlauf,
    ] = [reiheAus(kennzahl, werte), await alleFassungen(tx, id), await aenderungen(tx, id)]
    const einheitIds = [
      kennzahl.einheitId, ...fassungen.map(({ einheitId }) => einheitId),
    ].flatMap((eine) => eine ?? [])
    const einheiten = await einheitenById(tx, [...new Set(einheitIds)])
    const personen = await kontenById(tx, [...new Set([
      ...fassungen.map(({ erfasstVon }) => erfasstVon), ...verlauf.map(({ wer }) => wer),
    ])].filter((wer) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(wer)))
    const verantwortlich = holds(actor, 'kennzahlen.erfassen', { einheitId: kennzahl.einheitId })
    return {
      kennzahl, reihe, fassungen, verlauf, stand: standDer(kennzahl, reihe, today),
      ziel: kennzahl.zielId ? await findObjekt(tx, kennzahl.zielId) : undefined,
      einheitname: (einheitId: string): string => {
        const einheit = einheiten.get(einheitId)
        return einheit ? `${einheit.kuerzel} ${einheit.name}` : 'aufgelöste Einheit'
      },
      person: (wer: string): string => personen.get(wer)?.name ?? 'System',
      darf: {
        eintragen: kennzahl.stillgelegtAm === null
          && (verantwortlich || unitsWith(actor, 'kennzahlen.erfassen').length > 0),
        /** Who answers for the Kennzahl corrects everything, a unit its own value. */
        berichtigen: (einheitId: string | null): boolean => kennzahl.stillgelegtAm === null
          && (verantwortlich || (einheitId !== null && holds(actor, 'kennzahlen.erfassen', { einheitId }))),
        verwalten: holds(actor, 'kennzahlen.verwalten', { einheitId: kennzahl.einheitId }),
      },
    }
  },
})
export type Ansicht = Awaited<ReturnType<typeof kennzahlAnsehen.run>>

async function aenderungen(tx: Tx, id: string) {
  const rows = await kennzahlen(tx)
    .selectFrom('kennzahlen.aenderung')
    .selectAll()
    .where('kennzahl_id', '=', id)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ id: row.id, feld: row.feld, alt: row.alt, neu: row.neu, wer: row.akteur_id, am: row.am }))
}
