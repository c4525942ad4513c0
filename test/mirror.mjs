// Transpiles all sources once, file by file, into .build/test: with many small test files a loader that does so in every
// process costs two to three times the whole run. `import.meta` keeps pointing at the source, so that a file finds its
// neighbours; only what changed is written.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transform } from 'esbuild'

const folders = ['src', 'test', 'bench']
const transpiled = new Set(['.ts', '.tsx'])
const copied = new Set(['.js', '.mjs', '.json'])

/**
 * @param {string} root project folder
 * @returns {Promise<(source: string) => string>} where a source (relative to the project) lies in the mirror
 */
export async function mirrorSources(root) {
  const target = join(root, '.build', 'test')
  const place = (source) => join(target, source.replace(/\.tsx?$/, '.js'))
  const sources = folders.flatMap((folder) => filesBelow(root, folder)).filter((file) => !file.endsWith('.d.ts'))
  const made = new Set(sources.map(place))
  const newestTool = statSync(import.meta.filename).mtimeMs
  await Promise.all(
    sources.map(async (source) => {
      const changed = Math.max(statSync(join(root, source)).mtimeMs, newestTool)
      const state = statSync(place(source), { throwIfNoEntry: false })
      if (state === undefined || state.mtimeMs < changed) await mirror(root, source, place(source))
    }),
  )
  for (const file of existsSync(target) ? filesBelow(target, '.') : []) {
    // A test whose source is gone must not run on.
    if (!made.has(join(target, file))) rmSync(join(target, file), { force: true })
  }
  return place
}

async function mirror(root, source, target) {
  const path = join(root, source)
  const content = readFileSync(path, 'utf8')
  const code = transpiled.has(extname(source)) ? await transpile(path, content) : content
  mkdirSync(dirname(target), { recursive: true })
  const temporary = `${target}.${process.pid}.tmp`
  writeFileSync(temporary, code)
  renameSync(temporary, target)
}

async function transpile(path, content) {
  const { code } = await transform(content, {
    loader: extname(path) === '.tsx' ? 'tsx' : 'ts',
    sourcefile: path,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    sourcesContent: false,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(path).href),
      'import.meta.dirname': JSON.stringify(dirname(path)),
      'import.meta.filename': JSON.stringify(path),
    },
  })
  return code
}

/** Files of the kinds that are mirrored, relative to the root. */
function filesBelow(root, folder) {
  const start = join(root, folder)
  if (!existsSync(start)) return []
  return readdirSync(start, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && (transpiled.has(extname(entry.name)) || copied.has(extname(entry.name))))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}
