import {
  formatDate, formatDateWithWeekday, LAENDER, nextWorkingDay, nonWorkingDayReason, type Land,
} from '../../../../platform/time/index.js'
import {
  BEKANNTGABE_REGELN, regelAm, regelVersion, type Ausloeser, type BekanntgabeRegel, type RegelId,
} from './regeln.js'

/** What is known about receipt by the addressee. Silence is the normal case: then the fiction holds. */
export type Zugang =
  | { readonly art: 'NACHGEWIESEN_AM', readonly datum: Temporal.PlainDate }
  | { readonly art: 'NICHT_ZUGEGANGEN' }

export type BekanntgabeEingabe = {
  /** Stored trigger events, as legal days. A missing one means: it has not happened or cannot be proven (X2-03). */
  readonly ereignisse: Readonly<Partial<Record<Ausloeser, Temporal.PlainDate>>>
  /** Land of the recipient: its holidays decide about a shift (X1-04). */
  readonly land: Land
  readonly zugang?: Zugang
  /** Receipt of the notification is disputed and cannot be proven (§ 122a AO, old text). */
  readonly benachrichtigungBestritten?: boolean
  /** The same decision was provided before and fetched then: that first fetch stays decisive (A8-05). */
  readonly frueherAbgerufenAm?: Temporal.PlainDate
  /** Today; decides only whether the time to fetch has run out. Without it an unfetched decision is still waiting. */
  readonly stichtag?: Temporal.PlainDate
}

export type BekanntgabeStatus =
  | 'BEKANNTGEGEBEN' | 'KEIN_AUSLOESER' | 'NICHT_ZUGEGANGEN' | 'NICHT_ABGERUFEN' | 'WARTET_AUF_ABRUF'
  | 'BEREITSTELLUNG_BEENDET' | 'REGEL_GILT_NICHT'

export type Bekanntgabe = {
  readonly status: BekanntgabeStatus
  /** Present exactly when status is BEKANNTGEGEBEN; may lie in the future. Without it no deadline runs (X2-03). */
  readonly datum?: Temporal.PlainDate
  /** German: which rule, which days, which result. For the file note and the explanation at the date. */
  readonly begruendung: string
  /** The row of the rule table, to be stored with the decision; absent when no row applied. */
  readonly regelVersion?: string
}

const AUSLOESER_SATZ: Readonly<Record<Ausloeser, string>> = {
  AUFGABE_ZUR_POST: 'Zur Post gegeben am',
  ABSENDUNG: 'Elektronisch abgesendet am',
  BEREITSTELLUNG: 'Im Postfach bereitgestellt am',
  BENACHRICHTIGUNG: 'Benachrichtigung abgesendet am',
  ABRUF: 'Abgerufen am',
  ZUSTELLUNG: 'Laut Urkunde zugestellt am',
}
const AUSLOESER_FEHLT: Readonly<Record<Ausloeser, string>> = {
  AUFGABE_ZUR_POST: 'die Aufgabe zur Post',
  ABSENDUNG: 'die Absendung',
  BEREITSTELLUNG: 'die Bereitstellung im Postfach',
  BENACHRICHTIGUNG: 'die Absendung der Benachrichtigung',
  ABRUF: 'der Abruf',
  ZUSTELLUNG: 'die Zustellung',
}
const ORDNUNGSZAHL = ['', 'ersten', 'zweiten', 'dritten', 'vierten', 'fünften', 'sechsten', 'siebten']

const vor = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0

/**
 * The day on which a decision counts as announced to one addressee under a rule, with the reasons.
 * Pure: the same stored events always give the same day, so a recomputation after new proof can show both (X2-02).
 * Joint addressees each have their own call (X2-05).
 */
