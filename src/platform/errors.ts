/**
 * The four errors that a person can cause. Everything else is a bug: it is logged with an incident number and shown as 500.
 * They are thrown anywhere in a use case and shown twice: as RFC 9457 problem details on the API and as an error summary on pages.
 */

/**
 * One complaint about one field; `feld` is the name in the form or a JSON pointer, `text` a German sentence that says what to do,
 * `en` the same for pages in English, where there is one.
 */
export interface Feldfehler { readonly feld: string; readonly text: string; readonly en?: string }

export abstract class ExpectedError extends Error {
  abstract readonly status: 404 | 403 | 409 | 422 | 429 | 413 | 503 | 507
  /** Stable machine name, becomes the problem's `type`. */
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}

/** The object does not exist, or the actor may not know that it does. Both look the same on purpose. */
export class NotFound extends ExpectedError {
  readonly status = 404
  constructor(code = 'nichtGefunden', message = 'Das gibt es hier nicht.') { super(code, message) }
}

/** The actor sees the object but may not do this with it. */
export class Forbidden extends ExpectedError {
  readonly status = 403
  constructor(code = 'nichtErlaubt', message = 'Dafür haben Sie keine Berechtigung.') { super(code, message) }
}

/** The state of things does not allow it (any more); `message` says what to do now. */
export class Conflict extends ExpectedError {
  readonly status = 409
}

/** The input is wrong. All fields at once, never one after the other. */
export class Invalid extends ExpectedError {
  readonly status = 422
  readonly felder: readonly Feldfehler[]
  constructor(felder: readonly Feldfehler[], message = 'Bitte prüfen Sie Ihre Angaben.') {
    super('ungueltigeEingabe', message, { felder: felder.map(({ feld, text }) => ({ feld, text })) })
    this.felder = felder
  }
}

/** Too much in too little time, or too much at once; `retryAfterSeconds` tells when it is worth trying again. */
export class Refused extends ExpectedError {
  readonly status: 429 | 413 | 503
  readonly retryAfterSeconds: number
  constructor(status: 429 | 413 | 503, message: string, retryAfterSeconds = 60) {
    super(status === 429 ? 'zuVieleAnfragen' : status === 413 ? 'zuGross' : 'ueberlastet', message)
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The town has stored as much as it may (507 Insufficient Storage, RFC 4918): nothing is wrong with the request, and trying again does not help. */
export class StorageFull extends ExpectedError {
  readonly status = 507
  constructor() { super('speicherVoll', 'Der Speicherplatz der Stadt ist voll. Es wurde nichts angenommen. Bitte wenden Sie sich an die Stadt, und senden Sie danach dieselbe Anfrage noch einmal.') }
}
