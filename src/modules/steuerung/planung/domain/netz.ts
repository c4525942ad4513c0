import type { Abhaengigkeit, Abhaengigkeitsart, Eintrag, Plan, Planfehler } from './plan.js'

/**
 * The plan as a graph of numbered nodes. An activity or milestone is one node; a summary is two, its begin (everything below waits
 * for it) and its end (it waits for everything below), so that one may depend on a Baustein as a whole (H5-02).
 */
export interface Netz {
  readonly anzahl: number
  /** Node of the begin and of the end of each entry; the same for everything but summaries. */
  readonly beginnKnoten: Int32Array
  readonly endeKnoten: Int32Array
  /** Entry of each node. */
  readonly eintragVon: Int32Array
  /** Outgoing edges of node k: ziel, art and abstand from kanten[k] to kanten[k + 1] - 1. */
  readonly kanten: Int32Array
  readonly ziel: Int32Array
  readonly art: Uint8Array
  readonly abstand: Int32Array
  /** The nodes, each behind all it waits for. */
  readonly folge: Int32Array
}

export const FS = 0
export const SS = 1
export const FF = 2
const SF = 3
/** The distance of an edge that only says in which order to look, and binds no date. */
export const NUR_ORDNUNG = -(2 ** 29)
const NUMMER: Readonly<Record<Abhaengigkeitsart, number>> = { FS, SS, FF, SF }

/** Only ongoing, without an end of its own. */
export const endlos = ({ art, dauer }: Eintrag): boolean => art === 'aktivitaet' && dauer === null

/** Builds the graph and puts it in order; or says what is wrong with it: references to nothing, impossible dependencies, a circle. */
export function baueNetz(plan: Plan): { readonly netz: Netz } | { readonly fehler: readonly Planfehler[] } {
  const { eintraege, abhaengigkeiten } = plan
  const index = new Map<string, number>()
  for (let i = 0; i < eintraege.length; i++) index.set((eintraege[i] as Eintrag).id, i)
  const knoten = legeKnotenAn(eintraege)
  const fehler: Planfehler[] = []
  const hoechstens = abhaengigkeiten.length + eintraege.length * 2 + knoten.anzahl
  const liste = { von: new Int32Array(hoechstens), nach: new Int32Array(hoechstens), art: new Uint8Array(hoechstens), abstand: new Int32Array(hoechstens), laenge: 0 }
  for (const eine of abhaengigkeiten) {
    const von = index.get(eine.vonId)
    const nach = index.get(eine.nachId)
    const falsch = pruefe(eine, von === undefined ? undefined : eintraege[von], nach === undefined ? undefined : eintraege[nach])
    if (falsch) { fehler.push(falsch); continue }
    const art = NUMMER[eine.art]
    hinzu(liste, (art === FS || art === FF ? knoten.ende : knoten.beginn)[von as number] as number, (art === FS || art === SS ? knoten.beginn : knoten.ende)[nach as number] as number, art, eine.abstand)
  }
  hierarchie(eintraege, index, knoten, liste, fehler)
  if (fehler.length > 0) return { fehler }
  const netz = ordne(knoten, liste)
  if (netz.folge.length < knoten.anzahl) return { fehler: [kreis(netz, liste, eintraege)] }
  return { netz }
}

interface Knoten { readonly anzahl: number; readonly beginn: Int32Array; readonly ende: Int32Array; readonly eintragVon: Int32Array }
interface Kantenliste { readonly von: Int32Array; readonly nach: Int32Array; readonly art: Uint8Array; readonly abstand: Int32Array; laenge: number }

function legeKnotenAn(eintraege: readonly Eintrag[]): Knoten {
  const n = eintraege.length
  const sammel = eintraege.reduce((summe, { art }) => summe + (art === 'sammel' ? 1 : 0), 0)
  const beginn = new Int32Array(n)
  const ende = new Int32Array(n)
  const eintragVon = new Int32Array(n + sammel)
  for (let i = 0, naechster = n; i < n; i++) {
    beginn[i] = i
    ende[i] = (eintraege[i] as Eintrag).art === 'sammel' ? naechster++ : i
    eintragVon[i] = i
    eintragVon[ende[i] as number] = i
  }
  return { anzahl: n + sammel, beginn, ende, eintragVon }
}

function hinzu(liste: Kantenliste, von: number, nach: number, art: number, abstand: number): void {
  const k = liste.laenge++
  liste.von[k] = von
  liste.nach[k] = nach
  liste.art[k] = art
  liste.abstand[k] = abstand
}

function hierarchie(eintraege: readonly Eintrag[], index: ReadonlyMap<string, number>, knoten: Knoten, liste: Kantenliste, fehler: Planfehler[]): void {
  for (let i = 0; i < eintraege.length; i++) {
    const eintrag = eintraege[i] as Eintrag
    if (eintrag.art === 'sammel') hinzu(liste, knoten.beginn[i] as number, knoten.ende[i] as number, SS, 0)
    if (!eintrag.oberId) continue
    const ober = index.get(eintrag.oberId)
    if (ober === undefined || eintraege[ober]?.art !== 'sammel') {
      fehler.push({ art: 'verweis', ids: [eintrag.id], text: `„${eintrag.titel}“ steht unter einem Eintrag, der kein Sammeleintrag dieses Plans ist.` })
      continue
    }
    hinzu(liste, knoten.beginn[ober] as number, knoten.beginn[i] as number, SS, 0)
    hinzu(liste, knoten.ende[i] as number, knoten.ende[ober] as number, FF, endlos(eintrag) ? NUR_ORDNUNG : 0)
  }
}

