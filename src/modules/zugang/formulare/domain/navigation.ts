import { kenntTyp, typVon } from '../fragen/index.js'
import { feelDatum, rechneBedingung } from './feel.js'
import { isObject } from './formular.js'
import type { Antworten, Formular, Frage, JsonWert, Kontext, Seite } from './formular.js'

export type Umgebung = Record<string, unknown>

/** A value as FEEL sees it; unanswered questions are null, so that no name is ever unknown. */
export const feelWert = (frage: Frage, wert: JsonWert | undefined): unknown => {
  const { feel } = typVon(frage.typ)
  return feel === undefined ? (wert ?? null) : feel(frage, wert)
}

/** All questions unanswered, and today. */
export const leereUmgebung = (formular: Formular, { heute }: Kontext): Umgebung => {
  const fragen = formular.seiten.flatMap((seite) => seite.fragen).filter(({ typ }) => kenntTyp(typ))
  return { ...Object.fromEntries(fragen.map((frage) => [frage.name, feelWert(frage, undefined)])),
    heute: feelDatum(heute.toString()) }
}

/** A condition holds only when it is true; null (not yet answered) means no. */
const trifftZu = (wenn: string | undefined, umgebung: Umgebung): boolean =>
  wenn === undefined || rechneBedingung(wenn, umgebung) === true

/**
 * The form as it looks with certain answers: relevant pages with their relevant questions, and the answers that count.
 */
export interface Sicht {
  readonly seiten: readonly Seite[]
  readonly antworten: Antworten
  readonly umgebung: Umgebung
}

/** Removes what a form does not know inside an answer: sub-fields of a group that a newer version no longer has. */
const nurBekanntes = (frage: Frage, wert: JsonWert): JsonWert => {
  if (frage.typ !== 'gruppe' || !Array.isArray(wert)) return wert
  const namen = new Set((frage.fragen ?? []).map(({ name }) => name))
  return wert.map((eintrag) =>
    isObject(eintrag) ? Object.fromEntries(Object.entries(eintrag).filter(([name]) => namen.has(name))) : eintrag)
}

/**
 * Walks the form once in order. Conditions look only at earlier answers that themselves count, so an answer that became
 * irrelevant cannot keep others alive, and the walk always ends.
 */
export const sicht = (formular: Formular, antworten: Antworten, kontext: Kontext): Sicht => {
  const umgebung = leereUmgebung(formular, kontext)
  const behalten: Record<string, JsonWert> = {}
  const seiten = formular.seiten.flatMap((seite) => {
    if (!trifftZu(seite.wenn, umgebung)) return []
    const fragen = seite.fragen.filter((frage) => {
      if (!trifftZu(frage.wenn, umgebung)) return false
      const wert = Object.hasOwn(antworten, frage.name) ? antworten[frage.name] : undefined
      if (wert !== undefined && wert !== null && frage.typ !== 'hinweis') {
        behalten[frage.name] = nurBekanntes(frage, wert)
        umgebung[frage.name] = feelWert(frage, wert)
      }
      return true
    })
    return fragen.length === 0 && seite.art !== 'datenschutz' ? [] : [{ ...seite, fragen }]
  })
  return { seiten, antworten: behalten, umgebung }
}

/** The pages that are asked with these answers, each with the questions that are asked (A3-02). */
export const pagesFor = (formular: Formular, antworten: Antworten, kontext: Kontext): readonly Seite[] =>
  sicht(formular, antworten, kontext).seiten

/** The answers without those to irrelevant or unknown questions (A3-02: removed, not hidden). Idempotent. */
export const prune = (formular: Formular, antworten: Antworten, kontext: Kontext): Antworten =>
  sicht(formular, antworten, kontext).antworten

/** The page after `seite`; undefined after the last one, where the check page follows (A4-01). */
export const nextPage = (formular: Formular, antworten: Antworten, seite: string,
  kontext: Kontext): Seite | undefined => {
  const relevant = pagesFor(formular, antworten, kontext)
  const reihenfolge = formular.seiten.map(({ name }) => name)
  return relevant.find(({ name }) => reihenfolge.indexOf(name) > reihenfolge.indexOf(seite))
}

/** The page before `seite`, for the way back; undefined on the first. */
export const previousPage = (formular: Formular, antworten: Antworten, seite: string,
  kontext: Kontext): Seite | undefined => {
  const reihenfolge = formular.seiten.map(({ name }) => name)
  return pagesFor(formular, antworten, kontext).findLast(({ name }) =>
    reihenfolge.indexOf(name) < reihenfolge.indexOf(seite))
}

export interface Fortschritt { readonly schritt: number, readonly von: number }

/** Position of a page among the relevant ones, counting the check page as the last step. */
export const progress = (formular: Formular, antworten: Antworten, seite: string, kontext: Kontext): Fortschritt => {
  const relevant = pagesFor(formular, antworten, kontext)
  const index = relevant.findIndex(({ name }) => name === seite)
  return { schritt: index === -1 ? relevant.length + 1 : index + 1, von: relevant.length + 1 }
}
