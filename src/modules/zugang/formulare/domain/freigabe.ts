import { evaluate } from 'feelin'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { typVon } from '../fragen/index.js'
import { guard } from '../../../../platform/feel/index.js'
import { definitionSchema } from './definition.js'
import { bezuege, FeelFehler, feelDatum, rechne } from './feel.js'
import type { Befund, Formular, Frage, JsonWert, Seite, Text, Texte } from './formular.js'
import { PASSENDE_TYPEN } from './herkunft.js'
import { feelWert } from './navigation.js'
import { submissionSchema, neuesAjv } from './schema.js'

type Ort = { readonly seite: Seite, readonly frage: Frage, readonly pfad: string, readonly rang: number }
const fehler = (pfad: string, code: string, text: string): Befund => ({ pfad, code, text, stufe: 'fehler' })
const warnung = (pfad: string, code: string, text: string): Befund => ({ pfad, code, text, stufe: 'warnung' })

let strukturPrueferBereit: ValidateFunction | undefined
/** Compiling takes half a second; who only starts the program or runs a command should not wait for it. */
const strukturPruefer = (): ValidateFunction => (strukturPrueferBereit
  ??= new Ajv2020({ strict: true, allErrors: true, discriminator: true, strictRequired: false }).compile(definitionSchema()))

/** Ajv's finding about the definition as a German sentence for an editor. */
const strukturBefund = ({ instancePath, keyword, params, message }: ErrorObject): Befund => {
  const name = (feld: string): string => String(params[feld])
  const saetze: Readonly<Record<string, string>> = {
    required: `Hier fehlt „${name('missingProperty')}“.`,
    additionalProperties: `„${name('additionalProperty')}“ kennt diese Stelle nicht.`,
    discriminator: `Die Art „${name('tagValue')}“ gibt es nicht.`,
    enum: `Möglich sind nur: ${Array.isArray(params['allowedValues']) ? params['allowedValues'].join(', ') : ''}.`,
    type: `Hier wird „${name('type')}“ erwartet.`,
    pattern: 'Die Schreibweise passt nicht.',
  }
  const pfad = keyword === 'required' ? `${instancePath}/${name('missingProperty')}` : instancePath
  const art13 = pfad.startsWith('/datenschutz') && keyword === 'required'
  if (art13) return fehler(pfad, 'art13', `Die Information nach Art. 13 DSGVO ist unvollständig: ${saetze['required']}`)
  if (keyword === 'discriminator') return fehler(`${instancePath}/typ`, 'typ_unbekannt', saetze['discriminator'] ?? '')
  return fehler(pfad, 'struktur', saetze[keyword] ?? `Die Angabe ist nicht möglich (${message ?? keyword}).`)
}

const orte = (formular: Formular): Ort[] => formular.seiten.flatMap((seite, s) =>
  seite.fragen.map((frage, f) => ({ seite, frage, pfad: `/seiten/${s}/fragen/${f}`, rang: s * 1000 + f })))

const musterVon = (frage: Frage): JsonWert => typVon(frage.typ).muster(frage, musterVon)

/** A context in which every question has a valid sample answer: here every warning is a mistake of the author. */
const musterUmgebung = (alle: readonly Ort[]): Record<string, unknown> => ({
  ...Object.fromEntries(alle.map(({ frage }) => [frage.name, feelWert(frage, musterVon(frage))])),
  heute: feelDatum('2026-03-05'),
})

const doppelteNamen = (formular: Formular, alle: readonly Ort[]): Befund[] => {
  const fragen = alle.filter(({ frage }, index) => alle.findIndex((ort) => ort.frage.name === frage.name) < index)
    .map(({ frage, pfad }) =>
      fehler(`${pfad}/name`, 'name_doppelt', `Der Name „${frage.name}“ kommt mehr als einmal vor.`))
  const namen = formular.seiten.map(({ name }) => name)
  const seiten = namen.flatMap((name, index) => (namen.indexOf(name) < index
    ? [fehler(`/seiten/${index}/name`, 'name_doppelt', `Die Seite „${name}“ kommt mehr als einmal vor.`)] : []))
  const innen = alle.flatMap(({ frage, pfad }) => {
    const unter = (frage.fragen ?? []).map(({ name }) => name)
    return unter.filter((name, index) => unter.indexOf(name) < index)
      .map((name) =>
        fehler(`${pfad}/fragen`, 'name_doppelt', `Der Name „${name}“ kommt in der Gruppe mehr als einmal vor.`))
  })
  return [...fragen, ...seiten, ...innen]
}

