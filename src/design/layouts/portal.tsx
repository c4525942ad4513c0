import type { ComponentChildren, VNode } from 'preact'
import { cx } from '../attributes.js'
import type { AssetUrl } from '../assets.js'
import { Document } from '../document.js'
import { Icon } from '../icons.js'
import { drawnOnce } from '../repeated.js'
import { textsOf, useTexts } from '../texts.js'
import type { Lang } from '../texts.js'
import { Breadcrumb, DemoStrip, LanguageSwitch, OfficialBar, SearchBox, SkipLink } from './frame.js'
import type { Brand, Crumb, LanguageLink, NavItem } from './frame.js'

export interface PortalLinks {
  readonly hilfe: string
  readonly barrierefreiheit: string
  readonly impressum: string
  readonly datenschutz: string
  readonly rueckmeldung: string
  /** Languages and Leichte Sprache. */
  readonly sprache?: string
}

export interface PortalUser {
  readonly name: string
  /** „Meine Vorgänge“ or the account page. */
  readonly href: string
  /** A POST form to sign out; its hidden fields carry the CSRF token. */
  readonly logout?: { readonly action: string; readonly hidden?: ComponentChildren }
}

export interface PortalLayoutProps {
  readonly mandant: Brand
  readonly title: string
  readonly lang?: Lang
  readonly asset: AssetUrl
  readonly homeHref?: string
  readonly nav?: readonly NavItem[]
  readonly breadcrumb?: readonly Crumb[]
  readonly links: PortalLinks
  readonly languages?: readonly LanguageLink[]
  readonly user?: PortalUser
  readonly loginHref?: string
  readonly search?: { readonly action: string; readonly value?: string }
  /** Demo mode: true for the usual words, or the words themselves. */
  readonly demo?: boolean | string
  /** Messages about what just happened (Flash), above the content. */
  readonly flash?: ComponentChildren
  /** The page shows errors in a form; the title says so first, which is what screen readers read first. */
  readonly hasErrors?: boolean
  readonly robots?: string
  readonly description?: string
  readonly scripts?: readonly string[]
  /**
   * `form` keeps lines short for reading and filling in, `wide` uses the whole width, `bleed` leaves the width to the
   * page.
   */
  readonly width?: 'form' | 'wide' | 'bleed'
  /** Seconds until the session ends; the island warns before. */
  readonly sessionSeconds?: number
  readonly children: ComponentChildren
}

function UserArea({ user, loginHref }: {
  user?: PortalUser | undefined
  loginHref?: string | undefined
}): VNode | null {
  const t = useTexts()
  if (!user) {
    return loginHref ? <a class="sk-service__link" href={loginHref}><Icon name="person" />{t.login}</a> : null
  }
  return (
    <>
      <a class="sk-service__link" href={user.href}><Icon name="person" />{user.name}</a>
      {user.logout
        ? (
          <form method="post" action={user.logout.action}>
            {user.logout.hidden}
            <button type="submit" class="sk-service__link sk-link-button"><Icon name="logout" />{t.logout}</button>
          </form>
        )
        : null}
    </>
  )
}

function BrandLink({ mandant, href }: { mandant: Brand; href: string }): VNode {
  return (
    <a class="sk-brand" href={href}>
      {mandant.wappenUrl
        ? <img class="sk-brand__wappen" src={mandant.wappenUrl} alt="" width="44" height="52" />
        : null}
      <span class="sk-brand__text">
        <span class="sk-brand__name">{mandant.name}</span>
        {mandant.claim ? <span class="sk-brand__claim">{mandant.claim}</span> : null}
      </span>
    </a>
  )
}

