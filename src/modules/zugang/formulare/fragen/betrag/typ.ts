import type { FrageTyp } from '../../domain/fragetyp.js'

const BETRAG = /^(?<euro>\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](?<cent>\d{1,2}))?$/u

/** „1.234,50 €“ to 123450; undefined where it is no amount. Never a float in between. */
const cents = (text: string): number | undefined => {
  const teile = BETRAG.exec(text)?.groups
  if (teile === undefined) return undefined
  return Number(`${(teile['euro'] ?? '').replaceAll('.', '')}${(teile['cent'] ?? '').padEnd(2, '0')}`)
}

/** An amount in integer euro cents; JSON and FEEL stay exact up to 90 trillion euros. */
export const betrag: FrageTyp = {
  eigenschaften: { min: { type: 'integer', minimum: 0 }, max: { type: 'integer', minimum: 0 } },
  personenbezogen: false,
  schema: ({ min = 0, max = 99_999_999_999 }) => ({ type: 'integer', minimum: Number(min), maximum: Number(max) }),
  parse: (_frage, eingabe) => {
    const text = eingabe.text().replace(/(?:€|eur|euro)/giu, '').replaceAll(' ', '')
    if (text === '') return {}
    const wert = text.length > 20 ? undefined : cents(text)
    return wert === undefined ? { fehler: [{ code: 'betrag' }] } : { wert }
  },
  summary: (_frage, wert, { lang }) =>
    typeof wert === 'number'
      ? new Intl.NumberFormat(lang, { style: 'currency', currency: 'EUR' }).format(wert / 100).replaceAll('\u00A0', ' ')
        : '',
  muster: ({ min = 0 }) => Number(min),
}
