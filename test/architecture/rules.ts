import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** The rules of the house as functions over source text. Each has a bad example in architecture.test.ts that proves it can fail. */
export interface Source { readonly path: string; readonly text: string }
export interface Breach { readonly rule: string; readonly path: string; readonly text: string }
export type Rule = (sources: readonly Source[]) => Breach[]

/** All TypeScript sources below `root`, with paths relative to the project. */
export function readSources(project: string, root: string): Source[] {
  const found: Source[] = []
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) walk(path)
      else if (/\.(ts|tsx)$/.test(name)) found.push({ path: relative(project, path), text: readFileSync(path, 'utf8') })
    }
  }
  walk(join(project, root))
  return found
}

const isTest = (path: string) => /\.test\.tsx?$|\/test(-|\/|daten\.|fall\.)/.test(path)
const roomOf = (path: string) => /^src\/modules\/([\w-]+)\/([\w-]+)\//.exec(path)
const importsOf = ({ path, text }: Source) => [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:from\s*)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g)]
  .map((match) => match[1] ?? match[2] ?? '').map((to) => ({ written: to, path: relative(process.cwd(), resolve(process.cwd(), dirname(path), to)).replace(/\.js$/, '.ts') }))
const multiLineImports = (source: Source): Source => ({ ...source, text: source.text.replace(/\{[^{}]*\}\s*from/g, (clause) => clause.replace(/\s+/g, ' ')) })

/** Another room is entered through its index.ts only; module.ts is for the list of modules. */
export const doors: Rule = (sources) => sources.filter((source) => !isTest(source.path)).flatMap((source) => importsOf(multiLineImports(source)).flatMap((target) => {
  const from = roomOf(source.path)
  const to = roomOf(target.path)
  if (!to || (from && from[2] === to[2])) return []
  const inside = target.path.slice(to[0].length)
  if (inside === 'index.ts' || (source.path === 'src/modules.ts' && inside === 'module.ts')) return []
  return [{ rule: 'door', path: source.path, text: `imports ${target.path}. Other rooms are entered through ${to[0]}index.ts: export there what others may use.` }]
}))

/** What a room imports from other rooms is what its module.ts declares, and the whole has no circle. */
export const dependencies: Rule = (sources) => {
  const breaches: Breach[] = []
  const used = new Map<string, Map<string, string>>()
  for (const source of sources.filter((one) => !isTest(one.path))) {
    const from = roomOf(source.path)?.[2]
    if (!from) continue
    if (!used.has(from)) used.set(from, new Map())
    for (const target of importsOf(multiLineImports(source))) {
      const to = roomOf(target.path)?.[2]
      if (to && to !== from) used.get(from)?.set(to, source.path)
    }
  }
  const declared = new Map(sources.filter((source) => /^src\/modules\/[\w-]+\/[\w-]+\/module\.ts$/.test(source.path)).map((source) => {
    const list = /dependsOn:\s*\[([^\]]*)\]/.exec(source.text)?.[1] ?? ''
    return [roomOf(source.path)?.[2] ?? '', [...list.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '')] as const
  }))
  for (const [room, targets] of used) {
    for (const [to, path] of targets) {
      if (declared.has(room) && !declared.get(room)?.includes(to)) breaches.push({ rule: 'dependsOn', path, text: `uses ${to}, which module.ts of ${room} does not declare. Declare it, or ask whose word it is.` })
    }
  }
  for (const [room, list] of declared) for (const to of list) if (!used.get(room)?.has(to)) breaches.push({ rule: 'dependsOn', path: `${room}/module.ts`, text: `declares ${to} but never uses it. Take it out.` })
  return [...breaches, ...cycles(new Map([...used].map(([room, targets]) => [room, [...targets.keys()]])))]
}

function cycles(graph: ReadonlyMap<string, readonly string[]>): Breach[] {
  const breaches: Breach[] = []
  const done = new Set<string>()
  const visit = (room: string, path: readonly string[]): void => {
    if (path.includes(room)) { breaches.push({ rule: 'cycle', path: room, text: `circle ${[...path.slice(path.indexOf(room)), room].join(' → ')}. Turn one arrow round with a registry or an event.` }); return }
    if (done.has(room)) return
    for (const to of graph.get(room) ?? []) visit(to, [...path, room])
    done.add(room)
  }
  for (const room of graph.keys()) visit(room, [])
  return breaches
}

/** The ground floor knows no room. */
export const groundFloor: Rule = (sources) => sources.filter((source) => /^src\/(platform|design)\//.test(source.path) && !isTest(source.path)).flatMap((source) =>
  importsOf(multiLineImports(source)).filter((target) => target.path.startsWith('src/modules')).map((target) =>
    ({ rule: 'ground floor', path: source.path, text: `imports ${target.path}. Platform and design know no room: take it as a parameter or through the manifest.` })))

