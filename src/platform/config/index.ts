import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { flatKeys, type Key, type keys } from './keys.js'
import { productionBefore } from './production.js'
import { projectRoot } from './root.js'
import { checkTogether, warningsOf, type Problem } from './rules.js'

export { projectRoot } from './root.js'
export { loadMasterKey } from './master-key.js'
export { rememberProduction } from './production.js'
export type { Problem } from './rules.js'

type ValueOf<K> = K extends { default: infer D; type: { parse(raw: unknown): infer P } }
  ? D extends undefined
    ? GoodOf<P> | undefined
    : GoodOf<P>
  : K extends { type: { parse(raw: unknown): infer P } }
    ? GoodOf<P> | undefined
    : { readonly [N in keyof K]: ValueOf<K[N]> }
type GoodOf<P> = P extends { ok: true; value: infer T } ? T : never
type Raw = { readonly [N in keyof typeof keys]: ValueOf<(typeof keys)[N]> }

/** The settings of this process: checked, complete, paths absolute. */
export interface Config extends Omit<Raw, 'mode' | 'baseUrl' | 'keysFolder' | 'demo'> {
  readonly mode: 'demo' | 'production'
  /** Public address without a slash at the end. With port 0 in demo mode the port is known only after listening. */
  readonly baseUrl: string
  readonly keysFolder: string
  readonly demo: { readonly konten: boolean; readonly uhr: boolean; readonly simulatoren: boolean }
  /** What the operator should read at start, German. */
  readonly warnings: readonly string[]
  /** The file that was read, if any. */
  readonly file: string | undefined
}

/** The configuration is wrong; the message lists all problems at once. The process ends with `exitCode`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly exitCode = 2
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ key, de, en }) => {
      const env = flatKeys().find(({ name }) => name === key)?.key.env
      return `  - ${key}${env ? ` (${env})` : ''}: ${de}.\n      ${key} ${en}.`
    })
    super(
      `Die Konfiguration hat ${problems.length} Fehler / ${problems.length} configuration errors:\n${lines.join('\n')}\n` +
        'Alle Einstellungen: docs/konfiguration.md',
    )
    this.problems = problems
  }
}

type Env = Readonly<Record<string, string | undefined>>

/** Read by other parts of the project, not settings of a running system. */
const otherVariables = new Set(['STADTKERN_CONFIG', 'STADTKERN_CONFORMANCE', 'STADTKERN_TEST_DATABASE_URL', 'STADTKERN_TEST_LOG'])

/**
 * Reads the settings. Precedence: command line (`--database.url=…`), environment, file, default.
 * @param argv arguments without node and script; those that are not `--key=value` of a known key are left to others
 * @throws ConfigError with every problem
 */
export function loadConfig(env: Env, argv: readonly string[] = []): Config {
  const problems: Problem[] = []
  const entries = flatKeys()
  const fromArgv = readArguments(argv, new Set(entries.map(({ name }) => name)))
  const file = findFile(env)
  const fromFile = file === undefined ? new Map<string, unknown>() : readFile(file, problems)
  const values = new Map<string, unknown>()
  for (const { name, key } of entries) {
    const given = fromArgv.get(name) ?? (env[key.env] || undefined)
    const raw = given ?? fromFile.get(name)
    const base = given === undefined && file !== undefined ? dirname(file) : projectRoot
    values.set(name, readValue(name, key, raw, base, problems))
  }
  const config = complete(values, file, env)
  problems.push(...checkTogether(config, productionBefore(config.data)))
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

function readValue(name: string, key: Key<unknown>, raw: unknown, base: string, problems: Problem[]): unknown {
  const absolute = (value: unknown) => (key.path && typeof value === 'string' ? resolve(base, value) : value)
  if (raw === undefined || raw === null) {
    return key.path && typeof key.default === 'string' ? resolve(projectRoot, key.default) : key.default
  }
  const parsed = key.type.parse(raw)
  if (parsed.ok) return absolute(parsed.value)
  problems.push({ key: name, de: parsed.de, en: parsed.en })
  return absolute(key.default)
}

function complete(values: Map<string, unknown>, file: string | undefined, env: Env): Config {
  const raw = nest(values) as Raw
  const mode = raw.mode ?? (file !== undefined || productionBefore(raw.data) ? 'production' : 'demo')
  const demo = mode === 'demo'
  const config: Config = {
    ...raw,
    mode,
    baseUrl: (raw.baseUrl ?? `http://localhost:${raw.port}`).replace(/\/+$/, ''),
    keysFolder: raw.keysFolder ?? join(raw.data, 'keys'),
    demo: {
      konten: raw.demo.konten ?? demo,
      uhr: raw.demo.uhr ?? demo,
      simulatoren: raw.demo.simulatoren ?? demo,
    },
    warnings: unknownVariables(env),
    file,
  }
  return { ...config, warnings: [...config.warnings, ...warningsOf(config)] }
}

function nest(values: Map<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [name, value] of values) {
    const path = name.split('.')
    const last = path.pop() ?? name
    const parent = path.reduce<Record<string, unknown>>(
      (at, part) => (at[part] ??= {}) as Record<string, unknown>,
      root,
    )
    parent[last] = value
  }
  return root
}

function readArguments(argv: readonly string[], names: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>()
  for (const argument of argv) {
    const [, name = '', value = ''] = /^--([\w.]+)=(.*)$/s.exec(argument) ?? []
    if (names.has(name)) found.set(name, value)
  }
  return found
}

function findFile(env: Env): string | undefined {
  if (env.STADTKERN_CONFIG) return resolve(projectRoot, env.STADTKERN_CONFIG)
  const usual = join(projectRoot, 'stadtkern.yaml')
  return existsSync(usual) ? usual : undefined
}

function readFile(file: string, problems: Problem[]): Map<string, unknown> {
  const found = new Map<string, unknown>()
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch {
    const missing = { de: `kann nicht gelesen werden: ${file}`, en: `cannot be read: ${file}` }
    problems.push({ key: 'STADTKERN_CONFIG', ...missing })
    return found
  }
  const document = parseDocument(content)
  for (const { message } of document.errors) {
    problems.push({ key: file, de: `ist kein gültiges YAML: ${message}`, en: 'is not valid YAML' })
  }
  if (document.errors.length === 0) flatten(document.toJS() as unknown, '', found)
  const known = new Set(flatKeys().map(({ name }) => name))
  for (const name of found.keys()) {
    if (!known.has(name)) problems.push({ key: name, de: `ist keine Einstellung (in ${file})`, en: 'is not a setting' })
  }
  return found
}

function flatten(value: unknown, name: string, found: Map<string, unknown>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (name !== '') found.set(name, value)
    return
  }
  for (const [part, inner] of Object.entries(value)) flatten(inner, name === '' ? part : `${name}.${part}`, found)
}

/** A typing error in a variable would otherwise go unnoticed. */
function unknownVariables(env: Env): string[] {
  const known = new Set(flatKeys().map(({ key }) => key.env))
  return Object.keys(env)
    .filter((name) => name.startsWith('STADTKERN_') && !known.has(name) && !otherVariables.has(name))
    .map((name) => `Die Umgebungsvariable ${name} ist keine Einstellung und wird nicht beachtet`)
}
