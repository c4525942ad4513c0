import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { systemActor, type Actor } from '../../../platform/usecases/actor.js'
import { paketEinspielen, pruefeGanzesPaket } from './importieren/einspielen.js'
import { lesePaketdateien } from './importieren/paket-lesen.js'

const ORDNER = join(projectRoot, 'demo/leistungen')

interface Katalogdatei {
  readonly vorgaben: Record<string, unknown>
  /** Folder name → the one town that offers it. */
  readonly paketeNurIn: Readonly<Record<string, string>>
  readonly leistungen: readonly ({ readonly nurIn?: string } & Record<string, unknown>)[]
}

/** The demo's packages and the services that are only described. Loaded again it changes nothing. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const actor = systemActor(mandantId, 'demo')
  const { vorgaben, paketeNurIn, leistungen } = parse(readFileSync(join(ORDNER, 'katalog.yaml'), 'utf8')) as Katalogdatei
  for (const ordner of paketordner()) {
    if ((paketeNurIn[ordner] ?? stadt) === stadt) await spieleEin(app, actor, ordner, await lesePaketdateien(join(ORDNER, ordner)))
  }
  for (const { nurIn, ...eigenes } of leistungen) {
    const yaml = stringify({ ...vorgaben, ...eigenes }, { aliasDuplicateObjects: false })
    if (nurIn === undefined || nurIn === stadt) await spieleEin(app, actor, String(eigenes['schluessel']), { 'leistung.yaml': yaml })
  }
}

function paketordner(): string[] {
  const ordner = readdirSync(ORDNER, { withFileTypes: true }).filter((eintrag) => eintrag.isDirectory()).map(({ name }) => name)
  return ordner.filter((name) => existsSync(join(ORDNER, name, 'leistung.yaml'))).sort()
}

/** A demo package that does not fit this town (a unit is missing) is left out with a line in the log: the others still load. */
async function spieleEin(app: App, actor: Actor, name: string, dateien: Readonly<Record<string, string>>): Promise<void> {
  const befunde = await pruefeGanzesPaket(app, actor, dateien)
  const fehler = befunde.filter(({ stufe }) => stufe === 'fehler')
  if (fehler.length > 0) {
    app.log.warn('demo.leistung', { leistung: name, befunde: fehler.map(({ datei, ort, text }) => `${datei} ${ort}: ${text}`).join('; ') })
    return
  }
  await paketEinspielen(app, actor, { dateien, veroeffentlichen: !befunde.some(({ stufe }) => stufe === 'luecke') })
}
