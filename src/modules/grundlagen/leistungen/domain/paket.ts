import { createHash } from 'node:crypto'
import type { TSchema, Static } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { validate } from '../../../../platform/usecases/validate.js'
import { readYaml, YamlError } from '../../../../platform/yaml/index.js'
import type { Befund as Modellbefund } from '../../../verfahren/workflow/index.js'
import { checkFormular, formularAus, texteAusYaml, type Formular, type Texte } from '../../../zugang/formulare/index.js'
import { unbekannteFragen } from './fallregeln.js'
import { gebuehrSchema, pruefeGebuehr, type Gebuehr } from './gebuehr.js'
import { unbekannteAngaben } from './gebuehr-rechnen.js'
import { LEBENSLAGEN } from './lebenslagen.js'
import { pruefeBewertung } from './reifegrad.js'
import { luecken, stammdatenSchema, type StammdatenEntwurf } from './stammdaten.js'

/** The files of a package by name, as text. */
export type Paketdateien = Readonly<Record<string, string>>

/**
 * `fehler`: the package cannot be used at all. `luecke`: it can be kept as a draft but not published. `hinweis`: worth a look.
 */
export interface Befund { readonly datei: string; readonly ort: string; readonly text: string; readonly stufe: 'fehler' | 'luecke' | 'hinweis' }

export interface Paket {
  readonly hash: string
  readonly stammdaten: StammdatenEntwurf
  readonly formular: Formular | null
  readonly texte: Texte
  readonly gebuehr: Gebuehr | null
  readonly bescheidVorlage: string | null
  readonly modellXml: string | null
}

/** What is read from a package; everything else in it is refused, so that a typo in a file name does not pass unseen. */
export const PAKETDATEI = /^(leistung\.yaml|formular\.json|verfahren\.bpmn|gebuehr\.yaml|bescheid\.typ|texte\.[a-z]{2}\.yaml)$/

/** Pages of the administration beside those of the services. */
const VERGEBEN = new Set(['einspielen', 'suchluecken'])

/** The same for the same files in any order; line ends and spaces count. */
export function paketHash(dateien: Paketdateien): string {
  const hash = createHash('sha256')
  for (const name of Object.keys(dateien).sort()) hash.update(JSON.stringify([name, dateien[name]]))
  return hash.digest('hex')
}

interface Pruefung { readonly befunde: Befund[]; melde(datei: string, stufe: Befund['stufe'], ort: string, text: string): void }

/** What the room workflow says about a process. */
export type Modellpruefung = (xml: string) => Promise<{ readonly befunde: readonly Modellbefund[] }>

/** Reads a package and finds everything that is wrong with it at once, as far as that can be said without knowing the town. */
export async function lesePaket(dateien: Paketdateien, pruefeModell: Modellpruefung): Promise<{ paket?: Paket; stammdaten?: StammdatenEntwurf; befunde: Befund[] }> {
  const befunde: Befund[] = []
  const pruefung: Pruefung = { befunde, melde: (datei, stufe, ort, text) => { befunde.push({ datei, ort, text, stufe }) } }
  for (const name of Object.keys(dateien)) if (!PAKETDATEI.test(name)) pruefung.melde(name, 'fehler', '', 'Diese Datei gehört nicht in ein Leistungspaket.')
  const stammdaten = leseStammdaten(dateien, pruefung)
  const texte = leseTexte(dateien, pruefung)
  const gebuehr = leseGebuehr(dateien, pruefung)
  const formular = leseFormular(dateien, texte, pruefung)
  await leseModell(dateien, pruefeModell, pruefung)
  if (stammdaten) pruefeZusammenspiel(stammdaten, { dateien, formular, gebuehr }, pruefung)
  if (!stammdaten) return { befunde }
  if (befunde.some(({ stufe }) => stufe === 'fehler')) return { befunde, stammdaten }
  return {
    befunde, stammdaten,
    paket: {
      hash: paketHash(dateien), stammdaten, formular, texte, gebuehr,
      bescheidVorlage: dateien['bescheid.typ'] ?? null, modellXml: dateien['verfahren.bpmn'] ?? null,
    },
  }
}

