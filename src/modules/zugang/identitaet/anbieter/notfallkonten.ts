import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { hatEigeneAnmeldung, kontenById } from '../../../grundlagen/konten/index.js'
import { rollenbildVon } from '../../../grundlagen/organisation/index.js'
import { identitaet } from '../db/tables.js'
import { notfallkontoBenannt, notfallkontoEntfernt } from '../events.js'

/** Emergency accounts that really help: active, with a password or passkey of their own, and allowed to manage the organisation. */
export async function wirksameNotfallkonten(tx: Tx, today: Temporal.PlainDate): Promise<string[]> {
  const ids = (await identitaet(tx).selectFrom('identitaet.notfallkonto').select('konto_id').limit(100).execute()).map(({ konto_id }) => konto_id)
  const konten = await kontenById(tx, ids)
  const wirksam: string[] = []
  for (const id of ids) {
    if (konten.get(id)?.status !== 'aktiv' || !(await hatEigeneAnmeldung(tx, id))) continue
    if ((await rollenbildVon(tx, id, today)).zuweisungen.some(({ rechte }) => rechte.has('organisation.verwalten'))) wirksam.push(id)
  }
  return wirksam
}

/** Employees of whom only these still sign in with a password of their own when the provider is the rule. */
export const alleNotfallkonten = async (tx: Tx): Promise<string[]> => (await identitaet(tx).selectFrom('identitaet.notfallkonto').select('konto_id').orderBy('konto_id').limit(100).execute()).map(({ konto_id }) => konto_id)

export const notfallkontoBenennen = command({
  name: 'identitaet.notfallkontoBenennen', input: Type.Object({ kontoId: Id }, { additionalProperties: false }), allow: can('identitaet.verwalten')(),
  async run({ tx, emit, unchanged, now, actor }, { kontoId }) {
    const konto = (await kontenById(tx, [kontoId])).get(kontoId)
    if (konto?.art !== 'personal' || konto.status !== 'aktiv') throw new Invalid([{ feld: 'kontoId', text: 'Bitte wählen Sie eine beschäftigte Person aus der Liste.' }])
    if (!(await hatEigeneAnmeldung(tx, kontoId))) throw new Invalid([{ feld: 'kontoId', text: 'Dieses Konto hat kein eigenes Passwort. Die Person muss es zuerst mit einem Startcode einrichten.' }])
    const row = await identitaet(tx).insertInto('identitaet.notfallkonto').values({ konto_id: kontoId, benannt_am: now, benannt_von: actor.id }).onConflict((conflict) => conflict.columns(['mandant_id', 'konto_id']).doNothing()).returning('konto_id').executeTakeFirst()
    if (row) emit(notfallkontoBenannt(kontoId))
    else unchanged()
  },
})

/** The last one stays while the provider is the only way in: else nobody could repair it. */
export const notfallkontoEntfernen = command({
  name: 'identitaet.notfallkontoEntfernen', input: Type.Object({ kontoId: Id }, { additionalProperties: false }), allow: can('identitaet.verwalten')(),
  async run({ tx, emit, unchanged, today }, { kontoId }) {
    const row = await identitaet(tx).deleteFrom('identitaet.notfallkonto').where('konto_id', '=', kontoId).returning('konto_id').executeTakeFirst()
    if (!row) { unchanged(); return }
    const nurAnbieter = await identitaet(tx).selectFrom('identitaet.anbieter').select('id').where('kontoart', '=', 'personal').where('aktiv', '=', true).where('nur_anbieter', '=', true).executeTakeFirst()
    if (nurAnbieter && (await wirksameNotfallkonten(tx, today)).length === 0) {
      throw new Conflict('identitaet.letztesNotfallkonto', 'Das ist das letzte wirksame Notfallkonto. Benennen Sie zuerst ein anderes, oder erlauben Sie wieder die Anmeldung mit Passwort.')
    }
    emit(notfallkontoEntfernt(kontoId))
  },
})
