import { feelDatum } from '../../domain/feel.js'
import type { Frage, JsonWert, Kontext, Meldung } from '../../domain/formular.js'
import type { FrageTyp } from '../../domain/fragetyp.js'
import { datumsteile, deutsch, GRENZE, grenze, iso, istTag, keinTag } from '../../domain/kalender.js'
import { geschriebenesDatum } from './geschrieben.js'

const meldung = (code: string, tag: Temporal.PlainDate): Meldung =>
  ({ code, werte: { grenze: deutsch(tag.toString()) } })

/** `min` and `max` of the definition, which may be relative to today. */
export const inGrenzen = ({ min, max }: Frage, wert: JsonWert, { heute }: Kontext): Meldung[] => {
  if (typeof wert !== 'string') return []
  const tag = Temporal.PlainDate.from(wert)
  const von = typeof min === 'string' ? grenze(min, heute) : undefined
  const bis = typeof max === 'string' ? grenze(max, heute) : undefined
  if (von !== undefined && Temporal.PlainDate.compare(tag, von) < 0) return [meldung('zu_frueh', von)]
  return bis !== undefined && Temporal.PlainDate.compare(tag, bis) > 0 ? [meldung('zu_spaet', bis)] : []
}

export const datum: FrageTyp = {
  eigenschaften: { min: { type: 'string', pattern: GRENZE.source }, max: { type: 'string', pattern: GRENZE.source } },
  personenbezogen: false,
  schema: () => ({ type: 'string', format: 'date' }),
  parse: (_frage, eingabe) => {
    const text = geschriebenesDatum(eingabe)
    if (text === '') return {}
    const teile = datumsteile(text)
    if (teile === undefined) return { fehler: [{ code: 'datum' }] }
    return istTag(teile) ? { wert: iso(teile) } : { fehler: [keinTag(teile)] }
  },
  plausibel: inGrenzen,
  summary: (_frage, wert) => (typeof wert === 'string' ? deutsch(wert) : ''),
  feel: (_frage, wert) => (typeof wert === 'string' ? feelDatum(wert) : null),
  muster: () => '2026-03-05',
}
