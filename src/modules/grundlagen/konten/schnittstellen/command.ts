import { Type } from 'typebox'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { schluesselAusgestellt, schluesselWiderrufen } from '../events.js'

const HOECHSTENS_TAGE = 730

/** The real day: a moved demo clock must not make a key that outlives its limit. */
const heute = () => Temporal.Now.plainDateISO('Europe/Berlin')

/** The day that a text names, if there is such a day: 2027-02-31 is none. */
function tagVon(text: string): Temporal.PlainDate | undefined {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const tag = Temporal.PlainDate.from({ year, month: Math.max(1, month), day: Math.max(1, day) }, { overflow: 'constrain' })
  return tag.toString() === text ? tag : undefined
}

/**
 * Gives an interface a further key. Several are valid at once, so that one can be exchanged without interruption (K2-07). Only its
 * hash comes here; the key itself is shown once by whoever drew it.
 */
export const schluesselAusstellen = command({
  name: 'konten.schluesselAusstellen',
  input: Type.Object({ kontoId: Id, hash: Type.String({ pattern: '^[0-9a-f]{64}$' }), praefix: Type.String({ pattern: '^skd_[0-9a-z]{6}$' }), gueltigBis: Datum }, { additionalProperties: false }),
  allow: can('konten.verwalten')(),
  async run({ tx, emit }, { kontoId, hash, praefix, gueltigBis }) {
    const ende = tagVon(gueltigBis)
    const tage = ende ? heute().until(ende, { largestUnit: 'day' }).days : 0
    if (!ende || tage < 1 || tage > HOECHSTENS_TAGE) throw new Invalid([{ feld: 'gueltigBis', text: 'Bitte wählen Sie einen Tag zwischen morgen und in zwei Jahren.' }])
    const konto = await konten(tx).selectFrom('konten.konto').select('id').where('id', '=', kontoId).where('art', '=', 'dienst').executeTakeFirst()
    if (!konto) throw new NotFound()
    const id = newId()
    await konten(tx).insertInto('konten.dienstschluessel').values({ id, konto_id: kontoId, hash: Buffer.from(hash, 'hex'), praefix, gueltig_bis: ende, widerrufen_am: null }).execute()
    emit(schluesselAusgestellt(kontoId, { schluesselId: id, gueltigBis }))
    return { id }
  },
})

/** Ends a key at once. */
export const schluesselWiderruf = command({
  name: 'konten.schluesselWiderruf',
  input: Type.Object({ id: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: can('konten.verwalten')(),
  async run({ tx, emit, unchanged, now }, { id, grund }) {
    const schluessel = await konten(tx).selectFrom('konten.dienstschluessel').select(['konto_id', 'widerrufen_am']).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!schluessel) throw new NotFound()
    if (schluessel.widerrufen_am) { unchanged(); return }
    await konten(tx).updateTable('konten.dienstschluessel').set({ widerrufen_am: now }).where('id', '=', id).execute()
    emit(schluesselWiderrufen(schluessel.konto_id, { schluesselId: id }, grund))
  },
})
