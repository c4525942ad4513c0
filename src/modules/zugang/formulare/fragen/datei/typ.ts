import { isObject } from '../../domain/formular.js'
import type { Frage, Meldung, Upload } from '../../domain/formular.js'
import type { FrageTyp } from '../../domain/fragetyp.js'
import { satz } from '../../domain/meldungen.js'

/** Formats by the short name used in definitions. Anything a browser or a word processor could execute is not here. */
export const FORMATE: Readonly<Record<string, { readonly mediaType: string, readonly endungen: string }>> = {
  pdf: { mediaType: 'application/pdf', endungen: '.pdf' },
  jpg: { mediaType: 'image/jpeg', endungen: '.jpg,.jpeg' },
  png: { mediaType: 'image/png', endungen: '.png' },
  heic: { mediaType: 'image/heic', endungen: '.heic,.heif' },
  tif: { mediaType: 'image/tiff', endungen: '.tif,.tiff' },
}

export const STANDARD_FORMATE = ['pdf', 'jpg', 'png', 'heic'] as const
export const STANDARD_BYTES = 10_000_000
export const formateVon = ({ formate }: Frage): readonly string[] => formate ?? STANDARD_FORMATE
/** What a slot takes; for whoever receives the files. */
export const dateiGrenzen = (frage: Frage): { maxBytes: number, maxAnzahl: number, formate: readonly string[] } =>
  ({ maxBytes: frage.maxBytes ?? STANDARD_BYTES, maxAnzahl: frage.maxAnzahl ?? 1, formate: formateVon(frage) })
export const groesse = (bytes: number, lang = 'de'): string => {
  const zahl = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 })
  return bytes < 1_000_000 ? `${zahl.format(Math.max(1, Math.round(bytes / 1000)))} KB` : `${zahl.format(bytes / 1_000_000)} MB`
}

/** What is wrong with the files of one slot; the content type comes from sniffing, never from the file name (A5-05). */
export const dateiMeldungen = (frage: Frage, dateien: readonly Upload[], lang = 'de'): Meldung[] => {
  const { maxBytes = STANDARD_BYTES, maxAnzahl = 1 } = frage
  const formate = formateVon(frage)
  const erlaubt = new Set(formate.map((format) => FORMATE[format]?.mediaType))
  const jede = dateien.flatMap(({ dateiname: datei, bytes, mediaType, sha256 }, index): Meldung[] => {
    if (bytes === 0) return [{ code: 'datei_leer', werte: { datei } }]
    if (bytes > maxBytes) return [{ code: 'datei_gross', werte: { datei, grenze: groesse(maxBytes, lang) } }]
    if (!erlaubt.has(mediaType)) return [{ code: 'datei_format',
      werte: { datei, formate: formate.join(', ').toUpperCase() } }]
    const doppelt = sha256 !== undefined && dateien.findIndex((andere) => andere.sha256 === sha256) < index
    return doppelt ? [{ code: 'datei_doppelt', werte: { datei } }] : []
  })
  return dateien.length > maxAnzahl ? [...jede, { code: 'zu_viele', werte: { grenze: maxAnzahl } }] : jede
}

/**
 * A slot for evidence (A5-02). The files travel beside the data; in the data stands only that somebody hands the
 * document
 * in later (A5-07).
 */
export const datei: FrageTyp = {
  eigenschaften: {
    formate: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', enum: Object.keys(FORMATE) } },
    maxBytes: { type: 'integer', minimum: 1, maximum: 100_000_000 },
    maxAnzahl: { type: 'integer', minimum: 1, maximum: 50 },
    maxAlter: { type: 'string', pattern: String.raw`^P(?:\d+[YMWD])+$` },
    original: { type: 'boolean' }, nachreichbar: { type: 'boolean' }, onceOnly: { type: 'string' },
  },
  personenbezogen: true,
  schema: ({ nachreichbar }) => (nachreichbar === true
    ? {
        type: 'object', additionalProperties: false, required: ['nachreichen'],
        properties: { nachreichen: { type: 'boolean', const: true } },
      }
    : undefined),
  parse: ({ nachreichbar }, eingabe) =>
    (nachreichbar === true && eingabe.text('nachreichen') !== '' ? { wert: { nachreichen: true } } : {}),
  summary: ({ name }, wert, { uploads, lang }) => {
    const dateien = uploads.filter(({ slot }) => slot === name).map(({ dateiname, bytes, sha256 }) =>
      `${dateiname} (${groesse(bytes, lang)}${sha256 === undefined ? '' : `, SHA-256 ${sha256}`})`)
    if (dateien.length > 0) return dateien.join('\n')
    return isObject(wert) && wert['nachreichen'] === true ? satz('wird_nachgereicht', lang) : ''
  },
  muster: () => ({ nachreichen: true }),
  pruefe: ({ unterschrift }) => (unterschrift === true
    ? [{
        code: 'unterschrift_upload', stufe: 'warnung',
        text: 'Ein unterschriebenes und hochgeladenes Blatt ersetzt die Schriftform nicht. '
          + 'Nutzen Sie einen Weg mit Identitätsnachweis.',
      }]
    : []),
}
