import type { FrageTyp } from '../../domain/fragetyp.js'
import { gruppiert, IBAN_LAENGE, istIban } from './pruefziffer.js'

/** Only where money is paid out or collected (A3-09), therefore `zweck` is required. */
export const iban: FrageTyp = {
  eigenschaften: { zweck: { type: 'string', enum: ['auszahlung', 'lastschrift'] } },
  noetig: ['zweck'],
  personenbezogen: true,
  schema: () => ({ type: 'string', format: 'iban', maxLength: 34 }),
  parse: (_frage, eingabe) => {
    const wert = eingabe.text().replaceAll(/[\s.-]/gu, '').toUpperCase().replace(/^IBAN:?/u, '')
    if (wert === '') return {}
    if (istIban(wert)) return { wert }
    const land = wert.slice(0, 2)
    const grenze = IBAN_LAENGE[land]
    if (grenze === undefined) return { fehler: [{ code: 'iban_land', werte: { land } }] }
    if (grenze !== wert.length) return { fehler: [{ code: 'iban_laenge',
      werte: { land, grenze, zeichen: wert.length } }] }
    return { fehler: [{ code: 'iban' }] }
  },
  summary: (_frage, wert) => (typeof wert === 'string' ? gruppiert(wert) : ''),
  muster: () => 'DE89370400440532013000',
}
