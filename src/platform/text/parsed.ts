/**
 * What reading human input yields: the value, or a German sentence that says what to do.
 * Parsers return this instead of throwing, because wrong input is expected and belongs at the form field.
 */
export type Parsed<T, Code extends string = string> =
  | { readonly ok: true, readonly value: T }
  | { readonly ok: false, readonly code: Code, readonly message: string }

/** A successful reading. */
export function parsed<T>(value: T): { readonly ok: true, readonly value: T } {
  return { ok: true, value }
}

/** A failed reading; `message` is shown to people (German, says what to do). */
export function notParsed<Code extends string>(
  code: Code,
  message: string,
): { readonly ok: false, readonly code: Code, readonly message: string } {
  return { ok: false, code, message }
}
