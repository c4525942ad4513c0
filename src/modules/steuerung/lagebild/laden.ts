import { holds, unitsWith, type Actor } from '../../../platform/usecases/actor.js'
import type { QueryContext } from '../../../platform/usecases/usecase.js'
import { alleEinheiten, type Einheit } from '../../grundlagen/organisation/index.js'
import { ampelverlaeufe, letztePflichtangaben, zeitraeume, type Ampelverlauf, type Pflichtangaben, type Zeitraum } from '../berichte/index.js'
import { haushaltsjahre, type Haushaltsjahr } from '../finanzplan/index.js'
import {
  auslastungen, entscheidungenInPlaenen, offeneRisiken, plaeneZurStrategie, type Auslastung, type OffeneEntscheidung, type OffenesRisiko,
  type Planbezug,
} from '../planung/index.js'
import { kurzobjekteVon, strategien, waehleStrategie, type Kurzobjekt, type Strategie } from '../programm/index.js'
import { kennzahlenUebersicht, type Kennzahlstand } from '../kennzahlen/index.js'
import { teilbaum } from './domain/baum.js'
import { ZEITRAUM_SONST, type Filter } from './domain/filter.js'
import { listenVon, type Liste, type Sicht } from './domain/sicht.js'
import { geldPasst, passt, type Berichtsreihe, type Entscheidung, type Geld, type Meilenstein, type Person, type Risiko, type Vorhaben } from './domain/zeilen.js'
import {
  berichtsreihen, entscheidungenAus, geldAus, meilensteineAus, ordne, personenAus, risikenAus, vorhabenAus, type Ordnung,
} from './zusammenstellen.js'

/** Everything a page of the Lagebild counts and lists, already filtered. */
export interface Lage {
  readonly strategien: readonly Strategie[]; readonly strategie: Strategie | undefined
  /** What one may filter by. */
  readonly felder: readonly { readonly id: string; readonly name: string }[]; readonly einheiten: readonly Einheit[]
  /** The filters that count; what no longer exists was left out and is named in `hinweise`. */
  readonly filter: Filter; readonly hinweise: readonly string[]
  /** The months of the chosen period, the newest first, and the newest whose reports are due. */
  readonly monate: readonly Zeitraum[]; readonly stich: Zeitraum | undefined
  readonly vorhaben: readonly Vorhaben[]; readonly reihen: readonly Berichtsreihe[]; readonly meilensteine: readonly Meilenstein[]
  readonly entscheidungen: readonly Entscheidung[]; readonly risiken: readonly Risiko[]; readonly geld: readonly Geld[]
  readonly personen: readonly Person[]; readonly plaene: readonly Planbezug[]
  /** Of the strategy's Ziele; undefined where the view has none or the person may not see them. */
  readonly kennzahlen: readonly Kennzahlstand[] | undefined
}

/** Months ahead for which people's time is added up. */
const MONATE_VORAUS = 3

interface Gelesen {
  readonly objekte: readonly Kurzobjekt[]; readonly monate: readonly Zeitraum[]; readonly verlaeufe: readonly Ampelverlauf[]
  readonly entfernte: ReadonlyMap<string, Pflichtangaben>
  readonly plaene: readonly Planbezug[]; readonly entscheidungen: readonly OffeneEntscheidung[]; readonly risiken: readonly OffenesRisiko[]
  readonly lasten: readonly Auslastung[]; readonly haushalt: readonly Haushaltsjahr[]
}
const NICHTS: Gelesen = { objekte: [], monate: [], verlaeufe: [], entfernte: new Map(), plaene: [], entscheidungen: [], risiken: [], lasten: [], haushalt: [] }

/**
 * Reads what a view shows: three rounds of questions that do not wait for each other, never one per Vorhaben. With `nur` as much as
 * one list needs.
 */
export async function ladeLage(ctx: QueryContext, sicht: Sicht, wunsch: Filter, nur?: Liste): Promise<Lage> {
  const [alle, einheiten] = await Promise.all([strategien(ctx.tx), alleEinheiten(ctx.tx, ctx.today)])
  const strategie = waehleStrategie(alle, wunsch.strategie)
  const gelesen = strategie ? await lies(ctx, strategie, wunsch, { sicht, nur }) : NICHTS
  const ordnung = ordne(gelesen.objekte)
  const eigene = sicht === 'einheit' ? unitsWith(ctx.actor, 'lagebild.lesen') : 'alle'
  const waehlbar = eigene === 'alle' ? einheiten : einheiten.filter(({ id }) => eigene.includes(id))
  const { filter, hinweise } = gueltig(wunsch, alle, ordnung, waehlbar)
  const bereich = bereichVon(filter, eigene, einheiten)
  const mitKennzahlen = strategie && !nur && sicht !== 'einheit' && holds(ctx.actor, 'kennzahlen.lesen')
  return {
    kennzahlen: mitKennzahlen ? await kennzahlenUebersicht(ctx.tx, ctx.today, { strategieId: strategie.id, punkte: 1 }) : undefined,
    strategien: alle, strategie, felder: ordnung.felder, einheiten: waehlbar, filter, hinweise, monate: gelesen.monate,
    ...zeilenVon(gelesen, ordnung, { filter, bereich, heute: ctx.today }),
  }
}

/** The views in which the actor may see plans; others see what the view shows and no link. */
export const darfPlan = (actor: Actor, plan: Planbezug): boolean => {
  const einheiten = unitsWith(actor, 'planung.lesen')
  return einheiten === 'alle' || (plan.einheitId === null ? einheiten.length > 0 : einheiten.includes(plan.einheitId))
}

