import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { projectRoot } from '../src/platform/config/root.js'

const assets = join(projectRoot, '.build/assets')
const folder = mkdtempSync(join(tmpdir(), 'stadtkern-build-'))
const link = join(folder, 'stadtkern')

before(() => {
  execFileSync(process.execPath, [join(projectRoot, 'build.mjs')], { stdio: 'ignore' })
  symlinkSync(join(projectRoot, 'bin/stadtkern'), link)
})
after(() => rmSync(folder, { recursive: true }))

/** As from a terminal elsewhere, through a link, with no node in PATH. */
function stadtkern(...args: string[]) {
  return spawnSync(link, args, { cwd: folder, env: { PATH: '/usr/bin:/bin', NODE_ENV: 'test' }, encoding: 'utf8' })
}

test('every name in the manifest is a file with a hash in its name', () => {
  const manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8')) as Record<string, string>
  assert.ok(Object.keys(manifest).length > 3)
  for (const url of Object.values(manifest)) {
    assert.match(url, /^\/assets\/.+\.[0-9a-z]{8,10}\.\w+$/i)
    assert.ok(existsSync(join(assets, url.slice('/assets/'.length))), url)
  }
})

test('what a style sheet refers to is there', () => {
  const manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8')) as Record<string, string>
  let seen = 0
  for (const url of Object.values(manifest).filter((name) => name.endsWith('.css'))) {
    const file = join(assets, url.slice('/assets/'.length))
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/url\("?(?!data:)([^")]+)"?\)/g)) {
      if (!/\.(woff2?|svg|png)$/.test(path)) continue
      seen += 1
      assert.ok(existsSync(join(dirname(file), path)), `${url}: ${path}`)
    }
  }
  assert.ok(seen > 0)
})

test('the shim works through a link from elsewhere, and says 0, 1, 2', { skip: process.platform === 'win32' }, () => {
  const help = stadtkern('--help')
  assert.deepEqual([help.status, help.stderr], [0, ''])
  assert.match(help.stdout, /stadtkern BEFEHL/)
  assert.equal(stadtkern('gibt-es-nicht').status, 2)
  assert.equal(stadtkern('config', '--port=viele').status, 2)
  const config = stadtkern('config', '--json', '--port=1')
  assert.equal((JSON.parse(config.stdout) as { settings: { port: number } }).settings.port, 1)
})
