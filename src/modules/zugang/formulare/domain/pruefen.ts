import { dateiMeldungen } from '../fragen/datei/typ.js'
import { typVon } from '../fragen/index.js'
import { bereinigt } from './eingabe.js'
import { bezuege, rechne } from './feel.js'
import { isObject } from './formular.js'
import type { Fehler, Formular, Frage, JsonWert, Kontext, Meldung, Upload } from './formular.js'
import { satz, kenntSatz } from './meldungen.js'
import { sicht } from './navigation.js'
import type { Umgebung } from './navigation.js'
import { frageMeldungen, schemaMeldungen } from './schema.js'
import { wortlaut } from './texte.js'

/** Text of a JSON body gets the same cleaning as posted text: NFC, nothing invisible. */
export const normalise = (wert: JsonWert): JsonWert => {
  if (typeof wert === 'string') return bereinigt(wert)
  if (Array.isArray(wert)) return wert.map((eintrag: JsonWert) => normalise(eintrag))
  return isObject(wert) ? Object.fromEntries(Object.entries(wert).map(([name, inhalt]) => [name, normalise(inhalt)]))
    : wert
}

const istZahlig = (teil: string): boolean => /^\d+$/u.test(teil)

/** The label of the input a message belongs to: the part of a name or address, or the question inside a group. */
const labelVon = (formular: Formular, frage: Frage, pfad: readonly string[], lang: string): string => {
  const [teil, ...rest] = pfad.filter((stueck) => !istZahlig(stueck))
  const eigen = wortlaut(formular, frage.label, lang)
  if (teil === undefined) return eigen
  const innen = frage.fragen?.find(({ name }) => name === teil)
  if (innen !== undefined) return labelVon(formular, innen, rest, lang)
  return kenntSatz(`teil_${teil}`) ? satz(`teil_${teil}`, lang) : eigen
}

const innerste = (frage: Frage, pfad: readonly string[]): Frage => {
  const [teil, ...rest] = pfad.filter((stueck) => !istZahlig(stueck))
  const innen = frage.fragen?.find(({ name }) => name === teil)
  return innen === undefined ? frage : innerste(innen, rest)
}

const AUSWAEHLEN = new Set(['auswahl', 'mehrfachauswahl', 'ja_nein'])

/** A missing answer is asked for in the words that fit the kind of question. */
const pflichtCode = ({ typ, nachreichbar }: Frage): string => {
  if (AUSWAEHLEN.has(typ)) return 'pflicht_auswahl'
  if (typ === 'bestaetigung') return 'bestaetigung'
  if (typ === 'datei') return nachreichbar === true ? 'pflicht_nachreichbar' : 'pflicht_datei'
  return typ === 'gruppe' ? 'pflicht' : 'pflicht_text'
}

/** Variants of a sentence are one code for API callers and for an author's own texts. */
const oeffentlicherCode = (code: string): string => {
  if (code.startsWith('pflicht') || code === 'bestaetigung') return 'pflicht'
  return code === 'zu_lang_um' ? 'zu_lang' : code
}

/** Puts a message into words: the author's own if there are any, else the standard sentence. */
const fehlerAus = (formular: Formular, frage: Frage, meldung: Meldung, lang: string): Fehler => {
  const voll = meldung.teil === undefined ? [] : meldung.teil.split('.')
  const innen = innerste(frage, voll)
  // The answers of a multiple choice are one field, whichever of them is wrong.
  const pfad = innen.typ === 'mehrfachauswahl' && istZahlig(voll.at(-1) ?? '') ? voll.slice(0, -1) : voll
  const code = meldung.code === 'pflicht_text' && !kenntSatz(`teil_${pfad.at(-1)}`) ? pflichtCode(innen) : meldung.code
  const feld = [frage.name, ...pfad].join('.')
  const oeffentlich = oeffentlicherCode(code)
  const eigener = innen.fehlertexte?.[oeffentlich]
  const text = eigener === undefined
    ? satz(code, lang, { label: labelVon(formular, frage, pfad, lang), feld, ...meldung.werte })
    : wortlaut(formular, eigener, lang)
  return { feld, code: oeffentlich, text }
}

