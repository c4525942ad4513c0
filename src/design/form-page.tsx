import type { ComponentChildren, VNode } from 'preact'
import { cx, fieldId } from './attributes.js'
import { Button, ButtonRow } from './controls.js'
import { HiddenFields } from './fields/text.js'
import { Icon } from './icons.js'
import { useTexts } from './texts.js'

/** One message and the field it belongs to; without a field it stands for the form as a whole. */
export interface FormError {
  readonly field?: string
  readonly text: string
}

export interface ErrorSummaryProps {
  readonly errors: readonly FormError[]
  readonly title?: string
}

/**
 * All errors of a form at its top, each leading to its field. Plain links: following a fragment moves focus to the
 * input in every current browser. `autofocus` puts screen readers here after the page came back.
 */
export function ErrorSummary({ errors, title }: ErrorSummaryProps): VNode | null {
  const t = useTexts()
  if (errors.length === 0) return null
  return (
    <div class="sk-error-summary" role="alert" aria-labelledby="fehleruebersicht" tabIndex={-1} autofocus id="fehler">
      <h2 class="sk-error-summary__title" id="fehleruebersicht"><Icon
        name="danger" /> {title ?? t.errorSummaryTitle}</h2>
      <ul class="sk-error-summary__list">
        {errors.map((error, index) => (
          <li key={index}>{error.field ? <a href={`#${fieldId(error.field)}`}>{error.text}</a> : error.text}</li>
        ))}
      </ul>
    </div>
  )
}

export interface StepCountProps {
  readonly step: number
  readonly total: number
  /** Name of the step, e.g. „Ihre Angaben“. */
  readonly label?: string
}

/** „Schritt 2 von 5“ with a bar that says the same. */
export function StepCount({ step, total, label }: StepCountProps): VNode {
  const t = useTexts()
  return (
    <div class="sk-step-count">
      <p class="sk-step-count__text" id="schritt">
        {t.stepOf(step, total)}{label ? <span class="sk-muted"> · {label}</span> : null}
      </p>
      <progress class="sk-step-count__bar" value={step} max={total} aria-labelledby="schritt" />
    </div>
  )
}

export interface FormPageProps {
  readonly title: ComponentChildren
  readonly intro?: ComponentChildren
  readonly step?: StepCountProps
  readonly errors?: readonly FormError[]
  readonly action: string
  /** CSRF token, idempotency key and the like. */
  readonly hidden?: Readonly<Record<string, string>>
  readonly multipart?: boolean
  readonly submitLabel?: string
  readonly submitName?: string
  readonly submitValue?: string
  /** A link back; the browser's own back works too. */
  readonly backHref?: string
  /** Further buttons beside the main one, e.g. „Zwischenspeichern“. */
  readonly secondary?: ComponentChildren
  /** Title belongs to the only question of the page (`labelIsTitle`), so no heading is written here. */
  readonly titleHidden?: boolean
  /** Below the buttons: what happens next, privacy note. */
  readonly footnote?: ComponentChildren
  readonly children: ComponentChildren
}

/** One page of a form: progress, errors, fields, buttons. The form checks on the server only (`novalidate`). */
export function FormPage(props: FormPageProps): VNode {
  const t = useTexts()
  return (
    <div class="sk-form-page">
      {props.backHref ? <p class="sk-back"><a href={props.backHref}><Icon name="arrow-left" />{t.back}</a></p> : null}
      {props.step ? <StepCount {...props.step} /> : null}
      <ErrorSummary errors={props.errors ?? []} />
      {props.titleHidden ? null : <h1 class="sk-h1">{props.title}</h1>}
      {props.intro ? <div class="sk-lead">{props.intro}</div> : null}
      <form method="post" action={props.action} noValidate data-unsaved-guard=""
        {...(props.multipart ? { encType: 'multipart/form-data' } : {})} class="sk-form">
        <HiddenFields values={props.hidden ?? {}} />
        {props.children}
        <ButtonRow>
          <Button {...(props.submitName ? { name: props.submitName } : {})}
            {...(props.submitValue ? { value: props.submitValue } : {})}>{props.submitLabel ?? t.next}</Button>
          {props.secondary}
        </ButtonRow>
        {props.footnote ? <div class="sk-footnote">{props.footnote}</div> : null}
      </form>
    </div>
  )
}

export interface AnswerRow {
  readonly label: ComponentChildren
  readonly value: ComponentChildren
  readonly changeHref?: string
  /** What „Ändern“ refers to, when the label is not plain text. */
  readonly changeContext?: string
}

export interface AnswerSection {
  readonly title?: ComponentChildren
  readonly rows: readonly AnswerRow[]
  /** One link for the section instead of one per row. */
  readonly changeHref?: string
}

/** Everything that was entered, with links to change it, before it is sent. */
export function CheckAnswers({ sections }: { sections: readonly AnswerSection[] }): VNode {
  const t = useTexts()
  return (
    <div class="sk-answers">
      {sections.map((section, index) => (
        <section class="sk-answers__section" key={index}>
          {section.title
            ? (
              <div class="sk-answers__head">
                <h2 class="sk-h2">{section.title}</h2>
                {section.changeHref
                  ? <a href={section.changeHref}>{t.change}<span class="sk-sr-only">: {section.title}</span></a>
                  : null}
              </div>
            )
            : null}
          <dl class="sk-answers__list">
            {section.rows.map((row, i) => (
              <div class={cx('sk-answers__row', row.changeHref && 'sk-answers__row--change')} key={i}>
                <dt>{row.label}</dt>
                <dd>{row.value === undefined || row.value === '' ? <span
                  class="sk-muted">{t.notGiven}</span> : row.value}</dd>
                {row.changeHref
                  ? (
                    <dd class="sk-answers__change">
                      <a href={row.changeHref}>{t.change}<span
                        class="sk-sr-only">: {row.changeContext ?? row.label}</span></a>
                    </dd>
                  )
                  : null}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
