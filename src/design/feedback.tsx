import type { ComponentChildren, VNode } from 'preact'
import { cx } from './attributes.js'
import { Button, ButtonRow } from './controls.js'
import { HiddenFields } from './fields/text.js'
import { DateText, formatDate } from './format.js'
import { Icon } from './icons.js'
import type { IconName } from './icons.js'
import { textsOf, useLang, useTexts } from './texts.js'
import type { Lang } from './texts.js'

export type Tone = 'info' | 'success' | 'warning' | 'danger'

export interface AlertProps {
  readonly tone?: Tone
  readonly title?: ComponentChildren
  /** `alert` interrupts screen readers: only for what just went wrong. */
  readonly live?: 'alert' | 'status'
  readonly children?: ComponentChildren
  readonly actions?: ComponentChildren
  /** Level of the title in the outline of the page. */
  readonly level?: 2 | 3
}

/** A message in the page. The tone is also said in words, not by colour and icon alone. */
export function Alert({ tone = 'info', title, live, children, actions, level = 2 }: AlertProps): VNode {
  const t = useTexts()
  const Heading = level === 2 ? 'h2' : 'h3'
  const word = <span class="sk-sr-only">{t[tone]}: </span>
  return (
    <div class={cx('sk-alert', `sk-alert--${tone}`)} role={live}>
      <Icon name={tone} class="sk-alert__icon" />
      <div class="sk-alert__body">
        {title ? <Heading class="sk-alert__title">{word}{title}</Heading> : word}
        {children}
        {actions ? <div class="sk-alert__actions">{actions}</div> : null}
      </div>
    </div>
  )
}

export interface FlashMessage {
  readonly tone: Tone
  readonly text: string
}

/** What just happened, once, on the page after a redirect. */
export function Flash({ messages }: { messages: readonly FlashMessage[] }): VNode | null {
  if (messages.length === 0) return null
  return (
    <div class="sk-flash">
      {messages.map((message, index) => (
        <Alert key={index} tone={message.tone} live={message.tone === 'danger' ? 'alert' : 'status'}>
          <p>{message.text}</p>
        </Alert>
      ))}
    </div>
  )
}

export interface BadgeProps {
  /** `neutral` for states that ask nothing of anybody. */
  readonly tone?: Tone | 'neutral'
  readonly icon?: IconName
  readonly children: ComponentChildren
}

/** The state of a thing in one or two words. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps): VNode {
  return (
    <span class={cx('sk-badge', `sk-badge--${tone}`)}>{icon ? <Icon name={icon} size="s" />
      : null}<span>{children}</span></span>
  )
}

export interface EmptyStateProps {
  readonly icon?: IconName
  readonly title: ComponentChildren
  readonly children?: ComponentChildren
  readonly action?: ComponentChildren
}

/** An empty list says why it is empty and what one can do. */
export function EmptyState({ icon = 'inbox', title, children, action }: EmptyStateProps): VNode {
  return (
    <div class="sk-empty">
      <Icon name={icon} size="xl" class="sk-empty__icon" />
      <p class="sk-empty__title">{title}</p>
      {children ? <div class="sk-empty__text">{children}</div> : null}
      {action ? <div class="sk-empty__action">{action}</div> : null}
    </div>
  )
}

export interface ConfirmPageProps {
  readonly title: ComponentChildren
  /** What will happen, and whether it can be undone. */
  readonly children: ComponentChildren
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>>
  /** The button says what it does: „Vorgang schließen“, never „OK“. */
  readonly confirmLabel: string
  readonly cancelLabel?: string
  readonly cancelHref: string
  readonly danger?: boolean
}

/** A page that asks once more before something is done that is hard to undo. */
export function ConfirmPage(props: ConfirmPageProps): VNode {
  return (
    <div class="sk-form-page">
      <h1 class="sk-h1">{props.title}</h1>
      {props.children}
      <form method="post" action={props.action}>
        <HiddenFields values={props.hidden ?? {}} />
        <ButtonRow>
          <Button variant={props.danger ? 'danger' : 'primary'}>{props.confirmLabel}</Button>
          <a class="sk-cancel" href={props.cancelHref}>{props.cancelLabel ?? 'Abbrechen'}</a>
        </ButtonRow>
      </form>
    </div>
  )
}

