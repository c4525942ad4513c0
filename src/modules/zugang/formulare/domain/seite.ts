import { typVon } from '../fragen/index.js'
import { eingabeVon } from './eingabe.js'
import type { Eingabe, Gesendet } from './eingabe.js'
import { alleFragen } from './formular.js'
import type { Antworten, Fehler, Formular, Frage, JsonWert, Kontext, Seite, Upload } from './formular.js'
import type { Gelesen } from './fragetyp.js'
import { feelWert, prune, sicht } from './navigation.js'
import { ausSchema, meldungenAlsFehler, pruefeWert, uploadFehler } from './pruefen.js'
import type { Geprueft } from './pruefen.js'

export interface SeiteGelesen {
  /** The answers with those of this page, without what became irrelevant. Faulty values are not in here. */
  readonly antworten: Antworten
  readonly fehler: readonly Fehler[]
  /** Rules that inform and do not block. */
  readonly hinweise: readonly Fehler[]
  /** „Weitere hinzufügen“ or „Entfernen“ was pressed: show this page again, without errors. */
  readonly bleiben: boolean
  /** How many entries each group of this page shows next. */
  readonly anzahl: Readonly<Record<string, number>>
}

export interface SeitenKontext extends Kontext { readonly uploads?: readonly Upload[] | undefined }

const lies = (kontext: Kontext) => function weiter(frage: Frage, eingabe: Eingabe): Gelesen {
  return typVon(frage.typ).parse(frage, eingabe, { ...kontext, lies: weiter })
}

/** Names of the buttons of repeated groups; the value is the group, and for removal the index. */
export const HINZUFUEGEN = '_hinzufuegen'
export const ENTFERNEN = '_entfernen'

const gedrueckt = (gesendet: Gesendet, knopf: string): string | undefined => {
  const wert = Object.hasOwn(gesendet, knopf) ? gesendet[knopf] : undefined
  return typeof wert === 'string' && wert !== '' ? wert : undefined
}

const ohneEntfernten = (frage: Frage, gesendet: Gesendet): Gesendet => {
  const [name, index] = gedrueckt(gesendet, ENTFERNEN)?.split('.') ?? []
  if (frage.name !== name) return gesendet
  return Object.fromEntries(Object.entries(gesendet).filter(([feld]) => !feld.startsWith(`${name}.${index}.`)))
}

const groesse = (wert: JsonWert | undefined): number => (Array.isArray(wert) ? wert.length : 0)

/**
 * Reads one page that a browser posted. Fields that the page does not ask are ignored, whoever added them. Questions
 * are
 * read in order, and each condition already sees the answers of this post, so that a page without script may contain a
 * question and its follow-up.
 */
export const parsePage = (
  formular: Formular, seite: Seite, gesendet: Gesendet, bisher: Antworten, kontext: SeitenKontext,
): SeiteGelesen => {
  const ganze = formular.seiten.find(({ name }) => name === seite.name)
  if (ganze === undefined) throw new Error(`Die Seite ${seite.name} gehört nicht zum Formular ${formular.name}.`)
  const eigene = new Set(ganze.fragen.map(({ name }) => name))
  const vorher = Object.fromEntries(Object.entries(bisher).filter(([name]) => !eigene.has(name)))
  const fragen = ganze.fragen.map((frage) => ({
    frage, gelesen: lies(kontext)(frage, eingabeVon(ohneEntfernten(frage, gesendet), frage.name)),
  }))
  const gueltig = fragen.flatMap(({ frage, gelesen: { wert, fehler = [] } }) =>
    (wert === undefined || fehler.length > 0 || ausSchema(formular, frage, wert).length > 0 ? []
      : [[frage.name, wert] as const]))
  const { umgebung, seiten } = sicht(formular, { ...vorher, ...Object.fromEntries(gueltig) }, kontext)
  const gefragt = new Set((seiten.find(({ name }) => name === seite.name)?.fragen ?? []).map(({ name }) => name))
  const geprueft = fragen.filter(({ frage }) => gefragt.has(frage.name)).map(({ frage, gelesen }) =>
    ({ frage, wert: gelesen.wert, ...pruefeGelesen(formular, frage, gelesen, umgebung, kontext) }))
  const neu = Object.fromEntries(geprueft.flatMap(({ frage, wert, fehler }) =>
    (wert === undefined || (fehler.length > 0 && frage.typ !== 'datei') ? [] : [[frage.name, wert] as const])))
  const mehr = gedrueckt(gesendet, HINZUFUEGEN)
  const bleiben = mehr !== undefined || gedrueckt(gesendet, ENTFERNEN) !== undefined
  return {
    antworten: prune(formular, { ...vorher, ...neu }, kontext),
    fehler: bleiben ? [] : geprueft.flatMap(({ fehler }) => fehler),
    hinweise: geprueft.flatMap(({ hinweise }) => hinweise),
    bleiben,
    anzahl: Object.fromEntries(geprueft.filter(({ frage }) => frage.typ === 'gruppe').map(({ frage, wert }) =>
      [frage.name, Math.max(1, groesse(wert) + (mehr === frage.name ? 1 : 0))])),
  }
}

const pruefeGelesen = (
  formular: Formular, frage: Frage, { wert, fehler = [] }: Gelesen, umgebung: Record<string, unknown>,
    kontext: SeitenKontext,
): Geprueft => {
  const schema = wert === undefined ? [] : ausSchema(formular, frage, wert)
  if (fehler.length > 0) {
    // What could be read is checked as well, so that all inputs of a name or an address are reported at once.
    return { fehler: meldungenAlsFehler(formular, frage, [...fehler, ...schema], kontext.lang), hinweise: [] }
  }
  const eigene = wert === undefined || schema.length > 0 ? umgebung
    : { ...umgebung, [frage.name]: feelWert(frage, wert) }
  const ergebnis = pruefeWert(formular, frage, wert, eigene, schema, kontext)
  if (frage.typ !== 'datei' || kontext.uploads === undefined) return ergebnis
  return { ...ergebnis,
    fehler: [...ergebnis.fehler, ...uploadFehler(formular, frage, wert, kontext.uploads, kontext.lang)] }
}

/**
 * The first page that is not complete, so that nobody can submit by jumping to the check page. A page without questions
 * to answer is complete.
 */
export const ersteOffeneSeite = (formular: Formular, antworten: Antworten,
  kontext: SeitenKontext): Seite | undefined => {
  const { seiten, umgebung } = sicht(formular, antworten, kontext)
  return seiten.find(({ fragen }) => fragen.some((frage) =>
    pruefeGelesen(formular, frage, wertVon(antworten, frage.name), umgebung, kontext).fehler.length > 0))
}

const wertVon = (antworten: Antworten, name: string): Gelesen => {
  const wert = antworten[name]
  return wert === undefined ? {} : { wert }
}

/** The page with all its questions, relevant or not, by name. */
export const findSeite = (formular: Formular, name: string): Seite | undefined =>
  formular.seiten.find((seite) => seite.name === name)

/** The question and its page by name. */
export const findFrage = (formular: Formular, name: string): { seite: Seite, frage: Frage } | undefined =>
  alleFragen(formular).find(({ frage }) => frage.name === name)
