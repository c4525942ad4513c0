import { Type, type Static } from 'typebox'

const wort = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const namen = (maxItems: number) => Type.Array(wort(100), { minItems: 1, maxItems })
const genau = { additionalProperties: false } as const

/** Which other units are asked, what, and what of the application they see for it: no more than they need (C6-01). */
const beteiligung = Type.Object({
  stellen: Type.Array(Type.Object({ einheit: wort(20), frage: wort(1000) }, genau), { minItems: 1, maxItems: 20 }),
  /** Days for a statement, when the clerk says nothing else. */
  tage: Type.Integer({ minimum: 1, maximum: 180 }),
  /** Names of questions and upload slots of the form. */
  felder: namen(60),
}, genau)

/**
 * The application counts as granted when nobody has decided in time (§ 42a VwVfG NRW). Only where a law orders it, so the law is
 * named; its period replaces the three months of § 42a(2).
 */
const genehmigungsfiktion = Type.Object({
  norm: Type.Optional(wort(300)),
  monate: Type.Integer({ minimum: 1, maximum: 24 }),
  /** How much one extension may add. */
  verlaengerungMonate: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  /** The period rests while the person has a question to answer. */
  ruhtBeiRueckfrage: Type.Optional(Type.Boolean()),
  /** Days before its end on which the clerk is warned. */
  warnungTage: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
}, genau)

/** Decided without a person (§ 35a VwVfG NRW): only where a law permits it and nothing has to be weighed. */
const vollautomatisch = Type.Object({
  norm: Type.Optional(wort(300)),
  /** FEEL over the answers; every one has to hold, else a person decides. */
  wenn: Type.Array(Type.Object({ bedingung: wort(500), sonst: wort(300) }, genau), { minItems: 1, maxItems: 30 }),
  /** Answers in which people say something of their own: filled in, a person reads it (§ 24(1) sentence 3 VwVfG). */
  individuelleAngaben: Type.Array(wort(100), { maxItems: 30 }),
  /** Of a hundred cases that could be decided automatically, so many go to a person all the same. */
  stichprobeProzent: Type.Integer({ minimum: 0, maximum: 100 }),
}, genau)

/** What a service says of how its cases are worked on, beyond the drawn process; part of `leistung.yaml`. */
export const fallregeln = {
  beteiligung: Type.Optional(beteiligung),
  genehmigungsfiktion: Type.Optional(genehmigungsfiktion),
  vollautomatisch: Type.Optional(vollautomatisch),
}

export type Beteiligungsregel = Static<typeof beteiligung>
export type Fiktionsregel = Static<typeof genehmigungsfiktion>
export type Automatikregel = Static<typeof vollautomatisch>

interface Fallregeln { readonly beteiligung?: Beteiligungsregel; readonly genehmigungsfiktion?: Fiktionsregel; readonly vollautomatisch?: Automatikregel }

/** A law has to be named before the public may rely on it: without it the package stays a draft. */
export function fehlendeNormen({ genehmigungsfiktion: fiktion, vollautomatisch: automatik }: Fallregeln): { feld: string; text: string }[] {
  return [
    ...(fiktion && !fiktion.norm ? [{ feld: 'genehmigungsfiktion.norm', text: 'Es fehlt: das Gesetz, das die Genehmigungsfiktion anordnet (§ 42a Abs. 1 VwVfG NRW).' }] : []),
    ...(automatik && !automatik.norm ? [{ feld: 'vollautomatisch.norm', text: 'Es fehlt: das Gesetz, das den Erlass ohne Menschen zulässt (§ 35a VwVfG NRW).' }] : []),
  ]
}

/** Questions that the rules name and the form does not have. */
export function unbekannteFragen(regeln: Fallregeln, fragen: readonly string[]): { feld: string; text: string }[] {
  const genannt = [
    ...(regeln.beteiligung?.felder ?? []).map((name) => ({ feld: 'beteiligung.felder', name })),
    ...(regeln.vollautomatisch?.individuelleAngaben ?? []).map((name) => ({ feld: 'vollautomatisch.individuelleAngaben', name })),
  ]
  return genannt.filter(({ name }) => !fragen.includes(name)).map(({ feld, name }) => ({ feld, text: `Im Formular gibt es keine Frage „${name}“.` }))
}
