import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { forderungZu, type Aufstellung, type Forderung } from '../../../finanzen/forderungen/index.js'
import { rechne } from '../../../finanzen/gebuehren/index.js'
import { leistungsversionById, zahlungsregel, type Zahlungsregel } from '../../../grundlagen/leistungen/index.js'
import { prune } from '../../formulare/index.js'
import { findEntwurf, zugriffAufEntwurf } from '../entwuerfe.js'

export interface Entwurfsgebuehr {
  readonly aufstellung: Aufstellung; readonly summe: bigint; readonly wann: Zahlungsregel['wann']
  /** Positions whose amount a clerk sets later, with their frame. */
  readonly offen: readonly { readonly bezeichnung: string; readonly von: bigint; readonly bis: bigint }[]
}

/** What the own draft costs by today's rule, and the claim where it has been declared. */
export const gebuehrDesEntwurfs = query({
  name: 'onlineantrag.gebuehrDesEntwurfs', input: Type.Object({ entwurfId: Id }, { additionalProperties: false }), allow: inhaber(zugriffAufEntwurf),
  async run({ tx, now, today }, { entwurfId }): Promise<{ gebuehr: Entwurfsgebuehr | undefined; forderung: Forderung | undefined }> {
    const entwurf = await findEntwurf(tx, entwurfId)
    const version = entwurf && await leistungsversionById(tx, entwurf.leistungsversionId)
    if (!entwurf || !version?.formular) throw new NotFound()
    const gerechnet = await rechne(tx, version, prune(version.formular, entwurf.antworten, { heute: today }), now)
    const gebuehr = gerechnet && {
      aufstellung: gerechnet.aufstellung, summe: gerechnet.rechnung.summe, wann: zahlungsregel(gerechnet.regel).wann,
      offen: gerechnet.rechnung.offen.map(({ bezeichnung, rahmen }) => ({ bezeichnung, von: BigInt(rahmen?.von ?? 0), bis: BigInt(rahmen?.bis ?? 0) })),
    }
    return { gebuehr, forderung: await forderungZu(tx, { entwurfId }) }
  },
})
