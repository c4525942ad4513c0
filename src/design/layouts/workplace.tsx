import type { ComponentChildren, VNode } from 'preact'
import { cx } from '../attributes.js'
import type { AssetUrl } from '../assets.js'
import { Document } from '../document.js'
import { Icon } from '../icons.js'
import { textsOf, useTexts } from '../texts.js'
import { Breadcrumb, DemoStrip, SearchBox, SkipLink } from './frame.js'
import type { Brand, Crumb, NavGroup, NavItem } from './frame.js'

export interface WorkplaceUser {
  readonly name: string
  /** „Sachbearbeitung Bürgerdienste“ */
  readonly role?: string
  /** Whose work is being done in Vertretung; shown at all times while it lasts. */
  readonly inVertretungFuer?: string
  /** The forms to take on or leave a Vertretung (POST), inside the menu. */
  readonly vertretungSlot?: ComponentChildren
  readonly links?: readonly NavItem[]
  readonly logout?: { readonly action: string; readonly hidden?: ComponentChildren }
}

export interface WorkplaceLayoutProps {
  readonly mandant: Brand
  readonly title: string
  readonly asset: AssetUrl
  readonly homeHref?: string
  readonly nav: readonly NavGroup[]
  readonly user: WorkplaceUser
  readonly search?: { readonly action: string; readonly value?: string }
  readonly hilfeHref: string
  readonly breadcrumb?: readonly Crumb[]
  readonly demo?: boolean | string
  readonly flash?: ComponentChildren
  readonly hasErrors?: boolean
  readonly scripts?: readonly string[]
  /** Pages of text and forms read better with short lines. */
  readonly narrow?: boolean
  readonly sessionSeconds?: number
  /** The person wants single keys as shortcuts (islands/shortcuts.ts); where they are turned off. */
  readonly shortcutsHref?: string
  readonly children: ComponentChildren
}

function UserMenu({ user }: { user: WorkplaceUser }): VNode {
  const t = useTexts()
  return (
    <details class="sk-usermenu">
      <summary class={cx('sk-usermenu__summary', user.inVertretungFuer && 'sk-usermenu__summary--iv')}>
        <Icon name="person" />
        <span class="sk-usermenu__name">{user.name}
          {user.inVertretungFuer
            ? (
              <span class="sk-usermenu__iv">
                <abbr title="in Vertretung">i. V.</abbr> für {user.inVertretungFuer}
              </span>
            )
            : null}
        </span>
        <Icon name="chevron-down" size="s" />
      </summary>
      <div class="sk-usermenu__panel">
        <p class="sk-usermenu__who">
          <strong>{user.name}</strong>{user.role ? <span class="sk-meta">{user.role}</span> : null}
        </p>
        {user.vertretungSlot ? <div class="sk-usermenu__slot">{user.vertretungSlot}</div> : null}
        {user.links && user.links.length > 0
          ? (
            <ul class="sk-usermenu__links">
              {user.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.icon ? <Icon name={link.icon} /> : null}{link.label}</a>
                </li>
              ))}
            </ul>
          )
          : null}
        {user.logout
          ? (
            <form method="post" action={user.logout.action}>
              {user.logout.hidden}
              <button type="submit" class="sk-usermenu__logout sk-link-button"><Icon name="logout" />{t.logout}</button>
            </form>
          )
          : null}
      </div>
    </details>
  )
}

function SideLink({ item }: { item: NavItem }): VNode {
  return (
    <a class="sk-side__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
      {item.icon ? <Icon name={item.icon} /> : null}
      <span class="sk-side__label">{item.label}</span>
      {item.count === undefined
        ? null
        : (
          <span class="sk-side__count">
            {item.count}<span class="sk-sr-only"> {item.countLabel ?? 'Einträge'}</span>
          </span>
        )}
    </a>
  )
}

function SideGroups({ nav }: { nav: readonly NavGroup[] }): VNode {
  return (
    <>
      {nav.map((group, index) => (
        <div class="sk-side__group" key={index}>
          {group.label ? <p class="sk-side__title">{group.label}</p> : null}
          <ul class="sk-side__list">{group.items.map((item) => <li key={item.href}><SideLink item={item} /></li>)}</ul>
        </div>
      ))}
    </>
  )
}

