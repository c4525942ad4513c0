import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { bezahlung } from '../db/tables.js'
import { anbieterGeaendert } from '../events.js'

const Kennung = Type.String({ pattern: '^[A-Za-z0-9_-]{1,36}$' })

/** Which provider takes the town's payments. `zugang` comes sealed (base64); without it the stored one stays. */
export const anbieterFestlegen = command({
  name: 'bezahlung.anbieterFestlegen',
  input: Type.Object({ basisUrl: Type.Optional(Text(300)), originatorId: Kennung, endPointId: Kennung, zugang: Type.Optional(Text(2000)) }, { additionalProperties: false }),
  allow: can('kasse.einrichten')(),
  async run(ctx, { basisUrl, originatorId, endPointId, zugang }) {
    if (basisUrl !== undefined && !/^https?:$/.test(URL.parse(basisUrl)?.protocol ?? '')) throw new Invalid([{ feld: 'basisUrl', text: 'Bitte geben Sie eine Adresse an, die mit https:// beginnt.' }])
    const neu = { basis_url: basisUrl ?? null, originator_id: originatorId, endpoint_id: endPointId }
    const schluessel = zugang ? { zugang: Buffer.from(zugang, 'base64') } : {}
    const bisher = await bezahlung(ctx.tx).selectFrom('bezahlung.anbieter').select(['basis_url', 'originator_id', 'endpoint_id']).executeTakeFirst()
    const felder = (Object.keys(neu) as (keyof typeof neu)[]).filter((feld) => bisher?.[feld] !== neu[feld])
    if (felder.length === 0 && !zugang) { ctx.unchanged(); return }
    await bezahlung(ctx.tx).insertInto('bezahlung.anbieter').values({ ...neu, zugang: null, ...schluessel }).onConflict((conflict) => conflict.column('mandant_id').doUpdateSet({ ...neu, ...schluessel })).execute()
    ctx.emit(anbieterGeaendert(ctx.mandantId, { felder: [...felder, ...(zugang ? ['zugang'] : [])] }))
  },
})