const unterWert = (wert: unknown, pfad: readonly string[]): unknown =>
  pfad.reduce((hier, teil) =>
    (typeof hier === 'object' && hier !== null ? (hier as Record<string, unknown>)[teil] : undefined), wert)

/** Says how long a text is that is too long: „10.001 Zeichen“ helps more than „zu lang“. */
const mitLaenge = (meldung: Meldung & { laenge?: boolean }, wert: unknown): Meldung => {
  if (meldung.code !== 'zu_lang' || typeof wert !== 'string') return meldung
  return { ...meldung, code: 'zu_lang_um', werte: { ...meldung.werte, zeichen: [...wert].length } }
}

/** Check digits, calendar, contradictions; for the questions of a group in every entry. */
const plausibel = (frage: Frage, wert: JsonWert, kontext: Kontext): Meldung[] => {
  const eigene = typVon(frage.typ).plausibel?.(frage, wert, kontext) ?? []
  if (frage.typ !== 'gruppe' || !Array.isArray(wert)) return [...eigene]
  return wert.flatMap((eintrag: JsonWert, index) => (frage.fragen ?? []).flatMap((innen) => {
    const innenWert = isObject(eintrag) ? eintrag[innen.name] : undefined
    return innenWert === undefined ? [] : plausibel(innen, innenWert, kontext)
      .map((meldung) =>
        ({ ...meldung, teil: [index, innen.name, meldung.teil].filter((t) => t !== undefined).join('.') }))
  }))
}

export interface Geprueft { readonly fehler: readonly Fehler[], readonly hinweise: readonly Fehler[] }

/** Rules hold back until everything they mention has been answered. */
const verletzt = (feel: string, umgebung: Umgebung): boolean => {
  for (const name of bezuege(feel).namen) if (umgebung[name] === null || umgebung[name] === undefined) return false
  return rechne(feel, umgebung, false) === false
}

const regelnVon = (formular: Formular, frage: Frage, umgebung: Umgebung, lang: string): Geprueft => {
  const gebrochen = (frage.regeln ?? []).filter(({ feel }) => verletzt(feel, umgebung))
  const als = (stufe: 'fehler' | 'hinweis') => gebrochen.filter((regel) => (regel.stufe ?? 'fehler') === stufe)
    .map(({ text }) => ({ feld: frage.name, code: 'regel', text: wortlaut(formular, text, lang) }))
  return { fehler: als('fehler'), hinweise: als('hinweis') }
}

/** Everything about the value of one question except whether its schema fits, which comes in as `ausSchema`. */
export const pruefeWert = (
  formular: Formular, frage: Frage, wert: JsonWert | undefined, umgebung: Umgebung,
  ausSchema: readonly Meldung[], kontext: Kontext,
): Geprueft => {
  const lang = kontext.lang ?? 'de'
  if (wert === undefined) {
    const fehlt = frage.pflicht === true && frage.typ !== 'datei' && frage.typ !== 'hinweis'
    return { fehler: fehlt ? [fehlerAus(formular, frage, { code: pflichtCode(frage) }, lang)] : [], hinweise: [] }
  }
  if (ausSchema.length > 0) {
    const genau = ausSchema.map((meldung) => mitLaenge(meldung, unterWert(wert, meldung.teil?.split('.') ?? [])))
    return { fehler: einmalJeFeld(genau.map((meldung) => fehlerAus(formular, frage, meldung, lang))), hinweise: [] }
  }
  const meldungen = plausibel(frage, wert, kontext)
  if (meldungen.length > 0) {
    return { fehler: einmalJeFeld(meldungen.map((meldung) => fehlerAus(formular, frage, meldung, lang))), hinweise: [] }
  }
  return regelnVon(formular, frage, umgebung, lang)
}

/** One message per input is enough to act on. */
export const einmalJeFeld = (fehler: readonly Fehler[]): Fehler[] =>
  fehler.filter(({ feld }, index) => fehler.findIndex((anderer) => anderer.feld === feld) === index)

