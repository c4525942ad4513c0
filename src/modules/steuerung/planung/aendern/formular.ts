import type { Tx } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { mehrere, wert, type RequestContext, type Werte } from '../../../../platform/http/route.js'
import { formatInstant } from '../../../../platform/time/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { Type } from 'typebox'
import { aktivesPersonal, kontenById } from '../../../grundlagen/konten/index.js'
import { planung } from '../db/tables.js'
import { isoAus } from '../domain/datum.js'
import { alsFelder, FELDNAMEN, LEER, type Feld, type Felder, type Planeintrag } from '../domain/felder.js'
import { ABHAENGIGKEITEN } from '../domain/plan.js'
import { alsEingabe } from '../eingabe.js'
import { ladePlan, ladeStand, zugriffAufPlan } from '../plan.js'
import type { Eintragsformular } from './page.js'

const DATEN: readonly Feld[] = ['fest', 'nichtVor', 'frist', 'istBeginn', 'istEnde']

/** The form of one entry, or of a new one, with what it can be tied to. */
export const eintragsformular = query({
  name: 'planung.eintragsformular', input: Type.Object({ planId: Id, eintragId: Type.Optional(Id) }, { additionalProperties: false }),
  allow: can('planung.lesen').on(zugriffAufPlan),
  async run({ tx, actor }, { planId, eintragId }): Promise<Eintragsformular> {
    const plan = await ladePlan(tx, planId)
    const stand = await ladeStand(tx, plan)
    const eintrag = stand.eintraege.find(({ id }) => id === eintragId)
    if (eintragId && !eintrag) throw new NotFound()
    const personal = await aktivesPersonal(tx)
    const titel = new Map(stand.eintraege.map((e) => [e.id, e.titel]))
    const wartetAuf = eintrag ? stand.abhaengigkeiten.filter(({ nachId }) => nachId === eintrag.id).map(({ vonId, art, abstand }) => `${titel.get(vonId) ?? ''}: ${ABHAENGIGKEITEN[art]}${abstand === 0 ? '' : ` (${abstand} Arbeitstage Abstand)`}`) : []
    return {
      plan, version: eintrag?.version ?? 1, werte: eintrag ? fuerAnzeige(alsFelder(eintrag)) : LEER, wartetAuf,
      sammel: stand.eintraege.filter(({ art, id }) => art === 'sammel' && id !== eintragId).map(({ id, titel: name }) => ({ id, titel: name })),
      personen: await mitBisheriger(tx, personal, eintrag), darfBearbeiten: holds(actor, 'planung.bearbeiten', { einheitId: plan.einheitId }),
      ...(eintrag ? { eintragId: eintrag.id, nummer: eintrag.nummer, ...(await zuletzt(tx, eintrag.id)) } : {}),
    }
  },
})

/** Somebody who left stays named until a successor is chosen. */
async function mitBisheriger(tx: Tx, personal: readonly { id: string; name: string }[], eintrag: Planeintrag | undefined): Promise<{ id: string; name: string }[]> {
  const id = eintrag?.verantwortlichId
  const liste = personal.map((person) => ({ id: person.id, name: person.name }))
  if (!id || liste.some((person) => person.id === id)) return liste
  const frueher = (await kontenById(tx, [id])).get(id)
  return [{ id, name: `${frueher?.name ?? 'Unbekannt'} (nicht mehr hier)` }, ...liste]
}

async function zuletzt(tx: Tx, eintragId: string): Promise<{ zuletzt?: { wer: string; wann: string } }> {
  const row = await planung(tx).selectFrom('planung.eintrag').select(['geaendert_von', 'geaendert_am']).where('id', '=', eintragId).executeTakeFirst()
  if (!row) return {}
  const wer = /^[0-9a-f-]{36}$/.test(row.geaendert_von) ? (await kontenById(tx, [row.geaendert_von])).get(row.geaendert_von)?.name : undefined
  return { zuletzt: { wer: wer ?? 'System', wann: formatInstant(row.geaendert_am) } }
}

/** Dates as people write them. */
export const fuerAnzeige = (felder: Felder): Felder => ({ ...felder, ...Object.fromEntries(DATEN.map((feld) => [feld, alsEingabe(felder[feld])])) })

/** The posted fields in their one notation; what is no date stays as typed, so that the message can name it. */
export function felderAus(werte: Werte): Felder {
  const roh = Object.fromEntries(FELDNAMEN.map((feld) => [feld, wert(werte, feld)])) as Record<Feld, string>
  return { ...roh, fortlaufend: mehrere(werte, 'fortlaufend').includes('ja') ? 'ja' : '', ...Object.fromEntries(DATEN.map((feld) => [feld, roh[feld] === '' ? '' : isoAus(roh[feld]) ?? roh[feld]])) }
}

export const versionAus = (c: RequestContext): number => Math.max(1, Number(/^\d{1,9}$/.exec(wert(c.werte, 'version'))?.[0] ?? '1'))
