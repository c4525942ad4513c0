import type { Arbeitskalender } from './kalender.js'
import { AusserhalbDesKalenders, LETZTES_JAHR } from './kalender.js'
import { baueNetz, FF, FS, NUR_ORDNUNG, SS, type Netz } from './netz.js'
import type { Eintrag, Plan, Planfehler, Termin, Terminplan } from './plan.js'
import { pruefePlan } from './pruefung.js'
import { plusMonate, tagAus } from './tage.js'

export type Terminierung = { readonly ok: true; readonly plan: Terminplan } | { readonly ok: false; readonly fehler: readonly Planfehler[] }

/**
 * Computes every date of a plan: earliest by a pass forward, latest by a pass back from the end of the plan and from deadlines; what
 * may not slip by a working day is critical. Lengths and distances in working days of the calendar.
 *
 * A milestone lies at the end of its day; a fixed one stays where it was set, also on a holiday, and what follows begins on the next
 * working day. An activity that is set on a day off begins on the next working day. What has begun or ended lies where it did.
 */
export function terminieren(plan: Plan, kalender: Arbeitskalender): Terminierung {
  const fehler = pruefePlan(plan)
  if (fehler.length > 0) return { ok: false, fehler }
  const gebaut = baueNetz(plan)
  if ('fehler' in gebaut) return { ok: false, fehler: gebaut.fehler }
  try {
    const zustand = bereite(plan, gebaut.netz, kalender)
    vorwaerts(gebaut.netz, zustand)
    rueckwaerts(gebaut.netz, zustand)
    return { ok: true, plan: berichte(plan, gebaut.netz, zustand, kalender) }
  } catch (error) {
    if (!(error instanceof AusserhalbDesKalenders)) throw error
    return { ok: false, fehler: [{ art: 'kalender', ids: [], text: `Der Plan reicht über die Jahre 1990 bis ${LETZTES_JAHR} hinaus. Prüfen Sie Dauern und Jahreszahlen.` }] }
  }
}

const NIE = 2 ** 30
/** How an entry is bound: free, set by the plan, begun, ended. */
const FREI = 0
const GESETZT = 1
const BEGONNEN = 2
const BEENDET = 3

interface Zustand {
  readonly eintraege: readonly Eintrag[]
  readonly kalender: Arbeitskalender
  /** Per node: length in working days, or in months; -1 without end. */
  readonly tage: Int32Array
  readonly monate: Int32Array
  readonly bindung: Uint8Array
  /** Positions: begin and end, first as lower bounds, then as the result; the latest begin and end. */
  readonly s: Int32Array
  readonly f: Int32Array
  readonly spaetS: Int32Array
  readonly spaetF: Int32Array
  readonly frist: Int32Array
  readonly widerspruch: Int32Array
  ende: number
}

function bereite(plan: Plan, netz: Netz, kalender: Arbeitskalender): Zustand {
  const n = netz.anzahl
  const z: Zustand = {
    eintraege: plan.eintraege, kalender, tage: new Int32Array(n), monate: new Int32Array(n), bindung: new Uint8Array(n),
    s: new Int32Array(n).fill(kalender.positionAm(tagAus(plan.beginn))), f: new Int32Array(n),
    spaetS: new Int32Array(n).fill(NIE), spaetF: new Int32Array(n).fill(NIE), frist: new Int32Array(n).fill(NIE), widerspruch: new Int32Array(n), ende: -1,
  }
  for (let i = 0; i < plan.eintraege.length; i++) {
    const eintrag = plan.eintraege[i] as Eintrag
    const v = netz.beginnKnoten[i] as number
    const meilenstein = eintrag.art === 'meilenstein'
    if (eintrag.art === 'aktivitaet') {
      if (!eintrag.dauer) z.tage[v] = -1
      else if ('tage' in eintrag.dauer) z.tage[v] = eintrag.dauer.tage
      else z.monate[v] = eintrag.dauer.monate
    }
    if (eintrag.frist) z.frist[netz.endeKnoten[i] as number] = kalender.positionAm(tagAus(eintrag.frist) + 1)
    if (eintrag.nichtVor) z.s[v] = Math.max(z.s[v] as number, kalender.positionAm(tagAus(eintrag.nichtVor)) + (meilenstein ? 1 : 0))
    setze(z, v, eintrag, meilenstein)
  }
  return z
}

/** Where dates of the plan or of reality decide. */
function setze(z: Zustand, v: number, { fest, istBeginn, istEnde }: Eintrag, meilenstein: boolean): void {
  const { kalender } = z
  if (istEnde) {
    z.bindung[v] = BEENDET
    z.f[v] = kalender.positionAm(tagAus(istEnde) + 1)
    z.s[v] = Math.min(z.f[v] as number, meilenstein ? NIE : istBeginn ? kalender.positionAm(tagAus(istBeginn)) : (z.f[v] as number) - Math.max(0, z.tage[v] as number))
  } else if (istBeginn && !meilenstein) {
    z.bindung[v] = BEGONNEN
    z.s[v] = kalender.positionAm(tagAus(istBeginn))
  } else if (fest) {
    z.bindung[v] = GESETZT
    z.s[v] = meilenstein ? kalender.positionAm(tagAus(fest) + 1) : kalender.positionAm(tagAus(fest))
  }
}

