import { searchKey } from '../../../../platform/text/index.js'

/** How a word of the query met a word of a service. */
const GUETE = { genau: 1, anfang: 0.8, fastGenau: 0.7, enthalten: 0.55, tippfehler: 0.45 } as const

/** What is searched of one service, and how much a hit there counts. */
export interface Suchtext { readonly id: string; readonly felder: readonly { readonly text: string; readonly gewicht: number }[]; readonly rang: number }

interface Eintrag { readonly id: string; readonly gewicht: number }

/** Every word of a town's services with where it stands. A few thousand words: searched one by one in well under a millisecond. */
export interface Suchindex { readonly woerter: ReadonlyMap<string, readonly Eintrag[]>; readonly rang: ReadonlyMap<string, number> }

/** Words that say nothing about what is wanted. */
const FUELLWOERTER = new Set((
  'ich du er sie es wir ihr mein meine meinen meinem meiner ein eine einen einem einer der die das den dem des und oder in im an am auf aus bei beim fuer mit nach von vom zu zum zur '
  + 'ist sind war wie wo was wann wer welche muss moechte will kann soll habe hat haben bin beantragen beantragung antrag online stadt bitte neu neue neuen neues '
  + 'i my a an the and or in on at for with to of is are how where what apply application need want get').split(' ').map(searchKey))

export function bildeSuchindex(texte: readonly Suchtext[]): Suchindex {
  const woerter = new Map<string, Map<string, number>>()
  for (const { id, felder } of texte) {
    for (const { text, gewicht } of felder) {
      for (const wort of searchKey(text).split(' ').filter(Boolean)) {
        const bei = woerter.get(wort) ?? new Map<string, number>()
        bei.set(id, Math.max(bei.get(id) ?? 0, gewicht))
        woerter.set(wort, bei)
      }
    }
  }
  return {
    woerter: new Map([...woerter].map(([wort, bei]) => [wort, [...bei].map(([id, gewicht]) => ({ id, gewicht }))])),
    rang: new Map(texte.map(({ id, rang }) => [id, rang])),
  }
}

/** The words of a query that are looked for; without filling words unless there are no others. */
export function suchworte(anfrage: string): string[] {
  const alle = [...new Set(searchKey(anfrage).split(' ').filter(Boolean))].slice(0, 12)
  const inhalt = alle.filter((wort) => !FUELLWOERTER.has(wort))
  return inhalt.length > 0 ? inhalt : alle
}

/**
 * Services for a query, best first: every word must meet (A1-06: title, terms, situations, full text; beginnings, parts of
 * compounds and slips of the finger count less). When no service meets all words, those that meet most of them.
 */
export function suche(index: Suchindex, anfrage: string): string[] {
  const punkte = new Map<string, { summe: number; treffer: number }>()
  const worte = suchworte(anfrage)
  for (const wort of worte) {
    for (const [id, wert] of trefferFuer(index, wort)) {
      const bisher = punkte.get(id) ?? { summe: 0, treffer: 0 }
      punkte.set(id, { summe: bisher.summe + wert, treffer: bisher.treffer + 1 })
    }
  }
  const meiste = Math.max(0, ...[...punkte.values()].map(({ treffer }) => treffer))
  return [...punkte].filter(([, { treffer }]) => treffer === meiste)
    .sort(([a, x], [b, y]) => y.summe - x.summe || (index.rang.get(b) ?? 0) - (index.rang.get(a) ?? 0) || (a < b ? -1 : 1)).map(([id]) => id)
}

/** Best value of one word of the query per service. Slips are looked for only when nothing fits better. */
function trefferFuer(index: Suchindex, wort: string): Map<string, number> {
  const treffer = sammle(index, (kandidat) => guete(wort, kandidat))
  const erlaubt = wort.length < 4 ? 0 : wort.length < 8 ? 1 : 2
  if (erlaubt === 0) return treffer
  if (treffer.size > 0) {
    // One slip in the whole word is nearer than a shared part: "parkausweiss" means the Parkausweis, not any Ausweis.
    const fast = sammle(index, (kandidat) => (wort.length >= 6 && Math.abs(kandidat.length - wort.length) <= 1 && abstand(wort, kandidat, 1) === 1 ? GUETE.fastGenau : 0))
    for (const [id, wert] of fast) treffer.set(id, Math.max(treffer.get(id) ?? 0, wert))
    return treffer
  }
  return sammle(index, (kandidat) => {
    if (Math.abs(kandidat.length - wort.length) <= erlaubt && abstand(wort, kandidat, erlaubt) <= erlaubt) return GUETE.tippfehler
    // The beginning of a longer word with a slip in it: "fürerschein" for "Führerscheinumtausch".
    return kandidat.length > wort.length && abstand(wort, kandidat.slice(0, wort.length), erlaubt) <= erlaubt ? GUETE.tippfehler / 2 : 0
  })
}

function sammle(index: Suchindex, bewerte: (kandidat: string) => number): Map<string, number> {
  const treffer = new Map<string, number>()
  for (const [kandidat, eintraege] of index.woerter) {
    const wert = bewerte(kandidat)
    if (wert > 0) for (const { id, gewicht } of eintraege) treffer.set(id, Math.max(treffer.get(id) ?? 0, wert * gewicht))
  }
  return treffer
}

function guete(wort: string, kandidat: string): number {
  if (wort === kandidat) return GUETE.genau
  if (wort.length >= 3 && kandidat.startsWith(wort)) return GUETE.anfang
  // German compounds: "parken" in "bewohnerparken", and "hundesteueranmeldung" asked for where "hundesteuer" stands.
  if (wort.length >= 4 && kandidat.includes(wort)) return GUETE.enthalten
  return kandidat.length >= 5 && wort.includes(kandidat) ? GUETE.enthalten : 0
}

/** Damerau–Levenshtein (neighbours may be swapped), given up above `grenze`. */
export function abstand(a: string, b: string, grenze: number): number {
  let vorletzte: number[] = []
  let letzte = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const zeile = [i]
    for (let j = 1; j <= b.length; j++) {
      const ersatz = (letzte[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let wert = Math.min((letzte[j] ?? 0) + 1, (zeile[j - 1] ?? 0) + 1, ersatz)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) wert = Math.min(wert, (vorletzte[j - 2] ?? 0) + 1)
      zeile[j] = wert
    }
    if (Math.min(...zeile) > grenze) return grenze + 1
    vorletzte = letzte
    letzte = zeile
  }
  return letzte[b.length] ?? 0
}

/**
 * What may be kept of a query that found nothing: its words, without anything that could be a name, number or address of a
 * person. Undefined when nothing is left or it is too long to be a search for a service.
 */
export function ohnePersonenbezug(anfrage: string): string | undefined {
  if (anfrage.length > 80 || anfrage.includes('@') || /\d{3,}/.test(anfrage)) return undefined
  const worte = suchworte(anfrage)
  const text = worte.join(' ')
  return worte.length > 0 && worte.length <= 4 && text.length >= 2 && text.length <= 60 ? text : undefined
}
