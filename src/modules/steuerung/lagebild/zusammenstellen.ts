import type { Ampelverlauf, Pflichtangaben, Zeitraum } from '../berichte/index.js'
import type { Haushaltsjahr } from '../finanzplan/index.js'
import type { Auslastung, OffeneEntscheidung, OffenesRisiko, Planbezug } from '../planung/index.js'
import { ueberfaellig, type Kurzobjekt } from '../programm/index.js'
import { aufwaerts } from './domain/baum.js'
import type { Licht } from './domain/filter.js'
import {
  entscheidungsfrist, lastVon, type Berichtsreihe, type Entscheidung, type Geld, type Meilenstein, type Merkmale, type Person, type Risiko,
  type Vorhaben,
} from './domain/zeilen.js'

type Tag = Temporal.PlainDate

/** What lies where: by this everything of a Vorhaben is filtered. */
export interface Ordnung {
  readonly byId: ReadonlyMap<string, Kurzobjekt>; readonly felder: readonly { readonly id: string; readonly name: string }[]
  merkmale(objekt: Kurzobjekt): Merkmale
}

export const nameVon = ({ nummer, name }: Pick<Kurzobjekt, 'nummer' | 'name'>): string => [nummer, name].filter(Boolean).join(' ')

/** A Handlungsfeld is the topmost thing that holds others: a Handlungsfeld, or a Baustein where a strategy has none. */
export function ordne(objekte: readonly Kurzobjekt[]): Ordnung {
  const byId = new Map(objekte.map((objekt) => [objekt.id, objekt]))
  const bekannt = new Map<string, Merkmale>()
  const istFeld = ({ art, oberId }: Kurzobjekt) => (art === 'handlungsfeld' || art === 'baustein') && !(oberId && byId.has(oberId))
  const ermittle = (objekt: Kurzobjekt): Merkmale => {
    const weg = aufwaerts(objekt, byId)
    const feld = weg.at(-1)
    const passend = feld && istFeld(feld) ? feld : undefined
    return {
      feldId: passend?.id ?? 'ohne', feld: passend ? nameVon(passend) : 'Ohne Handlungsfeld',
      einheitId: weg.find(({ einheitId }) => einheitId)?.einheitId ?? null,
      prioritaet: weg.find(({ prioritaet }) => prioritaet)?.prioritaet ?? null, status: objekt.status ?? 'ohne',
    }
  }
  return {
    byId, felder: objekte.filter(istFeld).map((objekt) => ({ id: objekt.id, name: nameVon(objekt) })),
    merkmale(objekt) {
      const schon = bekannt.get(objekt.id)
      if (schon) return schon
      const neu = ermittle(objekt)
      bekannt.set(objekt.id, neu)
      return neu
    },
  }
}

const istVorhaben = (objekt: Kurzobjekt): objekt is Kurzobjekt & { readonly art: Vorhaben['art'] } => objekt.art === 'massnahme' || objekt.art === 'projekt'

interface Gemeldetes { readonly verlaeufe: readonly Ampelverlauf[]; readonly entfernte: ReadonlyMap<string, Pflichtangaben>; readonly monate: readonly Zeitraum[] }

/** Who had to report in these months, in the order of the strategy; what was removed since comes last. */
export function berichtsreihen({ verlaeufe, entfernte, monate }: Gemeldetes, { byId, merkmale }: Ordnung, heute: Tag): Berichtsreihe[] {
  const ohneBericht = monate.map(({ faelligAm }): Licht => (Temporal.PlainDate.compare(faelligAm, heute) >= 0 ? 'offen' : 'fehlt'))
  const rang = (id: string) => byId.get(id)?.rang ?? Infinity
  return verlaeufe.toSorted((a, b) => (rang(a.objektId) < rang(b.objektId) ? -1 : 1)).flatMap(({ objektId, farben, gewichtung }): Berichtsreihe[] => {
    const objekt = byId.get(objektId)
    const damals = objekt ?? entfernte.get(objektId)
    if (!damals) return []
    const { feldId, feld, einheitId, prioritaet, status }: Merkmale = objekt
      ? merkmale(objekt) : { feldId: 'ohne', feld: 'Ohne Handlungsfeld', einheitId: damals.einheitId, prioritaet: damals.prioritaet, status: 'ohne' }
    return [{
      feldId, feld, einheitId, prioritaet, status, objektId, name: nameVon(damals), verantwortlich: damals.verantwortlich || null,
      vorhanden: objekt !== undefined, gewichtung, lichter: farben.map((farbe, i) => (farbe === undefined ? undefined : farbe ?? ohneBericht[i])),
    }]
  })
}

interface Umfeld { readonly reihen: readonly Berichtsreihe[]; readonly stich: number; readonly heute: Tag }