/** End of node v when it begins at s. A month that ends on a day off ends on the last working day before. */
function endeBei(z: Zustand, v: number, s: number): number {
  const monate = z.monate[v] as number
  if (monate === 0) return s + Math.max(0, z.tage[v] as number)
  return Math.max(s + 1, z.kalender.positionAm(plusMonate(z.kalender.tagAn(s), monate)))
}

/** The first begin at which v ends at `ziel` or later. */
function fruehesterBeginn(z: Zustand, v: number, ziel: number): number {
  const monate = z.monate[v] as number
  if (monate === 0) return ziel - Math.max(0, z.tage[v] as number)
  let s = Math.max(0, z.kalender.positionAm(plusMonate(z.kalender.tagAn(Math.max(0, ziel)), -monate)))
  while (endeBei(z, v, s) < ziel) s++
  while (s > 0 && endeBei(z, v, s - 1) >= ziel) s--
  return s
}

/** The last begin at which v still ends at `ziel` or before. */
function spaetesterBeginn(z: Zustand, v: number, ziel: number): number {
  const monate = z.monate[v] as number
  if (monate === 0) return ziel - Math.max(0, z.tage[v] as number)
  // So far before the calendar only the amount counts, not the date: the float is negative by years.
  if (ziel < monate * 23) return ziel - ((z.f[v] as number) - (z.s[v] as number))
  let s = z.kalender.positionAm(plusMonate(z.kalender.tagAn(ziel), -monate))
  while (s > 0 && endeBei(z, v, s) > ziel) s--
  while (endeBei(z, v, s + 1) <= ziel) s++
  return s
}

function vorwaerts(netz: Netz, z: Zustand): void {
  const { kanten, ziel, art, abstand } = netz
  /** What FF and SF ask of the end. */
  const fMindestens = new Int32Array(netz.anzahl).fill(-NIE)
  const sMindestens = new Int32Array(netz.anzahl).fill(-NIE)
  for (const v of netz.folge) {
    const bindung = z.bindung[v] as number
    const wegenEnde = fMindestens[v] === -NIE ? -NIE : fruehesterBeginn(z, v, fMindestens[v] as number)
    const verlangt = Math.max(sMindestens[v] as number, wegenEnde)
    if (bindung === FREI) z.s[v] = Math.max(z.s[v] as number, verlangt)
    else if (bindung === GESETZT) z.widerspruch[v] = Math.max(0, verlangt - (z.s[v] as number))
    else if (bindung === BEGONNEN) z.widerspruch[v] = Math.max(0, wegenEnde - (z.s[v] as number))
    if (bindung !== BEENDET) z.f[v] = endeBei(z, v, z.s[v] as number)
    const s = z.s[v] as number
    const f = z.f[v] as number
    if (z.tage[v] !== -1) z.ende = Math.max(z.ende, f)
    for (let k = kanten[v] as number, bis = kanten[v + 1] as number; k < bis; k++) {
      if (abstand[k] === NUR_ORDNUNG) continue
      const w = ziel[k] as number
      const grenze = (art[k] === FS || art[k] === FF ? f : s) + (abstand[k] as number)
      const feld = art[k] === FS || art[k] === SS ? sMindestens : fMindestens
      if (grenze > (feld[w] as number)) feld[w] = grenze
    }
  }
}

function rueckwaerts(netz: Netz, z: Zustand): void {
  const { kanten, ziel, art, abstand, folge } = netz
  for (let i = folge.length - 1; i >= 0; i--) {
    const v = folge[i] as number
    const ohneEnde = z.tage[v] === -1
    let spaetF = ohneEnde ? NIE : Math.min(z.ende, z.frist[v] as number)
    let spaetS = NIE
    for (let k = kanten[v] as number, bis = kanten[v + 1] as number; k < bis; k++) {
      const w = ziel[k] as number
      const anfang = art[k] === FS || art[k] === SS
      // What has ended asks nothing any more; what has begun, nothing of its begin.
      if (z.bindung[w] === BEENDET || (z.bindung[w] === BEGONNEN && anfang) || abstand[k] === NUR_ORDNUNG) continue
      const grenze = (anfang ? begrenzt(z.spaetS, z.s, z.bindung, w) : begrenzt(z.spaetF, z.f, z.bindung, w))
      if (grenze === NIE) continue
      if (art[k] === FS || art[k] === FF) spaetF = Math.min(spaetF, grenze - (abstand[k] as number))
      else spaetS = Math.min(spaetS, grenze - (abstand[k] as number))
    }
    if (!ohneEnde) spaetS = Math.min(spaetS, spaetesterBeginn(z, v, spaetF))
    z.spaetS[v] = spaetS
    z.spaetF[v] = ohneEnde || spaetS === NIE ? NIE : Math.min(spaetF, spaetS < 0 ? spaetF : endeBei(z, v, spaetS))
  }
}

