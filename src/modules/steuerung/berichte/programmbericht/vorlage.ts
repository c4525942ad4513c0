import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../../platform/config/index.js'

let geladen: string | undefined

/** The template as one text without imports: it is kept with every report, so that a later template changes no earlier report. */
export function vorlage(): string {
  const lies = (name: string) => readFileSync(join(projectRoot, 'templates', `${name}.typ`), 'utf8')
  geladen ??= `${lies('layout')}\n${lies('programmbericht').replace('#import "layout.typ": *\n', '')}`
  return geladen
}
