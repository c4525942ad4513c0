import { datePartsToIso, readDateParts } from '../../../design/index.js'
import { Invalid } from '../../../platform/errors.js'
import type { Werte } from '../../../platform/http/route.js'

/** A date from three inputs: absent, a day, or a mistake said at its field. */
export function datumAus(werte: Werte, name: string, label: string): string | undefined {
  const teile = readDateParts(werte, name)
  if (!teile || [teile.tag, teile.monat, teile.jahr].every((teil) => !teil?.trim())) return undefined
  const iso = datePartsToIso(teile)
  if (!iso) throw new Invalid([{ feld: name, text: `${label}: Dieses Datum gibt es nicht. Bitte geben Sie Tag, Monat und Jahr an, zum Beispiel 31 12 2026.` }])
  return iso
}