/** What is set or begun does not move, so its predecessors are late once they miss its date, however much float it has itself. */
function begrenzt(spaet: Int32Array, wirklich: Int32Array, bindung: Uint8Array, w: number): number {
  return bindung[w] === FREI ? spaet[w] as number : Math.min(spaet[w] as number, wirklich[w] as number)
}

interface Sammelwerte { beginn: number; ende: number; puffer: number; kritisch: boolean }

function berichte(plan: Plan, netz: Netz, z: Zustand, kalender: Arbeitskalender): Terminplan {
  const planstart = kalender.positionAm(tagAus(plan.beginn))
  const termine: Termin[] = Array.from({ length: plan.eintraege.length })
  const index = new Map<string, number>()
  const sammel = new Map<number, Sammelwerte>()
  plan.eintraege.forEach(({ id, art }, i) => { if (art === 'sammel') { index.set(id, i); sammel.set(i, { beginn: NIE, ende: -1, puffer: NIE, kritisch: false }) } })
  for (const v of netz.folge) {
    const i = netz.eintragVon[v] as number
    if (netz.endeKnoten[i] !== v) continue
    const eintrag = plan.eintraege[i] as Eintrag
    const eigene = sammel.get(i) ?? werteVon(z, v)
    termine[i] = eintrag.art === 'sammel' ? sammeltermin(eintrag, eigene, z, v) : termin(eintrag, z, v, planstart)
    const ober = eintrag.oberId ? sammel.get(index.get(eintrag.oberId) ?? -1) : undefined
    if (!ober) continue
    ober.beginn = Math.min(ober.beginn, eintrag.art === 'meilenstein' ? Math.max(planstart, eigene.beginn - 1) : eigene.beginn)
    ober.ende = Math.max(ober.ende, eigene.ende)
    ober.puffer = Math.min(ober.puffer, eigene.puffer)
    ober.kritisch ||= eigene.kritisch
  }
  return { termine, ende: z.ende < 0 ? null : kalender.datumAn(Math.max(planstart, z.ende - 1)) }
}

function werteVon(z: Zustand, v: number): Sammelwerte {
  const beendet = z.bindung[v] === BEENDET
  const puffer = beendet || z.spaetS[v] === NIE ? NIE : (z.spaetS[v] as number) - (z.s[v] as number)
  return { beginn: z.s[v] as number, ende: z.tage[v] === -1 && !beendet ? -1 : z.f[v] as number, puffer, kritisch: puffer <= 0 }
}

function termin(eintrag: Eintrag, z: Zustand, v: number, planstart: number): Termin {
  const { kalender } = z
  const { puffer, kritisch } = werteVon(z, v)
  const s = z.s[v] as number
  const rest = {
    id: eintrag.id, puffer: puffer === NIE ? null : puffer, kritisch, widerspruch: z.widerspruch[v] as number,
    fristVerletzt: (z.tage[v] !== -1 || z.bindung[v] === BEENDET) && (z.f[v] as number) > (z.frist[v] as number),
  }
  if (eintrag.art === 'meilenstein') {
    const datum = eintrag.istEnde ?? eintrag.fest ?? kalender.datumAn(Math.max(planstart, s - 1))
    return { ...rest, beginn: datum, ende: datum }
  }
  const ende = eintrag.istEnde ?? (z.tage[v] === -1 ? null : kalender.datumAn((z.f[v] as number) - 1))
  const beginn = eintrag.istBeginn ?? kalender.datumAn(Math.max(0, s))
  return { ...rest, beginn: ende && Temporal.PlainDate.compare(ende, beginn) < 0 ? ende : beginn, ende }
}

function sammeltermin(eintrag: Eintrag, werte: Sammelwerte, z: Zustand, v: number): Termin {
  const { kalender } = z
  const leer = werte.beginn === NIE
  const beginn = kalender.datumAn(leer ? z.s[v] as number : Math.max(0, werte.beginn))
  const ende = leer || werte.ende < 0 ? null : kalender.datumAn(Math.max(0, werte.ende - 1))
  return {
    id: eintrag.id, beginn, ende: ende && Temporal.PlainDate.compare(ende, beginn) < 0 ? beginn : ende, puffer: werte.puffer === NIE ? null : werte.puffer, kritisch: werte.kritisch,
    widerspruch: 0, fristVerletzt: werte.ende > (z.frist[v] as number),
  }
}

