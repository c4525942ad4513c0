/**
 * Every static file the pages need, as a list: the web server serves exactly these, under one folder, and hashes the
 * names.
 *
 * `name` is what components pass to `asset(name)`; `file` is relative to the project root. Entries with `stable: true`
 * must keep their plain name, because stadtkern.css refers to them by relative URL (`fonts/…`), so style sheet and
 * fonts have to be served from the same folder.
 */
export interface DesignAsset {
  readonly name: string
  readonly file: string
  readonly type: string
  readonly stable?: true
}

/** Turns the name of an asset into the URL under which it is served, normally with a content hash. */
export type AssetUrl = (name: string) => string

const kern = 'node_modules/@kern-ux/native/dist'
const noto = 'node_modules/@fontsource/noto-sans/files'
const woff2 = 'font/woff2'
const js = 'text/javascript; charset=utf-8'

const font = (name: string, file: string): DesignAsset => ({ name: `fonts/${name}`, file, type: woff2, stable: true })
const fira = (cut: string): DesignAsset => font(`FiraSans-${cut}.woff2`,
  `${kern}/fonts/fira-sans/FiraSans-${cut}.woff2`)

/** Optional browser helpers; every page works without them. Each is bound by data attributes the components write. */
export const islandNames = ['unsaved-changes', 'session-timeout', 'file-size', 'copy-button',
  'character-count'] as const

export const designAssets: readonly DesignAsset[] = [
  { name: 'kern.css', file: `${kern}/kern.min.css`, type: 'text/css; charset=utf-8' },
  { name: 'stadtkern.css', file: 'src/design/assets/stadtkern.css', type: 'text/css; charset=utf-8' },
  { name: 'favicon.svg', file: 'src/design/assets/favicon.svg', type: 'image/svg+xml' },
  { name: 'wappen-muster.svg', file: 'src/design/assets/wappen-muster.svg', type: 'image/svg+xml' },
  { name: 'htmx.js', file: 'node_modules/htmx.org/dist/htmx.min.js', type: js },
  ...islandNames.map((name) => ({ name: `${name}.js`, file: `islands/${name}.js`, type: js })),
  fira('Regular'),
  fira('Italic'),
  fira('Medium'),
  fira('SemiBold'),
  fira('Bold'),
  font('noto-sans-latin-ext-400.woff2', `${noto}/noto-sans-latin-ext-400-normal.woff2`),
  font('noto-sans-latin-ext-600.woff2', `${noto}/noto-sans-latin-ext-600-normal.woff2`),
]