/** The end of an application: it arrived, under this number, and this comes next. */
export function ConfirmationPanel({ title, reference, children }: {
  title: ComponentChildren
  reference?: { readonly label: ComponentChildren; readonly value: string }
  children?: ComponentChildren
}): VNode {
  return (
    <div class="sk-panel" role="status">
      <Icon name="success" size="xl" />
      <h1 class="sk-panel__title">{title}</h1>
      {reference ? <p class="sk-panel__ref">{reference.label}<strong>{reference.value}</strong></p> : null}
      {children}
    </div>
  )
}

export interface ProgressStep {
  readonly label: ComponentChildren
  readonly state: 'done' | 'current' | 'open'
  readonly detail?: ComponentChildren
  readonly href?: string
}

/** The stations of something that goes from start to end: an application, a form, a file's way. */
export function ProgressSteps({ steps, label }: { steps: readonly ProgressStep[]; label?: string }): VNode {
  const t = useTexts()
  const words = { done: t.progressDone, current: t.progressCurrent, open: t.progressOpen }
  return (
    <ol class="sk-steps" aria-label={label}>
      {steps.map((step, index) => (
        <li class={cx('sk-steps__item', `sk-steps__item--${step.state}`)} key={index}
          aria-current={step.state === 'current' ? 'step' : undefined}>
          <span class="sk-steps__dot" aria-hidden="true">{step.state === 'done' ? <Icon name="check"
            size="s" /> : index + 1}</span>
          <span class="sk-steps__text">
            <span class="sk-steps__label">{step.href ? <a href={step.href}>{step.label}</a> : step.label}</span>
            <span class="sk-sr-only"> ({words[step.state]})</span>
            {step.detail ? <span class="sk-meta sk-line">{step.detail}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}

export interface TimelineEntry {
  readonly at: Temporal.Instant
  readonly title: ComponentChildren
  readonly who?: ComponentChildren
  readonly icon?: IconName
  readonly children?: ComponentChildren
}

/** History of a thing, newest first or last as the caller orders it. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }): VNode {
  return (
    <ol class="sk-timeline" aria-label={label}>
      {entries.map((entry, index) => (
        <li class="sk-timeline__item" key={index}>
          <span class="sk-timeline__dot"><Icon name={entry.icon ?? 'history'} size="s" /></span>
          <div class="sk-timeline__body">
            <p class="sk-timeline__title">{entry.title}</p>
            <p class="sk-meta"><DateText instant={entry.at} />{entry.who ? <> · {entry.who}</> : null}</p>
            {entry.children ? <div class="sk-timeline__content">{entry.children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

export interface DeadlineProps {
  readonly date: Temporal.PlainDate
  /** The day it is; given by the caller, so that pages stay pure. */
  readonly today: Temporal.PlainDate
  /** Number of days before the date from which it counts as near. */
  readonly soonDays?: number
  readonly done?: boolean
  readonly compact?: boolean
}

/** „in 3 Tagen“, „seit 2 Tagen überfällig“. */
export function deadlineWords(date: Temporal.PlainDate, today: Temporal.PlainDate, lang: Lang = 'de'): string {
  const days = today.until(date, { largestUnit: 'day' }).days
  if (lang === 'en') {
    if (days === 0) return 'due today'
    if (days === 1) return 'due tomorrow'
    if (days === -1) return 'overdue since yesterday'
    return days > 0 ? `in ${days} days` : `overdue for ${-days} days`
  }
  if (days === 0) return 'heute fällig'
  if (days === 1) return 'morgen fällig'
  if (days === -1) return 'seit gestern überfällig'
  return days > 0 ? `in ${days} Tagen` : `seit ${-days} Tagen überfällig`
}

/** A deadline: the date and how far away it is in words; colour and icon only repeat that. */
export function Deadline({ date, today, soonDays = 3, done, compact }: DeadlineProps): VNode {
  const days = today.until(date, { largestUnit: 'day' }).days
  const level = done ? 'done' : days < 0 ? 'over' : days <= soonDays ? 'soon' : 'far'
  const icon = { done: 'check', over: 'danger', soon: 'warning', far: 'clock' } as const
  const lang = useLang()
  return (
    <span class={cx('sk-deadline', `sk-deadline--${level}`, compact && 'sk-deadline--compact')}>
      <Icon name={icon[level]} size="s" />
      <time dateTime={date.toString()}>{formatDate(date, 'short', lang)}</time>
      <span class="sk-deadline__words">{done ? textsOf(lang).progressDone : deadlineWords(date, today, lang)}</span>
    </span>
  )
}
