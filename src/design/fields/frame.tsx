import { createContext } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { cx, describedBy, errorId, fieldId, hintId } from '../attributes.js'
import { Icon } from '../icons.js'
import { useTexts } from '../texts.js'

/** What every field takes. Labels, hints and errors are written by the caller; a good error says what to do. */
export interface FieldProps {
  readonly name: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: string
  /**
   * Fields are required unless said otherwise; the exception is marked („freiwillig“), because that is the shorter
   * list. Writes `required`; forms carry `novalidate`, so the server's messages are the ones people see.
   */
  readonly optional?: boolean
  /** Differs from `fieldId(name)` only where the same name occurs twice on a page. */
  readonly id?: string
  readonly autocomplete?: string
  readonly disabled?: boolean
  readonly readOnly?: boolean
  /** Label as heading of the page, for pages with one question. */
  readonly labelIsTitle?: boolean
  /** Label stays for screen readers, for search boxes and table filters whose meaning is visible. */
  readonly labelHidden?: boolean
}

export type InputMode = 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search'

/** How wide the answer is expected to be: the width of a field is a hint by itself. */
export type FieldWidth = 2 | 4 | 6 | 10 | 20 | 30 | 'full'

export const widthClass = (width: FieldWidth | undefined): string | false =>
  width !== undefined && width !== 'full' && `sk-width-${width}`

export interface Wiring {
  readonly id: string
  readonly aria: {
    readonly 'aria-describedby'?: string | undefined
    readonly 'aria-invalid'?: 'true' | undefined
  }
}

/** Ids and ARIA attributes that connect a control with its hint and error. */
export function wire(props: FieldProps, extra?: string): Wiring {
  const id = props.id ?? fieldId(props.name)
  return {
    id,
    aria: {
      'aria-describedby': describedBy(id, { hint: props.hint, error: props.error, extra }),
      'aria-invalid': props.error ? 'true' : undefined,
    },
  }
}

/** Inside a filter every field is optional, and saying so at each of them would be noise. */
export const OptionalMarkContext = createContext(true)

export function OptionalMark(): VNode | null {
  const t = useTexts()
  const shown = useContext(OptionalMarkContext)
  if (!shown) return null
  return <span class="kern-label__optional"> ({t.optional})</span>
}

export function FieldError({ id, children }: { id: string; children: string | undefined }): VNode | null {
  const t = useTexts()
  if (!children) return null
  return (
    <p class="kern-error sk-error" id={errorId(id)}>
      <Icon name="danger" />
      <span class="kern-body"><span class="sk-sr-only">{t.errorPrefix} </span>{children}</span>
    </p>
  )
}

export function Hint({ id, children }: { id: string; children: ComponentChildren }): VNode | null {
  return children ? <div class="kern-hint sk-hint" id={hintId(id)}>{children}</div> : null
}

/**
 * Label, hint, error and control of a single field. The error stands above the control, where enlarged screens show it.
 */
export function FieldFrame({ field, control, after, class: extra }: {
  field: FieldProps
  control: ComponentChildren
  after?: ComponentChildren
  class?: string
}): VNode {
  const id = field.id ?? fieldId(field.name)
  const label = (
    <label class={cx('kern-label', field.labelIsTitle && 'sk-label-title', field.labelHidden && 'sk-sr-only')} for={id}>
      {field.label}
      {field.optional ? <OptionalMark /> : null}
    </label>
  )
  return (
    <div class={cx('kern-form-input', 'sk-field', field.error && 'kern-form-input--error', extra)}>
      {field.labelIsTitle ? <h1 class="sk-title-wrap">{label}</h1> : label}
      <Hint id={id}>{field.hint}</Hint>
      <FieldError id={id}>{field.error}</FieldError>
      {control}
      {after}
    </div>
  )
}

export interface FieldsetProps {
  readonly legend: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: string
  readonly optional?: boolean
  /**
   * Gives hint and error their ids, and is the target of links from the error summary when `name` has no field of its
   * own.
   */
  readonly name?: string
  readonly id?: string
  readonly legendIsTitle?: boolean
  readonly children: ComponentChildren
  readonly class?: string
  /** The group has several fields with labels of their own: its legend is larger than they are. */
  readonly grouped?: boolean
}

/** A group of fields that belong together, with a legend. */
export function Fieldset(props: FieldsetProps): VNode {
  const id = props.id ?? fieldId(`gruppe-${props.name ?? 'felder'}`)
  const legend = <>{props.legend}{props.optional ? <OptionalMark /> : null}</>
  return (
    <fieldset id={id}
      class={cx('kern-fieldset', 'sk-fieldset', props.grouped && 'sk-fieldset--group',
        props.error && 'kern-fieldset--error', props.class)}
      aria-describedby={describedBy(id, props)}>
      <legend class={cx('kern-label', props.legendIsTitle && 'sk-label-title')}>
        {props.legendIsTitle ? <h1 class="sk-title-wrap">{legend}</h1> : legend}
      </legend>
      <Hint id={id}>{props.hint}</Hint>
      <FieldError id={id}>{props.error}</FieldError>
      <div class="kern-fieldset__body sk-fieldset__body">{props.children}</div>
    </fieldset>
  )
}
