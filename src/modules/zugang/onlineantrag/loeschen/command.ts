import { Type } from 'typebox'
import { sql } from 'kysely'
import { intern } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { onlineantrag } from '../db/tables.js'
import { entwurfErinnert, entwurfGeloescht } from '../events.js'
import { inhaltLoeschen } from '../verwerfen/command.js'
import { erinnerungSenden } from './erinnerung-senden.js'

/** Deletes drafts whose last day is over (A3-04: after day 30, not on it). A hundred at a time; says how many. */
export const abgelaufeneLoeschen = command({
  name: 'onlineantrag.abgelaufeneLoeschen',
  input: Type.Object({}, { additionalProperties: false }),
  allow: intern(),
  async run({ tx, now, today, emit, unchanged }) {
    const rows = await onlineantrag(tx).selectFrom('onlineantrag.entwurf').select(['id', 'leistung', 'seite'])
      .where('status', '=', 'offen').where('absendewunsch_am', 'is', null).where('zustimmung_seit', 'is', null).where('loeschen_ab', '<', today).orderBy('loeschen_ab').limit(100).forUpdate().skipLocked().execute()
    for (const { id, leistung, seite } of rows) {
      await inhaltLoeschen(tx, id, now)
      emit(entwurfGeloescht(id, { leistung, seite, anlass: 'frist' }))
    }
    if (rows.length === 0) unchanged()
    return { geloescht: rows.length }
  },
})

/** Says by e-mail that a draft will be deleted, once, a week before (short periods: at half time). Without an address nobody can be told. */
export const anEntwuerfeErinnern = command({
  name: 'onlineantrag.anEntwuerfeErinnern',
  input: Type.Object({}, { additionalProperties: false }),
  allow: intern(),
  async run({ tx, now, today, emit, enqueue, unchanged }) {
    const rows = await onlineantrag(tx).selectFrom('onlineantrag.entwurf').select(['id', 'loeschen_ab'])
      .where('status', '=', 'offen').where('erinnert_am', 'is', null).where((is) => is.or([is('inhaber_art', '=', 'konto'), is('email', 'is not', null)]))
      .where('loeschen_ab', '>=', today).where(sql<boolean>`loeschen_ab - least(7, frist_tage / 2) <= ${today}::date`)
      .orderBy('loeschen_ab').limit(100).forUpdate().skipLocked().execute()
    for (const { id, loeschen_ab: loeschenAb } of rows) {
      await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({ erinnert_am: now }).where('id', '=', id).execute()
      enqueue(erinnerungSenden, { entwurfId: id })
      emit(entwurfErinnert(id, { loeschenAb: loeschenAb.toString() }))
    }
    if (rows.length === 0) unchanged()
    return { erinnert: rows.length }
  },
})
