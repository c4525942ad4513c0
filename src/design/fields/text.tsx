import type { ComponentChildren, VNode } from 'preact'
import { cx, fieldId } from '../attributes.js'
import { useLang, useTexts } from '../texts.js'
import { FieldFrame, widthClass, wire } from './frame.js'
import type { FieldProps, FieldWidth, InputMode } from './frame.js'

export interface TextFieldProps extends FieldProps {
  readonly value?: string
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'date' | 'time'
  readonly inputmode?: InputMode
  readonly width?: FieldWidth
  readonly maxLength?: number
  readonly pattern?: string
  readonly spellcheck?: boolean
  readonly placeholder?: string
  /** A unit before or after the input: „€“, „m²“, „kg“. */
  readonly prefix?: string
  readonly suffix?: string
}

const affix = (id: string, text: string | undefined): VNode | null =>
  text ? <span class="sk-affix" id={`${id}-einheit`}>{text}</span> : null

/** One line of text; the ground for all other one-line fields. */
export function TextField(props: TextFieldProps): VNode {
  const unit = props.prefix ?? props.suffix
  const id = props.id ?? fieldId(props.name)
  const { aria } = wire(props, unit ? `${id}-einheit` : undefined)
  // Preact types the attributes by the literal type of the input; a union of types fits none of its variants.
  const type = (props.type ?? 'text') as 'text'
  const input = (
    <input
      class={cx('kern-form-input__input', props.error && 'kern-form-input__input--error', widthClass(props.width))}
      id={id} name={props.name} type={type} value={props.value ?? ''} inputMode={props.inputmode}
      autocomplete={props.autocomplete} maxLength={props.maxLength} pattern={props.pattern}
      spellcheck={props.spellcheck} placeholder={props.placeholder} disabled={props.disabled}
      readOnly={props.readOnly} required={!props.optional} {...aria}
    />
  )
  const control = unit
    ? <div class="sk-affixed">{affix(id, props.prefix)}{input}{affix(id, props.suffix)}</div>
    : input
  return <FieldFrame field={props} control={control} />
}

export interface TextareaFieldProps extends FieldProps {
  readonly value?: string
  readonly rows?: number
  /** Largest number of characters; shown below the field, and counted there when scripts run. */
  readonly maxLength?: number
}

/**
 * Several lines of text. `maxlength` is not set on the element: a browser that silently cuts pasted text does harm; the
 * counter tells, and the server decides.
 */
export function TextareaField(props: TextareaFieldProps): VNode {
  const t = useTexts()
  const number = useNumberFormat()
  const id = props.id ?? fieldId(props.name)
  const counterId = `${id}-zeichen`
  const { aria } = wire(props, props.maxLength ? counterId : undefined)
  const used = props.value?.length ?? 0
  const counter = props.maxLength
    ? (
      <p class="sk-counter" id={counterId} data-counter-for={id} data-max={props.maxLength}
        data-template={t.charactersUsed('{n}', number.format(props.maxLength))}>
        {used > 0
          ? t.charactersUsed(number.format(used), number.format(props.maxLength))
          : t.charactersAllowed(number.format(props.maxLength))}
      </p>
    )
    : null
  return (
    <FieldFrame field={props} after={counter} control={
      <textarea class={cx('kern-form-input__input', 'sk-textarea', props.error && 'kern-form-input__input--error')}
        id={id} name={props.name} rows={props.rows ?? 5} autocomplete={props.autocomplete} disabled={props.disabled}
        readOnly={props.readOnly} required={!props.optional} {...aria}>{props.value ?? ''}</textarea>
    } />
  )
}

function useNumberFormat(): Intl.NumberFormat {
  return new Intl.NumberFormat(useLang() === 'en' ? 'en-GB' : 'de-DE')
}

export type NumberFieldProps = Omit<TextFieldProps, 'type' | 'inputmode'> & { readonly decimals?: boolean }

/** Numbers are typed as text: `type=number` changes values by scrolling and swallows what it cannot read. */
export function NumberField({ decimals, ...props }: NumberFieldProps): VNode {
  return <TextField width={10} spellcheck={false} {...props} inputmode={decimals ? 'decimal' : 'numeric'} />
}

/** An amount in Euro as people write it („1.234,56“); reading it is the server's job. */
export function EuroField(props: Omit<TextFieldProps, 'type' | 'inputmode' | 'suffix' | 'prefix'>): VNode {
  return <TextField width={10} spellcheck={false} {...props} inputmode="decimal" suffix="€" />
}

export function EmailField(props: Omit<TextFieldProps, 'type' | 'inputmode'>): VNode {
  return <TextField autocomplete="email" spellcheck={false} width={30} {...props} type="email" inputmode="email" />
}

export function TelField(props: Omit<TextFieldProps, 'type' | 'inputmode'>): VNode {
  return <TextField autocomplete="tel" width={20} {...props} type="tel" inputmode="tel" />
}

/** IBAN: long enough for groups of four with blanks, which people copy from their card. */
export function IbanField(props: Omit<TextFieldProps, 'type' | 'inputmode'>): VNode {
  return <TextField spellcheck={false} width={30} maxLength={42} {...props} inputmode="text" />
}

export function PasswordField(props: Omit<TextFieldProps, 'type' | 'inputmode'>): VNode {
  return <TextField autocomplete="current-password" spellcheck={false} width={30} {...props} type="password" />
}

/** Fields that the form carries along unseen: CSRF token, idempotency key, version. */
export function HiddenFields({ values }: { values: Readonly<Record<string, string>> }): VNode {
  return <>{Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name}
    value={value} />)}</>
}

/** Fields side by side on wide screens, e.g. Postleitzahl and Ort. */
export function FieldRow({ children }: { children: ComponentChildren }): VNode {
  return <div class="sk-field-row">{children}</div>
}
