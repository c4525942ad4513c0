import { Type } from 'typebox'
import { json, type Tx } from '../../../../platform/database/database.js'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { findLeistung, leistungsversionById, type Leistungsversion } from '../../../grundlagen/leistungen/index.js'
import { VOLLMACHT_SLOT } from '../../../verfahren/antraege/index.js'
import { ersteOffeneSeite, migrate, pagesFor, type Formular, type Uebernahme } from '../../formulare/index.js'
import { onlineantrag } from '../db/tables.js'
import type { Entwurf, Entwurfsdatei } from '../domain/entwurf.js'
import { dateienVon, lockEntwurf, nichtBeimBezahlen, zugriffAufEntwurf } from '../entwuerfe.js'
import { fassungGewechselt } from '../events.js'

type Kontext = { readonly heute: Temporal.PlainDate; readonly lang: string }

/** The public version of the draft's service when it is a newer one with a form; undefined while the draft is up to date. */
export async function neuereFassung(tx: Tx, entwurf: Pick<Entwurf, 'leistung' | 'leistungsversionId'>, today: Temporal.PlainDate): Promise<(Leistungsversion & { formular: Formular }) | undefined> {
  const aktuell = await findLeistung(tx, entwurf.leistung, today)
  return aktuell?.formular && aktuell.id !== entwurf.leistungsversionId ? { ...aktuell, formular: aktuell.formular } : undefined
}

export interface Umstellung extends Uebernahme { readonly dateien: readonly Entwurfsdatei[]; readonly ohnePlatz: readonly Entwurfsdatei[] }

/** What the newer form takes over, what has to be answered again and what it no longer asks; files move with their slot. */
export function umstellungVon(alt: Formular, neu: Formular, entwurf: Pick<Entwurf, 'antworten'>, dateien: readonly Entwurfsdatei[], kontext: Kontext): Umstellung {
  const slots = neu.seiten.flatMap(({ fragen }) => fragen).filter(({ typ }) => typ === 'datei')
  // The Vollmacht belongs to no question of the form.
  const bleibend = (slot: string) => (slot === VOLLMACHT_SLOT ? { name: slot } : undefined)
  const umgezogen = dateien.map((datei) => ({ datei, slot: bleibend(datei.slot) ?? slots.find((slot) => slot.name === datei.slot) ?? slots.find((slot) => slot.frueher?.includes(datei.slot)) }))
  return {
    ...migrate(alt, neu, entwurf.antworten, kontext),
    dateien: umgezogen.flatMap(({ datei, slot }) => (slot ? [{ ...datei, slot: slot.name }] : [])),
    ohnePlatz: umgezogen.flatMap(({ datei, slot }) => (slot ? [] : [datei])),
  }
}

/** Moves a draft to the newer form (A3-07). The person has just seen what that means. */
export const entwurfUmstellen = command({
  name: 'onlineantrag.entwurfUmstellen',
  input: Type.Object({ entwurfId: Id, sprache: Type.Union([Type.Literal('de'), Type.Literal('en')]) }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run({ tx, today, emit, unchanged }, { entwurfId, sprache }) {
    const entwurf = await lockEntwurf(tx, entwurfId)
    if (entwurf.status !== 'offen') throw new Conflict('onlineantrag.eingereicht', 'Dieser Antrag ist schon abgesendet.')
    nichtBeimBezahlen(entwurf)
    const neu = await neuereFassung(tx, entwurf, today)
    if (!neu) { unchanged(); return { seite: entwurf.seite } }
    const alt = (await leistungsversionById(tx, entwurf.leistungsversionId))?.formular
    if (!alt) throw new NotFound()
    const kontext = { heute: today, lang: sprache }
    const umstellung = umstellungVon(alt, neu.formular, entwurf, await dateienVon(tx, entwurfId), kontext)
    const seite = ersteOffeneSeite(neu.formular, umstellung.antworten, { ...kontext, uploads: umstellung.dateien }) ?? pagesFor(neu.formular, umstellung.antworten, kontext).at(-1)
    await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({
      leistungsversion_id: neu.id, antworten: json(umstellung.antworten), seitenstand: json({}), version: entwurf.version + 1, seite: seite?.name ?? entwurf.seite,
    }).where('id', '=', entwurfId).execute()
    for (const { id, slot } of umstellung.dateien) await onlineantrag(tx).updateTable('onlineantrag.entwurf_datei').set({ slot }).where('id', '=', id).execute()
    if (umstellung.ohnePlatz.length > 0) await onlineantrag(tx).deleteFrom('onlineantrag.entwurf_datei').where('id', 'in', umstellung.ohnePlatz.map(({ id }) => id)).execute()
    emit(fassungGewechselt(entwurfId, { leistung: entwurf.leistung, alt: entwurf.leistungsversionId, neu: neu.id, zuWiederholen: umstellung.zuWiederholen.length }))
    return { seite: seite?.name ?? entwurf.seite }
  },
})
