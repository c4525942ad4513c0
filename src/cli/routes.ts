import type { CommandContext } from './command-line.js'
import type { App } from '../platform/app.js'
import type { Access, Route } from '../platform/http/route.js'
import { systemActor } from '../platform/usecases/actor.js'
import { withApp } from './with-app.js'

export interface RouteLine { readonly method: string; readonly path: string; readonly access: string; readonly module: string; readonly kind: string; readonly example: string | null }

const accessText = (access: Access): string => ('recht' in access && access.recht ? `${access.art}:${access.recht}` : access.art)

/** Every route of every room, with a path that works in the demo. */
export async function routeLines(app: App): Promise<RouteLine[]> {
  const lines: RouteLine[] = []
  for (const modul of app.module) {
    for (const route of modul.routes ?? []) lines.push({ method: route.method, path: route.path, access: accessText(route.access), module: modul.name, kind: route.art, example: await exampleOf(app, route) })
  }
  return lines
}

async function exampleOf(app: App, route: Route): Promise<string | null> {
  if (typeof route.beispiel === 'function') return (await route.beispiel(app).catch(() => undefined)) ?? null
  return route.beispiel ?? (route.path.includes(':') ? null : route.path)
}

/** Rooms look their example ids up as the system of the first town. */
export const exampleActor = (app: App) => systemActor(app.mandanten.all()[0]?.id ?? '', 'beispiele')

export async function routesCommand({ print }: CommandContext): Promise<0> {
  return withApp(async (app) => {
    for (const line of await routeLines(app)) print(line, `${line.method.padEnd(6)} ${line.path.padEnd(50)} ${line.access.padEnd(28)} ${line.module.padEnd(18)} ${line.kind.padEnd(5)} ${line.example ?? ''}`)
    return 0 as const
  })
}
