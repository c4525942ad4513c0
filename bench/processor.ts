import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds of processor that a process and its present children have used; 0 where the system does not tell. */
function used(pid: number): number {
  try {
    const stat = (one: number | string) => readFileSync(`/proc/${one}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
    // Clock ticks of 10 ms; fields of proc(5) after the name: state, parent, …, utime, stime.
    const ticks = (fields: readonly string[]) => (Number(fields[11]) + Number(fields[12])) * 10
    const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
      try { const fields = stat(name); return Number(fields[1]) === pid ? [ticks(fields)] : [] } catch { return [] }
    })
    return ticks(stat(pid)) + children.reduce((sum, one) => sum + one, 0)
  } catch { return 0 }
}

/** Processor time of the program and its PostgreSQL so far: holds on a machine that is busy with other work, where waiting times do not. */
export function processorTime(program: number | undefined, dataDir?: string): number {
  const find = (folder: string): string | undefined => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'postmaster.pid') return join(folder, entry.name)
      if (entry.isDirectory() && !['base', 'pg_wal', 'blobs'].includes(entry.name)) { const deeper = find(join(folder, entry.name)); if (deeper) return deeper }
    }
    return undefined
  }
  const file = dataDir === undefined ? undefined : find(dataDir)
  const postmaster = file ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
  return (program ? used(program) : 0) + (postmaster ? used(postmaster) : 0)
}
