/** Every command that the program lists, without a database: help, usage, speed. What they do is tested in befehle.test.ts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandLine, complaintAbout } from '../../src/cli/command-line.js'
import { roomCommands } from '../../src/cli/room-commands.js'
import { installation } from './programm.js'

const ort = installation()
const befehle = Object.keys(commandLine)

test('the table names the commands of the rooms, word for word', () => {
  const anderswo = befehle.filter((name) => !commandLine[name]?.load)
  assert.deepEqual(anderswo.toSorted(), roomCommands().map(({ wort }) => wort).toSorted(), 'src/cli/command-line.ts lists what a room brings along')
  for (const { wort, aufruf } of roomCommands()) assert.equal(commandLine[wort]?.usage, aufruf, wort)
})

test('the help lists all of them', async () => {
  const { code, out } = await ort.lauf('--help')
  assert.equal(code, 0)
  for (const name of befehle) assert.ok(out.includes(`  ${name} `), name)
  const liste = JSON.parse((await ort.lauf('help', '--json')).out) as { commands: { command: string; usage: string; summary: string }[] }
  assert.deepEqual(liste.commands.map(({ command }) => command), befehle)
})

for (const name of befehle) {
  test(`${name}: --help says how, an unknown option is 2`, async () => {
    const [hilfe, falsch, json] = await Promise.all([ort.lauf(...name.split(' '), '--help'), ort.lauf(...name.split(' '), '--gibtesnicht'), ort.lauf(...name.split(' '), '--help', '--json')])
    assert.deepEqual([hilfe.code, hilfe.err], [0, ''])
    assert.match(hilfe.out, /Aufruf: stadtkern/)
    assert.ok(hilfe.out.includes(commandLine[name]?.summary ?? '-'))
    assert.deepEqual([falsch.code, falsch.out], [2, ''])
    assert.match(falsch.err, /Die Option »--gibtesnicht« gibt es bei diesem Befehl nicht\./)
    assert.equal(json.code, 0)
    JSON.parse(json.out)
  })
}

test('wrong usage is 2, says what is wrong and prints nothing else', async () => {
  const faelle: [string[], RegExp][] = [
    [[], /Aufruf/], [['gibtesnicht'], /gibt es nicht/], [['leistung'], /fehlt, was geschehen soll/], [['leistung', 'backen'], /»leistung backen«/],
    [['backup'], /Es fehlt: DIR/], [['backup', 'a', 'b'], /zu viel/], [['verify', '--mandant'], /fehlt der Wert/], [['verify', '--mandant', '--json'], /fehlt der Wert/],
    [['clock', 'set', 'morgen'], /kein Zeitpunkt/], [['clock', 'unsinn'], /zu viel/], [['routes', 'x'], /zu viel/], [['permissions', 'can', 's.sommer'], /Es fehlt: RECHT/],
  ]
  for (const [args, text] of faelle) {
    const { code, out, err } = await ort.lauf(...args)
    assert.deepEqual([code, out], [2, ''], args.join(' '))
    assert.match(err, text, args.join(' '))
  }
})

test('a command that needs no database answers within 300 ms', async () => {
  for (const args of [['--help'], ['verify', '--help'], ['leistung', 'import', '--help'], ['config']]) {
    let beste = Infinity
    for (let versuch = 0; versuch < 8 && beste > 300; versuch++) {
      const anfang = performance.now()
      await ort.lauf(...args)
      beste = Math.min(beste, performance.now() - anfang)
    }
    assert.ok(beste <= 300, `${args.join(' ')}: ${Math.round(beste)} ms`)
  }
})

test('what cannot be read is a sentence and 1', async () => {
  const ohneDatenbank = { DATABASE_URL: 'postgres://niemand:nichts-Bekanntes-9@127.0.0.1:1/stadtkern' }
  const { code, err } = await ort.abgelehnt(ohneDatenbank)
  assert.deepEqual([code, err], [1, 'Die Datenbank antwortet nicht. Bitte prüfen Sie, ob sie läuft und ob Rechner und Anschluss in DATABASE_URL stimmen.\n'])
  assert.match((await ort.lauf('restore', `${ort.ordner}/keine`)).err, /keine vollständige Sicherung/)
  for (const befehl of ['verify', 'status']) {
    const leer = await ort.lauf(befehl, '--json')
    assert.deepEqual([leer.code, leer.out], [1, ''])
    assert.match(leer.err, /Hier ist noch keine Installation/)
  }
})

test('the usage line is what is checked', () => {
  const wie = (usage: string, ...args: string[]) => complaintAbout({ usage, summary: '' }, args)
  assert.equal(wie('A [--x W]', 'a', '--x', 'w'), undefined)
  assert.equal(wie('A [--x W]', '--x', 'w', 'a'), undefined)
  assert.match(wie('A [--x W]', '--x', 'w') ?? '', /Es fehlt: A/)
  assert.equal(wie('A…', '1', '2', '3'), undefined)
  assert.equal(wie('A --recht R [--recht …]', 'a', '--recht', '1', '--recht', '2'), undefined)
  assert.equal(wie('DAUER', '-P1D'), undefined)
})
