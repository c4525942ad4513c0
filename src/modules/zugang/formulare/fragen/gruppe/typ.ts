import { isObject } from '../../domain/formular.js'
import type { JsonWert, Meldung } from '../../domain/formular.js'
import type { FrageTyp } from '../../domain/fragetyp.js'
import { satz } from '../../domain/meldungen.js'

/** Kinds that make no sense inside a repetition: files have slots, groups in groups nobody can fill in on a phone. */
const NICHT_INNEN = new Set(['gruppe', 'datei'])

/** A repeated group („weitere hinzufügen“). Entries that were left empty are dropped, in whatever order they came. */
export const gruppe: FrageTyp = {
  eigenschaften: {
    fragen: { type: 'array', minItems: 1, items: { $ref: '#/$defs/frage' } },
    minAnzahl: { type: 'integer', minimum: 1 }, maxAnzahl: { type: 'integer', minimum: 1, maximum: 50 },
  },
  noetig: ['fragen'],
  personenbezogen: false,
  schema: ({ fragen = [], minAnzahl = 1, maxAnzahl = 10 }, unter) => ({
    type: 'array', minItems: minAnzahl, maxItems: maxAnzahl,
    items: {
      type: 'object', additionalProperties: false, minProperties: 1,
      required: fragen.filter(({ pflicht }) => pflicht === true).map(({ name }) => name),
      properties: Object.fromEntries(fragen.map((frage) => [frage.name, unter(frage)]).filter(([, schema]) =>
        schema !== undefined)),
    },
  }),
  parse: ({ fragen = [], maxAnzahl = 10 }, eingabe, kontext) => {
    const fehler: Meldung[] = []
    const eintraege: JsonWert[] = []
    // One entry more than allowed is read, so that the limit is reported instead of data vanishing.
    for (const index of eingabe.indizes().slice(0, maxAnzahl + 1)) {
      const unter = eingabe.unter(String(index))
      const gelesen = fragen.map((frage) => [frage, kontext.lies(frage, unter.unter(frage.name))] as const)
      const meldungen = gelesen.flatMap(([{ name }, { fehler = [] }]) =>
        fehler.map((meldung) =>
          ({ ...meldung, teil: [eintraege.length, name, meldung.teil].filter((t) => t !== undefined).join('.') })))
      const werte = gelesen.flatMap(([{ name }, { wert }]) => (wert === undefined ? [] : [[name, wert] as const]))
      if (werte.length === 0 && meldungen.length === 0) continue
      eintraege.push(Object.fromEntries(werte))
      fehler.push(...meldungen)
    }
    return eintraege.length === 0 ? {} : { wert: eintraege, fehler }
  },
  summary: ({ fragen = [] }, wert, kontext) => {
    if (!Array.isArray(wert)) return ''
    return wert.map((eintrag, index) => [
      satz('eintrag', kontext.lang, { nummer: index + 1 }),
      ...fragen.filter(({ typ }) => typ !== 'hinweis').map((frage) => {
        const text = kontext.zeige(frage, isObject(eintrag) ? eintrag[frage.name] : undefined)
        const wert = text === '' ? satz('keine_angabe', kontext.lang) : text.replaceAll('\n', ', ')
        return `${kontext.label(frage)}: ${wert}`
      }),
    ].join('\n')).join('\n\n')
  },
  feel: ({ fragen = [] }, wert) => (Array.isArray(wert) ? wert : []).map((eintrag) =>
    Object.fromEntries(fragen.map(({ name }) => [name, (isObject(eintrag) ? eintrag[name] : undefined) ?? null]))),
  muster: ({ fragen = [], minAnzahl = 1 }, unter) => Array.from({ length: minAnzahl }, () =>
    Object.fromEntries(fragen.filter(({ typ }) => typ !== 'hinweis').map((frage) => [frage.name, unter(frage)]))),
  pruefe: ({ fragen = [] }) => fragen.flatMap(({ typ, wenn, regeln, name }) => [
    ...(NICHT_INNEN.has(typ)
      ? [{ code: 'gruppe_typ', stufe: 'fehler', text: `„${typ}“ geht nicht in einer Gruppe (${name}).` } as const]
        : []),
    ...(wenn !== undefined || (regeln?.length ?? 0) > 0
      ? [{ code: 'gruppe_wenn', stufe: 'fehler',
        text: `In einer Gruppe gibt es keine Bedingungen und Regeln (${name}).` } as const] : []),
  ]),
}
