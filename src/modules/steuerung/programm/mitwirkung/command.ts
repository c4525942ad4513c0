import { Type } from 'typebox'
import { Conflict, Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { formatDate, newId, parseDate } from '../../../../platform/time/index.js'
import { can, intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { kontenById, kontoStatusSetzen } from '../../../grundlagen/konten/index.js'
import { rollenbildVon } from '../../../grundlagen/organisation/index.js'
import { programm } from '../db/tables.js'
import { mitwirkungBeendet, mitwirkungEingerichtet } from '../events.js'
import { findObjekt } from '../lesen.js'
import { alsMitwirkung, offeneMitwirkungen, type Mitwirkung } from './lesen.js'

/** The permission that makes an account one of another house. */
export const MITWIRKEN = 'programm.mitwirken'
/** Nobody is let in for longer than a year at once: then somebody looks again whether it is still needed. */
const HOECHSTENS_TAGE = 366
const HAUS_MAX = 200

function pruefe(today: Temporal.PlainDate, { haus, bis: text }: { haus: string; bis: string }): { bis: Temporal.PlainDate | undefined; fehler: Feldfehler[] } {
  const gelesen = parseDate(text, today.year)
  const bis = gelesen.ok ? gelesen.value : undefined
  const fehler: Feldfehler[] = []
  if (haus === '' || haus.length > HAUS_MAX) fehler.push({ feld: 'haus', text: `Für welches Haus arbeitet die Person? Höchstens ${HAUS_MAX} Zeichen.` })
  if (!bis) fehler.push({ feld: 'bis', text: 'Bis wann? Geben Sie ein Datum wie 31.12.2026 ein.' })
  else if (Temporal.PlainDate.compare(bis, today) < 0) fehler.push({ feld: 'bis', text: 'Dieser Tag ist schon vorbei.' })
  else if (today.until(bis, { largestUnit: 'days' }).days > HOECHSTENS_TAGE) fehler.push({ feld: 'bis', text: `Höchstens ein Jahr, also bis ${formatDate(today.add({ days: HOECHSTENS_TAGE }))}. Danach lässt sich die Mitarbeit erneuern.` })
  return { bis, fehler }
}

/** Lets a person of another house work on one Vorhaben until a day (H5-06). Once more for the same one changes day and rights. @throws Invalid with all fields */
export const mitwirkungEinrichten = command({
  name: 'programm.mitwirkungEinrichten',
  input: Type.Object({ id: Type.Optional(Id), kontoId: Id, objektId: Id, haus: Type.String(), berichtet: Type.Boolean(), bis: Type.String() }, { additionalProperties: false }),
  allow: can('programm.verwalten')(),
  async run(ctx, { id = newId(), kontoId, objektId, berichtet, ...angaben }) {
    const haus = angaben.haus.trim()
    const { bis, fehler } = pruefe(ctx.today, { haus, bis: angaben.bis })
    const konto = (await kontenById(ctx.tx, [kontoId])).get(kontoId)
    const darf = konto?.art === 'personal' && konto.status === 'aktiv' && (await rollenbildVon(ctx.tx, kontoId, ctx.today)).zuweisungen.some(({ rechte }) => rechte.has(MITWIRKEN))
    if (!darf) fehler.push({ feld: 'kontoId', text: 'Dieses Konto ist nicht für die Mitarbeit von außen eingerichtet. Wählen Sie ein anderes.' })
    if (!await findObjekt(ctx.tx, objektId)) fehler.push({ feld: 'objektId', text: 'Dieses Vorhaben gibt es nicht (mehr). Wählen Sie ein anderes.' })
    if (fehler.length > 0 || !bis) throw new Invalid(fehler)
    const vorhanden = await programm(ctx.tx).selectFrom('programm.mitwirkung').selectAll().where('konto_id', '=', kontoId).where('objekt_id', '=', objektId).where('beendet_am', 'is', null).forUpdate().executeTakeFirst()
    if (vorhanden && vorhanden.haus === haus && vorhanden.berichtet === berichtet && vorhanden.bis.equals(bis)) { ctx.unchanged(); return { id: vorhanden.id } }
    if (vorhanden) await programm(ctx.tx).updateTable('programm.mitwirkung').set({ haus, berichtet, bis }).where('id', '=', vorhanden.id).execute()
    else await programm(ctx.tx).insertInto('programm.mitwirkung').values({ id, objekt_id: objektId, konto_id: kontoId, haus, berichtet, bis, beendet_am: null, beendet_grund: null }).execute()
    ctx.emit(mitwirkungEingerichtet(objektId, { mitwirkungId: vorhanden?.id ?? id, kontoId, bis: bis.toString(), berichtet }))
    return { id: vorhanden?.id ?? id }
  },
})

/** Ends it now; with the last one the account is locked too. @throws NotFound, Conflict when it is over already */
export const mitwirkungBeenden = command({
  name: 'programm.mitwirkungBeenden',
  input: Type.Object({ id: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: can('programm.verwalten')(),
  async run(ctx, { id, grund }) {
    const mitwirkung = await sperre(ctx, id)
    if (mitwirkung.beendetAm) throw new Conflict('programm.mitwirkungBeendet', 'Diese Mitarbeit ist schon beendet.')
    await beende(ctx, mitwirkung, grund)
  },
})

/** Ends what has run out by the business day. */
export const mitwirkungAblaufen = command({
  name: 'programm.mitwirkungAblaufen', input: Type.Object({ id: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { id }) {
    const mitwirkung = await sperre(ctx, id)
    if (mitwirkung.beendetAm || Temporal.PlainDate.compare(mitwirkung.bis, ctx.today) >= 0) return ctx.unchanged()
    await beende(ctx, mitwirkung, `abgelaufen am ${formatDate(mitwirkung.bis)}`)
  },
})

async function sperre(ctx: CommandContext, id: string): Promise<Mitwirkung> {
  const row = await programm(ctx.tx).selectFrom('programm.mitwirkung').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return alsMitwirkung(row)
}

async function beende(ctx: CommandContext, { id, objektId, kontoId }: Mitwirkung, grund: string): Promise<void> {
  await programm(ctx.tx).updateTable('programm.mitwirkung').set({ beendet_am: ctx.now, beendet_grund: grund }).where('id', '=', id).execute()
  ctx.emit(mitwirkungBeendet(objektId, { mitwirkungId: id, kontoId }, grund))
  if ((await offeneMitwirkungen(ctx.tx, ctx.today, kontoId)).length > 0) return
  // Somebody who has another role here keeps the account; who was only a guest of the programme does not.
  const { zuweisungen } = await rollenbildVon(ctx.tx, kontoId, ctx.today)
  if (zuweisungen.some(({ rechte }) => [...rechte].some((recht) => recht !== MITWIRKEN))) return
  const konto = (await kontenById(ctx.tx, [kontoId])).get(kontoId)
  if (konto?.status === 'aktiv') await kontoStatusSetzen.run(ctx, { id: kontoId, status: 'gesperrt', grund: 'Mitarbeit von außen beendet' })
}
