import { parse } from 'node:querystring'

/** A posted form as the server reads it. */
export const parseQuery = (text: string): Record<string, string | string[]> => parse(text, '&', '=', { maxKeys: 500 }) as Record<string, string | string[]>
