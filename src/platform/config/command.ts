import { loadConfig } from './index.js'
import { flatKeys } from './keys.js'

interface Context {
  readonly args: readonly string[]
  print(object: unknown, text: string): void
}

/** `stadtkern config`: what holds now, and warnings; secrets only as set or not set. */
export async function configCommand({ args, print }: Context): Promise<0> {
  const config = loadConfig(process.env, args)
  const settings = Object.fromEntries(
    flatKeys().map(({ name, key }) => {
      const value = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], config)
      return [name, key.secret && value !== undefined ? '***' : (value ?? null)]
    }),
  )
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value === null ? '–' : String(value)}`)
  const notes = config.warnings.map((warning) => `Hinweis: ${warning}`)
  print({ file: config.file ?? null, settings, warnings: config.warnings }, [...lines, ...notes].join('\n'))
  return 0
}
