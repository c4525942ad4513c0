/**
 * Small helpers for HTML attributes: class lists and the ids that tie label, hint, error and field together.
 * They live in one place because the error summary has to compute the same id as the field it points at.
 */

type ClassValue = string | false | null | undefined

/**
 * Joins class names and leaves out what is false or empty; undefined when nothing remains, so no empty attribute is
 * written.
 */
export function cx(...values: ClassValue[]): string | undefined {
  const joined = values.filter(Boolean).join(' ')
  return joined === '' ? undefined : joined
}

/**
 * The DOM id of a form field: `f-` and the name, with everything that would be awkward in a URL fragment replaced.
 * Deterministic, so that links in an ErrorSummary find the field without any registration.
 */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`
}

export const hintId = (id: string): string => `${id}-hinweis`
export const errorId = (id: string): string => `${id}-fehler`

/** Value of aria-describedby: hint first, then error, as they appear on screen; undefined when there is neither. */
export function describedBy(id: string,
  parts: { hint?: unknown; error?: unknown; extra?: ClassValue }): string | undefined {
  return cx(parts.hint ? hintId(id) : false, parts.extra, parts.error ? errorId(id) : false)
}