/** What stands in the address behind a draft besides its pages (room onlineantrag); a page of that name could never be opened. */
export const VERGEBENE_SEITENNAMEN: readonly string[] = ['anmeldestufe', 'vertretung', 'zustimmung', 'pruefen', 'bestaetigung', 'gespeichert', 'code', 'fassung', 'verwerfen', 'dateien']

const vergebeneSeiten = (formular: Formular): Befund[] =>
  formular.seiten.flatMap(({ name }, index) => (VERGEBENE_SEITENNAMEN.includes(name)
    ? [fehler(`/seiten/${index}/name`, 'name_vergeben',
      `Eine Seite kann nicht „${name}“ heißen: Diese Adresse ist vergeben. Wählen Sie einen anderen Namen.`)] : []))

/** Whether FEEL itself knows the word (`if`, `count`, `date`); such a name could never be used in a condition. */
const istFeelWort = (name: string): boolean => {
  try {
    return !evaluate(`${name} = 1`, {}).warnings.some(({ type }) => type === 'NO_VARIABLE_FOUND')
  } catch {
    return true
  }
}

const unmoeglicheNamen = (alle: readonly Ort[]): Befund[] =>
  alle.filter(({ frage: { name } }) => name === 'heute' || name in {} || istFeelWort(name))
    .map(({ frage: { name }, pfad }) => fehler(`${pfad}/name`, 'name_feel',
      `„${name}“ ist ein Wort der Sprache FEEL oder JavaScript. Wählen Sie einen anderen Namen.`))

interface Ausdruck {
  readonly pfad: string
  readonly feel: string
  /** Questions before this rank may be mentioned; of a rule also its own. */
  readonly bis: number
  readonly von?: string
}

const ausdruecke = (formular: Formular, alle: readonly Ort[]): Ausdruck[] => [
  ...formular.seiten.flatMap((seite, s) => (seite.wenn === undefined ? []
    : [{ pfad: `/seiten/${s}/wenn`, feel: seite.wenn, bis: s * 1000 - 1 }])),
  ...alle.flatMap(({ frage, pfad, rang }) => [
    ...(frage.wenn === undefined ? [] : [{ pfad: `${pfad}/wenn`, feel: frage.wenn, bis: rang - 1, von: frage.name }]),
    ...(frage.regeln ?? []).map(({ feel }, r) => ({ pfad: `${pfad}/regeln/${r}/feel`, feel, bis: rang })),
  ]),
]

/** Signs of other languages that FEEL reads as something else and answers with null: a condition that is never true. */
const FREMDE_ZEICHEN = /[^<>!]=\s*=|&&|\|\||<>/

const UHREN = new Set(['today', 'now'])