async function lies({ tx, today }: QueryContext, strategie: Strategie, { zeitraum }: Filter, { sicht, nur }: { sicht: Sicht; nur: Liste | undefined }): Promise<Gelesen> {
  const listen = nur ? [nur] : listenVon(sicht)
  const braucht = (...gefragt: Liste[]) => gefragt.some((eine) => listen.includes(eine))
  const [objekte, monate, plaene, haushalt] = await Promise.all([
    kurzobjekteVon(tx, strategie.id),
    braucht('vorhaben', 'berichte') ? zeitraeume(tx, strategie.id, Number(zeitraum ?? ZEITRAUM_SONST)) : [],
    braucht('entscheidungen', 'risiken', 'personen') ? plaeneZurStrategie(tx, strategie.id) : [],
    braucht('geld') ? haushaltsjahre(tx, strategie) : [],
  ])
  const planIds = plaene.map(({ id }) => id)
  const bis = today.with({ day: 1 }).add({ months: MONATE_VORAUS }).subtract({ days: 1 })
  const [verlaeufe, entscheidungen, risiken, lasten] = await Promise.all([
    ampelverlaeufe(tx, monate.map(({ id }) => id)),
    braucht('entscheidungen') ? entscheidungenInPlaenen(tx, planIds) : [],
    braucht('risiken') ? offeneRisiken(tx, planIds) : [],
    braucht('personen') ? auslastungen(tx, planIds, today.with({ day: 1 }), bis) : [],
  ])
  const da = new Set(objekte.map(({ id }) => id))
  // Rarely any: only then one more question.
  const entfernte = await letztePflichtangaben(tx, verlaeufe.flatMap(({ objektId }) => (da.has(objektId) ? [] : [objektId])))
  return { objekte, monate, verlaeufe, entfernte, plaene, entscheidungen, risiken, lasten, haushalt }
}

/** A filter whose value is gone (a closed unit, a removed Handlungsfeld, an old saved view) is left out, and the page says so. */
function gueltig(wunsch: Filter, alle: readonly Strategie[], { felder }: Ordnung, einheiten: readonly Einheit[]): Pick<Lage, 'filter' | 'hinweise'> {
  const hinweise: string[] = []
  const { strategie, feld, einheit, ...rest } = wunsch
  const behalte = (name: 'strategie' | 'feld' | 'einheit', wert: string | undefined, da: boolean, satz: string) => {
    if (wert && !da) hinweise.push(satz)
    return wert && da ? { [name]: wert } : {}
  }
  return {
    filter: {
      ...behalte('strategie', strategie, alle.some(({ kennung }) => kennung === strategie), 'Die gewählte Strategie gibt es nicht mehr. Sie sehen die neueste.'),
      ...behalte('feld', feld, feld === 'ohne' || felder.some(({ id }) => id === feld), 'Das gewählte Handlungsfeld gibt es in dieser Strategie nicht. Sie sehen alle.'),
      ...behalte('einheit', einheit, einheiten.some(({ id }) => id === einheit), 'Die gewählte Einheit gibt es nicht mehr, oder sie gehört nicht zu Ihrer Sicht. Sie sehen alle.'),
      ...rest,
    },
    hinweise,
  }
}

/** The units whose things are shown; undefined is the whole town. */
function bereichVon({ einheit }: Filter, eigene: 'alle' | readonly string[], einheiten: readonly Einheit[]): ReadonlySet<string> | undefined {
  const gewaehlt = einheit ? teilbaum(einheiten, einheit) : undefined
  if (eigene === 'alle') return gewaehlt
  return new Set(eigene.filter((id) => !gewaehlt || gewaehlt.has(id)))
}

interface Auswahl { readonly filter: Filter; readonly bereich: ReadonlySet<string> | undefined; readonly heute: Temporal.PlainDate }

function zeilenVon(gelesen: Gelesen, ordnung: Ordnung, { filter, bereich, heute }: Auswahl) {
  const { objekte, monate, plaene } = gelesen
  const stich = monate.findIndex(({ faelligAm }) => Temporal.PlainDate.compare(faelligAm, heute) < 0)
  const reihen = berichtsreihen(gelesen, ordnung, heute)
  const amPlan = <T extends { readonly einheitId: string | null }>(zeilen: readonly T[]) =>
    zeilen.filter(({ einheitId }) => !bereich || (einheitId !== null && bereich.has(einheitId)))
  const planById = new Map(plaene.map((plan) => [plan.id, plan]))
  return {
    stich: monate[stich], plaene, reihen: reihen.filter((zeile) => passt(zeile, filter, bereich)),
    vorhaben: vorhabenAus(objekte, ordnung, { reihen, stich, heute }).filter((zeile) => passt(zeile, filter, bereich)),
    meilensteine: meilensteineAus(objekte, ordnung, heute).filter((zeile) => passt(zeile, filter, bereich)),
    entscheidungen: amPlan(entscheidungenAus(gelesen.entscheidungen, planById, heute)),
    risiken: amPlan(risikenAus(gelesen.risiken, planById)),
    geld: geldAus(gelesen.haushalt, ordnung).filter((zeile) => geldPasst(zeile, filter, bereich)),
    personen: personenAus(gelesen.lasten, heute, MONATE_VORAUS),
  }
}
