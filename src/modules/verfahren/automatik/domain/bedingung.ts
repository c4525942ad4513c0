import { feelBoolean, FeelFehler, type Variables } from '../../workflow/index.js'

/** FEEL that fails is a condition that does not hold; anything else is a bug. */
export function gilt(bedingung: string, antworten: Variables, now: Temporal.Instant): boolean | undefined {
  try { return feelBoolean(bedingung, antworten, { now }) } catch (error) {
    if (error instanceof FeelFehler) return undefined
    throw error
  }
}