function leseStammdaten(dateien: Paketdateien, pruefung: Pruefung): StammdatenEntwurf | undefined {
  if (dateien['leistung.yaml'] === undefined) { pruefung.melde('leistung.yaml', 'fehler', '', 'Diese Datei fehlt. Ohne sie ist es kein Leistungspaket.'); return undefined }
  const stammdaten = leseYaml('leistung.yaml', dateien, stammdatenSchema, pruefung)
  if (stammdaten && VERGEBEN.has(stammdaten.schluessel)) pruefung.melde('leistung.yaml', 'fehler', 'schluessel', 'Dieses Wort ist schon eine Adresse der Verwaltung. Bitte nehmen Sie ein anderes.')
  for (const name of stammdaten?.lebenslagen ?? []) {
    if (!Object.hasOwn(LEBENSLAGEN, name)) pruefung.melde('leistung.yaml', 'fehler', 'lebenslagen', `Die Lebenslage „${name}“ gibt es nicht. Möglich sind: ${Object.keys(LEBENSLAGEN).join(', ')}.`)
  }
  for (const feld of ['gueltigVon', 'gueltigBis'] as const) {
    if (stammdaten?.[feld] && !istTag(stammdaten[feld])) pruefung.melde('leistung.yaml', 'fehler', feld, 'Diesen Tag gibt es nicht.')
  }
  for (const bewertung of stammdaten?.reifegrade ?? []) {
    if (!istTag(bewertung.bewertetAm)) pruefung.melde('leistung.yaml', 'fehler', 'reifegrade', `Den Tag „${bewertung.bewertetAm}“ gibt es nicht.`)
    for (const { fehler, text } of pruefeBewertung(bewertung)) pruefung.melde('leistung.yaml', fehler ? 'fehler' : 'hinweis', 'reifegrade', text)
  }
  for (const { von, bis } of stammdaten?.schliessungen ?? []) {
    const ganz = von.length > 5
    if (ganz !== bis.length > 5) pruefung.melde('leistung.yaml', 'fehler', 'schliessungen', `„${von}“ bis „${bis}“: Bitte beide mit oder beide ohne Jahr.`)
    else if (ganz && (!istTag(von) || !istTag(bis) || bis < von)) pruefung.melde('leistung.yaml', 'fehler', 'schliessungen', `„${von}“ bis „${bis}“ ist kein Zeitraum.`)
  }
  pruefeAntragszeiten(stammdaten, pruefung)
  return stammdaten
}

function pruefeAntragszeiten(stammdaten: StammdatenEntwurf | undefined, pruefung: Pruefung): void {
  const melde = (text: string) => { pruefung.melde('leistung.yaml', 'fehler', 'antragszeiten', text) }
  for (const { von, bis } of stammdaten?.antragszeiten ?? []) {
    if (![von, bis].every((text) => istTag(text.slice(0, 10)))) melde(`„${von}“ bis „${bis}“: Diesen Tag gibt es nicht.`)
    else if (Temporal.PlainDateTime.compare(von, bis) >= 0) melde(`„${von}“ bis „${bis}“: Das Ende muss nach dem Anfang liegen.`)
  }
  if (stammdaten?.ausserhalb && !stammdaten.antragszeiten) pruefung.melde('leistung.yaml', 'hinweis', 'ausserhalb', 'Ohne Antragszeiten im Paket gilt das erst, wenn die Verwaltung welche einträgt.')
}

function istTag(text: string): boolean {
  try { return Temporal.PlainDate.from(text).toString() === text } catch { return false }
}

function leseYaml<S extends TSchema>(datei: string, dateien: Paketdateien, schema: S, pruefung: Pruefung): Static<S> | undefined {
  let value: unknown
  try {
    value = readYaml(dateien[datei] ?? '')
  } catch (error) {
    if (!(error instanceof YamlError)) throw error
    pruefung.melde(datei, 'fehler', '', `Die Datei ist kein lesbares YAML: ${error.message}`)
    return undefined
  }
  try {
    return validate(schema, value)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    for (const { feld, text } of error.felder) pruefung.melde(datei, 'fehler', feld, text)
    return undefined
  }
}

function leseTexte(dateien: Paketdateien, pruefung: Pruefung): Texte {
  const quellen: Record<string, string> = {}
  for (const [name, inhalt] of Object.entries(dateien)) {
    const sprache = /^texte\.([a-z]{2})\.yaml$/.exec(name)?.[1]
    if (!sprache) continue
    try {
      readYaml(inhalt)
      quellen[sprache] = inhalt
    } catch (error) {
      if (!(error instanceof YamlError)) throw error
      pruefung.melde(name, 'fehler', '', `Die Datei ist kein lesbares YAML: ${error.message}`)
    }
  }
  return texteAusYaml(quellen)
}

function leseGebuehr(dateien: Paketdateien, pruefung: Pruefung): Gebuehr | null {
  if (dateien['gebuehr.yaml'] === undefined) return null
  const gebuehr = leseYaml('gebuehr.yaml', dateien, gebuehrSchema, pruefung)
  for (const text of gebuehr ? pruefeGebuehr(gebuehr) : []) pruefung.melde('gebuehr.yaml', 'fehler', 'positionen', text)
  return gebuehr ?? null
}

/** What the table asks of the form: names of questions in its expressions, uploads that prove a reduction. */
function pruefeGebuehrMitFormular(gebuehr: Gebuehr, formular: Formular, pruefung: Pruefung): void {
  const fragen = formular.seiten.flatMap((seite) => seite.fragen)
  for (const text of unbekannteAngaben(gebuehr, fragen.map(({ name }) => name))) pruefung.melde('gebuehr.yaml', 'fehler', 'positionen', text)
  for (const { name, nachweis } of gebuehr.ermaessigungen ?? []) {
    if (nachweis && !fragen.some((frage) => frage.name === nachweis && frage.typ === 'datei')) {
      pruefung.melde('gebuehr.yaml', 'fehler', 'ermaessigungen', `Die Ermäßigung „${name}“ verlangt den Nachweis „${nachweis}“. Im Formular gibt es keine Datei-Frage mit diesem Namen.`)
    }
  }
}

