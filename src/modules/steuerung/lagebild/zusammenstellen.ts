import type { Ampelverlauf, Zeitraum } from '../berichte/index.js'
import type { Haushaltsjahr } from '../finanzplan/index.js'
import type { Auslastung, OffeneEntscheidung, OffenesRisiko, Planbezug } from '../planung/index.js'
import { ueberfaellig, type Kurzobjekt } from '../programm/index.js'
import { aufwaerts } from './domain/baum.js'
import {
  entscheidungsfrist, lastVon, type Bericht, type Entscheidung, type Geld, type Meilenstein, type Merkmale, type Person, type Risiko,
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

/** Every month in which somebody had to report, the newest first, with what came. */
export function berichteAus(verlaeufe: readonly Ampelverlauf[], monate: readonly Zeitraum[], { byId, merkmale }: Ordnung, heute: Tag): Bericht[] {
  const mitOrt = verlaeufe.map((verlauf) => ({ verlauf, objekt: byId.get(verlauf.objektId) })).sort((a, b) => (a.objekt?.rang ?? 1e9) - (b.objekt?.rang ?? 1e9))
  return monate.flatMap((zeitraum) => {
    const laeuft = Temporal.PlainDate.compare(zeitraum.faelligAm, heute) >= 0
    return mitOrt.flatMap(({ verlauf, objekt }): Bericht[] => {
      const farbe = verlauf.monate.get(zeitraum.id)
      if (farbe === undefined) return []
      const ort: Merkmale = objekt ? merkmale(objekt) : { feldId: 'ohne', feld: 'Ohne Handlungsfeld', einheitId: verlauf.einheitId, prioritaet: verlauf.prioritaet, status: 'ohne' }
      return [{
        ...ort, objektId: verlauf.objektId, zeitraumId: zeitraum.id, monat: zeitraum.monat, faelligAm: zeitraum.faelligAm,
        name: nameVon(objekt ?? verlauf), verantwortlich: objekt?.verantwortlich ?? (verlauf.verantwortlich || null),
        licht: farbe ?? (laeuft ? 'offen' : 'fehlt'), vorhanden: objekt !== undefined,
      }]
    })
  })
}

interface Umfeld { readonly berichte: readonly Bericht[]; readonly monate: readonly Zeitraum[]; readonly stich: Zeitraum | undefined; readonly heute: Tag }

/** Maßnahmen and Projekte with the light of the newest month that is due. */
export function vorhabenAus(objekte: readonly Kurzobjekt[], { merkmale }: Ordnung, { berichte, monate, stich, heute }: Umfeld): Vorhaben[] {
  const vorher = stich && monate[monate.indexOf(stich) + 1]
  const lichter = (zeitraum: Zeitraum | undefined) => new Map(zeitraum ? berichte.filter(({ zeitraumId }) => zeitraumId === zeitraum.id).map((bericht) => [bericht.objektId, bericht.licht]) : [])
  const [jetzt, davor] = [lichter(stich), lichter(vorher)]
  return objekte.filter(istVorhaben).map((objekt) => {
    const licht = jetzt.get(objekt.id)
    return {
      ...merkmale(objekt), id: objekt.id, name: nameVon(objekt), art: objekt.art, ende: objekt.ende, fortlaufend: objekt.fortlaufend,
      spaet: ueberfaellig(objekt, heute), verantwortlich: objekt.verantwortlich, licht, neurot: licht === 'rot' && davor.get(objekt.id) !== 'rot',
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
