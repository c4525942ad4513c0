import { newId } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { formatDateLong } from '../../../../platform/time/index.js'
import { findFristZu, fristErledigen, fristHinfaellig, fristSetzen } from '../../../grundlagen/fristen/index.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { lockAntrag } from '../antrag.js'
import { benachrichtigen } from '../benachrichtigung.js'
import { antraege } from '../db/tables.js'
import { istOffen } from '../domain/status.js'
import { rueckfrageGestellt } from '../events.js'
import { bezeichnungVon } from '../einreichen/pruefung.js'
import { setzeStatus } from '../status/status.js'

export interface Frage {
  readonly frage: string
  /** Name of the question or slot of the form that is meant. */
  readonly bezug?: string
}

/** What the check form hands to the process, and the process hands to the service. */
export interface Fragen { readonly fragen: readonly Frage[]; readonly frist: Temporal.PlainDate; readonly gestelltVon: string }

/** How long applicants have when the clerk says nothing else. */
export const ANTWORTTAGE = 14

/** Reads the questions out of process variables; whatever else stands there is not asked. Undefined when there is no question. */
export function fragenAus(variablen: Readonly<Record<string, unknown>>, today: Temporal.PlainDate): Fragen | undefined {
  const { rueckfragen, rueckfrageFrist, erledigtVon } = variablen
  const fragen = (Array.isArray(rueckfragen) ? rueckfragen : []).flatMap((eine: unknown): Frage[] => {
    const { frage, bezug } = (typeof eine === 'object' && eine !== null ? eine : {}) as Record<string, unknown>
    if (typeof frage !== 'string' || frage.trim() === '') return []
    return [{ frage: frage.trim().slice(0, 2000), ...(typeof bezug === 'string' && bezug !== '' ? { bezug: bezug.slice(0, 100) } : {}) }]
  })
  if (fragen.length === 0) return undefined
  return { fragen, frist: kommenderTag(rueckfrageFrist, today) ?? today.add({ days: ANTWORTTAGE }), gestelltVon: typeof erledigtVon === 'string' ? erledigtVon : '' }
}

/** The day the clerk chose; none when it is no day, or over before anybody could answer. */
function kommenderTag(wert: unknown, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (typeof wert !== 'string') return undefined
  try {
    const tag = Temporal.PlainDate.from(wert)
    return Temporal.PlainDate.compare(tag, today) > 0 ? tag : undefined
  } catch { return undefined }
}

/**
 * Asks the applicant: rows, deadline, state, message. The same questions while they are still open are not asked twice, because a process
 * may call its services again. An application that is decided or withdrawn is asked nothing.
 */
export async function stelleRueckfragen(ctx: CommandContext, vorgangId: string, { fragen, frist, gestelltVon }: Fragen): Promise<void> {
  const antrag = await lockAntrag(ctx.tx, { vorgangId })
  if (!istOffen(antrag.status)) return
  const offene = await antraege(ctx.tx).selectFrom('antraege.rueckfrage').select(['frage', 'bezug']).where('antrag_id', '=', antrag.id)
    .where('beantwortet_am', 'is', null).where('entfallen_am', 'is', null).execute()
  const neue = fragen.filter(({ frage, bezug }) => !offene.some((offen) => offen.frage === frage && offen.bezug === (bezug ?? null)))
  if (neue.length === 0) return
  const version = await leistungsversionById(ctx.tx, antrag.leistungsversionId)
  for (const { frage, bezug } of neue) {
    const id = newId()
    await antraege(ctx.tx).insertInto('antraege.rueckfrage').values({
      id, antrag_id: antrag.id, frage, bezug: bezug ?? null, bezug_text: (bezug && bezeichnungVon(version?.formular ?? null, bezug)) || null, frist,
      gestellt_am: ctx.now, gestellt_von: gestelltVon || ctx.actor.id, beantwortet_am: null, beantwortet_datum: null, entfallen_am: null,
    }).execute()
    await fristSetzen(ctx, { vorgangId, art: 'NACHREICHUNG', bezugId: id, beginn: ctx.today, ende: frist, regel: 'von Hand', begruendung: 'Bei der Rückfrage festgelegt' })
    ctx.emit(rueckfrageGestellt(id, vorgangId, { antragId: antrag.id, bezug: bezug ?? null, frist: frist.toString() }))
  }
  await setzeStatus(ctx, antrag, 'RUECKFRAGE')
  await benachrichtigen(ctx, antrag, {
    art: 'rueckfrage', betreff: 'Wir haben eine Frage zu Ihrem Antrag', dokumentIds: [],
    text: `Zu Ihrem Antrag „${antrag.bezeichnung}“ (${antrag.vorgangsnummer}) haben wir ${neue.length === 1 ? 'eine Frage' : 'Fragen'}. Bitte antworten Sie bis zum ${formatDateLong(frist)}. Die Frage und das Feld für Ihre Antwort finden Sie auf der Seite Ihres Vorgangs.`,
  })
}

/** Questions that nobody has to answer any more. */
export async function erledigeOffeneFragen(ctx: CommandContext, antragId: string): Promise<void> {
  const entfallene = await antraege(ctx.tx).updateTable('antraege.rueckfrage').set({ entfallen_am: ctx.now }).where('antrag_id', '=', antragId)
    .where('beantwortet_am', 'is', null).where('entfallen_am', 'is', null).returning('id').execute()
  for (const { id } of entfallene) {
    const frist = await findFristZu(ctx.tx, id, 'NACHREICHUNG')
    if (frist?.status === 'offen') await fristHinfaellig(ctx, frist.id, 'Die Antwort wird nicht mehr gebraucht')
  }
}

/** The answer is there, in time or late. Questions from before deadlines were kept have none. */
export async function antwortfristErledigen(ctx: CommandContext, rueckfrageId: string): Promise<void> {
  const frist = await findFristZu(ctx.tx, rueckfrageId, 'NACHREICHUNG')
  if (frist) await fristErledigen(ctx, frist.id, 'Beantwortet')
}
