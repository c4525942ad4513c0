import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot } from '../../../platform/config/index.js'

export interface DemoPerson { readonly id: string; readonly kennung: string; readonly name: string; readonly telefon: string; readonly rolle: string; readonly einheit?: string; readonly totp: string }
export interface DemoBuerger { readonly id: string; readonly kennung: string; readonly vorname?: string; readonly nachname: string; readonly email: string; readonly passwort?: string }
export interface DemoDienst { readonly id: string; readonly kennung: string; readonly name: string; readonly rechte: readonly string[] }
export interface DemoPersonal { readonly passwort: string; readonly personal: readonly DemoPerson[]; readonly buergerPasswort: string; readonly buerger: readonly DemoBuerger[]; readonly dienste?: readonly DemoDienst[] }

const gelesen = new Map<string, DemoPersonal>()

/** The demo people of a town, from demo/<town>/personal.yaml, read once; none for a town without that file. */
export function demoPersonal(stadt: string): DemoPersonal {
  const bekannt = gelesen.get(stadt)
  if (bekannt) return bekannt
  const file = join(projectRoot, 'demo', stadt, 'personal.yaml')
  const personal = existsSync(file) ? parse(readFileSync(file, 'utf8')) as DemoPersonal : { passwort: '', personal: [], buergerPasswort: '', buerger: [] }
  gelesen.set(stadt, personal)
  return personal
}
