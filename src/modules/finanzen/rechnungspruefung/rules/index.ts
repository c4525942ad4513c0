/** Which rules belong to which syntax and specification. */
import { ciiCodes } from './cii/codes.js'
import { ciiModel } from './cii/model.js'
import { ciiSyntax } from './cii/syntax.js'
import { compile } from './engine.js'
import type { Pattern, Program } from './engine.js'
import { ublCodes } from './ubl/codes.js'
import { ublModel } from './ubl/model.js'
import { ublSyntax } from './ubl/syntax.js'
import { xrechnungCii } from './xrechnung/cii.js'
import { peppolCii, peppolUbl } from './xrechnung/peppol.js'
import { xrechnungUbl } from './xrechnung/ubl.js'

export type Family = 'UBL' | 'CII'

const CORE: Readonly<Record<Family, readonly Pattern[]>> = {
  UBL: [ublModel, ublSyntax, ublCodes], CII: [ciiModel, ciiSyntax, ciiCodes],
}
const GERMAN: Readonly<Record<Family, readonly Pattern[]>> = {
  UBL: [...xrechnungUbl, ...peppolUbl], CII: [...xrechnungCii, ...peppolCii],
}

const programs = new Map<string, Program>()

/** The rules of EN 16931 for a syntax, with those of XRechnung 3.0 where wanted. */
export function programFor(family: Family, xrechnung: boolean): Program {
  const key = `${family} ${xrechnung}`
  let program = programs.get(key)
  if (!program) {
    program = compile(xrechnung ? [...CORE[family], ...GERMAN[family]] : CORE[family])
    programs.set(key, program)
  }
  return program
}

/** One rule in one place: where it stands and how severe it is. */
export interface RuleEntry {
  readonly id: string
  readonly family: Family
  readonly specification: 'EN 16931' | 'XRechnung 3.0'
  readonly level: 'error' | 'warning' | 'information'
}

const entries = (family: Family, specification: RuleEntry['specification'], patterns: readonly Pattern[]): RuleEntry[] =>
  patterns.flatMap((p) => p.contexts).flatMap((c) => [...c.assertions, ...c.forbidden?.rows ?? []])
    .map(({ id, level }) => ({ id, family, specification, level }))

/** Every rule that is implemented, each id once per syntax. */
export function ruleCatalog(): RuleEntry[] {
  const all = (['UBL', 'CII'] as const).flatMap((f) => [...entries(f, 'EN 16931', CORE[f]), ...entries(f, 'XRechnung 3.0', GERMAN[f])])
  return [...new Map(all.map((e) => [`${e.family} ${e.id}`, e])).values()]
}
