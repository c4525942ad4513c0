import type { ComponentChildren, VNode } from 'preact'
import { cx } from './attributes.js'
import { Icon } from './icons.js'
import type { IconName } from './icons.js'

export type ButtonVariant = 'primary' | 'secondary' | 'tertiary' | 'danger'

interface ButtonLook {
  readonly variant?: ButtonVariant
  /** Compact height for the workplace (still 36 px high, more than the 24 px of WCAG 2.5.8). */
  readonly small?: boolean
  readonly block?: boolean
  readonly icon?: IconName
  readonly iconEnd?: IconName
  /** The text is kept for screen readers only; the icon must then be generally understood. */
  readonly iconOnly?: boolean
  readonly children: ComponentChildren
}

export interface ButtonProps extends ButtonLook {
  readonly type?: 'submit' | 'button' | 'reset'
  readonly name?: string
  readonly value?: string
  readonly disabled?: boolean
  /** Id of a form elsewhere on the page that this button belongs to. */
  readonly form?: string
  readonly formAction?: string
  /** For buttons that do not check the form, such as „Zurück“ and „Zwischenspeichern“. */
  readonly formNoValidate?: boolean
  readonly describedBy?: string
  /** Tells otherwise equal buttons apart, e.g. „geburtsurkunde.pdf“ after „Entfernen“. Read out, not shown. */
  readonly context?: string
  readonly data?: Readonly<Record<`data-${string}`, string>>
}

export interface LinkButtonProps extends ButtonLook {
  readonly href: string
  readonly context?: string
  readonly download?: boolean
}

function buttonClass({ variant = 'primary', small, block, iconOnly }: ButtonLook): string | undefined {
  const kernVariant = variant === 'danger' ? 'secondary' : variant
  return cx('kern-btn', `kern-btn--${kernVariant}`, 'sk-btn', variant === 'danger' && 'sk-btn--danger',
    small && 'sk-btn--small', block && 'kern-btn--block', iconOnly && 'sk-btn--icon-only')
}

function ButtonContent({ icon, iconEnd, iconOnly, context, children }: ButtonLook & { context?: string }): VNode {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      <span class={iconOnly ? 'sk-sr-only' : 'kern-label'}>
        {children}
        {context ? <span class="sk-sr-only"> {context}</span> : null}
      </span>
      {iconEnd ? <Icon name={iconEnd} /> : null}
    </>
  )
}

export function Button(props: ButtonProps): VNode {
  return (
    <button type={props.type ?? 'submit'} class={buttonClass(props)} name={props.name} value={props.value}
      disabled={props.disabled} form={props.form} formAction={props.formAction} formNoValidate={props.formNoValidate}
      aria-describedby={props.describedBy} {...props.data}>
      <ButtonContent {...props} />
    </button>
  )
}

/** A link that looks like a button: for going somewhere. What changes data is a Button in a POST form. */
export function LinkButton(props: LinkButtonProps): VNode {
  return (
    <a class={buttonClass(props)} href={props.href} download={props.download}>
      <ButtonContent {...props} />
    </a>
  )
}

/** Buttons side by side; they stack on narrow screens with the first one on top. */
export function ButtonRow({ children, end }: { children: ComponentChildren; end?: boolean }): VNode {
  return <div class={cx('sk-button-row', end && 'sk-button-row--end')}>{children}</div>
}

/** Copies a value when scripts run and the browser allows it; otherwise it is not there. */
export function CopyButton({ value, children }: { value: string; children: ComponentChildren }): VNode {
  return (
    <button type="button" hidden data-copy={value} class="kern-btn kern-btn--tertiary sk-btn sk-btn--small">
      <Icon name="copy" /><span class="kern-label" data-copy-label="">{children}</span>
    </button>
  )
}

export interface DetailsProps {
  readonly summary: ComponentChildren
  readonly open?: boolean
  /** `plain` for a help text below a field, `box` (default) for a section of a page. */
  readonly look?: 'box' | 'plain'
  readonly children: ComponentChildren
}

/** Content to unfold, without script. */
export function Details({ summary, open, look = 'box', children }: DetailsProps): VNode {
  return (
    <details class={cx('sk-details', `sk-details--${look}`)} open={open}>
      <summary class="sk-details__summary"><Icon name="chevron-right"
        class="sk-details__marker" /><span>{summary}</span></summary>
      <div class="sk-details__body">{children}</div>
    </details>
  )
}
