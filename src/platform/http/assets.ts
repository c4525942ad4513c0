import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The built browser files. `url('stadtkern.css')` is the hashed path that may be cached for ever. */
export interface Assets { readonly folder: string; url(name: string): string }

/** Reads the manifest that the build wrote. @throws with the way out when nothing was built */
export function openAssets(folder: string): Assets {
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest)) throw new Error(`No built assets in ${folder}. Run "npm run build".`)
  const names = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>
  return {
    folder,
    url(name) {
      const path = names[name]
      if (!path) throw new Error(`Asset ${name} is not in the build`)
      return path
    },
  }
}
