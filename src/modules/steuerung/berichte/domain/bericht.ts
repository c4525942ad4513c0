import type { Feldfehler } from '../../../../platform/errors.js'
import { formatDate } from '../../../../platform/time/index.js'
import { AMPELN, DIMENSIONEN, DIMENSIONSWORT, type Ampel, type Ampeln, type Dimension } from './ampel.js'

/** One light with its words; '' is: not chosen yet. */
export interface Ampelangabe { readonly ampel: Ampel | ''; readonly begruendung: string; readonly gegenmassnahme: string }
export interface Entscheidungsbedarf { readonly text: string; readonly termin: string }

/** What the author writes (H4-01). Days are ISO texts, '' is: not said. */
export interface Angaben extends Readonly<Record<Dimension, Ampelangabe>> {
  readonly risiken: string; readonly aktivitaeten: string; readonly naechste: string
  readonly meilenstein: { readonly name: string; readonly phase: string; readonly termin: string }
  readonly entscheidungen: readonly Entscheidungsbedarf[]
}

/** A milestone of the Vorhaben as it was expected on the day of the report: from these the trend is drawn (H4-08). */
export interface Meilensteinstand { readonly id: string; readonly name: string; readonly termin: string | null; readonly erreicht: boolean }

/** What is frozen: the words of the author and everything around them as it was. */
export interface Inhalt extends Omit<Angaben, 'entscheidungen'> {
  readonly vorhaben: { readonly art: string; readonly nummer: string | null; readonly name: string; readonly baustein: string; readonly verantwortlich: string; readonly prioritaet: string | null }
  readonly monat: string; readonly stichtag: string
  readonly entscheidungen: readonly (Entscheidungsbedarf & { readonly planId?: string; readonly nummer?: number })[]
  readonly meilensteine: readonly Meilensteinstand[]
}

const leereAmpel: Ampelangabe = { ampel: '', begruendung: '', gegenmassnahme: '' }
export const LEER: Angaben = { zeit: leereAmpel, ressourcen: leereAmpel, qualitaet: leereAmpel, risiken: '', aktivitaeten: '', naechste: '', meilenstein: { name: '', phase: '', termin: '' }, entscheidungen: [] }

/** The lights of a complete report. */
export const ampelnVon = (inhalt: Readonly<Record<Dimension, { readonly ampel: Ampel | '' }>>): Ampeln =>
  Object.fromEntries(DIMENSIONEN.map((dimension) => [dimension, inhalt[dimension].ampel])) as Record<Dimension, Ampel>

/** Milestones that should have been reached by the Stichtag. */
export const ueberfaellige = (meilensteine: readonly Meilensteinstand[], stichtag: Temporal.PlainDate): readonly Meilensteinstand[] =>
  meilensteine.filter(({ termin, erreicht }) => !erreicht && termin !== null && termin < stichtag.toString())

/** Everything that stands in the way of submitting, all at once. */
export function pruefe(angaben: Angaben, meilensteine: readonly Meilensteinstand[], stichtag: Temporal.PlainDate): Feldfehler[] {
  const fehler = DIMENSIONEN.flatMap((dimension) => pruefeAmpel(dimension, angaben[dimension]))
  const [spaet] = ueberfaellige(meilensteine, stichtag)
  if (spaet?.termin && angaben.zeit.ampel === 'gruen') {
    fehler.push({ feld: 'zeit.ampel', text: `„${spaet.name}“ war am ${formatDate(Temporal.PlainDate.from(spaet.termin))} fällig und ist nicht erreicht. Wählen Sie Gelb oder Rot, oder tragen Sie im Steckbrief ein, wann er erreicht war oder wann er jetzt erwartet wird.` })
  }
  if (angaben.aktivitaeten === '') fehler.push({ feld: 'aktivitaeten', text: 'Schreiben Sie, was in diesem Monat geschehen ist. Ist nichts geschehen, schreiben Sie das.' })
  if (angaben.meilenstein.name === '' && angaben.meilenstein.termin !== '') fehler.push({ feld: 'meilenstein.name', text: 'Nennen Sie den Meilenstein zu diesem Termin.' })
  angaben.entscheidungen.forEach(({ text }, i) => { if (text === '') fehler.push({ feld: `entscheidung${i}.text`, text: 'Schreiben Sie, was entschieden werden muss, oder löschen Sie den Termin.' }) })
  return fehler
}

function pruefeAmpel(dimension: Dimension, { ampel, begruendung, gegenmassnahme }: Ampelangabe): Feldfehler[] {
  const wort = DIMENSIONSWORT[dimension]
  if (!AMPELN.includes(ampel as Ampel)) return [{ feld: `${dimension}.ampel`, text: `Wählen Sie die Ampel für ${wort}.` }]
  if (ampel === 'gruen') return []
  return [
    ...(begruendung === '' ? [{ feld: `${dimension}.begruendung`, text: `${wort} ist nicht grün. Begründen Sie das.` }] : []),
    ...(gegenmassnahme === '' ? [{ feld: `${dimension}.gegenmassnahme`, text: `${wort} ist nicht grün. Schreiben Sie, was dagegen getan wird.` }] : []),
  ]
}
