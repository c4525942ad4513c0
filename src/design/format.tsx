import type { VNode } from 'preact'
import { cx } from './attributes.js'
import { useLang } from './texts.js'
import type { Lang } from './texts.js'

const locale: Record<Lang, string> = { de: 'de-DE', en: 'en-GB' }
const zone = 'Europe/Berlin'

const money = Object.fromEntries((['de', 'en'] as const).map((lang) =>
  [lang, new Intl.NumberFormat(locale[lang], { style: 'currency', currency: 'EUR' })])) as Record<Lang,
    Intl.NumberFormat>

/** Integer cents as an amount in Euro: `1234n` → „12,34 €“. Exact for any size, nothing passes through a float. */
export function formatMoney(cents: bigint, lang: Lang = 'de'): string {
  const sign = cents < 0n ? '-' : ''
  const abs = cents < 0n ? -cents : cents
  const decimal = `${sign}${abs / 100n}.${String(abs % 100n).padStart(2, '0')}`
  return money[lang].format(decimal as Intl.StringNumericLiteral)
}

/** Bytes for people: „820 KB“, „1,4 MB“ (1 MB = 1,000,000 bytes). */
export function formatBytes(bytes: number, lang: Lang = 'de'): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'KB'] : [bytes / 1_000_000, 'MB']
  return `${new Intl.NumberFormat(locale[lang], { maximumFractionDigits: 1 }).format(value)} ${unit}`
}

export type DateLook = 'short' | 'long' | 'weekday'

const dateLooks: Record<DateLook, Intl.DateTimeFormatOptions> = {
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
}

/** Intl takes 0.1 to 0.3 ms for a date, more than a database row; pages show the same few dates again and again. */
const dateTexts = new Map<string, string>()
const MOST_DATES = 5_000

/** A calendar day: „03.08.2026“, „3. August 2026“ or „Montag, 3. August 2026“. */
export function formatDate(date: Temporal.PlainDate, look: DateLook = 'short', lang: Lang = 'de'): string {
  const key = `${lang} ${look} ${date.toString()}`
  let text = dateTexts.get(key)
  if (text === undefined) {
    text = date.toLocaleString(locale[lang], dateLooks[look])
    if (dateTexts.size >= MOST_DATES) dateTexts.clear()
    dateTexts.set(key, text)
  }
  return text
}

/** A point in time on the clock of Germany: „03.08.2026, 14:05 Uhr“. */
export function formatInstant(instant: Temporal.Instant, lang: Lang = 'de'): string {
  const local = instant.toZonedDateTimeISO(zone)
  const time = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`
  return `${formatDate(local.toPlainDate(), 'short', lang)}, ${time}${lang === 'de' ? ' Uhr' : ''}`
}

/** An amount of money, digits of equal width. */
export function Money({ cents, strong }: { cents: bigint; strong?: boolean }): VNode {
  return <span class={cx('sk-money', strong && 'sk-strong')}>{formatMoney(cents, useLang())}</span>
}

export type DateTextProps =
  | { readonly date: Temporal.PlainDate; readonly look?: DateLook }
  | { readonly instant: Temporal.Instant }

/** A date or a point in time with its machine-readable form. */
export function DateText(props: DateTextProps): VNode {
  const lang = useLang()
  if ('instant' in props) return <time dateTime={props.instant.toString()}>{formatInstant(props.instant, lang)}</time>
  return <time dateTime={props.date.toString()}>{formatDate(props.date, props.look, lang)}</time>
}
