import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { islandNames } from './assets.js'
import type { AssetUrl } from './assets.js'
import { drawnOnce } from './repeated.js'
import { LangContext } from './texts.js'
import type { Lang } from './texts.js'

/** What every page says about itself, whatever its layout. */
export interface DocumentProps {
  readonly lang?: Lang
  /** Text of the title element, most specific part first: „Wohnsitz anmelden – Stadt Musterstadt“. */
  readonly title: string
  readonly asset: AssetUrl
  /** Content of the robots meta element, e.g. `noindex`. Left out, search engines may index the page. */
  readonly robots?: string
  readonly description?: string
  readonly bodyClass?: string
  /** Names of further scripts (assets) besides the small islands, e.g. `htmx.js`. */
  readonly scripts?: readonly string[]
  /** Further elements for head, e.g. `<link rel="alternate" …>`. */
  readonly head?: ComponentChildren
  readonly children: ComponentChildren
}

const FILES = ['favicon.svg', 'kern.css', 'stadtkern.css', ...islandNames.map((name) => `${name}.js`)]

/** What every page says of itself. */
function Meta(): VNode {
  return (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <meta name="htmx-config" content='{"includeIndicatorCSS":false}' />
    </>
  )
}

/** What every page loads. */
function Files({ asset }: { asset: AssetUrl }): VNode {
  return (
    <>
      <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={asset('kern.css')} />
      <link rel="stylesheet" href={asset('stadtkern.css')} />
      {islandNames.map((name) => <script key={name} type="module" src={asset(`${name}.js`)} />)}
    </>
  )
}

/** The html shell. No inline script or style anywhere: the Content-Security-Policy forbids both. */
export function Document(props: DocumentProps): VNode {
  const { lang = 'de', title, asset, robots, description, scripts = [] } = props
  return (
    <LangContext.Provider value={lang}>
      <html lang={lang}>
        <head>
          {drawnOnce(lang, 'meta', Meta)}
          {robots ? <meta name="robots" content={robots} /> : null}
          {description ? <meta name="description" content={description} /> : null}
          <title>{title}</title>
          {drawnOnce(lang, `files ${FILES.map(asset).join(' ')}`, () => <Files asset={asset} />)}
          {scripts.map((name) => <script key={name} src={asset(name)} defer />)}
          {props.head}
        </head>
        <body class={props.bodyClass}>{props.children}</body>
      </html>
    </LangContext.Provider>
  )
}

/** A whole page as HTML text with doctype. Preact escapes every text and attribute. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}`
}

/** A part of a page as HTML text, for partial updates. */
export function renderPart(part: VNode): string {
  return renderToString(part)
}
