import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { startOfDay } from '../../../../platform/time/index.js'
import { aufgabeEntfaellt } from '../../../grundlagen/aufgaben/index.js'
import { entscheidungVormerken, planZuStrategie } from '../../planung/index.js'
import { berichte } from '../db/tables.js'
import { ampelnVon, pruefe, type Angaben, type Inhalt } from '../domain/bericht.js'
import { monatKennung, monatswort } from '../domain/zeitraum.js'
import { berichtEingereicht } from '../events.js'
import { fassungenVon, findZeitraum, ladePflicht, letzteFassungen, meilensteineVon, pflichten, type Pflicht, type Statusbericht, type Zeitraum } from '../lesen.js'
import { Angabenschema, mitTagen } from '../schreiben/eingabe.js'
import { findObjekt } from '../vorhaben.js'
import { amBericht } from '../zugriff.js'

/** Found again by these two in the work list. */
export const FEHLENDE = 'fehlende'

interface Einreichung { readonly zeitraumId: string; readonly objektId: string; readonly version: number; readonly korrektur: string; readonly angaben: Angaben }

/**
 * Freezes a report. `version` is the newest version the author saw (0: none yet); a further one is a correction and says why.
 * Decisions it asks for go into the register of the plan, once (H4-06).
 * @throws Invalid with all fields, Conflict when somebody else submitted meanwhile
 */
async function reicheEin(ctx: CommandContext, { zeitraumId, objektId, version, korrektur, angaben: eingabe }: Einreichung, am: Temporal.Instant): Promise<{ id: string; version: number }> {
  const pflicht = await ladePflicht(ctx.tx, zeitraumId, objektId)
  const zeitraum = await findZeitraum(ctx.tx, { id: zeitraumId }) as Zeitraum
  const objekt = await findObjekt(ctx.tx, objektId)
  const [vorige] = await fassungenVon(ctx.tx, zeitraumId, objektId)
  if ((vorige?.version ?? 0) !== version) throw new Conflict('berichte.schonEingereicht', 'Inzwischen ist dieser Bericht schon eingereicht worden. Laden Sie die Seite neu; Sie können ihn dann berichtigen.')
  const { angaben, fehler } = mitTagen(eingabe, ctx.today.year)
  const meilensteine = objekt ? await meilensteineVon(ctx.tx, objekt) : []
  const alle = [...fehler, ...pruefe(angaben, meilensteine, zeitraum.stichtag), ...(vorige && korrektur === '' ? [{ feld: 'korrektur', text: 'Dieser Bericht ist schon eingereicht. Schreiben Sie, was Sie berichtigen und warum.' }] : [])]
  if (alle.length > 0) throw new Invalid(alle)
  const inhalt: Inhalt = { ...angaben, vorhaben: vorhabenVon(pflicht), monat: monatKennung(zeitraum.monat), stichtag: zeitraum.stichtag.toString(), meilensteine, entscheidungen: await entscheidungen(ctx, angaben, zeitraum, pflicht, vorige) }
  const id = newId()
  const inserted = await berichte(ctx.tx).insertInto('berichte.statusbericht').values({
    id, zeitraum_id: zeitraumId, objekt_id: objektId, version: version + 1, ...ampelnVon(inhalt), inhalt: json(inhalt), korrektur: vorige ? korrektur : null, eingereicht_von: ctx.actor.name, eingereicht_am: am,
  }).onConflict((conflict) => conflict.columns(['mandant_id', 'zeitraum_id', 'objekt_id', 'version']).doNothing()).returning('id').executeTakeFirst()
  if (!inserted) throw new Conflict('berichte.schonEingereicht', 'Inzwischen ist dieser Bericht schon eingereicht worden. Laden Sie die Seite neu; Sie können ihn dann berichtigen.')
  await berichte(ctx.tx).deleteFrom('berichte.entwurf').where('zeitraum_id', '=', zeitraumId).where('objekt_id', '=', objektId).execute()
  ctx.emit(berichtEingereicht(id, { objektId, zeitraumId, version: version + 1, ...ampelnVon(inhalt) }, vorige ? korrektur : undefined))
  await raeumeAufgaben(ctx, zeitraumId, objektId)
  return { id, version: version + 1 }
}

const vorhabenVon = ({ art, nummer, name, baustein, verantwortlich, prioritaet }: Pflicht): Inhalt['vorhaben'] => ({ art, nummer, name, baustein, verantwortlich, prioritaet })

/** A need that the version before already named keeps its entry in the register. */
async function entscheidungen(ctx: CommandContext, angaben: Angaben, zeitraum: Zeitraum, pflicht: Pflicht, vorige: Statusbericht | undefined): Promise<Inhalt['entscheidungen']> {
  const plan = angaben.entscheidungen.length > 0 ? await planZuStrategie(ctx.tx, zeitraum.strategieId) : undefined
  const ergebnis: Inhalt['entscheidungen'][number][] = []
  for (const bedarf of angaben.entscheidungen) {
    const bekannt = vorige?.inhalt.entscheidungen.find(({ text }) => text === bedarf.text)
    if (bekannt?.nummer !== undefined && bekannt.planId) ergebnis.push({ ...bedarf, planId: bekannt.planId, nummer: bekannt.nummer })
    else if (!plan) ergebnis.push(bedarf)
    else {
      const { nummer } = await entscheidungVormerken(ctx, {
        planId: plan.id, sachverhalt: bedarf.text, benoetigtBis: bedarf.termin ? Temporal.PlainDate.from(bedarf.termin) : null,
        herkunft: `Statusbericht ${monatswort(zeitraum.monat)}: ${[pflicht.nummer, pflicht.name].filter(Boolean).join(' ')}`.slice(0, 200),
      })
      ergebnis.push({ ...bedarf, planId: plan.id, nummer })
    }
  }
  return ergebnis
}

/** The task to write it is done, and when nobody is missing any more also the note to the Programmbüro. */
async function raeumeAufgaben(ctx: CommandContext, zeitraumId: string, objektId: string): Promise<void> {
  await aufgabeEntfaellt(ctx, zeitraumId, objektId)
  const da = new Set((await letzteFassungen(ctx.tx, [zeitraumId])).map((fassung) => fassung.objektId))
  if ((await pflichten(ctx.tx, [zeitraumId])).every((pflicht) => da.has(pflicht.objektId))) await aufgabeEntfaellt(ctx, zeitraumId, FEHLENDE)
}

const eingabe = { zeitraumId: Id, objektId: Id, version: Type.Integer({ minimum: 0, maximum: 10_000 }), korrektur: Type.String({ maxLength: 1000 }), angaben: Angabenschema }

export const berichtEinreichen = command({
  name: 'berichte.berichtEinreichen',
  input: Type.Object(eingabe, { additionalProperties: false }),
  allow: amBericht,
  run: (ctx, werte) => reicheEin(ctx, werte, ctx.now),
})

/** A report of an earlier time, for imports and the demo: it counts as submitted on that day. */
export const berichtNachtragen = command({
  name: 'berichte.berichtNachtragen',
  input: Type.Object({ ...eingabe, eingereichtAm: Datum }, { additionalProperties: false }),
  allow: intern(),
  run: (ctx, { eingereichtAm, ...werte }) => reicheEin(ctx, werte, startOfDay(Temporal.PlainDate.from(eingereichtAm)).add({ hours: 10 })),
})
