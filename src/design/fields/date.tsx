import type { VNode } from 'preact'
import { cx, describedBy, fieldId } from '../attributes.js'
import { useTexts } from '../texts.js'
import { Fieldset } from './frame.js'
import type { FieldProps } from './frame.js'

/** A date as it was typed, before anybody decided whether it is one. */
export interface DateParts {
  readonly tag: string
  readonly monat: string
  readonly jahr: string
}

const partNames = ['tag', 'monat', 'jahr'] as const

/**
 * The names under which the three inputs of a DateField arrive at the server: `geburtsdatum.tag`, `.monat`, `.jahr`.
 */
export function datePartName(name: string, part: keyof DateParts): string {
  return `${name}.${part}`
}

/** Reads the three inputs of a DateField from a posted form; undefined when all of them are missing or empty. */
export function readDateParts(form: Readonly<Record<string, unknown>>, name: string): DateParts | undefined {
  const [tag, monat, jahr] = partNames.map((part) => {
    const value = form[datePartName(name, part)]
    return typeof value === 'string' ? value.trim() : ''
  }) as [string, string, string]
  return tag === '' && monat === '' && jahr === '' ? undefined : { tag, monat, jahr }
}

/** The typed form of a known date, to fill a DateField. */
export function dateParts(date: Temporal.PlainDate): DateParts {
  return { tag: String(date.day), monat: String(date.month), jahr: String(date.year) }
}

/**
 * The calendar date that was typed, as ISO text (YYYY-MM-DD), or undefined when there is no such day. Two-digit years
 * are refused: „68“ could be either century.
 */
export function datePartsToIso(parts: DateParts): string | undefined {
  const { tag, monat, jahr } = parts
  if (!/^\d{1,2}$/.test(tag) || !/^\d{1,2}$/.test(monat) || !/^\d{4}$/.test(jahr)) return undefined
  try {
    return Temporal.PlainDate.from({ day: Number(tag), month: Number(monat), year: Number(jahr) },
      { overflow: 'reject' })
      .toString()
  } catch {
    return undefined
  }
}

export interface DateFieldProps extends FieldProps {
  readonly value?: Partial<DateParts>
  /** Parts that are wrong; all three are marked when nothing is said. */
  readonly wrongParts?: readonly (keyof DateParts)[]
  /** For a date of birth the browser may fill in the parts. */
  readonly birthday?: boolean
}

/**
 * A date in three inputs. That is what people of all ages fill in with the fewest mistakes (GOV.UK's research): no
 * calendar to operate, no separator to guess, any keyboard. For planning („wann haben Sie Zeit?“) a list of free dates
 * is better.
 */
export function DateField(props: DateFieldProps): VNode {
  const t = useTexts()
  const id = props.id ?? fieldId(props.name)
  const groupId = `${id}-gruppe`
  const labels = { tag: t.day, monat: t.month, jahr: t.year }
  const autofill = { tag: 'bday-day', monat: 'bday-month', jahr: 'bday-year' }
  return (
    <Fieldset id={groupId} legend={props.label} legendIsTitle={props.labelIsTitle} hint={props.hint ?? (props.birthday ? t.birthdayExample : t.dateExample)}
      class="sk-date" {...(props.error ? { error: props.error } : {})} {...(props.optional ? { optional: true } : {})}>
      <div class="sk-date__parts">
        {partNames.map((part) => {
          const partId = part === 'tag' ? id : `${id}-${part}`
          const wrong = props.error !== undefined && (props.wrongParts?.includes(part) ?? true)
          return (
            <div class="kern-form-input sk-date__part" key={part}>
              <label class="kern-label sk-date__label" for={partId}>{labels[part]}</label>
              <input class={cx('kern-form-input__input', part === 'jahr' ? 'sk-width-4' : 'sk-width-2',
                wrong && 'kern-form-input__input--error')} id={partId} name={datePartName(props.name, part)} type="text"
                inputMode="numeric" maxLength={part === 'jahr' ? 4 : 2} value={props.value?.[part] ?? ''}
                autocomplete={props.birthday
                  ? autofill[part] : 'off'} disabled={props.disabled} readOnly={props.readOnly}
                required={!props.optional} aria-invalid={wrong ? 'true' : undefined}
                aria-describedby={describedBy(groupId, { error: wrong })} />
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}
