import type { CommandContext } from './command-line.js'
import { UsageError } from './usage-error.js'
import { withApp } from './with-app.js'

/** `permissions`: every permission, its sentence and the roles that hold it; `permissions can USER PERMISSION [OBJECT]`: one answer with its reason. */
export async function permissionsCommand({ args, print }: CommandContext): Promise<0 | 1 | 2> {
  return withApp(async (app) => {
    const describe = app.module.find((modul) => modul.rechteauskunft)?.rechteauskunft
    if (!describe) throw new Error('No room answers questions about permissions')
    const wanted = flag(args, '--mandant')
    const mandant = wanted ? app.mandanten.bySchluessel(wanted) : app.mandanten.all()[0]
    if (!mandant && (wanted || args[0] === 'can')) throw new UsageError(wanted ? 'Diese Stadt gibt es nicht.' : 'Es gibt noch keine Stadt.')
    const rest = args.filter((argument, index) => argument !== '--mandant' && args[index - 1] !== '--mandant')
    if (rest[0] === 'can') {
      const [, user, permission, object] = rest
      if (!user || !permission) throw new UsageError('Bitte nennen Sie Person und Recht.')
      const answer = await describe.darf(app, mandant?.id ?? '', user, permission, object)
      print(answer, answer.why)
      return answer.allowed ? 0 : 1
    }
    // Before the first town there are no roles, but the permissions are there.
    const roles = mandant ? await describe.rollen(app, mandant.id) : []
    for (const { name, satz } of app.module.flatMap((modul) => modul.rechte ?? [])) {
      const holders = roles.filter((role) => role.rechte.includes(name)).map((role) => role.schluessel)
      print({ permission: name, sentence: satz, roles: holders }, `${name.padEnd(28)} ${satz} (${holders.join(', ') || 'keine Rolle'})`)
    }
    return 0
  })
}

export function flag(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at === -1 ? undefined : args[at + 1]
}
