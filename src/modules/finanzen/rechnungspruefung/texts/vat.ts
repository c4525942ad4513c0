/** Texts of the VAT families: one set of sentences for nine categories. */
import type { Row } from './core.js'

interface Category { readonly family: string, readonly code: string, readonly de: string, readonly en: string, readonly rate: 'positive' | 'zero' | 'any' | 'none', readonly reason: boolean, readonly parties: readonly [string, string] }

const SELLER: readonly [string, string] = ['muss der Verkäufer seine Umsatzsteuer-Identifikationsnummer oder Steuernummer angeben, oder ein Steuervertreter seine Umsatzsteuer-Identifikationsnummer', 'the seller must give the VAT identifier or tax registration, or a tax representative the VAT identifier']
const SELLER_VAT: readonly [string, string] = ['muss der Verkäufer oder sein Steuervertreter die Umsatzsteuer-Identifikationsnummer angeben', 'the seller or the tax representative must give the VAT identifier']

const CATEGORIES: readonly Category[] = [
  { family: 'S', code: 'S', de: 'Regelsteuersatz', en: 'standard rated', rate: 'positive', reason: false, parties: SELLER },
  { family: 'Z', code: 'Z', de: 'Nullsatz', en: 'zero rated', rate: 'zero', reason: false, parties: SELLER },
  { family: 'E', code: 'E', de: 'steuerbefreit', en: 'exempt from VAT', rate: 'zero', reason: true, parties: SELLER },
  { family: 'AE', code: 'AE', de: 'Umkehr der Steuerschuld', en: 'reverse charge', rate: 'zero', reason: true, parties: [`${SELLER[0]}, und der Käufer seine Umsatzsteuer-Identifikationsnummer oder Registernummer`, `${SELLER[1]}, and the buyer the VAT identifier or registration number`] },
  { family: 'IC', code: 'K', de: 'innergemeinschaftliche Lieferung', en: 'intra-community supply', rate: 'zero', reason: true, parties: [`${SELLER_VAT[0]}, und der Käufer seine Umsatzsteuer-Identifikationsnummer`, `${SELLER_VAT[1]}, and the buyer too`] },
  { family: 'G', code: 'G', de: 'Ausfuhr', en: 'export outside the EU', rate: 'zero', reason: true, parties: SELLER_VAT },
  { family: 'O', code: 'O', de: 'nicht steuerbar', en: 'not subject to VAT', rate: 'none', reason: true, parties: ['darf weder Verkäufer noch Steuervertreter noch Käufer eine Umsatzsteuer-Identifikationsnummer angeben', 'neither seller, tax representative nor buyer may give a VAT identifier'] },
  { family: 'AF', code: 'L', de: 'IGIC (Kanarische Inseln)', en: 'IGIC (Canary Islands)', rate: 'any', reason: false, parties: SELLER },
  { family: 'AG', code: 'M', de: 'IPSI (Ceuta und Melilla)', en: 'IPSI (Ceuta and Melilla)', rate: 'any', reason: false, parties: SELLER },
]

const WHERE = [
  ['02', '05', 'BT-151', 'BT-152', 'einer Position', 'a line'], ['03', '06', 'BT-95', 'BT-96', 'einem Nachlass auf die Rechnung', 'a document level allowance'],
  ['04', '07', 'BT-102', 'BT-103', 'einem Zuschlag auf die Rechnung', 'a document level charge'],
] as const

const RATES: Readonly<Record<Category['rate'], readonly [string, string]>> = {
  positive: ['muss der Steuersatz größer als 0 sein', 'the VAT rate must be greater than 0'], zero: ['muss der Steuersatz 0 sein', 'the VAT rate must be 0'],
  any: ['muss der Steuersatz 0 oder größer sein', 'the VAT rate must be 0 or greater'], none: ['darf kein Steuersatz angegeben sein', 'no VAT rate may be given'],
}

