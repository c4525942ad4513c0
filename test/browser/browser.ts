import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import type { AxeResults } from 'axe-core'

/**
 * A real browser for tests. On Linux it is the Chromium that comes with npm, so that nothing has to be installed;
 * elsewhere an installed Chrome. CHROMIUM_PATH overrides both.
 */

/** The package's own argument list switches web security off and ends after the first context; these are ours. */
const args = ['--no-sandbox', '--disable-gpu']

async function executablePath(): Promise<string | undefined> {
  const own = process.env['CHROMIUM_PATH']
  if (own && existsSync(own)) return own
  if (process.platform !== 'linux') return undefined
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

/** Runs `work` with a browser and closes it afterwards, whatever happens. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const path = await executablePath()
  const browser = await chromium.launch(path ? { executablePath: path, args } : { channel: 'chrome', args })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

export interface PageOptions {
  /** CSS pixels; 1280 × 900 unless said otherwise. 320 is what 1280 at 400 % zoom gives. */
  readonly width?: number
  readonly height?: number
  /** axe needs it; without it one sees what people with blocked scripts see. */
  readonly javaScript?: boolean
  readonly context?: BrowserContextOptions
}

/** A page in a context of its own (own cookies). Errors that the page writes to its console become test failures. */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    javaScriptEnabled: options.javaScript ?? true,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    ...options.context,
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => { consoleErrors(page).push(error.message) })
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors(page).push(message.text())
  })
  return page
}

const errorsOfPage = new WeakMap<Page, string[]>()

/** What the page complained about so far: script errors, violations of the Content-Security-Policy, missing files. */
export function consoleErrors(page: Page): string[] {
  const known = errorsOfPage.get(page)
  if (known) return known
  const fresh: string[] = []
  errorsOfPage.set(page, fresh)
  return fresh
}

let axeText: string | undefined
const axeSource = (): string => (axeText ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))

const sessions = new WeakMap<Page, Promise<CDPSession>>()
/** For half a megabyte of script: what comes this way is compiled once for all pages of a process, unlike what is evaluated. */
function devtools(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, known)
  return known
}

const wcagTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Fails when axe finds a violation of WCAG 2.2 A or AA (or of its best practices) on the page. `exclude` are selectors
 * of parts that are not ours.
 */
export async function expectAccessible(page: Page, exclude: readonly string[] = []): Promise<void> {
  await (await devtools(page)).send('Runtime.evaluate', { expression: axeSource() })
  const results = await page.evaluate(
    ([tags, excluded]) => (globalThis as unknown as { axe: { run: (c: unknown, o: unknown) => Promise<AxeResults> } })
      .axe.run({ exclude: excluded }, { runOnly: tags, resultTypes: ['violations'] }),
    [wcagTags, exclude.map((selector) => [selector])] as const,
  )
  const found = results.violations.map((violation) =>
    [`${violation.id}: ${violation.help}`, ...violation.nodes.map((n) => `    ${n.html}\n      ${n.failureSummary ?? ''}`)]
      .join('\n'))
  assert.equal(found.join('\n'), '', `${page.url()}: ${found.length} kinds of accessibility problems`)
}

/** Fails when the page scrolls sideways (WCAG 1.4.10) and names what sticks out. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(`(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const scrolls = (e) => e && e !== document.body && (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX)
      || scrolls(e.parentElement))
    return [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > width + 1
      && !scrolls(e))
      .map((e) => e.tagName.toLowerCase() + '.' + e.getAttribute('class')).slice(0, 8)
      .concat('scrollWidth ' + document.documentElement.scrollWidth)
  })()`) as string[]
  assert.deepEqual(wide, [], `${page.url()} scrolls sideways`)
}

/**
 * Goes through the page with the Tab key and fails when an element that has focus shows no outline (WCAG 2.4.7).
 * Returns the number of stops.
 */
export async function expectVisibleFocus(page: Page, maxStops = 200): Promise<number> {
  const invisible: string[] = []
  let stops = 0
  for (; stops < maxStops; stops++) {
    await page.keyboard.press('Tab')
    const state = await page.evaluate(`(() => {
      const e = document.activeElement
      if (!e || e === document.body) return null
      if (e.dataset.seenByTest) return null
      e.dataset.seenByTest = '1'
      const visible = [e, e.parentElement].some((x) => [null, '::after', '::before'].some((p) => {
        const s = getComputedStyle(x, p)
        return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || /0px 0px 0px [3-9]px/.test(s.boxShadow)
      }))
      return { visible, what: e.outerHTML.slice(0, 120) }
    })()`) as { visible: boolean; what: string } | null
    if (state === null) break
    if (!state.visible) invisible.push(state.what)
  }
  assert.deepEqual(invisible, [], `${page.url()}: focus cannot be seen`)
  return stops
}
