import { resealTown } from '../platform/auth/reseal.js'
import type { CommandContext } from './command-line.js'
import { flag } from './permissions.js'
import { UsageError } from './usage-error.js'
import { withApp } from './with-app.js'

/** `geheimnisse erneuern`: what is stored encrypted is encrypted as this version of the program does it. */
export async function geheimnisseCommand({ args, print }: CommandContext): Promise<0> {
  return withApp(async (app) => {
    const wanted = flag(args, '--mandant')
    const towns = wanted ? [app.mandanten.bySchluessel(wanted)] : app.mandanten.all()
    for (const town of towns) {
      if (!town) throw new UsageError('Diese Stadt gibt es nicht.')
      const { gesamt, erneuert } = await resealTown(app, town.id)
      print({ mandant: town.schluessel, gesamt, erneuert }, `${town.schluessel}: ${gesamt} Geheimnisse, ${erneuert} neu verschlüsselt.`)
    }
    return 0 as const
  }, { vorhanden: true })
}
