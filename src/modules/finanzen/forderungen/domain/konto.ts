/** How a row counts: towards what is owed, or towards what was paid. */
const WIRKUNG = {
  soll: { soll: 1n, ist: 0n, wort: 'Gebühr festgesetzt', en: 'Fee set' },
  sollminderung: { soll: -1n, ist: 0n, wort: 'Gebühr herabgesetzt', en: 'Fee reduced' },
  storno: { soll: -1n, ist: 0n, wort: 'Forderung aufgehoben', en: 'Fee cancelled' },
  zahlung: { soll: 0n, ist: 1n, wort: 'Zahlung', en: 'Payment' },
  ruecklastschrift: { soll: 0n, ist: -1n, wort: 'Zahlung von der Bank zurückgeholt', en: 'Payment called back by the bank' },
  erstattung: { soll: 0n, ist: -1n, wort: 'Erstattung', en: 'Refund' },
} as const satisfies Record<string, { soll: bigint; ist: bigint; wort: string; en: string }>

export type Buchungsart = keyof typeof WIRKUNG
export const buchungsart = (art: Buchungsart, sprache: 'de' | 'en' = 'de'): string => WIRKUNG[art][sprache === 'en' ? 'en' : 'wort']

export interface Posten { readonly art: Buchungsart; readonly betrag: bigint }

interface Zustand {
  readonly wort: string; readonly ton: 'info' | 'success' | 'warning' | 'danger' | 'neutral'
  /** In plain words, for the person who has to pay. */
  readonly weiter: string
  /** The same for readers of English. */
  readonly en: { readonly wort: string; readonly weiter: string }
  /** Something can still be paid. */
  readonly zahlbar: boolean
  /** Closing the Vorgang has to wait. */
  readonly offen: boolean
}

/** The one table of states; which one a claim is in follows from its rows and is never set by hand. */
export const ZUSTAENDE = {
  offen: { wort: 'Offen', ton: 'warning', weiter: 'Bitte zahlen Sie den Betrag bis zum angegebenen Tag.',
    en: { wort: 'Open', weiter: 'Please pay the amount by the day given.' }, zahlbar: true, offen: true },
  teilbezahlt: { wort: 'Teilweise bezahlt', ton: 'warning', weiter: 'Ein Teil ist angekommen. Bitte zahlen Sie den Rest.',
    en: { wort: 'Partly paid', weiter: 'A part has arrived. Please pay the rest.' }, zahlbar: true, offen: true },
  bezahlt: { wort: 'Bezahlt', ton: 'success', weiter: 'Wir haben Ihre Zahlung bekommen. Sie müssen nichts mehr tun.',
    en: { wort: 'Paid', weiter: 'We have received your payment. There is nothing left for you to do.' }, zahlbar: false, offen: false },
  ueberzahlt: { wort: 'Zu viel bezahlt', ton: 'info', weiter: 'Sie haben mehr bezahlt als nötig. Die Stadtkasse prüft das und zahlt den Rest zurück. Sie müssen nichts tun.',
    en: { wort: 'Paid too much', weiter: 'You have paid more than needed. The town treasury checks this and pays the rest back. There is nothing for you to do.' }, zahlbar: false, offen: true },
  erstattet: { wort: 'Erstattet', ton: 'neutral', weiter: 'Wir haben Ihnen das Geld zurückgegeben.',
    en: { wort: 'Refunded', weiter: 'We have given you the money back.' }, zahlbar: false, offen: false },
  storniert: { wort: 'Aufgehoben', ton: 'neutral', weiter: 'Diese Forderung gilt nicht mehr. Bitte zahlen Sie nichts.',
    en: { wort: 'Cancelled', weiter: 'This fee is no longer due. Please do not pay anything.' }, zahlbar: false, offen: false },
} as const satisfies Record<string, Zustand>

export type ForderungStatus = keyof typeof ZUSTAENDE

export const zustandsworte = (status: ForderungStatus, sprache: 'de' | 'en'): { readonly wort: string; readonly weiter: string } => (sprache === 'en' ? ZUSTAENDE[status].en : ZUSTAENDE[status])

export interface Stand {
  /** What is owed in all. */
  readonly soll: bigint
  /** What arrived and stayed. */
  readonly ist: bigint
  /** Still to pay; negative: to give back. */
  readonly saldo: bigint
  readonly status: ForderungStatus
}

/** What the rows of a claim come to, in whatever order they are read. */
export function standVon(posten: readonly Posten[]): Stand {
  const summe = (seite: 'soll' | 'ist') => posten.reduce((bisher, { art, betrag }) => bisher + WIRKUNG[art][seite] * betrag, 0n)
  const soll = summe('soll')
  const ist = summe('ist')
  return { soll, ist, saldo: soll - ist, status: statusVon(soll, ist, posten) }
}

function statusVon(soll: bigint, ist: bigint, posten: readonly Posten[]): ForderungStatus {
  if (ist > soll) return 'ueberzahlt'
  if (soll === 0n) return posten.some(({ art }) => art === 'erstattung') ? 'erstattet' : 'storniert'
  if (ist === soll) return 'bezahlt'
  return ist > 0n ? 'teilbezahlt' : 'offen'
}

/** Why a row cannot be added, as a German sentence; undefined when it can. What is owed and what was paid never fall below zero. */
export function buchungshindernis(posten: readonly Posten[], neu: Posten): string | undefined {
  if (neu.betrag <= 0n) return 'Der Betrag muss größer als 0 sein.'
  const vorher = standVon(posten)
  const nachher = standVon([...posten, neu])
  if (nachher.soll < 0n) return 'So viel ist gar nicht gefordert.'
  if (nachher.ist < 0n && nachher.ist < vorher.ist) return 'So viel wurde gar nicht bezahlt.'
  return undefined
}
