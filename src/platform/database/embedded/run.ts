import { spawn } from 'node:child_process'
import type { Account } from './account.js'

export interface RunResult {
  code: number | null
  output: string
}

/**
 * Runs one of the server's programs to its end, under the account if there is one. The environment is bare: PGDATA,
 * PGPORT or a German locale of the operator must change neither behaviour nor messages.
 */
export function run(program: string, args: string[], account: Account | undefined, cwd: string): Promise<RunResult> {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  if (process.platform === 'win32') env.SystemRoot = process.env.SystemRoot
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(account && { uid: account.uid, gid: account.gid }),
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', reject)
    // `close` comes when all output is read: on a busy machine a while after `exit`. But a server that was started keeps the pipes it
    // inherited open (Windows), so it is not waited for long.
    child.once('close', (code) => resolve({ code, output: output.trim() }))
    child.once('exit', (code) => setTimeout(() => resolve({ code, output: output.trim() }), 1_000).unref())
  })
}
