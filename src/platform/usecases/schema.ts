import { Type } from 'typebox'

/** An id of ours in an input. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })

/** A legal date, ISO 8601 (2026-11-22). Whether the day exists is checked by `Temporal.PlainDate.from` in the domain. */
export const Datum = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** A text a person typed: not empty, bounded. */
export const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
