import { formatDate, formatInstant } from '../../../design/index.js'
import { DE, EN, type Woerter } from './woerter-data.js'

export type Sprache = 'de' | 'en'
export type { Woerter }

/** The sentences around a form. German is binding; the English ones say the same (A9-06). */
export const woerter = (sprache: Sprache): Woerter => (sprache === 'en' ? EN : DE)

export const datumText = (tag: Temporal.PlainDate, sprache: Sprache): string => formatDate(tag, 'long', sprache)
export const zeitText = (zeit: Temporal.Instant, sprache: Sprache): string => formatInstant(zeit, sprache)
