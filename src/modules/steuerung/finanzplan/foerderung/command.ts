import { Type } from 'typebox'
import { isUuid } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { parseEuro } from '../../../../platform/money/index.js'
import { newId, parseDate } from '../../../../platform/time/index.js'
import { can, intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { aufgabeAnlegen, aufgabeEntfaellt } from '../../../grundlagen/aufgaben/index.js'
import { alleEinheiten } from '../../../grundlagen/organisation/index.js'
import { findObjekt, strategien } from '../../programm/index.js'
import { adresse, PFAD } from '../anzeige.js'
import { finanzplan } from '../db/tables.js'
import { TERMINARTEN, VORLAUF, type Terminart } from '../domain/foerderung.js'
import { foerderterminErinnert, foerderterminErledigt, foerderungErfasst } from '../events.js'
import { ladeStrategie } from '../lesen.js'

/** As typed; what is too long is said at its field. */
const Kurz = Type.String()
const Termin = Type.Object({ art: Type.Unsafe<Terminart>(Type.Enum(Object.keys(TERMINARTEN))), faelligAm: Kurz, betrag: Kurz }, { additionalProperties: false })

/** Records a funding with its due dates. Amounts, share and dates as people write them; blank dates are left out. @throws Invalid with every wrong field */
export const foerderungErfassen = command({
  name: 'finanzplan.foerderungErfassen', allow: can('finanzplan.verwalten')(),
  input: Type.Object({ id: Type.Optional(Id), strategie: Type.String({ maxLength: 60 }), objektId: Kurz, titel: Kurz, geber: Kurz, aktenzeichen: Kurz, bewilligt: Kurz, anteil: Kurz, zweckbindungBis: Kurz, termine: Type.Array(Termin, { maxItems: 40 }) }, { additionalProperties: false }),
  async run(ctx, { id = newId(), strategie: kennung, objektId, termine, ...angabe }) {
    const strategie = await ladeStrategie(ctx.tx, kennung)
    const fehler: Feldfehler[] = []
    const pflicht = (feld: 'titel' | 'geber', satz: string) => { const text = angabe[feld].trim(); if (text === '') fehler.push({ feld, text: satz }); return hoechstens(feld, text, 200, fehler) }
    const objekt = isUuid(objektId) ? await findObjekt(ctx.tx, objektId) : undefined
    if (objektId !== '' && objekt?.strategieId !== strategie.id) fehler.push({ feld: 'objektId', text: 'Dieses Vorhaben gehört nicht zu dieser Strategie. Wählen Sie ein anderes.' })
    const werte = {
      titel: pflicht('titel', 'Wie heißt die Förderung?'), geber: pflicht('geber', 'Wer gibt das Geld?'), aktenzeichen: hoechstens('aktenzeichen', angabe.aktenzeichen.trim(), 100, fehler) || null,
      bewilligt_cent: geld('bewilligt', angabe.bewilligt, fehler), anteil_hundertstel: prozent(angabe.anteil, fehler), zweckbindung_bis: tag('zweckbindungBis', angabe.zweckbindungBis, fehler),
    }
    const gelesen = termine.flatMap(({ art, faelligAm, betrag }, index) => {
      const faellig = tag(`faelligAm${index + 1}`, faelligAm, fehler)
      return faellig ? [{ art, faellig_am: faellig, betrag_cent: geld(`betrag${index + 1}`, betrag, fehler) }] : []
    })
    if (new Set(gelesen.map(({ art, faellig_am }) => `${art} ${faellig_am}`)).size < gelesen.length) fehler.push({ feld: 'faelligAm1', text: 'Derselbe Termin steht zweimal da.' })
    if (fehler.length > 0) throw new Invalid(fehler)
    await finanzplan(ctx.tx).insertInto('finanzplan.foerderung').values({ id, strategie_id: strategie.id, objekt_id: objekt?.id ?? null, ...werte, created_at: ctx.now }).execute()
    if (gelesen.length > 0) await finanzplan(ctx.tx).insertInto('finanzplan.foerdertermin').values(gelesen.map((termin) => ({ id: newId(), foerderung_id: id, ...termin, erinnert_am: null, erledigt_am: null }))).execute()
    ctx.emit(foerderungErfasst(id, { strategieId: strategie.id, termine: gelesen.length }))
    return { foerderungId: id }
  },
})

/** Puts a date of a funding into the work list of the Programmbüro, once. */
export const foerderterminErinnern = command({
  name: 'finanzplan.foerderterminErinnern', input: Type.Object({ terminId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { terminId }) {
    const termin = await finanzplan(ctx.tx).selectFrom('finanzplan.foerdertermin').selectAll().where('id', '=', terminId).forUpdate().executeTakeFirst()
    if (!termin || termin.erinnert_am || termin.erledigt_am || Temporal.PlainDate.compare(termin.faellig_am.subtract({ days: VORLAUF[termin.art] }), ctx.today) > 0) return ctx.unchanged()
    const foerderung = await finanzplan(ctx.tx).selectFrom('finanzplan.foerderung').selectAll().where('id', '=', termin.foerderung_id).executeTakeFirstOrThrow()
    const objekt = foerderung.objekt_id ? await findObjekt(ctx.tx, foerderung.objekt_id) : undefined
    const einheitId = objekt?.einheitId ?? (await alleEinheiten(ctx.tx, ctx.today)).find(({ oberId }) => oberId === null)?.id
    if (!einheitId) return ctx.unchanged()
    await aufgabeAnlegen(ctx, {
      einheitId, gruppe: 'programmbuero', titel: `${TERMINARTEN[termin.art]}: ${foerderung.titel}`.slice(0, 200), maske: 'allgemein', quelle: 'finanzplan', instanzId: terminId, tokenId: 'frist', faelligAm: termin.faellig_am,
      adresse: adresse(`${PFAD}/foerderungen`, { strategie: (await strategien(ctx.tx)).find(({ id }) => id === foerderung.strategie_id)?.kennung }),
      kontext: { betreff: `Förderung, ${foerderung.geber}`.slice(0, 200) },
    })
    await finanzplan(ctx.tx).updateTable('finanzplan.foerdertermin').set({ erinnert_am: ctx.now }).where('id', '=', terminId).execute()
    ctx.emit(foerderterminErinnert(foerderung.id, { terminId, art: termin.art, faelligAm: termin.faellig_am.toString() }))
  },
})

/** Marks a date as done; its task goes from the work list. */
export const foerderterminErledigen = command({
  name: 'finanzplan.foerderterminErledigen', input: Type.Object({ terminId: Id }, { additionalProperties: false }), allow: can('finanzplan.verwalten')(),
  async run(ctx, { terminId }) {
    const termin = await finanzplan(ctx.tx).selectFrom('finanzplan.foerdertermin').selectAll().where('id', '=', terminId).forUpdate().executeTakeFirst()
    if (!termin) throw new NotFound()
    if (termin.erledigt_am) throw new Conflict('finanzplan.terminErledigt', 'Dieser Termin ist schon erledigt.')
    await finanzplan(ctx.tx).updateTable('finanzplan.foerdertermin').set({ erledigt_am: ctx.now }).where('id', '=', terminId).execute()
    await aufgabeEntfaellt(ctx, terminId, 'frist')
    ctx.emit(foerderterminErledigt(termin.foerderung_id, { terminId, art: termin.art }))
  },
})

function hoechstens(feld: string, text: string, zeichen: number, fehler: Feldfehler[]): string {
  if (text.length > zeichen) fehler.push({ feld, text: `Bitte kürzen Sie den Text auf ${zeichen} Zeichen.` })
  return text
}

function tag(feld: string, text: string, fehler: Feldfehler[]): Temporal.PlainDate | null {
  if (text.trim() === '') return null
  const gelesen = parseDate(text, 2026)
  if (gelesen.ok) return gelesen.value
  fehler.push({ feld, text: 'Diesen Tag gibt es nicht. Geben Sie ein Datum wie 22.11.2026 ein.' })
  return null
}

function geld(feld: string, text: string, fehler: Feldfehler[]): bigint | null {
  if (text.trim() === '') return null
  const gelesen = parseEuro(text)
  if (gelesen.ok && gelesen.value >= 0n) return gelesen.value
  fehler.push({ feld, text: gelesen.ok ? 'Der Betrag kann nicht negativ sein.' : gelesen.message })
  return null
}

function prozent(text: string, fehler: Feldfehler[]): number | null {
  if (text.trim() === '') return null
  const gelesen = parseEuro(text.replace('%', ''))
  if (gelesen.ok && gelesen.value >= 0n && gelesen.value <= 10_000n) return Number(gelesen.value)
  fehler.push({ feld: 'anteil', text: 'Geben Sie einen Anteil von 0 bis 100 Prozent ein, zum Beispiel 80.' })
  return null
}