/** Maßnahmen and Projekte with the light of the newest month that is due: the one at `stich`, before which lies the month at `stich + 1`. */
export function vorhabenAus(objekte: readonly Kurzobjekt[], { merkmale }: Ordnung, { reihen, stich, heute }: Umfeld): Vorhaben[] {
  const lichter = new Map(reihen.map((reihe) => [reihe.objektId, reihe.lichter]))
  return objekte.filter(istVorhaben).map((objekt) => {
    const [licht, davor] = [lichter.get(objekt.id)?.[stich], lichter.get(objekt.id)?.[stich + 1]]
    return {
      ...merkmale(objekt), id: objekt.id, name: nameVon(objekt), art: objekt.art, ende: objekt.ende, fortlaufend: objekt.fortlaufend,
      spaet: ueberfaellig(objekt, heute), verantwortlich: objekt.verantwortlich, licht, neurot: licht === 'rot' && davor !== 'rot',
    }
  })
}

const RUHT = ['abgebrochen', 'zurueckgestellt']

/** Milestones that are still to be reached and have a date, the most overdue first; those of stopped Vorhaben are nobody's. */
export function meilensteineAus(objekte: readonly Kurzobjekt[], { byId, merkmale }: Ordnung, heute: Tag): Meilenstein[] {
  return objekte.flatMap((objekt): Meilenstein[] => {
    if (objekt.art !== 'meilenstein' || !objekt.ende || objekt.endeIst || objekt.status === 'abgeschlossen') return []
    const weg = aufwaerts(objekt, byId)
    if (weg.some(({ status }) => status && RUHT.includes(status))) return []
    const vorhaben = weg.find(istVorhaben)
    return [{
      ...merkmale(objekt), status: vorhaben?.status ?? objekt.status ?? 'ohne', id: objekt.id, name: nameVon(objekt), vorhabenId: vorhaben?.id ?? null,
      vorhaben: vorhaben ? nameVon(vorhaben) : weg[1] ? nameVon(weg[1]) : '', termin: objekt.ende, tage: heute.until(objekt.ende).days,
    }]
  }).sort((a, b) => a.tage - b.tage)
}

const planBezug = (planId: string, plaene: ReadonlyMap<string, Planbezug>) => {
  const plan = plaene.get(planId)
  return { planId, plan: plan?.titel ?? '', einheitId: plan?.einheitId ?? null }
}

export const entscheidungenAus = (alle: readonly OffeneEntscheidung[], plaene: ReadonlyMap<string, Planbezug>, heute: Tag): Entscheidung[] =>
  alle.map((eine) => ({
    ...planBezug(eine.planId, plaene), id: eine.id, nummer: eine.nummer, sachverhalt: eine.sachverhalt, empfehlung: eine.empfehlung,
    gremium: eine.gremium, benoetigtBis: eine.benoetigtBis, frist: entscheidungsfrist(eine.benoetigtBis, heute),
  }))

export const risikenAus = (alle: readonly OffenesRisiko[], plaene: ReadonlyMap<string, Planbezug>): Risiko[] =>
  alle.map((eines) => ({
    ...planBezug(eines.planId, plaene), id: eines.id, nummer: eines.nummer, beschreibung: eines.beschreibung, massnahme: eines.massnahme,
    punkte: eines.punkte, stufe: eines.stufe, status: eines.status, eignerId: eines.eignerId, faellig: eines.faellig,
  }))

export function geldAus(alle: readonly Haushaltsjahr[], { byId, merkmale }: Ordnung): Geld[] {
  return alle.map(({ zeile, jahr, vergleich }) => {
    const objekt = zeile.objektId ? byId.get(zeile.objektId) : undefined
    const ort: Merkmale = objekt ? merkmale(objekt) : { feldId: 'ohne', feld: 'Übergreifend', einheitId: null, prioritaet: null, status: 'ohne' }
    return {
      ...ort, uebergreifend: !objekt, zeileId: zeile.id, bezeichnung: zeile.bezeichnung, vorhaben: objekt ? nameVon(objekt) : null,
      produkt: zeile.produkt, sachkonto: zeile.sachkonto, jahr, sollCent: vergleich.sollCent, istCent: vergleich.istCent,
      erwartetCent: vergleich.erwartetCent, abweichungCent: vergleich.abweichungCent,
    }
  })
}

/** The highest load of everybody in each of the next months; who has nothing to do in a month is not in it. */
export function personenAus(lasten: readonly Auslastung[], heute: Tag, monate: number): Person[] {
  return Array.from({ length: monate }, (_, i) => heute.with({ day: 1 }).add({ months: i })).flatMap((monat) => {
    const ende = monat.with({ day: monat.daysInMonth })
    return lasten.flatMap(({ kontoId, grenze, schritte }): Person[] => {
      const prozent = Math.max(0, ...schritte.filter(({ von, bis }) => Temporal.PlainDate.compare(von, ende) <= 0 && Temporal.PlainDate.compare(bis, monat) >= 0).map((schritt) => schritt.prozent))
      return prozent > 0 ? [{ kontoId, monat, prozent, grenze, last: lastVon(prozent, grenze) }] : []
    })
  })
}
