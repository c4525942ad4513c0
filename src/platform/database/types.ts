import { types, type CustomTypesConfig } from 'pg'

/**
 * How PostgreSQL values look in TypeScript: `date` is Temporal.PlainDate (a legal date has no time), `timestamptz` is
 * Temporal.Instant, `bigint` is bigint (money in cents). Nothing becomes a JavaScript Date, which would bring a time zone along.
 */
const OID = { int8: 20, date: 1082, timestamptz: 1184, dateArray: 1182 } as const

export const typeParsers: CustomTypesConfig = {
  getTypeParser(oid: number, format?: string) {
    if (format === 'binary') return types.getTypeParser(oid, 'binary')
    switch (oid) {
      case OID.int8: return BigInt
      case OID.date: return (text: string) => Temporal.PlainDate.from(text)
      case OID.timestamptz: return (text: string) => Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
      default: return types.getTypeParser(oid, 'text')
    }
  },
} as CustomTypesConfig

/** Temporal values as PostgreSQL reads them; everything else is left to the driver. */
export function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate || value instanceof Temporal.Duration) return value.toString()
  if (Array.isArray(value)) return value.map(toParameter)
  return value
}
