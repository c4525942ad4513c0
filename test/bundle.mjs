// Bundles the test files and all they import into .build/test, once for a whole run: each test file is a process of its own,
// and loading two thousand modules one by one would cost each of them more than its tests. `import.meta` keeps pointing at
// the source, so that a file finds its neighbours.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { packagesOutside } from '../build.mjs'

const keepFor = 24 * 3600_000

/**
 * @param {string} root project folder
 * @param {readonly string[]} sources relative to the project
 * @returns {Promise<(source: string) => string>} where the bundle of a source lies
 */
export async function bundleSources(root, sources) {
  const target = join(root, '.build', 'test')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: sources,
    outdir: target,
    outbase: root,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [sourceAddresses(root), packagesOutside],
    write: false,
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, contents)
  }
  clearOld(target, new Set(outputFiles.map(({ path }) => path)))
  return (source) => join(target, source.replace(/\.tsx?$/, '.js'))
}

/** @param {string} root */
function sourceAddresses(root) {
  const places = (path) => ({ url: pathToFileURL(path).href, dirname: dirname(path), filename: path })
  return {
    name: 'source addresses',
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        const content = await readFile(path, 'utf8')
        if (!content.includes('import.meta.') || !path.startsWith(root)) return undefined
        const contents = content.replace(/import\.meta\.(url|dirname|filename)\b/g, (_, name) => JSON.stringify(places(path)[name]))
        return { contents, loader: extname(path).slice(1) }
      })
    },
  }
}

/** Another run may still be using what this one did not write. */
function clearOld(folder, written) {
  for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) clearOld(path, written)
    else if (!written.has(path) && Date.now() - statSync(path).mtimeMs > keepFor) rmSync(path, { force: true })
  }
}