export function bekanntgabe(
  ruleId: RegelId, eingabe: BekanntgabeEingabe, regeln: readonly BekanntgabeRegel[] = BEKANNTGABE_REGELN,
): Bekanntgabe {
  const muster = regeln.find((regel) => regel.ruleId === ruleId)
  if (!muster) throw new RangeError(`unknown rule ${ruleId}`)
  // The version of a fetch rule is that of the notification: it opens the time to fetch.
  const { trigger } = muster
  const stichwort = trigger === 'ABRUF' ? 'BENACHRICHTIGUNG' : trigger
  const ausloeser = eingabe.ereignisse[stichwort]
  if (!ausloeser) {
    return {
      status: 'KEIN_AUSLOESER',
      begruendung: `Es ist nicht festgehalten, wann ${AUSLOESER_FEHLT[stichwort]} war. `
        + 'Ohne diesen Tag ist der Bescheid nicht bekannt gegeben, und keine Frist läuft.',
    }
  }
  const regel = regelAm(ruleId, ausloeser, regeln)
  if (!regel) {
    return {
      status: 'REGEL_GILT_NICHT',
      begruendung: `Die Regel ${muster.basis} (${ruleId}) gilt nicht für den ${formatDate(ausloeser)}. `
        + 'Wählen Sie die Regel, die an diesem Tag galt.',
    }
  }
  return { ...nachRegel(regel, ausloeser, eingabe), regelVersion: regelVersion(regel) }
}

function nachRegel(regel: BekanntgabeRegel, ausloeser: Temporal.PlainDate, eingabe: BekanntgabeEingabe): Bekanntgabe {
  switch (regel.proof) {
    case 'ABRUF': return beiAbruf(regel, ausloeser, eingabe)
    case 'ABRUF_WENN_BESTRITTEN':
      return eingabe.benachrichtigungBestritten
        ? beiBestrittener(regel, ausloeser, eingabe)
        : fiktion(regel, ausloeser, eingabe)
    case 'BEREITSTELLUNG': return beiBereitstellung(regel, ausloeser, eingabe)
    case 'ZUGANG': case 'RUECKSCHEIN': return beiZugang(regel, ausloeser, eingabe)
    case 'URKUNDE': return {
      status: 'BEKANNTGEGEBEN', datum: ausloeser,
      begruendung: `${AUSLOESER_SATZ[regel.trigger]} ${formatDateWithWeekday(ausloeser)} (${regel.basis}).`,
    }
  }
}

/** The plain computation: trigger plus days, shifted where the rule says so. */
function fiktion(regel: BekanntgabeRegel, ausloeser: Temporal.PlainDate, { land }: BekanntgabeEingabe): Bekanntgabe {
  const gerechnet = ausloeser.add({ days: regel.days })
  const datum = regel.shift ? nextWorkingDay(gerechnet, land) : gerechnet
  const grund = nonWorkingDayReason(gerechnet, land)
  const tag = ORDNUNGSZAHL[regel.days] ?? `${regel.days}.`
  const saetze = [
    `${AUSLOESER_SATZ[regel.trigger]} ${formatDateWithWeekday(ausloeser)}.`,
    `Nach ${regel.basis} gilt der Bescheid am ${tag} Tag danach als bekannt gegeben: `
    + `${formatDateWithWeekday(gerechnet)}.`,
  ]
  if (grund && regel.shift) {
    saetze.push(`Dieser Tag ist kein Werktag (${grund}, ${LAENDER[land]}). `
      + `Deshalb zählt der nächste Werktag: ${formatDateWithWeekday(datum)}.`)
  } else if (grund) {
    saetze.push(`Der Tag bleibt, obwohl er kein Werktag ist (${grund}): Diese Regel verschiebt ihn nicht.`)
  }
  return { status: 'BEKANNTGEGEBEN', datum, begruendung: saetze.join(' ') }
}

/**
 * Post and e-mail: later or missing receipt displaces the fiction; earlier receipt does not, except on a return
 * receipt.
 */
