import type { RequestContext } from './route.js'

/** Nothing that opens something is written into a page. */
const SECRET = /passwor|kennwort|code|geheim|schluessel|antwort/i
const OWN = new Set(['_csrf', '_token'])
const LONGEST = 200_000

/**
 * What somebody typed into a form that arrives too late, because the session ended or is another one now. It is kept only when
 * the browser says that the form was on a page of ours: another site must not be able to lay words into anybody's mouth.
 */
export function keptInput(c: Partial<RequestContext>): readonly (readonly [name: string, value: string])[] | undefined {
  if (c.method !== 'POST' || c.header?.('sec-fetch-site') !== 'same-origin') return undefined
  const entered = Object.entries(c.werte ?? {}).filter(([name]) => !OWN.has(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as const))
  const worth = entered.some(([, value]) => value.trim() !== '') && !entered.some(([name]) => SECRET.test(name))
  return worth && entered.reduce((sum, [, value]) => sum + value.length, 0) <= LONGEST ? entered : undefined
}
