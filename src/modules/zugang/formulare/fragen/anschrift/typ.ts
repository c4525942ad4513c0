import { isObject } from '../../domain/formular.js'
import type { AnschriftArt, Frage, JsonSchema, JsonWert, Meldung } from '../../domain/formular.js'
import type { FrageTyp } from '../../domain/fragetyp.js'
import { satz } from '../../domain/meldungen.js'
import { fremdesZeichen, LATEINISCH } from '../grundform.js'

export const ARTEN: readonly AnschriftArt[] = ['strasse', 'postfach', 'ausland', 'ofw']
const TEILE = ['strasse', 'hausnummer', 'ortsteil', 'zusatz', 'postfach', 'plz', 'ort', 'staat'] as const
type Teil = (typeof TEILE)[number]

const NOETIG: Readonly<Record<AnschriftArt, readonly Teil[]>> = {
  strasse: ['plz', 'ort'], postfach: ['postfach', 'plz', 'ort'], ausland: ['strasse', 'ort', 'staat'], ofw: ['ort'],
}
/** What does not belong to a kind of address. The forms without script show all fields, so this happens. */
const FREMD: Readonly<Record<AnschriftArt, readonly Teil[]>> = {
  strasse: ['postfach', 'staat'], postfach: ['strasse', 'hausnummer', 'ortsteil', 'staat'],
    ausland: ['postfach', 'ortsteil'],
  ofw: ['strasse', 'hausnummer', 'postfach', 'staat'],
}
const LAENGE: Readonly<Record<Teil, number>> = {
  strasse: 100, hausnummer: 20, ortsteil: 100, zusatz: 100, postfach: 20, plz: 12, ort: 100, staat: 60,
}

export const artenVon = ({ arten }: Frage): readonly AnschriftArt[] => arten ?? ['strasse']

const jeArt = (art: AnschriftArt): JsonSchema => ({
  if: { type: 'object', properties: { art: { type: 'string', const: art } }, required: ['art'] },
  // oxlint-disable-next-line unicorn/no-thenable -- `then` is the JSON Schema keyword
  then: {
    type: 'object', required: NOETIG[art],
    ...(art === 'ausland' ? {} : { properties: { plz: { type: 'string', format: 'plz' } } }),
  },
})

const meldungen = (frage: Frage, wert: { readonly [key: string]: JsonWert }): Meldung[] => {
  const art = ARTEN.find((art) => art === wert['art']) ?? 'strasse'
  const fremd = FREMD[art].filter((teil) => wert[teil] !== undefined)
  const { plz = [], name = '' } = frage.ort ?? {}
  const [erstes] = fremd
  return [
    ...(erstes === undefined ? [] : [{ teil: erstes, code: art === 'ofw' ? 'ofw_widerspruch' : 'widerspruch' }]),
    ...(art === 'strasse' && wert['strasse'] === undefined && wert['ortsteil'] === undefined
      ? [{ teil: 'strasse', code: 'strasse_fehlt' }] : []),
    ...(art === 'strasse' && typeof wert['hausnummer'] === 'string' && !/\d/u.test(wert['hausnummer'])
      ? [{ teil: 'hausnummer', code: 'hausnummer' }] : []),
    ...(plz.length > 0 && typeof wert['plz'] === 'string' && /^\d{5}$/u.test(wert['plz']) && !plz.includes(wert['plz'])
      ? [{ teil: 'plz', code: 'plz_gebiet', werte: { ort: name } }] : []),
  ]
}

const zeilen = (wert: { readonly [key: string]: JsonWert }, lang: string): string[] => {
  const teil = (...teile: Teil[]): string =>
    teile.map((name) => wert[name]).filter((text) => typeof text === 'string').join(' ')
  return [
    wert['art'] === 'ofw' ? satz('art_ofw', lang) : '', teil('zusatz'), teil('strasse', 'hausnummer'), teil('ortsteil'),
    wert['postfach'] === undefined ? '' : `${satz('teil_postfach', lang)} ${teil('postfach')}`, teil('plz', 'ort'),
      teil('staat'),
  ].filter((zeile) => zeile !== '')
}

/** A postal address (X5-03): house number with suffix, district without streets, Postfach, abroad, no fixed abode. */
export const anschrift: FrageTyp = {
  eigenschaften: {
    arten: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', enum: ARTEN } },
    ort: {
      type: 'object', additionalProperties: false,
      properties: { name: { type: 'string' },
        plz: { type: 'array', items: { type: 'string', pattern: String.raw`^\d{5}$` } } },
    },
  },
  personenbezogen: true,
  schema: (frage) => ({
    type: 'object',
    additionalProperties: false,
    required: ['art'],
    properties: {
      art: { type: 'string', enum: artenVon(frage) },
      ...Object.fromEntries(TEILE.map((teil) =>
        [teil, { type: 'string', minLength: 1, maxLength: LAENGE[teil], pattern: LATEINISCH }])),
    },
    allOf: artenVon(frage).map(jeArt),
  }),
  parse: (frage, eingabe) => {
    const gefuellt = TEILE.map((teil) => [teil, eingabe.text(teil)] as const).filter(([, wert]) => wert !== '')
    const arten = artenVon(frage)
    const art = arten.length === 1 ? arten[0] : arten.find((art) => art === eingabe.text('art'))
    if (gefuellt.length === 0 && (arten.length === 1 || art === undefined)) return {}
    const zeichen = gefuellt.flatMap(([teil, wert]): Meldung[] => {
      const fremd = fremdesZeichen(wert)
      return fremd === undefined ? [] : [{ teil, code: 'zeichen', werte: { zeichen: `„${fremd}“` } }]
    })
    if (art === undefined) return { fehler: [{ teil: 'art', code: 'pflicht_auswahl' }, ...zeichen] }
    return { wert: { art, ...Object.fromEntries(gefuellt) }, fehler: zeichen }
  },
  plausibel: (frage, wert) => (isObject(wert) ? meldungen(frage, wert) : []),
  summary: (_frage, wert, { lang }) => (isObject(wert) ? zeilen(wert, lang).join('\n') : ''),
  feel: (_frage, wert) => {
    const teile = isObject(wert) ? wert : {}
    return Object.fromEntries(['art', ...TEILE].map((teil) => [teil, teile[teil] ?? null]))
  },
  muster: (frage) => {
    const art = artenVon(frage)[0] ?? 'strasse'
    const plz = frage.ort?.plz?.[0] ?? '46483'
    const je: Record<AnschriftArt, { readonly [key: string]: string }> = {
      strasse: { strasse: 'Am Markt', hausnummer: '12 a-c', plz, ort: 'Musterstadt' },
      postfach: { postfach: '12 34', plz, ort: 'Musterstadt' },
      ausland: { strasse: 'Rue de la Gare', ort: 'Liège', staat: 'Belgien' },
      ofw: { ort: 'Musterstadt' },
    }
    return { art, ...je[art] }
  },
}
