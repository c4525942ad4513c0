import type { ComponentChildren, VNode } from 'preact'
import { cx } from '../attributes.js'
import { Icon } from '../icons.js'
import type { IconName } from '../icons.js'
import { useTexts } from '../texts.js'
import type { Lang } from '../texts.js'

/** The body that runs the site, as header and footer show it. */
export interface Brand {
  /** „Stadt Musterstadt“ */
  readonly name: string
  readonly wappenUrl?: string
  /** One line under the name: „Digitales Rathaus“. */
  readonly claim?: string
  readonly kontakt?: {
    /** Postal address, one line per entry. */
    readonly anschrift?: readonly string[]
    readonly telefon?: string
    readonly email?: string
    /** One line per entry: „Mo–Fr 8–12 Uhr“. */
    readonly oeffnungszeiten?: readonly string[]
  }
}

export interface NavItem {
  readonly label: string
  readonly href: string
  readonly icon?: IconName
  /** The page shown belongs here. */
  readonly current?: boolean
  /** A number beside it, e.g. open tasks, with the words that screen readers get: „offene Aufgaben“. */
  readonly count?: number
  readonly countLabel?: string
}

export interface NavGroup {
  readonly label?: string
  readonly items: readonly NavItem[]
}

export interface Crumb {
  readonly label: ComponentChildren
  /** The last entry is the page itself and has none. */
  readonly href?: string
}

/** First link of the page: leads past header and navigation. */
export function SkipLink(): VNode {
  const t = useTexts()
  return <a class="sk-skip" href="#inhalt">{t.skipToContent}</a>
}

/**
 * The narrow bar of all official websites in Germany. KERN's own element does it in the browser with inline styles,
 * which the Content-Security-Policy forbids and which shows nothing without script.
 */
export function OfficialBar(): VNode {
  const t = useTexts()
  return (
    <div class="kern-kopfzeile sk-official">
      <div class="sk-container">
        <div class="kern-kopfzeile__content">
          <div class="kern-kopfzeile__flagge">
            <svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true" focusable="false" class="sk-flag">
              <rect class="sk-flag__black" width="24" height="5.34" />
              <rect class="sk-flag__red" y="5.33" width="24" height="5.34" />
              <rect class="sk-flag__gold" y="10.66" width="24" height="5.34" />
            </svg>
          </div>
          <span class="kern-kopfzeile__label">{t.officialSite}</span>
        </div>
      </div>
    </div>
  )
}

/** Says on every page that nothing here is real. */
export function DemoStrip({ text }: { text?: string }): VNode {
  const t = useTexts()
  return (
    <div class="sk-demo" role="note">
      <div class="sk-container sk-demo__inner">
        <strong class="sk-demo__tag">{t.demo}</strong><span>{text ?? t.demoText}</span>
      </div>
    </div>
  )
}

export function Breadcrumb({ items }: { items: readonly Crumb[] }): VNode | null {
  const t = useTexts()
  if (items.length === 0) return null
  return (
    <nav class="sk-breadcrumb" aria-label={t.breadcrumb}>
      <ol class="sk-breadcrumb__list">
        {items.map((item, index) => (
          <li class="sk-breadcrumb__item" key={index}>
            {index > 0 ? <Icon name="chevron-right" size="s" /> : null}
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface SearchBoxProps {
  readonly action: string
  readonly name?: string
  readonly value?: string
  readonly label: string
  readonly placeholder?: string
  readonly id: string
  readonly large?: boolean
}

/** A search form (GET), so that results can be bookmarked. */
export function SearchBox(props: SearchBoxProps): VNode {
  const t = useTexts()
  return (
    <form class={cx('sk-search', props.large && 'sk-search--large')} action={props.action} method="get" role="search"
      aria-label={props.label}>
      <label class={props.large ? 'sk-search__label' : 'sk-sr-only'} for={props.id}>{props.label}</label>
      <div class="sk-search__row">
        <input class="sk-search__input" id={props.id} name={props.name ?? 'q'} type="search" value={props.value ?? ''}
          placeholder={props.placeholder} autocomplete="off" />
        <button class="sk-search__button" type="submit">
          <Icon name="search" /><span class="sk-search__text">{t.search}</span>
        </button>
      </div>
    </form>
  )
}

export interface LanguageLink {
  readonly lang: Lang
  /** The name of the language in that language. */
  readonly label: string
  readonly href: string
}

export function LanguageSwitch({ links, current }: { links: readonly LanguageLink[]; current: Lang }): VNode | null {
  const t = useTexts()
  if (links.length < 2) return null
  return (
    <nav class="sk-languages" aria-label={t.language}>
      <ul class="sk-languages__list">
        {links.map((link) => (
          <li key={link.lang}>
            <a href={link.href} lang={link.lang} hreflang={link.lang}
              aria-current={link.lang === current ? 'true' : undefined}>
              <span aria-hidden="true">{link.lang.toUpperCase()}</span><span class="sk-sr-only">{link.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
