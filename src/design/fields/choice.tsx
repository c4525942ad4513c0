import type { ComponentChildren, VNode } from 'preact'
import { cx, errorId, fieldId, hintId } from '../attributes.js'
import { useTexts } from '../texts.js'
import { FieldError, FieldFrame, Fieldset, Hint, widthClass, wire } from './frame.js'
import type { FieldProps, FieldWidth } from './frame.js'

export interface Option {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly disabled?: boolean
}

export interface SelectFieldProps extends FieldProps {
  readonly value?: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[]
  /** First, empty entry; „Bitte wählen“ unless said otherwise, `null` for none. */
  readonly emptyLabel?: string | null
  readonly width?: FieldWidth
}

export function SelectField(props: SelectFieldProps): VNode {
  const t = useTexts()
  const { id, aria } = wire(props)
  const empty = props.emptyLabel === undefined ? t.pleaseChoose : props.emptyLabel
  return (
    <FieldFrame field={props} control={
      <div class={cx('kern-form-input__select-wrapper', 'sk-select', widthClass(props.width))}>
        <select class={cx('kern-form-input__select', props.error && 'kern-form-input__select--error')} id={id}
          name={props.name} autocomplete={props.autocomplete} disabled={props.disabled}
          required={!props.optional} {...aria}>
          {empty === null ? null : <option value="">{empty}</option>}
          {props.options.map((o) => (
            <option key={o.value} value={o.value} selected={o.value === props.value}
              disabled={o.disabled}>{o.label}</option>
          ))}
        </select>
      </div>
    } />
  )
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[]
  /** Side by side, for two or three short answers such as Ja/Nein. */
  readonly inline?: boolean
  /** Each answer as a large framed area: for pages with one question. */
  readonly tiles?: boolean
}

/** The first control has the id of the field, so that the link in an error summary leads to it. */
const optionId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`)

function ChoiceItem({ kind, field, id, option, checked }: {
  kind: 'radio' | 'checkbox'
  field: FieldProps
  id: string
  option: Option
  checked: boolean
}): VNode {
  return (
    <div class={cx('kern-form-check', 'sk-check')}>
      <input class={cx(`kern-form-check__${kind}`, field.error && `kern-form-check__${kind}--error`)} type={kind}
        id={id}
        name={field.name} value={option.value} checked={checked} disabled={field.disabled || option.disabled}
        required={kind === 'radio' && !field.optional} aria-describedby={option.hint ? hintId(id) : undefined}
        aria-invalid={kind === 'checkbox' && field.error ? 'true' : undefined} />
      <label class="kern-label sk-check__label" for={id}>{option.label}</label>
      {option.hint ? <div class="sk-check__hint" id={hintId(id)}>{option.hint}</div> : null}
    </div>
  )
}

function ChoiceGroup({ kind, props, isChecked }: {
  kind: 'radio' | 'checkbox'
  props: ChoiceProps
  isChecked: (value: string) => boolean
}): VNode {
  const id = props.id ?? fieldId(props.name)
  return (
    <Fieldset id={`${id}-gruppe`} legend={props.label} legendIsTitle={props.labelIsTitle}
      class={cx('sk-choices', props.inline && 'sk-choices--inline', props.tiles && 'sk-choices--tiles')}
      {...(props.hint ? { hint: props.hint } : {})} {...(props.error ? { error: props.error } : {})}
      {...(props.optional ? { optional: true } : {})}>
      {props.options.map((option, index) => (
        <ChoiceItem key={option.value} kind={kind} field={props} id={optionId(id, index)} option={option}
          checked={isChecked(option.value)} />
      ))}
    </Fieldset>
  )
}

export interface RadiosProps extends ChoiceProps {
  readonly value?: string
}

export function Radios(props: RadiosProps): VNode {
  return <ChoiceGroup kind="radio" props={props} isChecked={(v) => v === props.value} />
}

export interface CheckboxesProps extends ChoiceProps {
  readonly values?: readonly string[]
}

export function Checkboxes(props: CheckboxesProps): VNode {
  return <ChoiceGroup kind="checkbox" props={props} isChecked={(v) => props.values?.includes(v) ?? false} />
}

export interface CheckboxFieldProps extends FieldProps {
  readonly checked?: boolean
  /** Value sent when ticked; `on` is the browser's own. */
  readonly value?: string
}

/** One box to tick, e.g. a declaration. Not marked as optional: a box that may stay empty says so by itself. */
export function CheckboxField(props: CheckboxFieldProps): VNode {
  const { id, aria } = wire(props)
  return (
    <div class={cx('sk-field', 'sk-single-check', props.error && 'kern-form-check--error')}>
      <FieldError id={id}>{props.error}</FieldError>
      <div class="kern-form-check sk-check">
        <input class={cx('kern-form-check__checkbox', props.error && 'kern-form-check__checkbox--error')}
          type="checkbox"
          id={id} name={props.name} value={props.value ?? 'on'} checked={props.checked} disabled={props.disabled}
          required={!props.optional} {...aria} aria-errormessage={props.error ? errorId(id) : undefined} />
        <label class="kern-label sk-check__label" for={id}>{props.label}</label>
        <div class="sk-check__hint"><Hint id={id}>{props.hint}</Hint></div>
      </div>
    </div>
  )
}