function rows(c: Category): Row[] {
  const id = (no: string) => `BR-${c.family}-${no}`
  const de = `„${c.de}“ (${c.code})`
  const en = `"${c.en}" (${c.code})`
  const computed = c.rate === 'positive' || c.rate === 'any'
  return [
    [id('01'), 'BG-23', `Die Rechnung verwendet die Steuerkategorie ${de}. Dazu muss es in der Umsatzsteueraufstellung ${computed ? 'mindestens einen Eintrag' : 'genau einen Eintrag'} geben, und nur dann.`, `The invoice uses the VAT category ${en}. The VAT breakdown must have ${computed ? 'at least one entry' : 'exactly one entry'} for it, and only then.`],
    ...WHERE.flatMap(([party, rate, bt, rateBt, where, place]): Row[] => [
      [id(party), bt, `Bei ${where} steht die Steuerkategorie ${de}. Dann ${c.parties[0]}.`, `The VAT category ${en} is used in ${place}. Then ${c.parties[1]}.`],
      [id(rate), rateBt, `Bei ${where} mit der Steuerkategorie ${de} ${RATES[c.rate][0]}.`, `In ${place} with the VAT category ${en} ${RATES[c.rate][1]}.`],
    ]),
    [id('08'), 'BT-116', `Der zu versteuernde Betrag der Kategorie ${de} stimmt nicht: Summe ihrer Positionen${computed ? ' mit demselben Steuersatz' : ''} minus Nachlässe plus Zuschläge.`, `The taxable amount of the category ${en} is wrong: sum of its lines${computed ? ' of the same rate' : ''} minus allowances plus charges.`],
    [id('09'), 'BT-117', computed ? `Der Steuerbetrag der Kategorie ${de} stimmt nicht: zu versteuernder Betrag mal Steuersatz.` : `Der Steuerbetrag der Kategorie ${de} muss 0 sein.`, computed ? `The tax amount of the category ${en} is wrong: taxable amount times rate.` : `The tax amount of the category ${en} must be 0.`],
    [id('10'), 'BT-120, BT-121', c.reason ? `Für die Kategorie ${de} fehlt der Grund der Steuerbefreiung (als Text oder Code).` : `Für die Kategorie ${de} darf kein Grund einer Steuerbefreiung angegeben sein.`, c.reason ? `The exemption reason is missing for the category ${en} (text or code).` : `No exemption reason may be given for the category ${en}.`],
  ]
}

const ALONE = [['11', 'BG-23', 'einen weiteren Eintrag in der Umsatzsteueraufstellung', 'another entry in the VAT breakdown'], ['12', 'BG-25', 'eine Position mit einer anderen Steuerkategorie', 'a line of another VAT category'],
  ['13', 'BG-20', 'einen Nachlass mit einer anderen Steuerkategorie', 'an allowance of another VAT category'], ['14', 'BG-21', 'einen Zuschlag mit einer anderen Steuerkategorie', 'a charge of another VAT category']] as const

export const VAT_TEXTS: readonly Row[] = [
  ...CATEGORIES.flatMap(rows),
  ...ALONE.map(([no, bt, de, en]): Row => [`BR-O-${no}`, bt, `Die Rechnung ist „nicht steuerbar“ (O). Dann darf sie nicht ${de} enthalten.`, `The invoice is "not subject to VAT" (O). Then it must not contain ${en}.`]),
  ['BR-IC-11', 'BT-72, BG-14', 'Bei einer innergemeinschaftlichen Lieferung (K) fehlt das Lieferdatum oder der Abrechnungszeitraum.', 'The delivery date or the invoicing period is missing for an intra-community supply (K).'],
  ['BR-IC-12', 'BT-80', 'Bei einer innergemeinschaftlichen Lieferung (K) fehlt das Land der Lieferung.', 'The country of delivery is missing for an intra-community supply (K).'],
  ['BR-B-01', 'BT-40, BT-55', 'Die Steuerkategorie „Split Payment“ (B) gibt es nur bei Rechnungen innerhalb Italiens.', 'The VAT category "split payment" (B) exists only for invoices within Italy.'],
  ['BR-B-02', 'BG-23', 'Die Steuerkategorien „Split Payment“ (B) und „Regelsteuersatz“ (S) dürfen nicht in einer Rechnung stehen.', 'The VAT categories "split payment" (B) and "standard rated" (S) must not stand in one invoice.'],
]
