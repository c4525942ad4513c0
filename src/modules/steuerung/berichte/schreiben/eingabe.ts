import { Type } from 'typebox'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { wert, type Werte } from '../../../../platform/http/route.js'
import { parseDate } from '../../../../platform/time/index.js'
import { AMPELN, DIMENSIONEN, type Ampel, type Dimension } from '../domain/ampel.js'
import type { Ampelangabe, Angaben, Entscheidungsbedarf } from '../domain/bericht.js'

const LANG = 4000
/** How many decisions one report may ask for. */
export const MAX_ENTSCHEIDUNGEN = 10

const text = (max = LANG) => Type.String({ maxLength: max })
const Ampelfeld = Type.Object({ ampel: Type.Unsafe<Ampel | ''>(Type.Enum([...AMPELN, ''])), begruendung: text(), gegenmassnahme: text() }, { additionalProperties: false })

/** The words of an author as a command takes them; a day is ISO or as it was typed. */
export const Angabenschema = Type.Object({
  zeit: Ampelfeld, ressourcen: Ampelfeld, qualitaet: Ampelfeld, risiken: text(), aktivitaeten: text(), naechste: text(),
  meilenstein: Type.Object({ name: text(300), phase: text(200), termin: text(20) }, { additionalProperties: false }),
  entscheidungen: Type.Unsafe<readonly Entscheidungsbedarf[]>(Type.Array(Type.Object({ text: text(2000), termin: text(20) }, { additionalProperties: false }), { maxItems: MAX_ENTSCHEIDUNGEN })),
}, { additionalProperties: false })

/** Reads the form, however long: what is too long is refused with its field, never cut. A decision without a word is none. */
export function angabenAus(werte: Werte): Angaben {
  const lies = (name: string) => wert(werte, name).replaceAll('\r\n', '\n')
  const ampel = (dimension: Dimension): Ampelangabe => ({
    ampel: AMPELN.find((eine) => eine === wert(werte, `${dimension}.ampel`)) ?? '', begruendung: lies(`${dimension}.begruendung`), gegenmassnahme: lies(`${dimension}.gegenmassnahme`),
  })
  return {
    ...Object.fromEntries(DIMENSIONEN.map((dimension) => [dimension, ampel(dimension)])) as Record<Dimension, Ampelangabe>,
    risiken: lies('risiken'), aktivitaeten: lies('aktivitaeten'), naechste: lies('naechste'),
    meilenstein: { name: lies('meilenstein.name'), phase: lies('meilenstein.phase'), termin: lies('meilenstein.termin') },
    entscheidungen: Array.from({ length: MAX_ENTSCHEIDUNGEN }, (_, i) => ({ text: lies(`entscheidung${i}.text`), termin: lies(`entscheidung${i}.termin`) })).filter((eine) => eine.text !== '' || eine.termin !== ''),
  }
}

/** Names what a command refuses as the form names it: `angaben.entscheidungen.0.text` is its field `entscheidung0.text`. */
export async function anFelder<T>(eingabe: Promise<T>): Promise<T> {
  try {
    return await eingabe
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    throw new Invalid(error.felder.map(({ feld, text }) => ({ feld: feld.replace(/^angaben\./, '').replace(/^entscheidungen\.(\d+)\./, 'entscheidung$1.'), text })))
  }
}

/** Days as ISO; a day that does not exist is named among the errors. */
export function mitTagen(angaben: Angaben, jahr: number): { angaben: Angaben; fehler: Feldfehler[] } {
  const fehler: Feldfehler[] = []
  const tag = (feld: string, eingabe: string): string => {
    if (eingabe === '') return ''
    const gelesen = parseDate(eingabe, jahr)
    if (!gelesen.ok) { fehler.push({ feld, text: gelesen.message }); return eingabe }
    return gelesen.value.toString()
  }
  return {
    angaben: {
      ...angaben, meilenstein: { ...angaben.meilenstein, termin: tag('meilenstein.termin', angaben.meilenstein.termin) },
      entscheidungen: angaben.entscheidungen.map((eine, i) => ({ ...eine, termin: tag(`entscheidung${i}.termin`, eine.termin) })),
    },
    fehler,
  }
}
