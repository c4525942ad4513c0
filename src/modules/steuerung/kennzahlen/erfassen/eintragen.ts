import type { Feldfehler } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { anforderungErledigt } from '../anfordern/command.js'
import { kennzahlen } from '../db/tables.js'
import { leseMessung, pruefeNachweis } from '../domain/angaben.js'
import type { Art, Messung } from '../domain/kennzahl.js'
import { wertErfasst } from '../events.js'
import { messungsspalten } from '../schreiben.js'

/** What was said of a value, as it was typed; `fehlt`: why there is none this time. */
export interface Wertangabe {
  readonly zahl: string; readonly zaehler: string; readonly nenner: string; readonly fehlt: string
  readonly nachweis: string; readonly nachweisLink: string
}

/** The value, or the reason why there is none; undefined with every wrong field in `fehler`. */
export function leseWert(art: Art, angabe: Wertangabe, fehler: Feldfehler[]): Messung | undefined {
  if (angabe.fehlt === '') {
    const messung = leseMessung(art, angabe, fehler)
    pruefeNachweis(angabe, fehler)
    return messung
  }
  const doch = ([['zahl', angabe.zahl], ['zaehler', angabe.zaehler], ['nenner', angabe.nenner]] as const).find(([, text]) => text !== '')
  if (doch) fehler.push({ feld: doch[0], text: 'Geben Sie entweder einen Wert an oder den Grund, warum es keinen gibt.' })
  if (angabe.nachweisLink !== '') pruefeNachweis(angabe, fehler)
  return { fehlt: angabe.fehlt }
}

interface Eintrag {
  readonly id: string; readonly einheitId: string | null; readonly stichtag: Temporal.PlainDate; readonly messung: Messung
  readonly fassung: number; readonly nachweis: string; readonly nachweisLink: string; readonly grund: string
}

/** Writes a value entered by a person or handed over by another program; the Kennzahl is locked by the caller. */
export async function trageEin(ctx: CommandContext, eintrag: Eintrag): Promise<{ wertId: string }> {
  const { id, einheitId, stichtag, messung, fassung, nachweis, nachweisLink, grund } = eintrag
  const wertId = newId()
  await kennzahlen(ctx.tx).insertInto('kennzahlen.wert').values({
    id: wertId, kennzahl_id: id, einheit_id: einheitId, stichtag, von: null, fassung,
    ...messungsspalten(messung), herkunft: 'hand', quelle: null,
    // Whoever says why there is no value has given the proof with it.
    nachweis: nachweis === '' && nachweisLink === '' && 'fehlt' in messung ? messung.fehlt : nachweis,
    nachweis_link: nachweisLink, grund, erfasst_von: ctx.actor.id, erfasst_am: ctx.now,
  }).execute()
  await anforderungErledigt(ctx, id, stichtag)
  ctx.emit(wertErfasst(id, { wertId, stichtag: stichtag.toString(), einheitId, fassung }))
  return { wertId }
}
