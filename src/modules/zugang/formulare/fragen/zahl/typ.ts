import type { FrageTyp } from '../../domain/fragetyp.js'

const ZAHL = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/u
const MIT_PUNKT = /^[+-]?\d+\.\d{1,2}$/u

/** „1.234,5“ and „1234,5“; a point with one or two digits after it is what phones type. */
const lies = (text: string): number | undefined => {
  if (MIT_PUNKT.test(text)) return Number(text)
  return ZAHL.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : undefined
}

const stellen = (zahl: number): number => String(zahl).split('.')[1]?.length ?? 0

/** A number that is counted or measured. Amounts of money are `betrag`, digits with a meaning are `text`. */
export const zahl: FrageTyp = {
  eigenschaften: {
    min: { type: 'number' }, max: { type: 'number' }, nachkommastellen: { type: 'integer', minimum: 0, maximum: 6 },
  },
  personenbezogen: false,
  schema: ({ min = 0, max = 999_999_999, nachkommastellen = 0 }) => ({
    type: nachkommastellen === 0 ? 'integer' : 'number', minimum: Number(min), maximum: Number(max),
  }),
  parse: ({ nachkommastellen = 0 }, eingabe) => {
    const text = eingabe.text().replaceAll(' ', '')
    if (text === '') return {}
    const wert = text.length > 20 ? undefined : lies(text)
    if (wert === undefined) return { fehler: [{ code: nachkommastellen === 0 ? 'zahl_ganz' : 'zahl' }] }
    if (nachkommastellen === 0 && !Number.isInteger(wert)) return { fehler: [{ code: 'zahl_ganz' }] }
    return { wert }
  },
  plausibel: ({ nachkommastellen = 0 }, wert) =>
    typeof wert === 'number' && stellen(wert) > nachkommastellen
      ? [{ code: 'nachkommastellen', werte: { grenze: nachkommastellen } }] : [],
  summary: (_frage, wert, { lang }) =>
    typeof wert === 'number' ? new Intl.NumberFormat(lang, { maximumFractionDigits: 6 }).format(wert) : '',
  muster: ({ min = 0 }) => Number(min),
}
