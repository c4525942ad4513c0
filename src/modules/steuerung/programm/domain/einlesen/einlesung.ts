import type { Cents } from '../../../../../platform/money/index.js'
import type { Objektart } from '../arten.js'
import type { Finanzplanzeile } from '../finanzplan.js'
import type { Klassenangabe } from '../kostenklasse.js'
import type { Status } from '../status.js'

/** Something a person should know about what was read. `kind` is stable for programs, `text` is German for people. */
export interface Befund {
  readonly kind: 'doppelteNummer' | 'doppelteKennung' | 'ungeloesterVerweis' | 'kreis' | 'klassengrenze' | 'fehlenderWert' | 'ungueltigerWert' | 'ungenauerTermin' | 'zuordnung'
    | 'summe' | 'unbekanntesFeld' | 'vonHandGeaendert'
  readonly object: string
  readonly text: string
}

/** What a source says, in the terms of this room; kennungen instead of ids, nothing added that is not there. */
export interface Einlesung {
  readonly strategien: readonly Strategieangabe[]
  /** undefined: the source says nothing of classes. */
  readonly kostenklassen: readonly Klassenangabe[] | undefined
  readonly ebenen: Readonly<Partial<Record<Objektart, { einzahl: string; mehrzahl: string }>>>
  readonly befunde: readonly Befund[]
}

export interface Strategieangabe {
  readonly kennung: string; readonly name: string; readonly jahrVon?: number; readonly jahrBis?: number; readonly quelle?: string
  readonly angaben: Readonly<Record<string, unknown>>
  readonly gremien: readonly { readonly name: string; readonly rolle: string | null; readonly bericht: string | null }[]
  /** Parents before children. */
  readonly objekte: readonly Objektangabe[]
  readonly finanzplan: readonly Finanzangabe[]
}

export interface Objektangabe {
  readonly kennung: string; readonly art: Objektart; readonly ober?: string; readonly status?: Status
  /** See domain/felder.ts; without oberId, which comes from `ober`. */
  readonly felder: Readonly<Record<string, string>>
  readonly verknuepfungen: readonly { readonly art: 'zielbezug' | 'korrespondiert' | 'benoetigt'; readonly nach: string }[]
  readonly erfolgskriterien: readonly { readonly kennzahl: string; readonly zielwert: string | null; readonly einheit: string | null; readonly bisJahr: number | null }[]
  readonly oeffentlich?: readonly string[]
  readonly einheit?: string
}

export type Finanzangabe = Omit<Finanzplanzeile, 'id' | 'strategieId' | 'objektId'> & { readonly objekt: string | null }

export interface Sammler { melde(kind: Befund['kind'], object: string, text: string): void; readonly befunde: Befund[] }

export function sammler(): Sammler {
  const befunde: Befund[] = []
  return { befunde, melde: (kind, object, text) => { befunde.push({ kind, object, text }) } }
}

/** Reads the values of one mapping, says what is wrong with them, and in the end which keys nobody asked for. */
export interface Angaben {
  text(feld: string): string | undefined
  /** A whole number within bounds. */
  ganz(feld: string, von: number, bis: number): number | undefined
  cent(feld: string): Cents | undefined
  /** Hundredths of a decimal number: 23.08 is 2308. */
  hundertstel(feld: string): number | undefined
  /** A number as text, as it was written. */
  dezimal(feld: string): string | undefined
  liste(feld: string): readonly unknown[]
  texte(feld: string): readonly string[]
  roh(feld: string): unknown
  hat(feld: string): boolean
  schluessel(): readonly string[]
  rest(): void
}

const dezimaltext = (value: unknown) => (typeof value === 'bigint' || typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '')

