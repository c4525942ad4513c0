// Exports that nobody imports, and files that nobody reaches. Text search over import clauses: fast, and wrong only on the side
// of keeping something.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const files = new Map()
const walk = (folder) => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) walk(path)
    else if (/\.(ts|tsx)$/.test(name)) files.set(resolve(path), readFileSync(path, 'utf8'))
  }
}
for (const folder of ['src', 'test', 'bench', 'islands']) try { walk(folder) } catch { /* a folder that is not there yet */ }
const isTest = (path) => /\.test\.tsx?$|\/test\/|\/test-[^/]*$|\/test(daten|fall)\.|\/bench\//.test(path)
const roots = [/src\/(main|cli|platform\/pdf\/apart-process)\.ts$/, /\.test\.tsx?$/, /\/test\//, /\/bench\//, /\/islands\//, /\/tools\//, /src\/design\/assets\.ts$/, /\/gallery\//]

const imported = new Map()
const note = (path, name) => { if (!imported.has(path)) imported.set(path, new Set()); imported.get(path).add(name) }
const target = (from, to) => { for (const ending of ['.ts', '.tsx']) { const path = resolve(dirname(from), to.replace(/\.js$/, ending)); if (files.has(path)) return path } return undefined }
for (const [path, text] of files) {
  for (const [, clause, to] of text.matchAll(/(?:^|\n)\s*(?:import|export)\s+([^'";]*?)\s*from\s*['"](\.[^'"]+)['"]/g)) {
    const at = target(path, to)
    if (!at) continue
    if (clause.includes('*')) note(at, '*')
    for (const [, name] of clause.replace(/^type\s/, '').matchAll(/(?:\{|,)\s*(?:type\s+)?(\w+)/g)) note(at, name)
  }
  for (const [, to] of text.matchAll(/import\(\s*['"](\.[^'"]+)['"]\s*\)/g)) { const at = target(path, to); if (at) note(at, '*') }
  for (const [, to] of text.matchAll(/(?:^|\n)\s*import\s+['"](\.[^'"]+)['"]/g)) { const at = target(path, to); if (at) note(at, '*') }
}
const dead = []
for (const [path, text] of files) {
  if (isTest(path) || roots.some((root) => root.test(path))) continue
  const names = imported.get(path)
  if (!names) { dead.push(`${path}: nobody imports this file`); continue }
  if (names.has('*') || path.endsWith('/index.ts')) continue
  for (const [, name] of text.matchAll(/(?:^|\n)export (?:async )?(?:function\*?|const|class) (\w+)/g)) {
    const elsewhere = names.has(name)
    const here = text.split(new RegExp(`\\b${name}\\b`)).length > 2
    if (!elsewhere && !here) dead.push(`${path}: ${name} is used nowhere`)
  }
}
if (files.size < 50) throw new Error(`Only ${files.size} files seen`)
if (dead.length > 0) { console.error(dead.map((line) => line.replace(`${process.cwd()}/`, '')).join('\n')); process.exit(1) }
console.log(`${files.size} files, nothing dead`)
