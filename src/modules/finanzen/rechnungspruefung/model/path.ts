/** The paths of the mapping table: choosing elements when reading, making them when writing. */
import { bool, sel, trimmed } from '../rules/access.js'
import { attr, kindOf } from '../xml/tree.js'
import type { Attr, El } from '../xml/tree.js'

export interface Filter { readonly path: string, readonly attr: boolean, readonly mode: 'is' | 'not' | 'set', readonly values: readonly string[], readonly write: string }
export interface PathStep { readonly name: string, readonly filter: Filter | undefined }

const PATHS = new Map<string, readonly PathStep[]>()

function filter(source: string): Filter {
  const [, lhs = '', op = '', rhs = ''] = /^(.*?)(!=|:=|=)(.*)$/.exec(source) ?? []
  const [values = '', write] = op === '!=' ? rhs.split('~') : [rhs, rhs]
  return {
    path: lhs.replace(/^@/, ''), attr: lhs.startsWith('@'), mode: op === '=' ? 'is' : op === '!=' ? 'not' : 'set',
    values: op === '!=' ? values.split(' ') : [values], write: write ?? '',
  }
}

/** Steps of a path; slashes inside brackets belong to the filter. */
export function parsePath(path: string): readonly PathStep[] {
  let known = PATHS.get(path)
  if (!known) {
    known = [...path.matchAll(/([^/[\]]+)(?:\[([^\]]*)\])?(?:\/|$)/g)].map((m) => ({ name: m[1] ?? '', filter: m[2] ? filter(m[2]) : undefined }))
    PATHS.set(path, known)
  }
  return known
}

function contents(el: El, f: Filter): string[] {
  if (f.attr) return [attr(el, f.path) ?? '']
  return sel(el, f.path).map((e) => {
    const flag = /^(?:true|false)$/.test(f.values[0] ?? '') ? bool(e) : undefined
    return flag === undefined ? trimmed(e) : String(flag)
  })
}

export function fits(el: El, f: Filter | undefined): boolean {
  if (!f || f.mode === 'set') return true
  const own = contents(el, f).map((v) => v.toUpperCase())
  const hit = own.some((v) => f.values.some((w) => w.toUpperCase() === v))
  return f.mode === 'is' ? hit : !hit
}

/** Elements at a path. */
export function select(el: El, path: string): El[] {
  let found: El[] = [el]
  for (const step of parsePath(path)) {
    found = found.flatMap((e) => e.children.filter((c) => c.name === step.name && fits(c, step.filter)))
  }
  return found
}

/** A new element below `parent`. The tree of writers is the same as that of readers. */
export function create(parent: El | null, name: string, text = '', attrs: readonly Attr[] = []): El {
  const el: El = { name, kind: kindOf(parent?.kind ?? null, name), parent, children: [], attrs, text, spaced: false, offset: 0, named: undefined }
  parent?.children.push(el)
  return el
}

function constant(el: El, f: Filter): void {
  if (f.write === '') return
  if (f.attr) el.attrs = [...el.attrs.filter((a) => a.name !== f.path), { name: f.path, value: f.write }]
  else make(el, f.path).text = f.write
}

function step(el: El, s: PathStep, fresh: boolean): El {
  const known = fresh ? undefined : el.children.find((c) => c.name === s.name && fits(c, s.filter))
  if (known) return known
  const made = create(el, s.name)
  if (s.filter) constant(made, s.filter)
  return made
}

/**
 * The element at a path, made where it is missing. `fresh` counts the last steps that are always made new: 1 for another
 * element of a list, 2 for one with a parent of its own.
 */
export function make(el: El, path: string, fresh = 0): El {
  const steps = parsePath(path)
  return steps.reduce((at, s, i) => step(at, s, i >= steps.length - fresh), el)
}