function pruefe({ vonId, nachId, art }: Abhaengigkeit, von: Eintrag | undefined, nach: Eintrag | undefined): Planfehler | undefined {
  const ids = [vonId, nachId]
  if (!von || !nach) return { art: 'verweis', ids, text: 'Eine Abhängigkeit verweist auf einen Eintrag, den es in diesem Plan nicht gibt.' }
  if (von === nach) return { art: 'kreis', ids, text: `„${von.titel}“ kann nicht von sich selbst abhängen.` }
  const wartetAufEnde = art === 'FS' || art === 'FF'
  const betrifftEnde = art === 'FF' || art === 'SF'
  if (wartetAufEnde && endlos(von)) return { art: 'abhaengigkeit', ids, text: `„${von.titel}“ ist fortlaufend und endet nie. Wählen Sie Anfang–Anfang.` }
  if (betrifftEnde && endlos(nach)) return { art: 'abhaengigkeit', ids, text: `„${nach.titel}“ ist fortlaufend und hat kein Ende, das warten könnte. Wählen Sie Ende–Anfang oder Anfang–Anfang.` }
  if (!wartetAufEnde && von.art === 'sammel') return { art: 'abhaengigkeit', ids, text: `Auf „${von.titel}“ (Sammeleintrag) kann man nur als Ganzes warten: Wählen Sie Ende–Anfang oder Ende–Ende.` }
  if (betrifftEnde && nach.art === 'sammel') return { art: 'abhaengigkeit', ids, text: `„${nach.titel}“ (Sammeleintrag) kann nur als Ganzes warten: Wählen Sie Ende–Anfang oder Anfang–Anfang.` }
  return undefined
}

/** Counting sort by source, then Kahn: what waits for nothing comes first. What is on or behind a circle is left out of `folge`. */
function ordne({ anzahl, beginn, ende, eintragVon }: Knoten, liste: Kantenliste): Netz {
  const m = liste.laenge
  const kanten = new Int32Array(anzahl + 1)
  const offen = new Int32Array(anzahl)
  for (let k = 0; k < m; k++) {
    kanten[(liste.von[k] as number) + 1]! += 1
    offen[liste.nach[k] as number]! += 1
  }
  for (let v = 0; v < anzahl; v++) kanten[v + 1]! += kanten[v] as number
  const platz = kanten.slice(0, anzahl)
  const ziel = new Int32Array(m)
  const art = new Uint8Array(m)
  const abstand = new Int32Array(m)
  for (let k = 0; k < m; k++) {
    const stelle = platz[liste.von[k] as number]!++
    ziel[stelle] = liste.nach[k] as number
    art[stelle] = liste.art[k] as number
    abstand[stelle] = liste.abstand[k] as number
  }
  const folge = new Int32Array(anzahl)
  let laenge = 0
  for (let v = 0; v < anzahl; v++) if (offen[v] === 0) folge[laenge++] = v
  for (let gelesen = 0; gelesen < laenge; gelesen++) {
    const v = folge[gelesen] as number
    for (let k = kanten[v] as number; k < (kanten[v + 1] as number); k++) {
      const w = ziel[k] as number
      if ((offen[w] = (offen[w] as number) - 1) === 0) folge[laenge++] = w
    }
  }
  return { anzahl, beginnKnoten: beginn, endeKnoten: ende, eintragVon, kanten, ziel, art, abstand, folge: folge.subarray(0, laenge) }
}

/** Names a circle. Every node that was left over waits for one that was left over; going back long enough closes the circle. */
function kreis(netz: Netz, liste: Kantenliste, eintraege: readonly Eintrag[]): Planfehler {
  const uebrig = new Uint8Array(netz.anzahl).fill(1)
  for (const v of netz.folge) uebrig[v] = 0
  const vorgaenger = new Int32Array(netz.anzahl).fill(-1)
  for (let k = 0; k < liste.laenge; k++) {
    if (uebrig[liste.von[k] as number] && uebrig[liste.nach[k] as number]) vorgaenger[liste.nach[k] as number] = liste.von[k] as number
  }
  const gesehen = new Set<number>()
  let v = uebrig.indexOf(1)
  while (!gesehen.has(v)) { gesehen.add(v); v = vorgaenger[v] as number }
  const weg: number[] = []
  for (let w = v; weg.length === 0 || w !== v; w = vorgaenger[w] as number) weg.unshift(w)
  const namen = weg.map((w) => netz.eintragVon[w] as number).filter((e, i, alle) => e !== alle[i - 1])
  if (namen.length > 1 && namen[0] === namen.at(-1)) namen.pop()
  const titel = namen.map((e) => `„${eintraege[e]?.titel ?? ''}“`)
  const gezeigt = titel.length > 12 ? [...titel.slice(0, 11), `… (${titel.length - 12} weitere)`, ...titel.slice(-1)] : titel
  return {
    art: 'kreis', ids: namen.map((e) => eintraege[e]?.id ?? ''),
    text: `Die Abhängigkeiten bilden einen Kreis: ${[...gezeigt, titel[0] ?? ''].join(' → ')}. Nehmen Sie eine davon heraus.`,
  }
}
