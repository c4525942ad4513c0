// Makes .build/: the server and the command line as bundles (packages stay outside), and the browser's files with hashed
// names. Files are replaced one by one and old ones kept for a week, because a running process loads parts of it late.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

/** Packages of hundreds of small files: reading them one by one at each start costs more than all of our own code. */
const packagesInside = new Set(['kysely', 'typebox'])

/** Packages stay outside the bundles, but for those. */
export const packagesOutside = {
  name: 'packages outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || packagesInside.has(path.split('/')[0])) return undefined
      return { path, external: true }
    })
  },
}

const root = dirname(fileURLToPath(import.meta.url))
const outdir = join(root, '.build')
const assetsFolder = join(outdir, 'assets')
const keepFor = 7 * 24 * 3600_000

/** @param {{ quiet?: boolean }} [options] */
export async function buildAll({ quiet = false } = {}) {
  const begin = performance.now()
  const written = new Set()
  await Promise.all([buildServer(written), buildAssets(written)])
  clearOld(outdir, written)
  if (!quiet) console.log(`.build: ${written.size} files in ${Math.round(performance.now() - begin)} ms`)
}

async function buildServer(written) {
  const entryPoints = ['src/main.ts', 'src/cli.ts', 'src/modules/finanzen/rechnungspruefung/pruefseite/pruefarbeiter.ts', 'src/platform/pdf/apart-process.ts']
    .map((file) => ({ in: join(root, file), out: basename(file, '.ts') })).filter((entry) => existsSync(entry.in))
  if (entryPoints.length === 0) return
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    plugins: [packagesOutside],
    platform: 'node',
    target: 'node26',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: 'linked',
    sourcesContent: false,
    write: false,
    logLevel: 'warning',
  })
  // The entry points last: what they import must be there.
  for (const file of outputFiles.toSorted((a, b) => b.path.length - a.path.length)) {
    put(file.path, file.contents, written)
  }
}

const isScript = ({ file }) => dirname(file) === 'islands'
const isStyle = ({ file }) => file.endsWith('.css')

async function buildAssets(written) {
  const manifest = {}
  const list = await assetList()
  for (const { name, file } of list) {
    if (isScript({ file }) || isStyle({ file })) continue
    const contents = readFileSync(join(root, file))
    manifest[name] = `/assets/${hashed(name, contents)}`
    put(join(assetsFolder, hashed(name, contents)), contents, written)
  }
  await Promise.all([
    ...list.filter(isStyle).map((asset) => buildStyle(asset, manifest, written)),
    buildIslands(list.filter(isScript), manifest, written),
  ])
  const sorted = Object.fromEntries(Object.entries(manifest).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  put(join(assetsFolder, 'manifest.json'), `${JSON.stringify(sorted, null, 2)}\n`, written)
}

/** What is served: the list of the design, and what lies in src/design/assets and islands without being listed. */
async function assetList() {
  const list = new Map()
  const add = (name, file) => existsSync(join(root, file)) && list.set(name, { name, file })
  add('kern.css', 'node_modules/@kern-ux/native/dist/kern.min.css')
  add('htmx.js', 'node_modules/htmx.org/dist/htmx.min.js')
  for (const file of filesIn('src/design/assets')) add(file, join('src/design/assets', file))
  for (const file of filesIn('islands')) {
    if (/(?<!\.test|\.d)\.[jt]sx?$/.test(file)) add(file.replace(/\.[jt]sx?$/, '.js'), join('islands', file))
  }
  for (const { name, file } of await designAssets()) {
    if (!existsSync(join(root, file))) throw new Error(`src/design/assets.ts: ${file} does not exist`)
    list.set(name, { name, file })
  }
  return [...list.values()]
}

/** src/design/assets.ts holds data only, so it can be read without a bundle. */
async function designAssets() {
  const file = join(root, 'src/design/assets.ts')
  if (!existsSync(file)) return []
  const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm' })
  const loaded = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
  return loaded.designAssets ?? []
}

/** A style sheet whose addresses lead to the hashed names; one that leads nowhere fails the build. */
async function buildStyle({ name, file }, manifest, written) {
  const folder = dirname(join(root, file))
  const resolveUrls = {
    name: 'urls',
    setup({ onResolve }) {
      onResolve({ filter: /^[^#]/ }, ({ kind, path }) => {
        if (kind !== 'url-token' || path.startsWith('data:')) return undefined
        const served = manifest[path.replace(/^\.\//, '')]
        if (served) return { path: relative(`/assets/${dirname(name)}`, served), external: true }
        return existsSync(join(folder, path)) ? undefined : { errors: [{ text: `${path} is no asset` }] }
      })
    },
  }
  const loader = Object.fromEntries(['.woff2', '.woff', '.svg', '.png'].map((ext) => [ext, 'file']))
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [{ in: join(root, file), out: name.replace(/\.css$/, '') }],
    outdir: assetsFolder,
    assetNames: '[name].[hash]',
    bundle: true,
    minify: true,
    loader,
    plugins: [resolveUrls],
    write: false,
    logLevel: 'warning',
  })
  for (const output of outputFiles) {
    const style = extname(output.path) === '.css'
    const target = style ? hashed(name, output.contents) : relative(assetsFolder, output.path)
    if (style) manifest[name] = `/assets/${target}`
    put(join(assetsFolder, target), output.contents, written)
  }
}

async function buildIslands(list, manifest, written) {
  if (list.length === 0) return
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: list.map(({ file }) => join(root, file)),
    outdir: assetsFolder,
    entryNames: '[name].[hash]',
    chunkNames: 'chunk.[hash]',
    assetNames: '[name].[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022'],
    sourcemap: 'linked',
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    const asset = list.find(({ file }) => file === entryPoint)
    if (asset && path.endsWith('.js')) manifest[asset.name] = `/assets/${basename(path)}`
  }
  for (const file of outputFiles) put(file.path, file.contents, written)
}

function hashed(name, contents) {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 10)
  const ext = extname(name)
  return `${name.slice(0, name.length - ext.length)}.${hash}${ext}`
}

/** Writes only what changed, and whole or not at all: another process may be starting from it. */
function put(path, contents, written) {
  written.add(path)
  const bytes = Buffer.from(contents)
  if (existsSync(path) && readFileSync(path).equals(bytes)) return
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, bytes)
  renameSync(temporary, path)
}

function clearOld(folder, written) {
  for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    const path = join(folder, entry.name)
    if (path === join(outdir, 'test')) continue
    if (entry.isDirectory()) clearOld(path, written)
    else if (!written.has(path) && Date.now() - statSync(path).mtimeMs > keepFor) rmSync(path, { force: true })
  }
}

function filesIn(folder) {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll()
