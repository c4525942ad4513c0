import { Type } from 'typebox'
import { sql } from 'kysely'
import { json } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { newId, parseDate } from '../../../../platform/time/index.js'
import { can, intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { berichte } from '../db/tables.js'
import { quartalsmonate, stichtagVon } from '../domain/zeitraum.js'
import { programmberichtFestgeschrieben, programmberichtGedruckt } from '../events.js'
import { findZeitraum, type Zeitraum } from '../lesen.js'
import { strategien } from '../vorhaben.js'
import { programmberichtDaten } from './daten.js'
import { vorlage } from './vorlage.js'

interface Stadt { readonly name: string; readonly profil: { readonly anschrift?: readonly string[]; readonly telefon?: string; readonly email?: string } }

async function absender(ctx: CommandContext) {
  const { rows } = await sql<Stadt>`select name, profil from platform.mandant where id = ${ctx.mandantId}::uuid`.execute(ctx.tx)
  const { name = 'Stadt', profil = {} } = rows[0] ?? {}
  return { name, anschrift: [...profil.anschrift ?? []], ...(profil.telefon ? { telefon: profil.telefon } : {}), ...(profil.email ? { email: profil.email } : {}) }
}

/** A day or a reason, never both and never none: a quarter without a meeting is a fact that has a reason. */
function sitzung(text: string, ohneSitzung: string, jahr: number): { sitzungAm: Temporal.PlainDate | null; fehler: Feldfehler[] } {
  if (text === '') return { sitzungAm: null, fehler: ohneSitzung === '' ? [{ feld: 'sitzungAm', text: 'Wann tagt das Gremium? Tagt es in diesem Quartal nicht, schreiben Sie darunter, warum und wie es unterrichtet wird.' }] : [] }
  const gelesen = parseDate(text, jahr)
  if (!gelesen.ok) return { sitzungAm: null, fehler: [{ feld: 'sitzungAm', text: gelesen.message }] }
  return { sitzungAm: gelesen.value, fehler: ohneSitzung === '' ? [] : [{ feld: 'ohneSitzung', text: 'Sie haben einen Sitzungstag angegeben. Lassen Sie dieses Feld dann leer.' }] }
}

/** Freezes the report of a quarter out of the reports as they are now; once more makes a new version, the old one stays (H4-05). */
export const programmberichtFestschreiben = command({
  name: 'berichte.programmberichtFestschreiben',
  input: Type.Object({
    strategieId: Id, jahr: Type.Integer({ minimum: 1990, maximum: 2200 }), quartal: Type.Integer({ minimum: 1, maximum: 4 }), gremium: Type.String({ maxLength: 200 }),
    sitzungAm: Type.String({ maxLength: 20 }), ohneSitzung: Type.String({ maxLength: 1000 }),
  }, { additionalProperties: false }),
  allow: can('berichte.verwalten')(),
  async run(ctx, { strategieId, jahr, quartal, gremium, sitzungAm: sitzungstext, ohneSitzung }) {
    const strategie = (await strategien(ctx.tx)).find(({ id }) => id === strategieId)
    if (!strategie) throw new NotFound()
    const monate = quartalsmonate(jahr, quartal)
    const stichtag = stichtagVon(monate[2] as Temporal.PlainDate)
    const { sitzungAm, fehler } = sitzung(sitzungstext, ohneSitzung, ctx.today.year)
    if (Temporal.PlainDate.compare(stichtag, ctx.today) > 0) fehler.push({ feld: 'quartal', text: 'Dieses Quartal ist noch nicht zu Ende.' })
    if (fehler.length > 0) throw new Invalid(fehler)
    const offen: Zeitraum[] = []
    for (const monat of monate) { const zeitraum = await findZeitraum(ctx.tx, { strategieId, monat }); if (zeitraum) offen.push(zeitraum) }
    if (offen.length === 0) throw new Conflict('berichte.quartalOhneBerichte', 'In diesem Quartal gab es keinen Berichtsmonat. Wählen Sie ein anderes Quartal.')
    await sql`select pg_advisory_xact_lock(hashtextextended(${`berichte.programmbericht ${strategieId}`}, 0))`.execute(ctx.tx)
    const letzte = await berichte(ctx.tx).selectFrom('berichte.programmbericht').select('version').where('strategie_id', '=', strategieId).where('jahr', '=', jahr).where('quartal', '=', quartal).orderBy('version', 'desc').limit(1).executeTakeFirst()
    const [id, version] = [newId(), (letzte?.version ?? 0) + 1]
    const { daten, gesamt } = await programmberichtDaten(ctx.tx, offen, { absender: await absender(ctx), strategie: strategie.name, jahr, quartal, version, stichtag, gremium, sitzungAm, ohneSitzung })
    await berichte(ctx.tx).insertInto('berichte.programmbericht').values({
      id, strategie_id: strategieId, jahr, quartal, version, stichtag, gremium, sitzung_am: sitzungAm, ohne_sitzung: ohneSitzung || null, gesamt, daten: json(daten), vorlage: vorlage(), erstellt_von: ctx.actor.name, erstellt_am: ctx.now,
    }).execute()
    ctx.emit(programmberichtFestgeschrieben(id, { strategieId, jahr, quartal, version }))
    return { id, version }
  },
})

/** Keeps the fingerprint of the first print; every later one has to be equal. */
export const programmberichtAblegen = command({
  name: 'berichte.programmberichtAblegen',
  input: Type.Object({ id: Id, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), bytes: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { id, sha256, bytes }) {
    const inserted = await berichte(ctx.tx).insertInto('berichte.datei').values({ programmbericht_id: id, sha256, bytes })
      .onConflict((conflict) => conflict.columns(['mandant_id', 'programmbericht_id']).doNothing()).returning('sha256').executeTakeFirst()
    if (!inserted) return ctx.unchanged()
    ctx.emit(programmberichtGedruckt(id, { sha256 }))
  },
})
