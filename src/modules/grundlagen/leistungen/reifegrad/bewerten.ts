import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { isSafeLink } from '../../../../platform/text/index.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { leistungen } from '../db/tables.js'
import { gesamtstufe, OZG_MODELLE, type OzgModell, type Reifegradkriterium } from '../domain/reifegrad.js'
import { reifegradBewertet } from '../events.js'

const Zeile = Type.Object({
  name: Type.String({ maxLength: 120 }), stufe: Type.String({ maxLength: 1 }), grund: Type.String({ maxLength: 500 }),
}, { additionalProperties: false })

/** The criteria as they were typed; blank rows are left out, every wrong field is named by its row. */
function leseKriterien(modell: OzgModell, zeilen: readonly { name: string; stufe: string; grund: string }[], fehler: Feldfehler[]): Reifegradkriterium[] {
  const { hoechste } = OZG_MODELLE[modell]
  const namen = new Set<string>()
  const kriterien = zeilen.flatMap(({ name, stufe, grund }, i): Reifegradkriterium[] => {
    if (name === '' && stufe === '' && grund === '') return []
    const vorher = fehler.length
    if (name === '') fehler.push({ feld: `name${i}`, text: 'Wie heißt dieses Kriterium?' })
    else if (namen.has(name)) fehler.push({ feld: `name${i}`, text: `Das Kriterium „${name}“ steht schon weiter oben.` })
    namen.add(name)
    if (stufe !== '' && !(/^\d$/.test(stufe) && Number(stufe) <= hoechste)) {
      fehler.push({ feld: `stufe${i}`, text: `Wählen Sie eine Stufe von 0 bis ${hoechste}.` })
    } else if ((stufe === '') === (grund === '')) {
      fehler.push({ feld: `stufe${i}`, text: 'Wählen Sie eine Stufe, oder schreiben Sie, warum das Kriterium nicht anwendbar ist. Nicht beides.' })
    }
    if (fehler.length > vorher) return []
    return [stufe === '' ? { name, nichtAnwendbar: grund } : { name, stufe: Number(stufe) }]
  })
  if (fehler.length === 0 && gesamtstufe(kriterien) === undefined) {
    fehler.push({ feld: 'stufe0', text: 'Mindestens ein Kriterium braucht eine Stufe.' })
  }
  return kriterien
}

/**
 * Keeps how far a service is online on a day, criterion by criterion and with proof. The level is computed (A1-02); an earlier judgement
 * stays readable, and what the package says too. @throws Invalid with every wrong field
 */
export const reifegradBewerten = command({
  name: 'leistungen.reifegradBewerten',
  input: Type.Object({
    leistungId: Id, modell: Type.Unsafe<OzgModell>(Type.Enum(['OZG_1_1', 'OZG_2_0'])), bewertetAm: Datum,
    kriterien: Type.Array(Zeile, { minItems: 1, maxItems: 20 }), nachweis: Type.String({ maxLength: 1000 }),
    nachweisLink: Type.String({ maxLength: 500 }),
  }, { additionalProperties: false }),
  allow: can('leistung.bewerten')(),
  async run(ctx, { leistungId, modell, bewertetAm: tag, kriterien: zeilen, nachweis, nachweisLink }) {
    const leistung = await leistungen(ctx.tx).selectFrom('leistungen.leistung').select('id').where('id', '=', leistungId).executeTakeFirst()
    if (!leistung) throw new NotFound()
    const bewertetAm = Temporal.PlainDate.from(tag)
    const fehler: Feldfehler[] = []
    if (Temporal.PlainDate.compare(bewertetAm, ctx.today) > 0) fehler.push({ feld: 'bewertetAm', text: 'Dieser Tag liegt in der Zukunft.' })
    const kriterien = leseKriterien(modell, zeilen, fehler)
    if (nachweis === '' && nachweisLink === '') fehler.push({ feld: 'nachweis', text: 'Geben Sie an, worauf sich die Bewertung stützt.' })
    if (nachweisLink !== '' && !isSafeLink(nachweisLink)) {
      fehler.push({ feld: 'nachweisLink', text: 'Ein Verweis beginnt mit https:// oder ist die Adresse einer Seite dieses Programms.' })
    }
    const stufe = gesamtstufe(kriterien)
    if (fehler.length > 0 || stufe === undefined) throw new Invalid(fehler)
    await leistungen(ctx.tx).insertInto('leistungen.reifegrad').values({
      id: newId(), leistung_id: leistungId, version_id: null, modell, bewertet_am: bewertetAm, stufe, kriterien: json(kriterien),
      nachweis, nachweis_link: nachweisLink, bewertet_von: ctx.actor.id, created_at: ctx.now,
    }).execute()
    ctx.emit(reifegradBewertet(leistungId, { modell, bewertetAm: tag, stufe }))
    return { stufe }
  },
})
