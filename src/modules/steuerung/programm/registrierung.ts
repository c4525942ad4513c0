import type { VNode } from 'preact'
import type { RequestContext } from '../../../platform/http/route.js'
import type { Objekt } from './lesen.js'
import type { Mitwirkung } from './mitwirkung/lesen.js'

/** A page that a room above puts beside the overview: plan, money, reports. It gets `?strategie=KENNUNG`. */
export interface Programmreiter { readonly name: string; readonly titel: string; readonly pfad: string; readonly recht: string; readonly rang: number }

/** A part of the Steckbrief that a room above adds: milestones, figures, the last report. Null where it has nothing to say. */
export interface Steckbriefteil { readonly name: string; readonly rang: number; laden(c: RequestContext, objekt: Objekt): Promise<VNode | null> }

/** A part of what a person of another house sees of a Vorhaben: nothing of people and money may be in it (H5-06). */
export interface Mitarbeitsteil { readonly name: string; readonly rang: number; laden(c: RequestContext, objekt: Objekt, mitwirkung: Mitwirkung): Promise<VNode | null> }

const mitarbeit = new Map<string, Mitarbeitsteil>()
const reiter = new Map<string, Programmreiter>()
const teile = new Map<string, Steckbriefteil>()

/** Adds a page to the tabs of the programme. Called once, when the room's module is loaded. */
export function registerProgrammreiter(eintrag: Programmreiter): void {
  if (reiter.has(eintrag.name)) throw new Error(`Tab ${eintrag.name} of the programme is registered twice`)
  reiter.set(eintrag.name, eintrag)
}

/** Adds a part to every Steckbrief. Called once, when the room's module is loaded. */
export function registerSteckbriefteil(teil: Steckbriefteil): void {
  if (teile.has(teil.name)) throw new Error(`Part ${teil.name} of the Steckbrief is registered twice`)
  teile.set(teil.name, teil)
}

/** Adds a part to the page of people from other houses. Called once, when the room's module is loaded. */
export function registerMitarbeitsteil(teil: Mitarbeitsteil): void {
  if (mitarbeit.has(teil.name)) throw new Error(`Part ${teil.name} of the Mitarbeit is registered twice`)
  mitarbeit.set(teil.name, teil)
}

export const mitarbeitsteile = (): readonly Mitarbeitsteil[] => [...mitarbeit.values()].sort((a, b) => a.rang - b.rang)
export const weitereReiter = (): readonly Programmreiter[] => [...reiter.values()].sort((a, b) => a.rang - b.rang)
export const steckbriefteile = (): readonly Steckbriefteil[] => [...teile.values()].sort((a, b) => a.rang - b.rang)