export const meldungenAlsFehler = (formular: Formular, frage: Frage, meldungen: readonly Meldung[],
  lang = 'de'): Fehler[] =>
  einmalJeFeld(meldungen.map((meldung) => fehlerAus(formular, frage, meldung, lang)))

/** The schema's findings on one question, with the paths inside it. */
export const ausSchema = (formular: Formular, frage: Frage, wert: JsonWert): Meldung[] =>
  frageMeldungen(formular, frage, wert)
    .map(({ pfad, ...meldung }) => (pfad.length === 0 ? meldung : { ...meldung, teil: pfad.join('.') }))

/** Uploads of one slot: there at all (or promised), allowed, not too many. */
export const uploadFehler = (
  formular: Formular, frage: Frage, wert: JsonWert | undefined, uploads: readonly Upload[], lang = 'de',
): Fehler[] => {
  const dateien = uploads.filter(({ slot }) => slot === frage.name)
  const nachreichen = isObject(wert) && wert['nachreichen'] === true
  if (dateien.length === 0) {
    return frage.pflicht === true && !nachreichen ? [fehlerAus(formular, frage, { code: pflichtCode(frage) }, lang)]
      : []
  }
  // Every file has its own message, so here a field may have several.
  return dateiMeldungen(frage, dateien, lang).map((meldung) => fehlerAus(formular, frage, meldung, lang))
}

/**
 * Checks a whole submission, from whatever channel: schema, mandatory answers under the conditions that hold, calendar
 * and check digits, rules, uploads. All errors at once, in the order of the form. Run `normalise` before on JSON bodies
 * and `prune` on drafts; an answer to a question that is not asked is an error here, never silently dropped.
 * `uploads: undefined` leaves the slots unchecked.
 */
export const validateSubmission = (
  formular: Formular, daten: unknown, kontext: Kontext & { readonly uploads?: readonly Upload[] | undefined },
): Geprueft => {
  const lang = kontext.lang ?? 'de'
  if (!isObject(daten)) return { fehler: [{ feld: '', code: 'typ', text: satz('typ', lang, { label: 'Antrag' }) }],
    hinweise: [] }
  const meldungen = schemaMeldungen(formular, daten)
  const unsicher = new Set(meldungen.map(({ pfad }) => pfad[0] ?? ''))
  // Values whose form is wrong are kept away from FEEL, where they would only cause a second, confusing message.
  const sicher = Object.fromEntries(Object.entries(daten).filter(([name]) => !unsicher.has(name)))
  const { seiten, umgebung } = sicht(formular, sicher, kontext)
  const gefragt = seiten.flatMap(({ fragen }) => fragen)
  const alle = formular.seiten.flatMap(({ fragen }) => fragen)
  const jede = gefragt.map((frage): Geprueft => {
    const wert = daten[frage.name]
    const eigene = meldungen.filter(({ pfad }) => pfad[0] === frage.name && wert !== undefined)
      .map(({ pfad, ...rest }) => (pfad.length > 1 ? { ...rest, teil: pfad.slice(1).join('.') } : rest))
    const geprueft = pruefeWert(formular, frage, wert, umgebung, eigene, kontext)
    if (frage.typ !== 'datei' || kontext.uploads === undefined) return geprueft
    return { ...geprueft, fehler: [...geprueft.fehler, ...uploadFehler(formular, frage, wert, kontext.uploads, lang)] }
  })
  const ungefragt = Object.keys(daten).filter((name) =>
    !gefragt.some((frage) => frage.name === name)).map((name): Fehler => {
    const frage = alle.find((frage) => frage.name === name)
    const feld = name.slice(0, 100)
    return frage === undefined || frage.typ === 'hinweis'
      ? { feld, code: 'unbekannt', text: satz('unbekannt', lang, { feld }) }
      : fehlerAus(formular, frage, { code: 'nicht_zutreffend' }, lang)
  })
  return { fehler: [...jede.flatMap(({ fehler }) => fehler), ...ungefragt],
    hinweise: jede.flatMap(({ hinweise }) => hinweise) }
}
