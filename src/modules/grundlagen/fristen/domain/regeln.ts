/**
 * When a decision counts as announced (Bekanntgabe): the rules as data, versioned by the day of their trigger.
 *
 * The rules differ in trigger, number of days, shift at weekends and proof; a single constant would be wrong for most
 * of them. Law changes while letters are on their way, so a new text of a rule is a new row, never an edit: a decision
 * keeps the version under which it was announced. `gesichert: false` marks rows that the Rechtsamt of the town has to
 * confirm.
 */
export type Ausloeser =
  | 'AUFGABE_ZUR_POST' | 'ABSENDUNG' | 'BEREITSTELLUNG' | 'BENACHRICHTIGUNG' | 'ABRUF' | 'ZUSTELLUNG'

/**
 * What can displace the computed day.
 * ZUGANG: later or missing receipt, proven by the authority when in doubt. RUECKSCHEIN: the date on the return receipt.
 * ABRUF_WENN_BESTRITTEN: disputed notification → day of the actual fetch. BEREITSTELLUNG: only that it was provided at
 * all is in question, reading is irrelevant. URKUNDE: the deed proves its date.
 */
export type Gegenbeweis = 'ZUGANG' | 'RUECKSCHEIN' | 'ABRUF_WENN_BESTRITTEN' | 'BEREITSTELLUNG' | 'ABRUF' | 'URKUNDE'

export type Einwilligung =
  | 'NICHT_NOETIG' | 'ZUGANGSEROEFFNUNG' | 'EINWILLIGUNG' | 'GILT_ALS_ERTEILT' | 'WIDERSPRUCH_MOEGLICH'

export type RegelId =
  | 'VWVFG_POST' | 'VWVFG_ELEK' | 'VWVFG_ABRUF' | 'OZG_9' | 'EGOVG_NRW_5_3' | 'AO_POST' | 'AO_122A_OLD' | 'AO_122A_NEW'
  | 'SGBX_37' | 'LZG_EINSCHREIBEN' | 'PZU'

export type BekanntgabeRegel = {
  readonly ruleId: RegelId
  /** The norm, as it is quoted in German text. */
  readonly basis: string
  readonly trigger: Ausloeser
  /** Days after the trigger; 0 = the day of the trigger itself. */
  readonly days: number
  /** Does a Saturday, Sunday or holiday at the recipient's place move the day to the next working day? */
  readonly shift: boolean
  readonly proof: Gegenbeweis
  readonly consent: Einwilligung
  /** Days after the notification within which the decision has to be fetched, else the provision ends. */
  readonly fetchWithinDays?: number
  /** First and last day of the trigger for which this row holds (ISO), both included. */
  readonly validFrom: string
  readonly validTo?: string
  readonly gesichert: boolean
}

const POSTREFORM = '2025-01-01'
const VOR_POSTREFORM = '2024-12-31'
const POST = { trigger: 'AUFGABE_ZUR_POST', proof: 'ZUGANG', consent: 'NICHT_NOETIG' } as const

/**
 * The table for North Rhine-Westphalia. Where the domain is silent about texts before 2025, three days held (memory).
 */
