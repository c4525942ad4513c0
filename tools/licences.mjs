// Every installed dependency has a licence that goes with EUPL-1.2, or stands here with a reason.
import { readFileSync } from 'node:fs'

const fits = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'EUPL-1.2', 'CC0-1.0', 'Unlicense', 'BlueOak-1.0.0', 'Python-2.0', 'OFL-1.1', 'CC-BY-4.0', 'MIT-0', 'PostgreSQL', 'Zlib', 'WTFPL', 'PSF-2.0', 'BSD-0-Clause'])
const reasons = {
  'axe-core': 'MPL-2.0: used by tests only, not distributed',
  'date-holidays': 'ISC and CC-BY-3.0 for the data: attribution stands in the README',
  'date-holidays-parser': 'as date-holidays',
  'caldate': 'as date-holidays',
  'astronomia': 'MIT',
  'xml-escape': 'MIT, written as "MIT License"; tests only',
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const bad = []
let seen = 0
for (const [path, entry] of Object.entries(packages)) {
  if (path === '') continue
  seen++
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  let licence = entry.license
  if (!licence) {
    try {
      const manifest = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'))
      licence = typeof manifest.license === 'string' ? manifest.license : manifest.license?.type ?? manifest.licenses?.[0]?.type
    } catch {
      if (entry.optional) continue // another platform's build of a package that is here
    }
  }
  const alternatives = String(licence ?? '').replaceAll(/[()]/g, '').split(/ OR /)
  if (!alternatives.some((one) => one.split(/ AND /).every((part) => fits.has(part.trim()))) && !reasons[name]) bad.push(`${name}: ${licence ?? 'none stated'}`)
}
if (seen < 100) throw new Error(`Only ${seen} packages seen`)
if (bad.length > 0) {
  console.error(`Licences to look at:\n  ${bad.join('\n  ')}`)
  process.exit(1)
}
console.log(`${seen} packages, all licences fit`)
