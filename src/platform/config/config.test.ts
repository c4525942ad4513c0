import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { configDocumentation } from './documentation.js'
import { ConfigError, loadConfig, loadMasterKey, projectRoot, rememberProduction } from './index.js'
import { flatKeys } from './keys.js'

const folder = mkdtempSync(join(tmpdir(), 'stadtkern-config-'))
after(() => rmSync(folder, { recursive: true }))
const data = { STADTKERN_DATA: join(folder, 'data') }
const production = {
  ...data,
  STADTKERN_MODE: 'production',
  STADTKERN_BASE_URL: 'https://rathaus.example.org/',
  DATABASE_URL: 'postgres://app:dYqJ2nR8@db.example.org/stadtkern',
}

function problemsOf(env: Record<string, string>, argv: string[] = []): string[] {
  try {
    loadConfig(env, argv)
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    assert.equal(error.exitCode, 2)
    return error.problems.map(({ key }) => key)
  }
}

function yaml(content: string): string {
  const file = join(folder, 'test.yaml')
  writeFileSync(file, content)
  return file
}

test('without any setting: a demo on port 8080 with data in the project folder', () => {
  const config = loadConfig({})
  assert.equal(config.mode, 'demo')
  assert.deepEqual([config.port, config.host, config.rolle], [8080, '127.0.0.1', 'alles'])
  assert.equal(config.data, join(projectRoot, 'data'))
  assert.equal(config.keysFolder, join(projectRoot, 'data', 'keys'))
  assert.equal(config.baseUrl, 'http://localhost:8080')
  assert.deepEqual(config.demo, { konten: true, uhr: true, simulatoren: true })
  assert.deepEqual(config.warnings, [])
})

test('command line before environment before file before default', () => {
  const file = yaml(
    'mode: demo\nport: 1\nsession:\n  idleMinutes: 7\nlog: { level: warn }\ntrustedProxies: [10.0.0.0/8]\n',
  )
  const env = { ...data, STADTKERN_CONFIG: file, PORT: '0', STADTKERN_LOG_LEVEL: 'debug' }
  const config = loadConfig(env, ['--log.level=error', '--other'])
  assert.deepEqual([config.port, config.session.idleMinutes, config.log.level], [0, 7, 'error'])
  assert.deepEqual(config.trustedProxies, ['10.0.0.0/8'])
  assert.equal(config.file, file)
})

test('all errors at once, in both languages, naming key and variable', () => {
  const env = { ...data, PORT: '70000', STADTKERN_MODE: 'prod', STADTKERN_S3_ENDPOINT: 'ftp://x', SMTP_URL: 'smtp://m' }
  assert.deepEqual(problemsOf(env), ['mode', 'port', 's3.endpoint', 'smtp.absender'])
  assert.throws(() => loadConfig(env), /port \(PORT\): muss eine ganze Zahl von 0 bis 65535 sein[^]*whole number/)
})

test('the file: unknown keys, broken YAML and a missing file are errors', () => {
  assert.deepEqual(problemsOf({ ...data, STADTKERN_CONFIG: yaml('mode: demo\nprot: 1\n') }), ['prot'])
  assert.equal(problemsOf({ ...production, STADTKERN_CONFIG: yaml('a: [') }).length > 0, true)
  assert.deepEqual(problemsOf({ ...production, STADTKERN_CONFIG: join(folder, 'none.yaml') }), ['STADTKERN_CONFIG'])
})

test('a file without a mode means production, never a demo by accident', () => {
  const problems = problemsOf({ ...data, STADTKERN_CONFIG: yaml('port: 80\n') })
  assert.deepEqual(problems, ['database.url', 'baseUrl'])
})

test('production refuses what belongs to the demo', () => {
  assert.equal(loadConfig(production).baseUrl, 'https://rathaus.example.org')
  assert.deepEqual(loadConfig(production).demo, { konten: false, uhr: false, simulatoren: false })
  const demo = { STADTKERN_DEMO_KONTEN: 'true', STADTKERN_DEMO_UHR: 'ja', STADTKERN_DEMO_SIMULATOREN: '1' }
  assert.deepEqual(problemsOf({ ...production, ...demo }), ['demo.konten', 'demo.uhr', 'demo.simulatoren'])
  assert.deepEqual(problemsOf({ ...production, DATABASE_URL: 'postgres://app:geheim@db/x' }), ['database.url'])
  const mehrere = 'postgres://app:geheim@eins:5432,zwei/x'
  const beide = { ...production, DATABASE_URL: mehrere, STADTKERN_DATABASE_REPLICA_URL: mehrere }
  assert.deepEqual(problemsOf(beide), ['database.url', 'database.replicaUrl'])
  const falsch = { ...production, STADTKERN_DATABASE_REPLICA_URL: 'postgres://app:dYqJ2nR8@eins:5432,zwei:x/x' }
  assert.deepEqual(problemsOf(falsch), ['database.replicaUrl'])
  assert.deepEqual(problemsOf({ ...production, STADTKERN_BASE_URL: 'http://rathaus.example.org' }), ['baseUrl'])
})

test('production with the embedded database only by permission, and with a warning', () => {
  const embedded = { ...production, DATABASE_URL: '' }
  assert.deepEqual(problemsOf(embedded), ['database.url'])
  const config = loadConfig({ ...embedded, STADTKERN_EMBEDDED_IN_PRODUCTION: 'true' })
  assert.match(config.warnings.join(), /eingebetteten Datenbank/)
})

test('a data folder of production does not become a demo', () => {
  const own = { STADTKERN_DATA: join(folder, 'echt') }
  rememberProduction(loadConfig({ ...production, ...own }))
  assert.ok(problemsOf(own).includes('database.url'), 'without a mode it is production')
  assert.deepEqual(problemsOf({ ...own, STADTKERN_MODE: 'demo' }), ['mode'])
})

test('a misspelt variable is pointed out', () => {
  assert.match(loadConfig({ ...data, STADTKERN_LOGLEVEL: 'debug' }).warnings.join(), /STADTKERN_LOGLEVEL/)
})

test('the master key is made once, 32 bytes, for the owner only', () => {
  const config = loadConfig(data)
  const key = loadMasterKey(config)
  assert.equal(key.length, 32)
  assert.deepEqual(loadMasterKey(config), key)
  const file = join(config.keysFolder, 'master.key')
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600)
  chmodSync(file, 0o600)
  writeFileSync(file, 'kurz')
  assert.throws(() => loadMasterKey(config), /beschädigt/)
})

test('docs/konfiguration.md says every key (UPDATE_DOCS=1 writes it)', () => {
  const file = join(projectRoot, 'docs', 'konfiguration.md')
  const wanted = configDocumentation()
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, wanted)
  assert.equal(readFileSync(file, 'utf8'), wanted)
  const variables = flatKeys().map(({ key }) => key.env)
  assert.equal(new Set(variables).size, variables.length)
})
