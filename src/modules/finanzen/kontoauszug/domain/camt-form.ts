import type { XmlElement } from '../../rechnungspruefung/index.js'

/**
 * The shape that ISO 20022 gives a statement, as far as the treasury relies on it: what has to be there, what may be there once, and
 * how values look. A bank's file that breaks it is refused with every place, before anything is computed from it.
 */
interface Regel {
  /** Way of names from the element to which the rules below belong. */
  readonly in: readonly string[]
  /** What people call one of them: „Umsatz 3“. */
  readonly heisst: string
  readonly noetig: readonly string[]
  readonly hoechstensEinmal: readonly string[]
  readonly werte?: readonly (readonly [weg: readonly string[], form: RegExp, soll: string])[]
}

const BETRAG = /^\d{1,13}(\.\d{1,5})?$/
const RICHTUNG = /^(CRDT|DBIT)$/
const TAG = /^\d{4}-\d{2}-\d{2}(T.*|Z|[+-]\d{2}:\d{2})?$/
const geld = [[['Amt'], BETRAG, 'ein Betrag wie 12.50'], [['CdtDbtInd'], RICHTUNG, 'CRDT oder DBIT']] as const

const REGELN: readonly Regel[] = [
  { in: ['GrpHdr'], heisst: 'Kopf der Datei', noetig: ['MsgId', 'CreDtTm'], hoechstensEinmal: ['MsgId', 'CreDtTm'], werte: [[['CreDtTm'], TAG, 'ein Zeitpunkt']] },
  { in: ['Stmt'], heisst: 'Auszug', noetig: ['Id', 'Acct', 'Bal'], hoechstensEinmal: ['Id', 'Acct', 'CreDtTm', 'FrToDt'] },
  { in: ['Stmt', 'Bal'], heisst: 'Saldo', noetig: ['Tp', 'Amt', 'CdtDbtInd', 'Dt'], hoechstensEinmal: ['Tp', 'Amt', 'CdtDbtInd', 'Dt'], werte: geld },
  { in: ['Stmt', 'Ntry'], heisst: 'Umsatz', noetig: ['Amt', 'CdtDbtInd', 'Sts', 'BkTxCd'], hoechstensEinmal: ['Amt', 'CdtDbtInd', 'Sts', 'BookgDt', 'ValDt', 'RvslInd', 'BkTxCd'], werte: [...geld, [['BookgDt', 'Dt'], TAG, 'ein Tag wie 2026-11-23']] },
]
const NAMENSRAUM = /camt\.053\.001\.\d{2}$/
/** More than this nobody reads; the bank has to send another file anyway. */
const HOECHSTENS = 12

const lokal = ({ name }: XmlElement): string => name.replace(/^Q\{[^}]*\}|^[^:]+:/, '')
const raum = ({ name }: XmlElement): string => /^Q\{([^}]*)\}/.exec(name)?.[1] ?? ''
const kinder = (element: XmlElement, name: string): XmlElement[] => element.children.filter((kind) => lokal(kind) === name)

/** Everything in which the document is not a statement as the standard has it; empty: it is one. In German, each with its place. */
export function formfehler(wurzel: XmlElement): string[] {
  if (lokal(wurzel) !== 'Document') return ['Die Datei ist kein Kontoauszug nach CAMT.053: Sie beginnt nicht mit „Document“.']
  const namensraum = raum(wurzel)
  if (namensraum !== '' && !NAMENSRAUM.test(namensraum)) return [`Die Datei ist kein Kontoauszug nach CAMT.053, sondern „${namensraum.slice(-40)}“. Bitte rufen Sie bei der Bank den Auszug „C53“ ab.`]
  const [bericht] = kinder(wurzel, 'BkToCstmrStmt')
  if (!bericht) return ['Die Datei ist kein Kontoauszug nach CAMT.053: Es fehlt „BkToCstmrStmt“.']
  const fehler = [
    ...['GrpHdr', 'Stmt'].filter((name) => kinder(bericht, name).length === 0).map((name) => `In der Datei fehlt „${name}“.`),
    ...REGELN.flatMap((regel) => stellen(bericht, regel.in).flatMap(({ element, ort }) => pruefe(element, regel, ort))),
  ]
  return fehler.length > HOECHSTENS ? [...fehler.slice(0, HOECHSTENS), `Und ${fehler.length - HOECHSTENS} weitere Stellen.`] : fehler
}

/** All elements at the end of a way, each with where it stands: „Auszug 1, Umsatz 3“. */
function stellen(von: XmlElement, [name = '', ...rest]: readonly string[], bisher: readonly string[] = []): { element: XmlElement; ort: string }[] {
  return kinder(von, name).flatMap((element, index) => {
    const hier = [...bisher, `${REGELN.find(({ in: weg }) => weg.at(-1) === name)?.heisst ?? name}${name === 'GrpHdr' ? '' : ` ${index + 1}`}`]
    return rest.length > 0 ? stellen(element, rest, hier) : [{ element, ort: hier.join(', ') }]
  })
}

function pruefe(element: XmlElement, { noetig, hoechstensEinmal, werte = [] }: Regel, ort: string): string[] {
  return [
    ...noetig.filter((name) => kinder(element, name).length === 0).map((name) => `${ort}: Es fehlt „${name}“.`),
    ...hoechstensEinmal.filter((name) => kinder(element, name).length > 1).map((name) => `${ort}: „${name}“ steht mehrmals da.`),
    ...werte.flatMap(([weg, form, soll]) => {
      const ziel = weg.reduce<XmlElement | undefined>((bisher, name) => bisher && kinder(bisher, name)[0], element)
      return ziel && !form.test(ziel.text.trim()) ? [`${ort}: „${weg.join('/')}“ ist „${ziel.text.trim().slice(0, 30)}“ und nicht ${soll}.`] : []
    }),
  ]
}