/** Rules of the business are pure: time and data are passed in. */
export const pureDomain: Rule = (sources) => sources.filter((source) => /\/domain\//.test(source.path) && !isTest(source.path)).flatMap((source) => {
  const impure = /from '(node:(?:fs|net|http|child_process)[^']*|pg|kysely|fastify)'|platform\/(?:database|http|jobs|blobs|mail)\/|Temporal\.Now|Date\.now\(|Math\.random\(/.exec(source.text)
  return impure ? [{ rule: 'pure domain', path: source.path, text: `contains ${impure[0]}. Domain gets time and data passed in; I/O belongs in the command or query.` }] : []
})

/** Pages show what they are given. */
export const purePages: Rule = (sources) => sources.filter((source) => source.path.endsWith('/page.tsx')).flatMap((source) => {
  const impure = /from '(?:kysely|pg)'|selectFrom\(|insertInto\(|updateTable\(|deleteFrom\(/.exec(source.text)
  return impure ? [{ rule: 'pure page', path: source.path, text: `contains ${impure[0]}. Put the question into query.ts and hand the result to the page.` }] : []
})

/** A query names its own room's tables only. */
export const ownTables: Rule = (sources) => {
  const rooms = new Set(sources.map((source) => roomOf(source.path)?.[2]).filter(Boolean))
  return sources.filter((source) => roomOf(source.path) && !isTest(source.path)).flatMap((source) => {
    const own = roomOf(source.path)?.[2]
    return [...source.text.matchAll(/(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|\bfrom|\bjoin|\binto|\bupdate)\(?\s*'?([a-z]+)\.[a-z_]+/g)]
      .filter((match) => match[1] !== own && rooms.has(match[1]))
      .map((match) => ({ rule: 'own tables', path: source.path, text: `queries ${match[0]}. Rows do not cross borders: use the door of ${match[1]}.` }))
  })
}

/** Short enough to be read in one go. Tables of data are exempt. */
export const sizes: Rule = (sources) => sources.filter((source) => !isTest(source.path) && !/-(data|table|tables|lists|codes)\.ts$|\/(data|codes|lists)\//.test(source.path)).flatMap((source) => {
  const lines = source.text.split('\n').length - 1
  const long = longFunctions(source.text)
  return [
    ...(lines > 400 ? [{ rule: 'size', path: source.path, text: `has ${lines} lines; 400 are the limit. Split it by what it is about.` }] : []),
    ...long.map((one) => ({ rule: 'size', path: source.path, text: `function ${one.name} has ${one.lines} lines; 60 are the limit.` })),
  ]
})

/** Top-level functions by indentation: from `function x` to the closing brace in the same column. */
function longFunctions(text: string): { name: string; lines: number }[] {
  const found: { name: string; lines: number }[] = []
  const lines = text.split('\n')
  lines.forEach((line, start) => {
    const match = /^( *)(?:export )?(?:async )?function\*? (\w+)/.exec(line)
    if (!match || /\}\s*$/.test(line)) return
    const end = lines.findIndex((other, index) => index > start && other.startsWith(`${match[1]}}`))
    if (end - start + 1 > 60) found.push({ name: match[2] ?? '', lines: end - start + 1 })
  })
  return found
}

/** No drawer for odds and ends. */
export const noDrawers: Rule = (sources) => sources.filter((source) => /\/(utils?|common|helpers?|shared|misc)(\/|\.tsx?$)/.test(source.path))
  .map((source) => ({ rule: 'no drawers', path: source.path, text: 'is a drawer for odds and ends. Ask whose word it is, and put it into that room.' }))

/** Every use case (a folder with a command or a query) has a test in its folder or names the test that covers it in the room. */
export const useCasesTested: Rule = (sources) => {
  const tests = sources.filter((source) => isTest(source.path))
  return sources.filter((source) => /^src\/modules\/.*\/(command|query)\.tsx?$/.test(source.path)).flatMap((source) => {
    const names = [...source.text.matchAll(/export const (\w+) = (?:command|query)\(/g)].map((match) => match[1] ?? '')
    const room = roomOf(source.path)?.[0] ?? ''
    const folder = dirname(source.path)
    const local = tests.some((one) => dirname(one.path) === folder)
    const untested = names.filter((name) => !local && !tests.some((one) => one.path.startsWith(room) && one.text.includes(name)))
    return untested.map((name) => ({ rule: 'tested', path: source.path, text: `${name} has no test in its folder and none of its room names it.` }))
  })
}

/** Expected errors are thrown, bugs are logged by the platform; a room catches nothing. */
export const noTryCatch: Rule = (sources) => sources.filter((source) => roomOf(source.path) && !isTest(source.path) && /\/(command|query|routes)\.tsx?$/.test(source.path) && /\btry\s*\{/.test(source.text))
  .map((source) => ({ rule: 'no try/catch', path: source.path, text: 'catches errors. The platform turns the four expected ones into answers and logs the rest.' }))

export const allRules = { doors, dependencies, groundFloor, pureDomain, purePages, ownTables, sizes, noDrawers, useCasesTested, noTryCatch } as const