function NavList({ nav }: { nav: readonly NavItem[] }): VNode {
  return (
    <ul class="sk-nav__list">
      {nav.map((item) => (
        <li key={item.href}>
          <a class="sk-nav__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count ? <> <span class="sk-count">{item.count}<span class="sk-sr-only"> {item.countLabel}</span></span></> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** On narrow screens the navigation unfolds without script: `details`; on wide ones the same links are a row. */
function MainNav({ nav }: { nav: readonly NavItem[] }): VNode | null {
  const t = useTexts()
  if (nav.length === 0) return null
  return (
    <nav class="sk-nav" aria-label={t.mainNav}>
      <div class="sk-container">
        <details class="sk-nav__fold">
          <summary class="sk-nav__toggle"><Icon name="menu" />{t.menu}</summary>
          <NavList nav={nav} />
        </details>
        <div class="sk-nav__row"><NavList nav={nav} /></div>
      </div>
    </nav>
  )
}

const searchOf = (search: PortalLayoutProps['search'], words: string): VNode | null => (search
  ? <SearchBox id="suche-kopf" action={search.action} label={words} placeholder={words} {...(search.value ? { value: search.value } : {})} />
  : null)

/** No hooks: parts of it are repeated. */
function PortalHeader(props: PortalLayoutProps): VNode {
  const { mandant, lang = 'de', demo, nav = [] } = props
  const t = textsOf(lang)
  const href = props.homeHref ?? '/'
  return (
    <header class="sk-header">
      {drawnOnce(lang, `top ${String(demo)}`, () => (
        <>
          {demo ? <DemoStrip {...(typeof demo === 'string' ? { text: demo } : {})} /> : null}
          <OfficialBar />
        </>
      ))}
      <div class="sk-container sk-header__inner">
        {drawnOnce(lang, `brand ${JSON.stringify([mandant.name, mandant.wappenUrl, mandant.claim, href])}`, () => <BrandLink mandant={mandant} href={href} />)}
        <div class="sk-header__tools">
          <div class="sk-service">
            <a class="sk-service__link" href={props.links.hilfe}><Icon name="help" />{t.help}</a>
            <UserArea user={props.user} loginHref={props.loginHref} />
            <LanguageSwitch links={props.languages ?? []} current={lang} />
          </div>
          {props.search?.value
            ? searchOf(props.search, t.searchPortal)
            : drawnOnce(lang, `search ${props.search?.action ?? ''}`, () => searchOf(props.search, t.searchPortal))}
        </div>
      </div>
      {drawnOnce(lang, `menu ${JSON.stringify(nav)}`, () => <MainNav nav={nav} />)}
    </header>
  )
}

function FooterContact({ mandant }: { mandant: Brand }): VNode {
  const t = useTexts()
  const kontakt = mandant.kontakt
  return (
    <div class="sk-footer__contact">
      <p class="sk-footer__name">{mandant.name}</p>
      {kontakt?.anschrift ? <address class="sk-footer__address">{lines(kontakt.anschrift)}</address> : null}
      {kontakt?.telefon
        ? <p>{t.phone}: <a href={`tel:${kontakt.telefon.replace(/[^+\d]/g, '')}`}>{kontakt.telefon}</a></p>
        : null}
      {kontakt?.email ? <p>{t.email}: <a href={`mailto:${kontakt.email}`}>{kontakt.email}</a></p> : null}
    </div>
  )
}

const lines = (texts: readonly string[]): VNode[] => texts.map((text) => <span class="sk-line" key={text}>{text}</span>)

function PortalFooter({ mandant, links }: { mandant: Brand; links: PortalLinks }): VNode {
  const t = useTexts()
  const hours = mandant.kontakt?.oeffnungszeiten
  return (
    <footer class="sk-footer">
      <div class="sk-container">
        <div class="sk-footer__columns">
          <FooterContact mandant={mandant} />
          {hours
            ? <div><h2 class="sk-footer__title">{t.openingHours}</h2><p>{lines(hours)}</p></div>
            : null}
          <nav aria-label={t.metaNav}>
            <h2 class="sk-footer__title">{t.aboutSite}</h2>
            <ul class="sk-footer__links">
              <li><a href={links.hilfe}>{t.helpContact}</a></li>
              <li><a href={links.barrierefreiheit}>{t.accessibility}</a></li>
              {links.sprache ? <li><a href={links.sprache}>{t.languages}</a></li> : null}
              <li><a href={links.rueckmeldung}>{t.feedback}</a></li>
              <li><a href={links.datenschutz}>{t.privacy}</a></li>
              <li><a href={links.impressum}>{t.imprint}</a></li>
            </ul>
          </nav>
        </div>
      </div>
    </footer>
  )
}

/**
 * A whole page of the public portal: plain and large. The order of its parts never changes (help is the first link of
 * the service area and of the footer on every page, WCAG 3.2.6).
 */
export function PortalLayout(props: PortalLayoutProps): VNode {
  const { mandant, lang = 'de', links, width = 'wide' } = props
  const prefix = props.hasErrors ? `${textsOf(lang).errorPrefix} ` : ''
  return (
    <Document lang={lang} title={`${prefix}${props.title} – ${mandant.name}`} asset={props.asset} bodyClass="sk-portal"
      {...(props.robots ? { robots: props.robots } : {})}
      {...(props.description ? { description: props.description } : {})}
      {...(props.scripts ? { scripts: props.scripts } : {})}>
      <SkipLink />
      <PortalHeader {...props} />
      {props.breadcrumb ? <div class="sk-container sk-portal__top"><Breadcrumb items={props.breadcrumb} /></div> : null}
      <main id="inhalt" class={cx('sk-main', `sk-main--${width}`, width !== 'bleed' && 'sk-container')} tabIndex={-1}
        data-session-seconds={props.sessionSeconds}>
        {props.flash ? <div class={cx(width === 'bleed' && 'sk-container')}>{props.flash}</div> : null}
        {width === 'form' ? <div class="sk-measure">{props.children}</div> : props.children}
      </main>
      {drawnOnce(lang, `footer ${JSON.stringify([mandant.name, mandant.kontakt, links])}`, () => <PortalFooter mandant={mandant} links={links} />)}
    </Document>
  )
}