const feelBefunde = ({ pfad, feel, bis }: Ausdruck, alle: readonly Ort[], umgebung: Record<string,
  unknown>): Befund[] => {
  if (FREMDE_ZEICHEN.test(feel.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'))) {
    return [fehler(pfad, 'feel', `„${feel}“: Verglichen wird mit einem „=“, verbunden wird mit „and“ und „or“.`)]
  }
  let genannt
  try {
    const wert = rechne(feel, umgebung)
    genannt = bezuege(feel)
    if (typeof wert !== 'boolean' && wert !== null) {
      return [fehler(pfad, 'feel_typ', `„${feel}“ ergibt nicht ja oder nein.`)]
    }
  } catch (error) {
    if (!(error instanceof FeelFehler)) throw error
    const unbekannt = namenVon(feel).filter((name) => !Object.hasOwn(umgebung, name))
    return unbekannt.length > 0
      ? unbekannt.map((name) => fehler(pfad, 'feel_unbekannt', `„${name}“ gibt es in diesem Formular nicht: ${feel}`))
      : [fehler(pfad, 'feel', error.message)]
  }
  const spaeter = [...genannt.namen].filter((name) => (alle.find(({ frage }) => frage.name === name)?.rang ?? -1) > bis)
    .map((name) =>
      fehler(pfad, 'feel_spaeter', `„${name}“ wird erst später gefragt. Bedingungen sehen nur frühere Antworten.`))
  const uhr = [...genannt.funktionen].filter((name) => UHREN.has(name))
    .map((name) => fehler(pfad, 'feel_uhr', `Statt ${name}() steht „heute“: So gilt für alle Prüfungen derselbe Tag.`))
  return [...spaeter, ...uhr]
}

const namenVon = (feel: string): string[] => {
  if (guard(feel).problem) return []
  try {
    return [...bezuege(feel).namen, ...bezuege(feel).funktionen].filter((name) => !istFeelWort(name))
  } catch {
    return []
  }
}

/** Circles among conditions: each is also a look ahead, but the circle is what the author has to untie. */
const kreise = (alle: readonly Ort[]): Befund[] => {
  const nachbarn = new Map(alle.map(({ frage }) => [frage.name, frage.wenn === undefined ? [] : namenVon(frage.wenn)]))
  const erreicht = (von: string, ziel: string, gesehen: Set<string>): boolean =>
    (nachbarn.get(von) ?? []).some((name) => {
    if (name === ziel) return true
    if (gesehen.has(name)) return false
    gesehen.add(name)
    return erreicht(name, ziel, gesehen)
  })
  return alle.filter(({ frage }) => erreicht(frage.name, frage.name, new Set())).map(({ frage, pfad }) =>
    fehler(`${pfad}/wenn`, 'kreis', `Ob „${frage.name}“ gefragt wird, hängt am Ende von „${frage.name}“ selbst ab.`))
}

const istText = (wert: unknown): wert is Text =>
  typeof wert === 'string' || (typeof wert === 'object' && wert !== null && 'de' in wert && typeof wert.de === 'string')

const TEXTSTELLEN = new Set(['label', 'ausgabe', 'hilfe', 'erlaeuterung', 'titel', 'einleitung', 'text'])

/** Every text with its path, also those in options, rules and own messages. */
const alleTexte = (knoten: unknown, pfad = '', alsText = false): [string, Text][] => {
  if (alsText && istText(knoten)) return [[pfad, knoten]]
  if (Array.isArray(knoten)) return knoten.flatMap((kind, index) => alleTexte(kind, `${pfad}/${index}`))
  if (typeof knoten !== 'object' || knoten === null) return []
  const sammlung = /\/(?:datenschutz|fehlertexte)$/u.test(pfad)
  return Object.entries(knoten).filter(([name]) => name !== 'texte')
    .flatMap(([name, kind]) => alleTexte(kind, `${pfad}/${name}`, sammlung || TEXTSTELLEN.has(name)))
}

const textBefunde = (formular: Formular): Befund[] => alleTexte(formular).flatMap(([pfad, text]) => {
  if (typeof text !== 'string' || !text.startsWith('@')) {
    return (typeof text === 'string' ? text : text.de).trim() === ''
      ? [fehler(pfad, 'text_leer', 'Hier fehlt der Text.')] : []
  }
  const key = text.slice(1)
  if ((formular.texte['de']?.[key] ?? '') === '') return [fehler(pfad, 'text_fehlt',
    `Der deutsche Text „${key}“ fehlt.`)]
  return Object.entries(formular.texte).filter(([, tabelle]) => tabelle[key] === undefined)
    .map(([lang]) => warnung(pfad, 'text_uebersetzung', `Der Text „${key}“ fehlt in der Sprache „${lang}“.`))
})

/** A3-12: the information according to Art. 13 DSGVO stands before the first question about a person. */
const datenschutzBefunde = ({ seiten }: Formular): Befund[] => {
  const hinweis = seiten.findIndex(({ art }) => art === 'datenschutz')
  if (hinweis === -1) return [fehler('/seiten', 'art13',
    'Es fehlt eine Seite mit der Information nach Art. 13 DSGVO (art: datenschutz).')]
  const erste = seiten.findIndex(({ art, fragen }) => fragen.some((frage) => typVon(frage.typ).personenbezogen
    || (frage.fragen ?? []).some(({ typ }) => typVon(typ).personenbezogen)
    || (art !== 'vorpruefung' && art !== 'datenschutz' && frage.typ !== 'hinweis')))
  const spaet = erste !== -1 && erste < hinweis
    ? [fehler(`/seiten/${hinweis}`, 'art13',
      'Die Information nach Art. 13 DSGVO muss vor der ersten Frage zur Person stehen.')] : []
  return seiten[hinweis]?.wenn === undefined ? spaet
    : [...spaet,
      fehler(`/seiten/${hinweis}/wenn`, 'art13',
        'Die Information nach Art. 13 DSGVO darf nicht von einer Bedingung abhängen.')]
}

const UNTERSCHRIFT = /unterschrift|unterschreib|signatur/iu

/** Only a question of the right kind can take what an account delivers. */
const nutzerkontoBefunde = (alle: readonly Ort[]): Befund[] => alle.flatMap(({ frage, pfad }) =>
  (frage.nutzerkonto && !PASSENDE_TYPEN[frage.nutzerkonto.angabe].includes(frage.typ)
    ? [fehler(`${pfad}/nutzerkonto`, 'nutzerkonto',
      `„${frage.nutzerkonto.angabe}“ aus dem Nutzerkonto passt nicht zu einer Frage der Art „${frage.typ}“.`)] : []))

const frageBefunde = (formular: Formular, { frage, seite, pfad }: Ort): Befund[] => {
  const deutsch = typeof frage.label === 'string' && frage.label.startsWith('@')
    ? formular.texte['de']?.[frage.label.slice(1)] ?? '' : ''
  const klingt = frage.typ !== 'hinweis' && UNTERSCHRIFT.test(`${frage.name} ${deutsch} ${JSON.stringify(frage.label)}`)
  const unterschrift = formular.schriftform !== 'keine' ? []
    : frage.unterschrift === true
      ? [fehler(pfad, 'unterschrift',
        'Für diese Leistung ist keine Schriftform vorgeschrieben. '
        + 'Ein Unterschriftsfeld ist dann nicht erlaubt (§ 5 Abs. 2 EGovG NRW).')]
      : klingt ? [warnung(pfad, 'unterschrift',
        'Das sieht nach einer Unterschrift aus. Ohne Schriftform wird keine verlangt (§ 5 Abs. 2 EGovG NRW).')] : []
  const grundlos = frage.typ !== 'hinweis' && frage.typ !== 'bestaetigung' && frage.rechtsgrundlage === undefined
    && frage.feldId === undefined
    ? [warnung(pfad, 'ohne_rechtsgrundlage',
      `„${frage.name}“ hat weder Rechtsgrundlage noch FIM-Datenfeld. Wird die Angabe gebraucht?`)] : []
  const ergebnis = seite.art === 'ergebnis' && frage.typ !== 'hinweis'
    ? [fehler(pfad, 'ergebnis_frage',
      'Eine Ergebnisseite des Antrags-Checks enthält nur Hinweise und hält niemanden auf.')] : []
  const eigene = (typVon(frage.typ).pruefe?.(frage) ?? []).map((befund) => ({ ...befund, pfad }))
  return [...unterschrift, ...grundlos, ...ergebnis, ...eigene, ...musterBefund(frage, pfad),
    ...grenzenBefund(frage, pfad)]
}

const musterBefund = ({ muster }: Frage, pfad: string): Befund[] => {
  if (muster === undefined) return []
  try {
    RegExp(muster, 'u')
    return []
  } catch {
    return [fehler(`${pfad}/muster`, 'muster', `„${muster}“ ist kein gültiger regulärer Ausdruck.`)]
  }
}

const grenzenBefund = (frage: Frage, pfad: string): Befund[] => {
  const paare = [[frage.minLaenge, frage.maxLaenge], [frage.minAnzahl, frage.maxAnzahl],
    [frage.min, frage.max]] as const
  return paare.some(([von, bis]) => typeof von === 'number' && typeof bis === 'number' && von > bis)
    ? [fehler(pfad, 'grenzen', 'Die untere Grenze ist größer als die obere.')] : []
}

/**
 * What the schema of the submission itself has against the form, for example a pattern that only fails when compiled.
 */
const schemaBefund = (formular: Formular): Befund[] => {
  try {
    neuesAjv().compile(submissionSchema(formular))
    return []
  } catch (error) {
    return [fehler('', 'schema',
      `Aus dem Formular lässt sich kein Schema bilden: ${error instanceof Error ? error.message : ''}`)]
  }
}

/** Stops at the structure: what is below relies on it. */
export const checkFormular = (json: unknown, texte: Texte = {}): Befund[] => {
  const pruefer = strukturPruefer()
  if (!pruefer(json)) {
    return (pruefer.errors ?? []).filter(({ keyword }) => keyword !== 'oneOf').map(strukturBefund)
  }
  const formular = { ...(json as object), texte } as Formular
  const alle = orte(formular)
  const umgebung = musterUmgebung(alle)
  const doppelt = doppelteNamen(formular, alle)
  return [
    ...doppelt, ...nutzerkontoBefunde(alle), ...vergebeneSeiten(formular), ...unmoeglicheNamen(alle),
    ...ausdruecke(formular, alle).flatMap((ausdruck) => feelBefunde(ausdruck, alle, umgebung)), ...kreise(alle),
    ...textBefunde(formular), ...datenschutzBefunde(formular), ...alle.flatMap((ort) => frageBefunde(formular, ort)),
    ...(doppelt.length > 0 ? [] : schemaBefund(formular)),
  ]
}

/** The form with its texts, ready for use. Throws when the release check finds an error. */
export const formularAus = (json: unknown, texte: Texte = {}): Formular => {
  const befunde = checkFormular(json, texte).filter(({ stufe }) => stufe === 'fehler')
  if (befunde.length > 0) {
    const liste = befunde.map(({ pfad, text }) => `${pfad}: ${text}`).join('\n')
    throw new Error(`Das Formular ist nicht freigabefähig:\n${liste}`)
  }
  return { ...(json as object), texte } as Formular
}

