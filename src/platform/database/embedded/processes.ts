import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'
import { codeOf } from './errors.js'

/** Whether a process with this number exists (also one of another user). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * A word that differs between two processes that had the same number one after the other: its start time, on Linux with
 * the boot. Undefined when there is no such process; constant on Windows, where only the number counts.
 */
export function birthOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  if (process.platform === 'win32') return 'alive'
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may hold spaces; start time is field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
  } catch {
    return undefined
  }
}

/**
 * Whether the process is a PostgreSQL server on this cluster folder. Goes by the command line, which everybody may read;
 * the working folder of another user's process is hidden even from root in a container without CAP_SYS_PTRACE.
 */
export function isServerOn(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  // Windows: no cheap way to see the command line; the server itself then refuses or not.
  if (process.platform === 'win32') return true
  const args = commandLine(pid)
  if (!/^postgres(\.exe)?$/.test(basename(args[0] ?? ''))) return false
  return args.some((arg) => arg === cluster || resolvesTo(arg, cluster))
}

function commandLine(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
  const line = ps(pid, 'command=') ?? ''
  const [program = '', folder = ''] = line.split(' -D ')
  return [program, folder]
}

function resolvesTo(path: string, target: string): boolean {
  try {
    return path.startsWith('/') && realpathSync(path) === realpathSync(target)
  } catch {
    return false
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}
