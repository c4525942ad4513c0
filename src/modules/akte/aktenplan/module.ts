import type { Modul } from '../../../platform/modul.js'
import { importCli } from './cli.js'
import { rechte } from './permissions.js'
import { seed } from './seed.js'

export const modul: Modul = {
  name: 'aktenplan', etage: 'akte', dependsOn: [],
  rechte, seed, cli: [importCli],
}
