import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import {
  findFrage, gueltigeHerkunft, normalise, pagesFor, prune, summaryOf, validateSubmission, wortlaut,
  type Abschnitt, type Antworten, type Formular, type Herkuenfte, type JsonWert, type Kontext, type Upload,
} from '../../../zugang/formulare/index.js'

/** Slot of the signed Vollmacht; it belongs to no question of the form. */
export const VOLLMACHT_SLOT = '_vollmacht'

export interface Eingereicht {
  readonly vertretung?: { readonly art: 'kind' | 'vollmacht'; readonly zustimmung?: unknown } | undefined
  readonly herkunft?: Readonly<Record<string, unknown>>
  readonly daten: unknown
  readonly anhaenge: readonly { readonly slot: string; readonly dateiname: string; readonly sha256: string; readonly size: number; readonly mime: string; readonly pruefstatus: string }[]
}

export interface Erklaerung {
  readonly antworten: Antworten
  /** The sections of the check page, in the language in which the person read them. */
  readonly zusammenfassung: readonly Abschnitt[]
  /** Of answers that still are as an account delivered them. */
  readonly herkunft: Herkuenfte
  /** Label of each upload slot. */
  readonly slots: ReadonlyMap<string, string>
  /** The first address in the form, line by line; for letters when nothing else was said. */
  readonly anschrift: readonly string[]
  /** Whom the form is about, as far as it says so: the first question for a name and for a mail address. */
  readonly person: { readonly name?: string; readonly email?: string }
}

/**
 * Checks a declaration with the rules of the form, the same ones that the pages use, whatever way it came.
 * @param kontext `entwurf`: it comes from a draft, so answers to questions that are no longer asked are dropped, not refused (A3-02)
 * @throws Invalid with every wrong field at once
 */
export function pruefeErklaerung(formular: Formular, eingereicht: Eingereicht, kontext: Kontext & { readonly entwurf: boolean }): Erklaerung {
  const bereinigt = normalise(eingereicht.daten as JsonWert) as Antworten
  const antworten = kontext.entwurf ? prune(formular, bereinigt, kontext) : bereinigt
  const uploads = eingereicht.anhaenge.map((anhang, index): Upload =>
    ({ slot: anhang.slot, id: String(index), dateiname: anhang.dateiname, bytes: anhang.size, mediaType: anhang.mime, sha256: anhang.sha256 }))
  const { fehler } = validateSubmission(formular, antworten, { ...kontext, uploads })
  const fragen = pagesFor(formular, antworten, kontext).flatMap((seite) => seite.fragen)
  const lang = kontext.lang ?? 'de'
  const slots = new Map(fragen.filter(({ typ }) => typ === 'datei').map((frage) => [frage.name, wortlaut(formular, frage.ausgabe ?? frage.label, lang)]))
  if (eingereicht.vertretung?.art === 'vollmacht') slots.set(VOLLMACHT_SLOT, 'Vollmacht')
  const felder: Feldfehler[] = [...ohneVollmacht(eingereicht), ...fehler.map(({ feld, text }) => ({ feld, text })), ...fremdeAnhaenge(slots, eingereicht)]
  if (felder.length > 0) throw new Invalid(felder)
  const herkunft = gueltigeHerkunft((eingereicht.herkunft ?? {}) as Herkuenfte, antworten)
  const zusammenfassung = summaryOf(formular, antworten, uploads, { ...kontext, herkunft })
  const erste = (typ: string): string | undefined => {
    const frage = fragen.find((eine) => eine.typ === typ && antworten[eine.name] !== undefined)
    return zusammenfassung.flatMap(({ eintraege }) => eintraege).find(({ feld }) => feld === frage?.name)?.wert
  }
  const [name, email] = [erste('name')?.split('\n')[0], erste('email')]
  return { antworten, zusammenfassung, herkunft, slots, anschrift: erste('anschrift')?.split('\n') ?? [], person: { ...(name ? { name } : {}), ...(email ? { email } : {}) } }
}

/** Who acts for somebody else has their consent or their signed paper. */
function ohneVollmacht({ vertretung, anhaenge }: Eingereicht): Feldfehler[] {
  if (vertretung?.art !== 'vollmacht' || vertretung.zustimmung || anhaenge.some(({ slot }) => slot === VOLLMACHT_SLOT)) return []
  return [{ feld: VOLLMACHT_SLOT, text: 'Bitte laden Sie die unterschriebene Vollmacht hoch.' }]
}

/** Files for a slot that is not asked for, or that the virus scan refused. */
function fremdeAnhaenge(slots: ReadonlyMap<string, string>, { anhaenge }: Eingereicht): Feldfehler[] {
  return anhaenge.flatMap(({ slot, dateiname, pruefstatus }) => {
    if (pruefstatus === 'befallen') return [{ feld: slot, text: `Die Datei „${dateiname}“ enthält Schadsoftware. Bitte entfernen Sie sie.` }]
    return slots.has(slot) ? [] : [{ feld: slot, text: `Die Datei „${dateiname}“ gehört zu keiner Frage dieses Antrags. Bitte entfernen Sie sie.` }]
  })
}

/** What a question or upload slot is called, for saying which one is meant. */
export function bezeichnungVon(formular: Formular | null, name: string): string | undefined {
  const gefunden = formular ? findFrage(formular, name) : undefined
  return gefunden && formular ? wortlaut(formular, gefunden.frage.ausgabe ?? gefunden.frage.label, 'de') : undefined
}

/** Questions and slots of a form that a clerk can ask about. */
export const fragenDer = (formular: Formular | null): { name: string; label: string }[] =>
  (formular?.seiten ?? []).flatMap(({ fragen }) => fragen).filter(({ typ }) => typ !== 'hinweis')
    .map((frage) => ({ name: frage.name, label: formular ? wortlaut(formular, frage.ausgabe ?? frage.label, 'de') : frage.name }))
