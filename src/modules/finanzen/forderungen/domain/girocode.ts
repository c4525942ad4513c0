import { transliterate } from '../../../../platform/text/index.js'
import { toDecimalString } from '../../../../platform/money/index.js'

export interface Ueberweisung { readonly empfaenger: string; readonly iban: string; readonly bic?: string | null; readonly cent: bigint; readonly verwendungszweck: string }

/**
 * The text of a GiroCode (EPC069-12, version 002, UTF-8): banking apps read it from the QR code. Names and purpose are
 * transliterated, because banks cut what their character set lacks; the purpose begins with the Kassenzeichen.
 * @throws RangeError when the amount is out of the standard's bounds (0.01 to 999999999.99)
 */
export function girocode({ empfaenger, iban, bic, cent, verwendungszweck }: Ueberweisung): string {
  if (cent < 1n || cent > 99_999_999_999n) throw new RangeError(`No GiroCode for ${cent} cents`)
  return [
    'BCD', '002', '1', 'SCT', bic ?? '', transliterate(empfaenger).slice(0, 70), iban.replace(/\s/g, ''), `EUR${toDecimalString(cent)}`, '', '', transliterate(verwendungszweck).slice(0, 140),
  ].join('\n')
}
