import { Type } from 'typebox'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { akten } from '../db/tables.js'
import { akteUebergang, istBearbeitbar, vorgangUebergang } from '../domain/zustaende.js'
import { akteWiedergeoeffnet, vorgangWiedergeoeffnet } from '../events.js'
import { amVorgang } from '../lesen.js'

/** Why a Vorgang is opened again; Wiederaufgreifen is the person's right to a new decision (§ 51 VwVfG NRW). */
export const ANLAESSE = ['nachtrag', 'korrektur', 'wiederaufgreifen', 'rechtsbehelf', 'sonstiges'] as const

/** Takes z.d.A. back, with a reason; retention begins anew with the next z.d.A. (C4-07). A closed Akte opens with it. */
export const vorgangWiederoeffnen = command({
  name: 'akten.vorgangWiederoeffnen',
  input: Type.Object({ vorgangId: Id, grund: Text(1000), anlass: Type.Optional(Type.Enum(ANLAESSE)) }, { additionalProperties: false }),
  allow: can('vorgang.wiederoeffnen').on(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, grund, anlass }) {
    const { tx } = ctx
    const vorgang = await akten(tx).selectFrom('akten.vorgang').select(['status', 'akte_id', 'zda_am']).where('id', '=', vorgangId).forUpdate().executeTakeFirst()
    if (!vorgang) throw new NotFound()
    const uebergang = vorgangUebergang(vorgang.status, 'wiederOeffnen')
    if (istBearbeitbar(vorgang.status)) return ctx.unchanged()
    if (uebergang.art !== 'ERLAUBT') throw new Conflict('vorgang.nichtOeffenbar', 'Der Vorgang ist ausgesondert und kann nicht wieder geöffnet werden.')
    const akte = await akten(tx).selectFrom('akten.akte').select('status').where('id', '=', vorgang.akte_id).forUpdate().executeTakeFirstOrThrow()
    if (!istBearbeitbar(akte.status)) {
      const mit = akteUebergang(akte.status, 'wiederOeffnen')
      if (mit.art !== 'ERLAUBT') throw new Conflict('akte.nichtOeffenbar', 'Die Akte ist schon in der Aussonderung und kann nicht wieder geöffnet werden.')
      await akten(tx).updateTable('akten.akte').set({ status: mit.nach, zda_am: null }).where('id', '=', vorgang.akte_id).execute()
      ctx.emit(akteWiedergeoeffnet(vorgang.akte_id, grund))
    }
    await akten(tx).updateTable('akten.vorgang').set({ status: uebergang.nach, zda_am: null, schlussvermerk: null, aufbewahrung_bis: null }).where('id', '=', vorgangId).execute()
    ctx.emit(vorgangWiedergeoeffnet(vorgangId, { zdaWar: vorgang.zda_am?.toString() ?? '', anlass: anlass ?? 'sonstiges' }, grund))
  },
})