function beiZugang(regel: BekanntgabeRegel, ausloeser: Temporal.PlainDate, eingabe: BekanntgabeEingabe): Bekanntgabe {
  const { zugang } = eingabe
  const vermutet = fiktion(regel, ausloeser, eingabe)
  if (!zugang || !vermutet.datum) return vermutet
  if (zugang.art === 'NICHT_ZUGEGANGEN') {
    return {
      status: 'NICHT_ZUGEGANGEN',
      begruendung: `${AUSLOESER_SATZ[regel.trigger]} ${formatDateWithWeekday(ausloeser)}, aber nicht zugegangen. `
        + `Die Vermutung nach ${regel.basis} ist widerlegt. Geben Sie den Bescheid erneut bekannt.`,
    }
  }
  if (regel.proof === 'RUECKSCHEIN') {
    return {
      status: 'BEKANNTGEGEBEN', datum: zugang.datum,
      begruendung:
        `Der Rückschein nennt den ${formatDateWithWeekday(zugang.datum)}. Er geht der Vermutung vor (${regel.basis}).`,
    }
  }
  if (!vor(vermutet.datum, zugang.datum)) return vermutet
  return {
    status: 'BEKANNTGEGEBEN', datum: zugang.datum,
    begruendung:
      `${AUSLOESER_SATZ[regel.trigger]} ${formatDateWithWeekday(ausloeser)}, nachweislich später zugegangen am `
      + `${formatDateWithWeekday(zugang.datum)}. Dieser Tag zählt statt der Vermutung nach ${regel.basis} `
      + `(${formatDate(vermutet.datum)}).`,
  }
}

/** Postfach: reading or not reading changes nothing; an earlier fetch of the same decision stays decisive. */
function beiBereitstellung(
  regel: BekanntgabeRegel, ausloeser: Temporal.PlainDate, eingabe: BekanntgabeEingabe,
): Bekanntgabe {
  const frueher = eingabe.frueherAbgerufenAm
  if (regel.ruleId === 'AO_122A_NEW' || !frueher || !vor(frueher, ausloeser)) return fiktion(regel, ausloeser, eingabe)
  return {
    status: 'BEKANNTGEGEBEN', datum: frueher,
    begruendung: `Erneut bereitgestellt am ${formatDateWithWeekday(ausloeser)}. Der Bescheid war aber schon am `
      + `${formatDateWithWeekday(frueher)} abgerufen worden. Dieser erste Abruf bleibt maßgeblich (${regel.basis}).`,
  }
}

function beiBestrittener(
  regel: BekanntgabeRegel, ausloeser: Temporal.PlainDate, eingabe: BekanntgabeEingabe,
): Bekanntgabe {
  const bestritten = `Der Zugang der Benachrichtigung vom ${formatDate(ausloeser)} ist bestritten `
    + 'und nicht nachweisbar. '
  const abruf = eingabe.ereignisse.ABRUF
  if (!abruf) {
    return {
      status: 'NICHT_ABGERUFEN',
      begruendung: `${bestritten}Der Bescheid wurde nicht abgerufen und ist nicht bekannt gegeben (${regel.basis}).`,
    }
  }
  return {
    status: 'BEKANNTGEGEBEN', datum: abruf,
    begruendung: `${bestritten}Deshalb zählt der Tag des Abrufs: ${formatDateWithWeekday(abruf)} (${regel.basis}).`,
  }
}

/**
 * Fetch rule: the day after the fetch; a fetch after the time to fetch cannot be one, because the provision has ended.
 */
function beiAbruf(
  regel: BekanntgabeRegel, benachrichtigung: Temporal.PlainDate, eingabe: BekanntgabeEingabe,
): Bekanntgabe {
  const abruf = eingabe.ereignisse.ABRUF
  const { fetchWithinDays: tage } = regel
  const letzter = tage === undefined ? undefined : benachrichtigung.add({ days: tage })
  const rechtzeitig = abruf !== undefined && (letzter === undefined || !vor(letzter, abruf))
  if (rechtzeitig) return fiktion(regel, abruf, eingabe)
  const beginn = `Benachrichtigung abgesendet am ${formatDateWithWeekday(benachrichtigung)}. `
  if (!abruf && (!letzter || !eingabe.stichtag || !vor(letzter, eingabe.stichtag))) {
    const bis = letzter ? ` Er kann bis ${formatDateWithWeekday(letzter)} abgerufen werden.` : ''
    return {
      status: 'WARTET_AUF_ABRUF', begruendung: `${beginn}Der Bescheid wurde noch nicht abgerufen.${bis}`,
    }
  }
  return {
    status: 'BEREITSTELLUNG_BEENDET',
    begruendung:
      `${beginn}Bis ${letzter ? formatDateWithWeekday(letzter) : ''} nicht abgerufen: Die Bereitstellung ist beendet, `
      + `der Bescheid ist nicht bekannt gegeben (${regel.basis}). Stellen Sie ihn erneut bereit oder wählen Sie `
      + `einen anderen Weg.`,
  }
}
