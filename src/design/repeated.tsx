import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'
import { LangContext } from './texts.js'
import type { Lang } from './texts.js'

const MOST = 2_000
const LONGEST_KEY = 4_000

const drawn = new Map<string, string>()

/** Markup of ours from before, as it is; the renderer takes it without a wrapper. */
const asDrawn = (html: string): VNode => jsxTemplate([html]) as VNode

/**
 * A part that looks the same on many pages: drawn once, then repeated as text. Head, header, menu and footer are most of what a page
 * costs to draw. `key` has to name everything the part shows besides the language; never what belongs to one person.
 *
 * Not to be called in a component after one of its hooks: drawing disturbs those that follow.
 */
export function drawnOnce(lang: Lang, key: string, draw: () => VNode | null): VNode {
  const full = `${lang} ${key}`
  let html = drawn.get(full)
  if (html === undefined) {
    html = renderToString(<LangContext.Provider value={lang}>{draw()}</LangContext.Provider>)
    if (drawn.size >= MOST) drawn.clear()
    if (full.length <= LONGEST_KEY) drawn.set(full, html)
  }
  return asDrawn(html)
}
