import { feelDatum } from '../../domain/feel.js'
import type { FrageTyp } from '../../domain/fragetyp.js'
import { datumsteile, deutsch, GRENZE, iso, istTag, keinTag } from '../../domain/kalender.js'
import { inGrenzen } from '../datum/typ.js'
import { geschriebenesDatum } from '../datum/geschrieben.js'

const NUR_JAHR = /^\d{4}$/u

/** ISO 8601 with reduced precision: `1955`, `1955-03` or a full day. */
export const istGeburtsdatum = (wert: string): boolean => {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(wert)) return false
  const [jahr = 0, monat = 1, tag = 1] = wert.split('-').map(Number)
  return istTag({ jahr, monat, tag })
}

/**
 * A date of birth. Registers of some countries know only the year (X5-04); such a date is `00.00.1955` for people and
 * `1955` in the data. FEEL sees it as null, so that rules about age do not guess.
 */
export const geburtsdatum: FrageTyp = {
  eigenschaften: {
    min: { type: 'string', pattern: GRENZE.source }, max: { type: 'string', pattern: GRENZE.source },
    unvollstaendig: { type: 'boolean' },
  },
  personenbezogen: true,
  schema: ({ unvollstaendig = true }) => ({ type: 'string', format: unvollstaendig ? 'geburtsdatum' : 'date' }),
  parse: ({ unvollstaendig = true }, eingabe) => {
    const geschrieben = geschriebenesDatum(eingabe, '00')
    if (geschrieben === '') return {}
    const text = NUR_JAHR.test(geschrieben) ? `00.00.${geschrieben}` : geschrieben
    const teile = datumsteile(text)
    if (teile === undefined) return { fehler: [{ code: 'datum' }] }
    const { tag, monat, jahr } = teile
    if (tag !== 0 && monat !== 0) return istTag(teile) ? { wert: iso(teile) } : { fehler: [keinTag(teile)] }
    if (!unvollstaendig) return { fehler: [{ code: 'datum_unvollstaendig' }] }
    if (tag !== 0 || monat > 12 || jahr === 0) return { fehler: [keinTag(teile)] }
    return { wert: monat === 0 ? String(jahr).padStart(4, '0') : iso(teile).slice(0, 7) }
  },
  plausibel: (frage, wert, kontext) => {
    if (typeof wert !== 'string') return []
    const heute = kontext.heute.toString()
    if (wert > heute) return [{ code: 'geburt_zukunft' }]
    if (wert < kontext.heute.subtract({ years: 130 }).toString().slice(0,
      wert.length)) return [{ code: 'geburt_zu_alt' }]
    return wert.length === 10 ? inGrenzen(frage, wert, kontext) : []
  },
  summary: (_frage, wert) => (typeof wert === 'string' ? deutsch(wert) : ''),
  feel: (_frage, wert) => (typeof wert === 'string' && wert.length === 10 ? feelDatum(wert) : null),
  muster: () => '1986-03-05',
}
