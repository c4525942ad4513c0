import { isObject } from '../../domain/formular.js'
import type { Meldung } from '../../domain/formular.js'
import type { FrageTyp } from '../../domain/fragetyp.js'
import { fremdesZeichen, LATEINISCH } from '../grundform.js'

const TEILE = ['doktorgrad', 'vornamen', 'familienname', 'geburtsname'] as const
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength, pattern: LATEINISCH })

/**
 * The name of a natural person (DIN 91379, X5-02). People with one name have only a `familienname` and say that they
 * have
 * no given name; so nobody types a dash. The Doktorgrad is not part of the name (§ 5 (2) PAuswG).
 */
export const name: FrageTyp = {
  eigenschaften: { doktorgrad: { type: 'boolean' }, geburtsname: { type: 'boolean' } },
  personenbezogen: true,
  schema: ({ doktorgrad, geburtsname }) => ({
    type: 'object',
    additionalProperties: false,
    required: ['familienname'],
    properties: {
      ...(doktorgrad === true ? { doktorgrad: text(40) } : {}),
      vornamen: text(200), familienname: text(200), keineVornamen: { type: 'boolean', const: true },
      ...(geburtsname === true ? { geburtsname: text(200) } : {}),
    },
  }),
  parse: ({ doktorgrad, geburtsname }, eingabe) => {
    const erlaubt = TEILE.filter((teil) =>
      (teil !== 'doktorgrad' || doktorgrad === true) && (teil !== 'geburtsname' || geburtsname === true))
    const gefuellt = erlaubt.map((teil) => [teil, eingabe.text(teil)] as const).filter(([, wert]) => wert !== '')
    const keine = eingabe.text('keineVornamen') !== ''
    if (gefuellt.length === 0 && !keine) return {}
    const fehler = gefuellt.flatMap(([teil, wert]): Meldung[] => {
      const zeichen = fremdesZeichen(wert)
      return zeichen === undefined ? [] : [{ teil, code: 'zeichen', werte: { zeichen: `„${zeichen}“` } }]
    })
    return { wert: { ...Object.fromEntries(gefuellt), ...(keine ? { keineVornamen: true } : {}) }, fehler }
  },
  plausibel: (_frage, wert) => {
    if (!isObject(wert)) return []
    if (wert['vornamen'] === undefined
      && wert['keineVornamen'] !== true) return [{ teil: 'vornamen', code: 'vorname_fehlt' }]
    return wert['vornamen'] !== undefined && wert['keineVornamen'] === true
      ? [{ teil: 'vornamen', code: 'vorname_widerspruch' }] : []
  },
  summary: (_frage, wert) => {
    if (!isObject(wert)) return ''
    const voll = [wert['doktorgrad'], wert['vornamen'], wert['familienname']].filter((teil) =>
      typeof teil === 'string').join(' ')
    return typeof wert['geburtsname'] === 'string' ? `${voll}, geb. ${wert['geburtsname']}` : voll
  },
  feel: (_frage, wert) => {
    const teile = isObject(wert) ? wert : {}
    return Object.fromEntries([...TEILE, 'keineVornamen'].map((teil) => [teil, teile[teil] ?? null]))
  },
  muster: () => ({ vornamen: 'Mika', familienname: 'Muster' }),
}
