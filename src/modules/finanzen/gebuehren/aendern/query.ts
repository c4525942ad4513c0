import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { findLeistung, gebuehrAm, katalog, leistungsversionenById, type Gebuehr } from '../../../grundlagen/leistungen/index.js'
import { gebuehrFuer, saetzeVon, type Satz } from '../saetze.js'

export interface Gebuehrenleistung { readonly schluessel: string; readonly bezeichnung: string; readonly gebuehr: Gebuehr }

/** The public services that cost something, with what they cost today. */
export const gebuehrenuebersicht = query({
  name: 'gebuehren.gebuehrenuebersicht', input: Type.Object({}, { additionalProperties: false }), allow: can('gebuehr.verwalten')(),
  async run(ctx): Promise<Gebuehrenleistung[]> {
    const gefunden: Gebuehrenleistung[] = []
    const { eintraege } = await katalog(ctx.tx, ctx.mandantId, ctx.today)
    const versionen = await leistungsversionenById(ctx.tx, eintraege.map(({ versionId }) => versionId))
    for (const { versionId } of eintraege) {
      const leistung = versionen.get(versionId)
      if (!leistung) continue
      const gebuehr = await gebuehrFuer(ctx.tx, leistung)
      if (gebuehr?.positionen?.length) gefunden.push({ schluessel: leistung.schluessel, bezeichnung: leistung.bezeichnung, gebuehr: gebuehrAm(gebuehr, ctx.today) })
    }
    return gefunden
  },
})

export interface Gebuehrenblatt extends Gebuehrenleistung { readonly aenderungen: readonly Satz[] }

/** The table of one service as it is today, with every change of the administration. */
export const gebuehrenblatt = query({
  name: 'gebuehren.gebuehrenblatt', input: Type.Object({ leistung: Type.String({ maxLength: 80 }) }, { additionalProperties: false }), allow: can('gebuehr.verwalten')(),
  async run({ tx, today }, { leistung }): Promise<Gebuehrenblatt> {
    const version = await findLeistung(tx, leistung, today)
    const gebuehr = version && await gebuehrFuer(tx, version)
    if (!version || !gebuehr?.positionen?.length) throw new NotFound()
    return { schluessel: version.schluessel, bezeichnung: version.bezeichnung, gebuehr: gebuehrAm(gebuehr, today), aenderungen: await saetzeVon(tx, version.schluessel) }
  },
})
