import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { berichte } from '../db/tables.js'
import { LEER, ueberfaellige, type Angaben, type Meilensteinstand } from '../domain/bericht.js'
import { berichteVon, fassungenVon, findZeitraum, ladePflicht, meilensteineVon, zeitraeume, type Pflicht, type Statusbericht, type Zeitraum } from '../lesen.js'
import { findObjekt } from '../vorhaben.js'
import { amBericht } from '../zugriff.js'

export interface Schreibtisch {
  readonly zeitraum: Zeitraum; readonly pflicht: Pflicht; readonly angaben: Angaben; readonly entwurfVersion: number; readonly entwurfAm: Temporal.Instant | null
  /** The version that counts now; a further one is a correction. */
  readonly eingereicht: Statusbericht | undefined
  /** The month before, and its report if there was one. */
  readonly vormonat: { readonly monat: Temporal.PlainDate; readonly bericht: Statusbericht | undefined; readonly pflichtig: boolean }
  readonly meilensteine: readonly Meilensteinstand[]; readonly ueberfaellig: readonly Meilensteinstand[]
}

/** Everything the author needs: the draft, what was submitted, and what the month before said. */
export const berichtSchreiben = query({
  name: 'berichte.berichtSchreiben',
  input: Type.Object({ zeitraumId: Id, objektId: Id }, { additionalProperties: false }),
  allow: amBericht,
  async run({ tx }, { zeitraumId, objektId }): Promise<Schreibtisch> {
    const [zeitraum, pflicht, entwurf] = [await findZeitraum(tx, { id: zeitraumId }), await ladePflicht(tx, zeitraumId, objektId),
      await berichte(tx).selectFrom('berichte.entwurf').selectAll().where('zeitraum_id', '=', zeitraumId).where('objekt_id', '=', objektId).executeTakeFirst()]
    if (!zeitraum) throw new NotFound()
    const objekt = await findObjekt(tx, objektId)
    const [eingereicht] = await fassungenVon(tx, zeitraumId, objektId)
    const vorher = (await zeitraeume(tx, zeitraum.strategieId, 200)).find(({ monat }) => monat.equals(zeitraum.monat.subtract({ months: 1 })))
    const [bericht] = vorher ? await berichteVon(tx, [vorher.id], objektId) : []
    const meilensteine = objekt ? await meilensteineVon(tx, objekt) : []
    return {
      zeitraum, pflicht, entwurfVersion: entwurf?.version ?? 0, entwurfAm: entwurf?.geaendert_am ?? null, eingereicht, meilensteine, ueberfaellig: ueberfaellige(meilensteine, zeitraum.stichtag),
      angaben: entwurf?.angaben ?? (eingereicht ? ausInhalt(eingereicht) : vorbelegt(meilensteine)),
      vormonat: { monat: zeitraum.monat.subtract({ months: 1 }), bericht, pflichtig: vorher !== undefined },
    }
  },
})

const ausInhalt = ({ inhalt: { zeit, ressourcen, qualitaet, risiken, aktivitaeten, naechste, meilenstein, entscheidungen } }: Statusbericht): Angaben =>
  ({ zeit, ressourcen, qualitaet, risiken, aktivitaeten, naechste, meilenstein, entscheidungen: entscheidungen.map(({ text, termin }) => ({ text, termin })) })

/** The next milestone is known; a light never is. */
function vorbelegt(meilensteine: readonly Meilensteinstand[]): Angaben {
  const [naechster] = meilensteine.filter(({ erreicht, termin }) => !erreicht && termin !== null).toSorted((a, b) => (a.termin ?? '').localeCompare(b.termin ?? ''))
  return naechster ? { ...LEER, meilenstein: { name: naechster.name, phase: '', termin: naechster.termin ?? '' } } : LEER
}