export const BEKANNTGABE_REGELN: readonly BekanntgabeRegel[] = [
  {
    ...POST, ruleId: 'VWVFG_POST', basis: '§ 41 Abs. 2 Satz 1 VwVfG NRW', days: 3, shift: false,
    validFrom: '1977-01-01', validTo: VOR_POSTREFORM, gesichert: true,
  },
  {
    ...POST, ruleId: 'VWVFG_POST', basis: '§ 41 Abs. 2 Satz 1 VwVfG NRW', days: 4, shift: false,
    validFrom: POSTREFORM, gesichert: true,
  },
  {
    ruleId: 'VWVFG_ELEK', basis: '§ 41 Abs. 2 Satz 2 VwVfG NRW', trigger: 'ABSENDUNG', days: 3, shift: false,
    proof: 'ZUGANG', consent: 'ZUGANGSEROEFFNUNG', validFrom: '2003-02-01', validTo: VOR_POSTREFORM, gesichert: false,
  },
  {
    ruleId: 'VWVFG_ELEK', basis: '§ 41 Abs. 2 Satz 2 VwVfG NRW', trigger: 'ABSENDUNG', days: 4, shift: false,
    proof: 'ZUGANG', consent: 'ZUGANGSEROEFFNUNG', validFrom: POSTREFORM, gesichert: true,
  },
  {
    ruleId: 'VWVFG_ABRUF', basis: '§ 41 Abs. 2a VwVfG NRW', trigger: 'ABRUF', days: 1, shift: false,
    proof: 'ABRUF', consent: 'EINWILLIGUNG', fetchWithinDays: 10, validFrom: '2017-01-01', gesichert: false,
  },
  {
    ruleId: 'OZG_9', basis: '§ 9 Abs. 1 OZG', trigger: 'BEREITSTELLUNG', days: 3, shift: false,
    proof: 'BEREITSTELLUNG', consent: 'GILT_ALS_ERTEILT', validFrom: '2024-07-24', gesichert: true,
  },
  {
    ruleId: 'EGOVG_NRW_5_3', basis: '§ 5 Abs. 3 EGovG NRW', trigger: 'BEREITSTELLUNG', days: 3, shift: false,
    proof: 'BEREITSTELLUNG', consent: 'EINWILLIGUNG', validFrom: '2022-01-01', gesichert: false,
  },
  {
    ...POST, ruleId: 'AO_POST', basis: '§ 12 KAG NRW, § 122 Abs. 2 Nr. 1 AO', days: 3, shift: true,
    validFrom: '1977-01-01', validTo: VOR_POSTREFORM, gesichert: true,
  },
  {
    ...POST, ruleId: 'AO_POST', basis: '§ 12 KAG NRW, § 122 Abs. 2 Nr. 1 AO', days: 4, shift: true,
    validFrom: POSTREFORM, gesichert: true,
  },
  {
    ruleId: 'AO_122A_OLD', basis: '§ 122a Abs. 4 AO', trigger: 'BENACHRICHTIGUNG', days: 3, shift: true,
    proof: 'ABRUF_WENN_BESTRITTEN', consent: 'EINWILLIGUNG', validFrom: '2017-01-01', validTo: VOR_POSTREFORM,
    gesichert: false,
  },
  {
    ruleId: 'AO_122A_OLD', basis: '§ 122a Abs. 4 AO', trigger: 'BENACHRICHTIGUNG', days: 4, shift: true,
    proof: 'ABRUF_WENN_BESTRITTEN', consent: 'EINWILLIGUNG', validFrom: POSTREFORM, validTo: '2026-12-31',
    gesichert: true,
  },
  {
    ruleId: 'AO_122A_NEW', basis: '§ 122a AO (Fassung ab 1. Januar 2027)', trigger: 'BEREITSTELLUNG', days: 4,
    shift: true,
    proof: 'BEREITSTELLUNG', consent: 'WIDERSPRUCH_MOEGLICH', validFrom: '2027-01-01', gesichert: true,
  },
  {
    ...POST, ruleId: 'SGBX_37', basis: '§ 37 Abs. 2 SGB X', days: 3, shift: false,
    validFrom: '1981-01-01', validTo: VOR_POSTREFORM, gesichert: false,
  },
  {
    ...POST, ruleId: 'SGBX_37', basis: '§ 37 Abs. 2 SGB X', days: 4, shift: false,
    validFrom: POSTREFORM, gesichert: false,
  },
  {
    ...POST, ruleId: 'LZG_EINSCHREIBEN', basis: '§ 4 Abs. 2 LZG NRW', days: 3, shift: false, proof: 'RUECKSCHEIN',
    validFrom: '2006-02-01', validTo: VOR_POSTREFORM, gesichert: false,
  },
  {
    ...POST, ruleId: 'LZG_EINSCHREIBEN', basis: '§ 4 Abs. 2 LZG NRW', days: 4, shift: false, proof: 'RUECKSCHEIN',
    validFrom: POSTREFORM, gesichert: true,
  },
  {
    ruleId: 'PZU', basis: '§ 3 LZG NRW', trigger: 'ZUSTELLUNG', days: 0, shift: false,
    proof: 'URKUNDE', consent: 'NICHT_NOETIG', validFrom: '1900-01-01', gesichert: false,
  },
]

/** The name under which a decision stores the row that was applied: 'VWVFG_POST/2025-01-01'. */
export function regelVersion(regel: BekanntgabeRegel): string {
  return `${regel.ruleId}/${regel.validFrom}`
}

/** The row of a rule that holds for a trigger on that day; undefined when the rule did not exist then. */
export function regelAm(
  ruleId: RegelId, tag: Temporal.PlainDate, regeln: readonly BekanntgabeRegel[] = BEKANNTGABE_REGELN,
): BekanntgabeRegel | undefined {
  const day = tag.toString()
  return regeln.find((regel) => regel.ruleId === ruleId && regel.validFrom <= day
    && (regel.validTo === undefined || day <= regel.validTo))
}