/** Folded into one button on narrow screens, always open on wide ones; `details` does it without script. */
function SideNav({ nav }: { nav: readonly NavGroup[] }): VNode {
  const t = useTexts()
  const current = nav.flatMap((g) => g.items).find((item) => item.current)
  return (
    <nav class="sk-side" aria-label={t.mainNav}>
      <details class="sk-side__fold">
        <summary class="sk-side__toggle">
          <Icon name="menu" /><span>{t.menu}{current ? <span class="sk-muted"> · {current.label}</span> : null}</span>
        </summary>
        <SideGroups nav={nav} />
      </details>
      <div class="sk-side__open"><SideGroups nav={nav} /></div>
    </nav>
  )
}

function WorkplaceHeader(props: WorkplaceLayoutProps): VNode {
  const t = useTexts()
  return (
    <header>
      {props.demo ? <DemoStrip {...(typeof props.demo === 'string' ? { text: props.demo } : {})} /> : null}
      <div class="sk-topbar">
        <a class="sk-topbar__brand" href={props.homeHref ?? '/'}>
          {props.mandant.wappenUrl
            ? <img src={props.mandant.wappenUrl} alt="" width="24" height="28" class="sk-topbar__wappen" />
            : null}
          <span>{props.mandant.name}</span>
        </a>
        {props.search
          ? (
            <div class="sk-topbar__search">
              <SearchBox id="suche-kopf" action={props.search.action} label={t.search} placeholder={t.searchWorkplace}
                {...(props.search.value ? { value: props.search.value } : {})} />
            </div>
          )
          : null}
        <div class="sk-topbar__tools">
          <a class="sk-topbar__link" href={props.hilfeHref}>
            <Icon name="help" /><span class="sk-topbar__text">{t.help}</span>
          </a>
          <UserMenu user={props.user} />
        </div>
      </div>
    </header>
  )
}

/** A whole page of the workplace: dense, everything in reach, made for people who are here all day. */
export function WorkplaceLayout(props: WorkplaceLayoutProps): VNode {
  const prefix = props.hasErrors ? `${textsOf('de').errorPrefix} ` : ''
  return (
    <Document lang="de" title={`${prefix}${props.title} – ${props.mandant.name}`} asset={props.asset} robots="noindex"
      bodyClass="sk-workplace" {...(props.scripts ? { scripts: props.scripts } : {})}>
      <SkipLink />
      <WorkplaceHeader {...props} />
      <div class="sk-workplace__body">
        <SideNav nav={props.nav} />
        <div class="sk-workplace__content">
          <Breadcrumb items={props.breadcrumb ?? []} />
          <main id="inhalt" class={cx('sk-workplace__main', props.narrow && 'sk-measure')} tabIndex={-1}
            data-session-seconds={props.sessionSeconds} data-shortcuts={props.shortcutsHref}>{props.flash}{props.children}</main>
        </div>
      </div>
      {props.shortcutsHref ? <script type="module" src={props.asset('shortcuts.js')} /> : null}
    </Document>
  )
}

export interface PageHeaderProps {
  readonly title: ComponentChildren
  /** A line above the title: kind of thing, Aktenzeichen. */
  readonly preline?: ComponentChildren
  /** A line below: state, dates, responsible person. */
  readonly meta?: ComponentChildren
  readonly actions?: ComponentChildren
}

/** Title of a page with what one can do there. */
export function PageHeader({ title, preline, meta, actions }: PageHeaderProps): VNode {
  return (
    <div class="sk-page-header">
      <div class="sk-page-header__text">
        {preline ? <p class="sk-page-header__preline">{preline}</p> : null}
        <h1 class="sk-h1">{title}</h1>
        {meta ? <div class="sk-page-header__meta">{meta}</div> : null}
      </div>
      {actions ? <div class="sk-page-header__actions">{actions}</div> : null}
    </div>
  )
}

/** A case: what it is about on the left, facts and deadlines on the right; below each other on narrow screens. */
export function TwoColumns({ children, aside, asideLabel }: {
  children: ComponentChildren
  aside: ComponentChildren
  asideLabel: string
}): VNode {
  return (
    <div class="sk-columns">
      <div class="sk-columns__main">{children}</div>
      <aside class="sk-columns__aside" aria-label={asideLabel}>{aside}</aside>
    </div>
  )
}