export function angaben(value: unknown, ort: string, s: Sammler): Angaben {
  const objekt = (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}) as Record<string, unknown>
  if (objekt !== value) s.melde('ungueltigerWert', ort, 'Hier fehlen benannte Angaben.')
  const gefragt = new Set<string>()
  const nimm = (feld: string) => { gefragt.add(feld); return Object.hasOwn(objekt, feld) ? objekt[feld] ?? undefined : undefined }
  const klage = (feld: string, text: string) => { s.melde('ungueltigerWert', ort, `${feld}: ${text}`); return undefined }
  const dezimal = (feld: string, muster: RegExp, was: string) => {
    const roh = nimm(feld)
    if (roh === undefined) return undefined
    return muster.test(dezimaltext(roh)) ? dezimaltext(roh) : klage(feld, was)
  }
  const rechne = (text: string | undefined) => text === undefined ? undefined : BigInt(`${text.split('.')[0]}${(text.split('.')[1] ?? '').padEnd(2, '0')}`)
  return {
    roh: nimm, hat: (feld) => nimm(feld) !== undefined, schluessel: () => Object.keys(objekt),
    text(feld) {
      const roh = nimm(feld)
      if (roh === undefined) return undefined
      return typeof roh === 'object' ? klage(feld, 'Hier wird ein Text erwartet.') : String(roh).trim() || undefined
    },
    ganz(feld, von, bis) {
      const text = dezimal(feld, /^-?\d{1,9}$/, 'Hier wird eine ganze Zahl erwartet.')
      return text === undefined ? undefined : Number(text) >= von && Number(text) <= bis ? Number(text) : klage(feld, `${text} liegt nicht zwischen ${von} und ${bis}.`)
    },
    cent: (feld) => rechne(dezimal(feld, /^\d{1,13}(\.\d{1,2})?$/, 'Hier wird ein Betrag in Euro ab 0 mit höchstens zwei Nachkommastellen erwartet.')),
    hundertstel(feld) { const zahl = rechne(dezimal(feld, /^\d{1,6}(\.\d{1,2})?$/, 'Hier wird eine Zahl ab 0 mit höchstens zwei Nachkommastellen erwartet.')); return zahl === undefined ? undefined : Number(zahl) },
    dezimal: (feld) => dezimal(feld, /^-?\d{1,12}(\.\d{1,4})?$/, 'Hier wird eine Zahl erwartet.'),
    liste(feld) {
      const roh = nimm(feld)
      return roh === undefined ? [] : Array.isArray(roh) ? roh : (klage(feld, 'Hier wird eine Liste erwartet.'), [])
    },
    texte(feld) { return this.liste(feld).flatMap((einer) => (typeof einer === 'object' || String(einer).trim() === '' ? (klage(feld, 'Hier wird eine Liste von Texten erwartet.'), []) : [String(einer).trim()])) },
    rest() { for (const feld of Object.keys(objekt)) if (!gefragt.has(feld)) s.melde('unbekanntesFeld', ort, `Die Angabe „${feld}“ ist unbekannt und wurde nicht übernommen.`) },
  }
}

/** Plain values for jsonb: whole numbers as numbers again. */
export function alsJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (Array.isArray(value)) return value.map(alsJson)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, alsJson(one)]))
  return value
}

/** 'Digitale Personalakte' → 'digitale-personalakte', at most 60 characters: a key for things that have none. */
export function kennungAus(text: string): string {
  const ersatz: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  return text.toLowerCase().replace(/[äöüß]/g, (zeichen) => ersatz[zeichen] ?? zeichen).normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'ohne-namen'
}

/** The same key again gets a number behind it and is said: both things stay. */
export function eindeutig(s: Sammler): (kennung: string, name: string) => string {
  const vergeben = new Map<string, number>()
  return (kennung, name) => {
    const mal = (vergeben.get(kennung) ?? 0) + 1
    vergeben.set(kennung, mal)
    if (mal === 1) return kennung
    s.melde('doppelteKennung', kennung, `Die Kennung ${kennung} kommt mehrmals vor. „${name}“ ist als ${kennung}#${mal} übernommen.`)
    return `${kennung}#${mal}`
  }
}
