import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { musterstadt, testApp } from '../../../../test/app.js'
import { module } from '../../../modules.js'
import { befehle } from './cli.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'programm', 'finanzplan']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const ordner = mkdtempSync(join(tmpdir(), 'stadtkern-finanzplan-'))
after(() => { rmSync(ordner, { recursive: true, force: true }) })

async function cli(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []]
  const json = args.includes('--json')
  const code = await befehle[0]!.run(app, args.filter((argument) => argument !== '--json'), { json, out: (line) => { out.push(line) }, err: (line) => { err.push(line) } })
  return { code, out, err }
}
const datei = (name: string, text: string) => { const pfad = join(ordner, name); writeFileSync(pfad, text); return pfad }

test('a dry run changes nothing and says what would come; the import takes over, once', async () => {
  const pfad = datei('hkr.csv', 'Vorhaben;Sachkonto;Haushaltsjahr;Ist EUR;Prognose\nB3;783100;2026;151.000,00;\nB9;1;2026;1,00;\n')
  const probe = await cli(pfad, '--strategie', 'egovernment', '--stichtag', '20.11.2026', '--dry-run', '--json')
  assert.equal(probe.code, 0)
  const befund = JSON.parse(probe.out[0] ?? '{}') as { probe: boolean; neu: number; abgelehnt: number; spalten: Record<string, string>; maengel: { zeile: number }[] }
  assert.deepEqual([befund.probe, befund.neu, befund.abgelehnt, befund.spalten['ist'], befund.maengel[0]?.zeile], [true, 1, 1, 'Ist EUR', 3])
  const erstes = await cli(pfad, '--strategie', 'egovernment', '--stichtag', '2026-11-20')
  assert.match(erstes.out.at(-1) ?? '', /Übernommen: 1 neu, 0 geändert, 0 unverändert, 1 nicht lesbar/)
  assert.match((await cli(pfad, '--strategie', 'egovernment', '--stichtag', '2026-11-20')).out.at(-1) ?? '', /0 neu, 0 geändert, 1 unverändert/)
})

test('columns are named where their headings do not say it', async () => {
  const pfad = datei('anders.csv', 'PSP;HHKto;JJJJ;Betrag A\nB3;783100;2026;152.000,00\n')
  const spalten = ['--spalte', 'vorhaben=PSP', '--spalte', 'sachkonto=2', '--spalte', 'jahr=JJJJ', '--spalte', 'ist=betrag a']
  const { code, out } = await cli(pfad, '--strategie', 'egovernment', '--stichtag', '2026-11-20', ...spalten, '--dry-run')
  assert.equal(code, 0)
  assert.ok(out.some((line) => line.includes('152.000,00 €')), out.join('\n'))
  const falsch = await cli(pfad, '--strategie', 'egovernment', '--spalte', 'ist=Gibtsnicht')
  assert.deepEqual([falsch.code, falsch.err[0]?.includes('Betrag A')], [1, true])
})

test('what is wrong with the call or the file is said', async () => {
  assert.equal((await cli()).code, 2)
  assert.equal((await cli('x.csv', '--mandant', 'nirgendwo')).code, 2)
  assert.equal((await cli('x.csv', '--gibtsnicht')).code, 2)
  const fehlt = await cli(join(ordner, 'fehlt.csv'), '--json')
  assert.deepEqual([fehlt.code, (JSON.parse(fehlt.out[0] ?? '{}') as { ok: boolean }).ok], [1, false])
  const pfad = datei('leer.csv', 'Vorhaben;Ist\nB3;1,00\n')
  for (const args of [['--strategie', 'nie'], ['--strategie', 'egovernment', '--stichtag', '31.02.2026'], ['--strategie', 'egovernment', '--jahr', '26'], ['--strategie', 'egovernment', '--dezimal', 'strich'], ['--strategie', 'egovernment', '--stichtag', '2026-02-31']]) {
    assert.equal((await cli(pfad, ...args)).code, 1, args.join(' '))
  }
})
