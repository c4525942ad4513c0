import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import { landDerStadt } from '../../../../platform/tenancy/land.js'
import { addWorkingDays } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { aufgabeAnlegen, aufgabeEntfaellt, registerFortsetzung } from '../../../grundlagen/aufgaben/index.js'
import { alleEinheiten, kontenMitRolle } from '../../../grundlagen/organisation/index.js'
import { kennzahlen } from '../db/tables.js'
import { zeitraumwort } from '../domain/zeitraum.js'
import { wertAngefordert } from '../events.js'
import { gueltigeWerte, ladeKennzahl, sperreKennzahl } from '../lesen.js'
import { kennzahlPfad } from '../pfade.js'

const QUELLE = 'kennzahlen'
const [TRAEGT_EIN, BUERO] = ['projektleitung', 'programmbuero']
/** Working days after the Stichtag by which a value is wanted. */
const ARBEITSTAGE = 10

const marke = (stichtag: Temporal.PlainDate): string => `wert:${stichtag}`

/**
 * Is there all that is wanted for that day: a value of the town, or one of every unit that gave one for the Stichtag before. A single
 * unit's value would otherwise stand for the whole town.
 */
export async function istVollstaendig(
  { tx }: Pick<CommandContext, 'tx'>, kennzahlId: string, stichtag: Temporal.PlainDate
): Promise<boolean> {
  const werte = await gueltigeWerte(tx, [kennzahlId])
  const amTag = werte.filter((wert) => wert.stichtag.equals(stichtag))
  if (amTag.length === 0 || amTag.some(({ einheitId }) => einheitId === null)) return amTag.length > 0
  const davor = werte.findLast((wert) => Temporal.PlainDate.compare(wert.stichtag, stichtag) < 0)?.stichtag
  if (!davor) return true
  const da = new Set(amTag.map(({ einheitId }) => einheitId))
  return werte.filter((wert) => wert.stichtag.equals(davor) && wert.einheitId !== null).every(({ einheitId }) => da.has(einheitId))
}

/** Puts the value of a Stichtag into the work list of the unit that answers for the Kennzahl; where nobody there enters values, of the Programmbüro. */
export const wertAnfordern = command({
  name: 'kennzahlen.wertAnfordern', input: Type.Object({ id: Id, stichtag: Datum }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { id, stichtag: tag }) {
    const [kennzahl, stichtag] = [await sperreKennzahl(ctx.tx, id), Temporal.PlainDate.from(tag)]
    if (kennzahl.quelle || kennzahl.stillgelegtAm || await istVollstaendig(ctx, id, stichtag)) return ctx.unchanged()
    const zumErstenMal = await kennzahlen(ctx.tx).insertInto('kennzahlen.erinnerung').values({ kennzahl_id: id, stichtag, am: ctx.now })
      .onConflict((conflict) => conflict.columns(['mandant_id', 'kennzahl_id', 'stichtag']).doNothing())
      .returning('stichtag').executeTakeFirst()
    const einheiten = await alleEinheiten(ctx.tx, ctx.today)
    const einheitId = kennzahl.einheitId ?? (einheiten.find(({ oberId }) => !oberId) ?? einheiten[0])?.id
    if (!zumErstenMal || !einheitId) return ctx.unchanged()
    const vorOrt = kennzahl.einheitId && (await kontenMitRolle(ctx.tx, TRAEGT_EIN, kennzahl.einheitId, ctx.today)).length > 0
    await aufgabeAnlegen(ctx, {
      einheitId, gruppe: vorOrt ? TRAEGT_EIN : BUERO, titel: `Wert eintragen: ${kennzahl.name}`, maske: 'kennzahlen.wert',
      quelle: QUELLE, instanzId: id, tokenId: marke(stichtag), adresse: `${kennzahlPfad(id)}/wert`,
      faelligAm: addWorkingDays(stichtag, ARBEITSTAGE, await landDerStadt(ctx.tx)),
      kontext: { betreff: `Kennzahl, ${zeitraumwort(stichtag, kennzahl.haeufigkeit)}` },
    })
    ctx.emit(wertAngefordert(id, { stichtag: tag }))
  },
})

/** The task of that day goes as soon as everything wanted is there. */
export async function anforderungErledigt(ctx: CommandContext, kennzahlId: string, stichtag: Temporal.PlainDate): Promise<void> {
  if (await istVollstaendig(ctx, kennzahlId, stichtag)) await aufgabeEntfaellt(ctx, kennzahlId, marke(stichtag))
}

/** Nobody wants values of it any more: it was put to rest, or a source counts from now on. */
export async function anforderungenEntfallen(ctx: CommandContext, kennzahlId: string): Promise<void> {
  const rows = await kennzahlen(ctx.tx).selectFrom('kennzahlen.erinnerung').select('stichtag').where('kennzahl_id', '=', kennzahlId).execute()
  for (const { stichtag } of rows) await aufgabeEntfaellt(ctx, kennzahlId, marke(stichtag))
}

/** A value is entered, not ticked off. */
export function registriereAufgaben(): void {
  registerFortsetzung(QUELLE, async (ctx, { instanzId, tokenId }) => {
    const stichtag = tokenId?.startsWith('wert:') ? Temporal.PlainDate.from(tokenId.slice('wert:'.length)) : undefined
    if (!instanzId || !stichtag || await istVollstaendig(ctx, instanzId, stichtag)) return
    const { name } = await ladeKennzahl(ctx.tx, instanzId)
    throw new Conflict('kennzahlen.wertFehlt', `Der Wert der Kennzahl „${name}“ fehlt noch. Tragen Sie ihn ein, oder schreiben Sie dort, warum es keinen gibt; die Aufgabe verschwindet dann von selbst.`)
  })
}
