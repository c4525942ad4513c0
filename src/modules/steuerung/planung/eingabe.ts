import type { TSchema } from 'typebox'
import { Invalid, type Feldfehler } from '../../../platform/errors.js'
import { formatDate } from '../../../platform/time/index.js'
import { validate } from '../../../platform/usecases/validate.js'
import type { Static } from 'typebox'
import { isoAus } from './domain/datum.js'

/** A typed date or nothing; a wrong one is named among the errors. */
export function tagOderNichts(feld: string, text: string, fehler: Feldfehler[]): Temporal.PlainDate | null {
  if (text.trim() === '') return null
  const iso = isoAus(text)
  if (iso) return Temporal.PlainDate.from(iso)
  fehler.push({ feld, text: 'Diesen Tag gibt es nicht. Geben Sie ein Datum wie 22.11.2026 ein.' })
  return null
}

/** A date as the form shows it; '' for none. What was typed and is no date stays as it was typed. */
export function alsEingabe(iso: string): string {
  const gelesen = iso === '' ? undefined : isoAus(iso)
  return gelesen ? formatDate(Temporal.PlainDate.from(gelesen)) : iso
}

/** JSON that a form carried along hidden. Somebody may have touched it: then it is invalid, never a crash. */
export function verdeckt<S extends TSchema>(schema: S, text: string): Static<S> {
  return validate(schema, liesJson(text))
}

function liesJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Invalid([], 'Diese Anfrage ist unvollständig angekommen. Bitte beginnen Sie die Änderung noch einmal.')
  }
}