function leseFormular(dateien: Paketdateien, texte: Texte, pruefung: Pruefung): Formular | null {
  const text = dateien['formular.json']
  if (text === undefined) return null
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    pruefung.melde('formular.json', 'fehler', '', `Die Datei ist kein lesbares JSON: ${(error as Error).message}`)
    return null
  }
  const befunde = checkFormular(json, texte)
  for (const befund of befunde) pruefung.melde('formular.json', befund.stufe === 'fehler' ? 'fehler' : 'hinweis', befund.pfad, befund.text)
  return befunde.some(({ stufe }) => stufe === 'fehler') ? null : formularAus(json, texte)
}

async function leseModell(dateien: Paketdateien, pruefeModell: Modellpruefung, pruefung: Pruefung): Promise<void> {
  const xml = dateien['verfahren.bpmn']
  if (xml === undefined) return
  for (const befund of (await pruefeModell(xml)).befunde) {
    pruefung.melde('verfahren.bpmn', befund.schwere === 'fehler' ? 'fehler' : 'hinweis', befund.name || befund.elementId, befund.text)
  }
}

interface Teile { readonly dateien: Paketdateien; readonly formular: Formular | null; readonly gebuehr: Gebuehr | null }

/** Where two files say the same thing they have to say the same. */
function pruefeZusammenspiel(stammdaten: StammdatenEntwurf, { dateien, formular, gebuehr }: Teile, pruefung: Pruefung): void {
  for (const { feld, text } of luecken(stammdaten, { gebuehr: gebuehr !== null, online: dateien['formular.json'] !== undefined })) pruefung.melde('leistung.yaml', 'luecke', feld, text)
  if (gebuehr && stammdaten.kosten) pruefung.melde('leistung.yaml', 'fehler', 'kosten', 'Was es kostet, steht schon in gebuehr.yaml. Bitte nur an einer Stelle.')
  const online = dateien['formular.json'] !== undefined
  if (online && dateien['verfahren.bpmn'] === undefined) pruefung.melde('verfahren.bpmn', 'luecke', '', 'Diese Datei fehlt: Wer den Antrag online anbietet, muss sagen, wie er bearbeitet wird.')
  if (online && !gebuehr) pruefung.melde('gebuehr.yaml', 'luecke', '', 'Diese Datei fehlt. Für eine kostenlose Leistung genügt „gebuehrenfrei: true“ mit der Rechtsgrundlage.')
  if (!online && (dateien['verfahren.bpmn'] !== undefined || dateien['bescheid.typ'] !== undefined)) pruefung.melde('formular.json', 'hinweis', '', 'Ohne Formular wird die Leistung nur beschrieben und nicht online angeboten.')
  if (formular && stammdaten.schriftform && formular.schriftform !== stammdaten.schriftform.art) {
    pruefung.melde('formular.json', 'fehler', '/schriftform', `Das Formular sagt „${formular.schriftform}“, leistung.yaml sagt „${stammdaten.schriftform.art}“.`)
  }
  if (formular?.leistung && stammdaten.leistungsschluessel && formular.leistung !== stammdaten.leistungsschluessel) {
    pruefung.melde('formular.json', 'fehler', '/leistung', 'Der Leistungsschlüssel ist ein anderer als in leistung.yaml.')
  }
  const fragen = formular ? formular.seiten.flatMap((seite) => seite.fragen).map(({ name }) => name) : []
  for (const { feld, text } of formular ? unbekannteFragen(stammdaten, fragen) : []) pruefung.melde('leistung.yaml', 'fehler', feld, text)
  if (formular && gebuehr) pruefeGebuehrMitFormular(gebuehr, formular, pruefung)
  if (online && stammdaten.onlinedienst) pruefung.melde('leistung.yaml', 'fehler', 'onlinedienst', 'Ein eigenes Formular und ein fremder Onlinedienst zugleich: Bitte entscheiden Sie sich.')
  pruefeVertretung(stammdaten, pruefung)
  if (stammdaten.en === undefined) pruefung.melde('leistung.yaml', 'hinweis', 'en', 'Es gibt keine englischen Texte.')
}

/** Whoever may only apply for others has to be somebody, and there have to be others. */
function pruefeVertretung({ vertretung, vertrauensniveau }: StammdatenEntwurf, pruefung: Pruefung): void {
  if (vertretung?.selbst !== false) return
  const melde = (text: string) => { pruefung.melde('leistung.yaml', 'fehler', 'vertretung', text) }
  if (!vertretung.kind && !vertretung.person) {
    melde('Niemand könnte den Antrag stellen: nicht für sich selbst, nicht für ein Kind und nicht für eine andere Person.')
  } else if (vertrauensniveau === 'niedrig') {
    melde('Wer nur für andere beantragt, muss sich anmelden. Beim Vertrauensniveau „niedrig“ beginnen auch Menschen ohne Konto und kommen dann nicht weiter.')
  }
}
