import { newId } from '../../../../platform/time/index.js'
import { reaction } from '../../../../platform/events/event.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { antragEingereicht, antragZurueckgenommen, antragZuVorgang, rueckfrageBeantwortet, rueckfrageGestellt } from '../../antraege/index.js'
import { bescheidErlassen } from '../../bescheide/index.js'
import { fiktionen } from '../db/tables.js'
import { fehltNoch } from '../domain/lauf.js'
import { fristBegonnen } from '../events.js'
import { beendeLaufende, berechneNeu, fiktionZu } from '../fiktion.js'
import { lasseRuhen, lasseWeiterlaufen } from '../ruhen/ruhen.js'

/** Clerks are warned so many days before the end where the service says nothing. */
const WARNUNG_TAGE = 14

/**
 * An application for a service with a Genehmigungsfiktion came in. Nothing was left for later: the period runs from that day, which is
 * the safe side; the clerk corrects the day when the documents turn out to be incomplete.
 */
const eingereicht = reaction({
  name: 'genehmigungsfiktion.antragEingereicht', on: antragEingereicht,
  async run(ctx, { vorgangId }) {
    ctx.unchanged()
    const antrag = vorgangId ? await antragZuVorgang(ctx.tx, vorgangId) : undefined
    const regel = antrag && (await leistungsversionById(ctx.tx, antrag.leistungsversionId))?.stammdaten.genehmigungsfiktion
    if (!antrag || !regel?.norm) return
    const neu = await fiktionen(ctx.tx).insertInto('genehmigungsfiktion.fiktion').values({
      id: newId(), vorgang_id: antrag.vorgangId, norm: regel.norm, monate: regel.monate, verlaengerung_monate: regel.verlaengerungMonate ?? 0, ruht_bei_rueckfrage: regel.ruhtBeiRueckfrage ?? false,
      warnung_tage: regel.warnungTage ?? WARNUNG_TAGE, angelegt_am: ctx.now,
    }).onConflict((conflict) => conflict.columns(['mandant_id', 'vorgang_id']).doNothing()).returning('id').executeTakeFirst()
    const row = neu && !fehltNoch(antrag.daten) ? await fiktionZu(ctx.tx, antrag.vorgangId) : undefined
    if (!row) return
    const ende = await berechneNeu(ctx, row, { vollstaendig_am: antrag.eingangDatum })
    ctx.emit(fristBegonnen(row.id, antrag.vorgangId, { vollstaendigAm: antrag.eingangDatum.toString(), ende: ende.toString(), norm: row.norm }))
  },
})

type Wirkung = (ctx: Parameters<typeof lasseRuhen>[0], vorgangId: string) => Promise<void>
const mitVorgang = (name: string, on: { readonly typ: string }, tue: Wirkung) => reaction({
  name, on,
  async run(ctx, { vorgangId }) {
    ctx.unchanged()
    if (vorgangId) await tue(ctx, vorgangId)
  },
})

export const reaktionen = [
  eingereicht,
  mitVorgang('genehmigungsfiktion.rueckfrageGestellt', rueckfrageGestellt, lasseRuhen),
  mitVorgang('genehmigungsfiktion.rueckfrageBeantwortet', rueckfrageBeantwortet, lasseWeiterlaufen),
  // The day of the decision counts. Whether it is the day of its Bekanntgabe, the Rechtsamt has to say (`gesichert: false`).
  mitVorgang('genehmigungsfiktion.bescheidErlassen', bescheidErlassen, (ctx, vorgangId) => beendeLaufende(ctx, vorgangId, 'entschieden')),
  mitVorgang('genehmigungsfiktion.zurueckgenommen', antragZurueckgenommen, (ctx, vorgangId) => beendeLaufende(ctx, vorgangId, 'zurueckgenommen')),
]
