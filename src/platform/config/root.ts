import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The project's folder: the nearest folder above this file whose package.json is ours. Walking up instead of counting
 * `../` because the same source runs from src/, from the bundle in .build/ and from the bundled tests in .build/test/.
 */
function findProjectRoot(from: string): string {
  for (let dir = from; ; dir = dirname(dir)) {
    const manifest = join(dir, 'package.json')
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'stadtkern') {
      return dir
    }
    if (dirname(dir) === dir) throw new Error(`Kein Projektordner (package.json von stadtkern) oberhalb von ${from}`)
  }
}

/** Absolute path of the project folder; assets (templates, demo data, .build) are found relative to it. */
export const projectRoot = findProjectRoot(dirname(fileURLToPath(import.meta.url)))
