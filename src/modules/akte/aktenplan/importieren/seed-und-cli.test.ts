import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { beispielhausen, musterstadt, testApp } from '../../../../../test/app.js'
import { importCli } from '../cli.js'
import { aktenplaneinheitenFuerNeueAkten, findAktenplaneinheit } from '../index.js'
import { seed } from '../seed.js'

const { app } = await testApp({ worker: false })
const folder = mkdtempSync(join(tmpdir(), 'aktenplan-'))
after(() => { rmSync(folder, { recursive: true }) })

async function cli(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await importCli.run(app, args.filter((argument) => argument !== '--json'), { json: args.includes('--json'), out: (line) => { out.push(line) }, err: (line) => { err.push(line) } })
  return { code, out, err }
}

test('the demo plan is complete, valid for years back, and loads twice without effect', async () => {
  for (let i = 0; i < 2; i += 1) await seed(app, musterstadt)
  const blaetter = await app.db.withMandant(musterstadt, (tx) => aktenplaneinheitenFuerNeueAkten(tx, app.clock.today()))
  assert.ok(blaetter.length >= 45, `${blaetter.length} leaves`)
  const parken = await app.db.withMandant(musterstadt, (tx) => findAktenplaneinheit(tx, '12.20.03', Temporal.PlainDate.from('2021-05-05')))
  assert.deepEqual([parken?.bezeichnung, parken?.aufbewahrungJahre, parken?.aussonderungsart], ['Bewohnerparken', 5, 'V'])
})

test('the command line compares, imports, and says what is wrong with a file', async () => {
  const datei = join(folder, 'plan.csv')
  writeFileSync(datei, 'kennzeichen;bezeichnung;aufbewahrung;aussonderungsart\n20;Finanzen;;\n20.01;Kasse;10;V\n')
  const probe = await cli(datei, '--mandant', 'beispielhausen', '--dry-run', '--json')
  assert.deepEqual([probe.code, (JSON.parse(probe.out[0] ?? '') as { neu: string[] }).neu], [0, ['20', '20.01']])
  assert.deepEqual((await cli(datei, '--mandant', 'beispielhausen')).out, ['2 neu, 0 geändert, 0 unverändert', '+ 20', '+ 20.01'])
  assert.deepEqual((await cli(datei, '--mandant', 'beispielhausen')).out, ['0 neu, 0 geändert, 2 unverändert'])
  assert.ok(await app.db.withMandant(beispielhausen, (tx) => findAktenplaneinheit(tx, '20.01', app.clock.today())))
  writeFileSync(datei, 'kennzeichen;bezeichnung\n20..;x\n')
  assert.equal((await cli(datei)).code, 1)
  assert.equal((await cli()).code, 2)
  assert.equal((await cli(datei, '--mandant', 'nirgendwo')).code, 2)
})
