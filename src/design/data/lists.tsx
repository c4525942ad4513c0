import type { ComponentChildren, VNode } from 'preact'
import { cx } from '../attributes.js'
import { DateText, formatBytes } from '../format.js'
import { Icon } from '../icons.js'
import type { IconName } from '../icons.js'
import { useLang, useTexts } from '../texts.js'

export interface DescriptionItem {
  readonly label: ComponentChildren
  /** Empty, null and undefined show „Keine Angabe“. */
  readonly value: ComponentChildren
}

/** Names and values of one thing. `stacked` puts the value below its name, for narrow columns. */
export function DescriptionList({ items, stacked }: { items: readonly DescriptionItem[]; stacked?: boolean }): VNode {
  const t = useTexts()
  return (
    <dl class={cx('sk-dl', stacked && 'sk-dl--stacked')}>
      {items.map((item, index) => (
        <div class="sk-dl__row" key={index}>
          <dt>{item.label}</dt>
          <dd>{item.value === undefined || item.value === null || item.value === ''
            ? <span class="sk-muted">{t.notGiven}</span>
            : item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export interface Tab {
  readonly label: string
  readonly href: string
  readonly current?: boolean
  readonly count?: number
}

/** Views of one thing, each with its own address: links, not a script. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }): VNode {
  return (
    <nav class="sk-tabs" aria-label={label}>
      <ul class="sk-tabs__list">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a class="sk-tabs__link" href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}{tab.count === undefined ? null : <span class="sk-count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface CardProps {
  readonly title?: ComponentChildren
  /** The whole card leads there; its title is the link. */
  readonly href?: string
  readonly preline?: ComponentChildren
  readonly icon?: IconName
  readonly actions?: ComponentChildren
  readonly footer?: ComponentChildren
  readonly level?: 2 | 3
  /** No padding around the content, for tables and lists that reach the edge. */
  readonly flush?: boolean
  readonly children?: ComponentChildren
}

export function Card(props: CardProps): VNode {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <section class={cx('sk-card', props.href && 'sk-card--link', props.flush && 'sk-card--flush')}>
      {props.title || props.actions
        ? (
          <div class="sk-card__head">
            {props.icon ? <Icon name={props.icon} size="l" class="sk-card__icon" /> : null}
            <div class="sk-card__heading">
              {props.preline ? <p class="sk-card__preline">{props.preline}</p> : null}
              {props.title
                ? (
                  <Heading class="sk-card__title">
                    {props.href ? <a class="sk-card__link" href={props.href}>{props.title}</a> : props.title}
                  </Heading>
                )
                : null}
            </div>
            {props.actions ? <div class="sk-card__actions">{props.actions}</div> : null}
          </div>
        )
        : null}
      {props.children ? <div class="sk-card__body">{props.children}</div> : null}
      {props.footer ? <div class="sk-card__footer">{props.footer}</div> : null}
    </section>
  )
}

/** Cards side by side, as many as fit. */
export function CardGrid({ children, size }: { children: ComponentChildren; size?: 'narrow' | 'wide' }): VNode {
  return <div class={cx('sk-grid', size && `sk-grid--${size}`)}>{children}</div>
}

/** First view of a portal: a sentence, a search, nothing else. */
export function Hero({ title, lead, children }: {
  title: ComponentChildren
  lead?: ComponentChildren
  children?: ComponentChildren
}): VNode {
  return (
    <div class="sk-hero">
      <div class="sk-container">
        <h1 class="sk-hero__title">{title}</h1>
        {lead ? <p class="sk-hero__lead">{lead}</p> : null}
        {children}
      </div>
    </div>
  )
}

export interface LinkListItem {
  readonly label: ComponentChildren
  readonly href: string
  readonly text?: ComponentChildren
  readonly meta?: ComponentChildren
  readonly icon?: IconName
  readonly badge?: ComponentChildren
}

/** Places to go, one below the other, each with a line of explanation. */
export function LinkList({ items, label }: { items: readonly LinkListItem[]; label?: string }): VNode {
  return (
    <ul class="sk-linklist" aria-label={label}>
      {items.map((item, index) => (
        <li class="sk-linklist__item" key={index}>
          {item.icon ? <Icon name={item.icon} class="sk-linklist__icon" /> : null}
          <div class="sk-linklist__text">
            <a class="sk-linklist__link" href={item.href}>{item.label}</a>
            {item.text ? <p class="sk-linklist__sub">{item.text}</p> : null}
            {item.meta ? <p class="sk-meta">{item.meta}</p> : null}
          </div>
          {item.badge}
          <Icon name="chevron-right" class="sk-linklist__arrow" />
        </li>
      ))}
    </ul>
  )
}

export interface DocumentItem {
  readonly id: string
  readonly name: ComponentChildren
  readonly href?: string
  /** „PDF“, „Bescheid“ */
  readonly type?: string
  /** Size in bytes. */
  readonly size?: number
  readonly date?: Temporal.PlainDate
  /** Hash of the content; the first eight characters are shown. */
  readonly hash?: string
  readonly badge?: ComponentChildren
  readonly actions?: ComponentChildren
}

export function DocumentList({ documents, label }: { documents: readonly DocumentItem[]; label?: string }): VNode {
  const t = useTexts()
  const lang = useLang()
  return (
    <ul class="sk-docs" aria-label={label}>
      {documents.map((doc) => (
        <li class="sk-docs__item" key={doc.id}>
          <Icon name="file" class="sk-docs__icon" />
          <div class="sk-docs__text">
            <span class="sk-docs__name">{doc.href ? <a href={doc.href}>{doc.name}</a> : doc.name}</span>
            <span class="sk-docs__meta sk-meta">
              {doc.type ? <span>{doc.type}</span> : null}
              {doc.size === undefined ? null : <span>{formatBytes(doc.size, lang)}</span>}
              {doc.date ? <span><DateText date={doc.date} /></span> : null}
              {doc.hash ? <span>{t.checksum} <code title={doc.hash}>{doc.hash.slice(0, 8)}</code></span> : null}
            </span>
          </div>
          {doc.badge}
          {doc.actions ? <div class="sk-docs__actions">{doc.actions}</div> : null}
        </li>
      ))}
    </ul>
  )
}

export interface Stat {
  readonly label: ComponentChildren
  readonly value: ComponentChildren
  /** What the number means compared with before or with the goal, in words. */
  readonly note?: ComponentChildren
  readonly href?: string
  readonly tone?: 'warning' | 'danger' | 'success'
}

/** Single numbers at a glance. */
export function StatTiles({ stats, label }: { stats: readonly Stat[]; label?: string }): VNode {
  return (
    <dl class="sk-stats" aria-label={label}>
      {stats.map((stat, index) => (
        <div class={cx('sk-stats__tile', stat.tone && `sk-stats__tile--${stat.tone}`)} key={index}>
          <dt>{stat.href ? <a class="sk-stats__link" href={stat.href}>{stat.label}</a> : stat.label}</dt>
          <dd class="sk-stats__value">{stat.value}</dd>
          {stat.note ? <dd class="sk-stats__note">{stat.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
