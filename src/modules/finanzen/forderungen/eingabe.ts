import { datePartsToIso, readDateParts } from '../../../design/index.js'
import { Invalid } from '../../../platform/errors.js'
import { wert, type Werte } from '../../../platform/http/route.js'
import { parseEuro } from '../../../platform/money/index.js'

/** An amount as people write it, as whole cents for a command. @throws Invalid with what to do */
export function centAus(werte: Werte, feld: string): number {
  const gelesen = parseEuro(wert(werte, feld))
  if (!gelesen.ok) throw new Invalid([{ feld, text: gelesen.message }])
  if (gelesen.value <= 0n || gelesen.value > 99_999_900n) throw new Invalid([{ feld, text: 'Bitte geben Sie einen Betrag zwischen 0,01 und 999.999,00 Euro ein.' }])
  return Number(gelesen.value)
}

/** A day in three fields as ISO text. @throws Invalid with what to do */
export function tagAus(werte: Werte, feld: string): string {
  const teile = readDateParts(werte, feld)
  const iso = teile && datePartsToIso(teile)
  if (!iso) throw new Invalid([{ feld, text: 'Bitte geben Sie Tag, Monat und Jahr an, zum Beispiel 24 12 2026.' }])
  return iso
}
