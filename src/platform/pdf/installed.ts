import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codePointsOf } from './coverage.js'
import { woffToSfnt } from './woff.js'

/** The family name that templates use. It is Noto Sans under a name no machine has, see `woffToSfnt`. */
export const fontFamily = 'Stadtkern Sans'

// Three signs of DIN 91379 (group E1) that Noto Sans lacks; Typst's built-in Libertinus Serif has them.
const builtInExtras = ['∞', '≤', '≥']

export type InstalledFonts = { blobs: Buffer[]; covers: (codePoint: number) => boolean }

/** Regular and bold of Noto Sans as shipped with the design system: all letters of DIN 91379, Greek and Cyrillic. */
export function loadFonts(): InstalledFonts {
  const folder = findUpwards('node_modules/@kern-ux/native/dist/fonts/noto-sans/NotoSans-Regular.woff')
  const blobs = ['Regular', 'Bold'].map((style) =>
    woffToSfnt(readFileSync(join(folder, `NotoSans-${style}.woff`)), { family: fontFamily, style }),
  )
  const [first, ...others] = blobs.map(codePointsOf)
  const all = others.reduce((a, b) => a.intersection(b), first!)
  for (const extra of builtInExtras) all.add(extra.codePointAt(0)!)
  return { blobs, covers: (codePoint) => all.has(codePoint) }
}

/** The folder `templates/` of the installation. */
export function templateFolder(): string {
  return findUpwards('templates/brief.typ')
}

/** The folder of a file. Sources lie three folders deep, the bundle one; both find their files by walking up. */
function findUpwards(relativePath: string): string {
  let folder = import.meta.dirname
  for (;;) {
    const path = join(folder, relativePath)
    if (existsSync(path)) return dirname(path)
    if (dirname(folder) === folder) throw new Error(`${relativePath} is not installed`)
    folder = dirname(folder)
  }
}
