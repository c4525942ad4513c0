import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { demoPersonal } from '../../grundlagen/konten/index.js'
import { testWeb } from '../../../../test/web.js'
import type { CliCommand } from '../../../platform/modul.js'
import { projectRoot } from '../../../platform/config/index.js'
import { Conflict, Forbidden, Invalid } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import { openContext } from '../../../platform/usecases/execute.js'
import { klaerungslisteLesen } from '../bezahlung/klaeren/query.js'
import { findForderung, forderungErheben, type Forderung } from '../forderungen/index.js'
import { kontoauszugCheck, kontoauszugImport } from './cli.js'
import { auszuegeLesen, auszugLesen } from './ansehen/query.js'
import { leseAuszuege, type Zeile } from './domain/camt.js'
import { gemeint, kassenzeichenIn, plane, tagessummen, type Offen } from './domain/zuordnen.js'
import { alsEingabe, auszugBuchen, auszugVormerken } from './einlesen/command.js'

const { app } = await testApp({ worker: false })
const kasse = personalActor(['kasse.lesen', 'kasse.buchen', 'kasse.klaeren'], { id: newId() })
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant<T>(musterstadt, fn)

const forderung = (cent: bigint): Promise<Forderung> => hier(async (tx) => {
  const { ctx, finish } = openContext(app, tx, system(), 'test')
  const neu = await forderungErheben(ctx, {
    bezug: { entwurfId: newId() }, einheitId: null, inhaber: { art: 'buerger', id: newId() }, schuldner: { name: 'Erika Muster', anschrift: [] }, leistung: 'probe', bezeichnung: 'Probe', cent,
    aufstellung: { positionen: [{ bezeichnung: 'Probe', cent: String(cent), erklaerung: 'fest' }], minderungen: [], rechtsgrundlage: '§ 1 Satzung', stichtag: '2026-11-22' }, faelligAm: app.clock.today().add({ days: 30 }), wege: ['ueberweisung'],
  })
  await finish()
  return neu
})
const standVon = async ({ id }: Forderung) => { const neu = await hier((tx) => findForderung(tx, id)); return [neu?.status, neu?.saldo] }

interface Umsatz { readonly cent: bigint; readonly text: readonly string[]; readonly zurueck?: boolean; readonly tag?: string; readonly waehrung?: string }
const euro = (cent: bigint) => `${cent / 100n}.${String(cent % 100n).padStart(2, '0')}`
function camt(nr: string, umsaetze: readonly Umsatz[], saldi: { anfang?: bigint; ende?: bigint } = {}): string {
  const anfang = saldi.anfang ?? 100_000n
  const ende = saldi.ende ?? umsaetze.reduce<bigint>((bisher, { cent }) => bisher + cent, anfang)
  const betrag = (cent: bigint, waehrung = 'EUR') => `<Amt Ccy="${waehrung}">${euro(cent < 0n ? -cent : cent)}</Amt><CdtDbtInd>${cent < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`
  const bal = (art: string, cent: bigint) => `<Bal><Tp><CdOrPrtry><Cd>${art}</Cd></CdOrPrtry></Tp>${betrag(cent)}<Dt><Dt>2026-11-20</Dt></Dt></Bal>`
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>m</MsgId><CreDtTm>2026-11-20T06:00:00</CreDtTm></GrpHdr><Stmt><Id>${nr}</Id>
    <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>${bal('OPBD', anfang)}${bal('CLBD', ende)}${umsaetze.map(({ cent, text, zurueck, tag = '2026-11-20', waehrung }) => `
    <Ntry>${betrag(cent, waehrung)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${tag}</Dt></BookgDt><BkTxCd/><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
    <RltdPties><Dbtr><Pty><Nm>Erika Müller-Łukasiewicz</Nm></Pty></Dbtr></RltdPties><RmtInf>${text.map((teil) => `<Ustrd>${teil}</Ustrd>`).join('')}</RmtInf>
    ${zurueck ? '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>' : ''}</TxDtls></NtryDtls></Ntry>`).join('')}</Stmt></BkToCstmrStmt></Document>`
}

async function vormerken(xml: string, sha256 = newId().replaceAll('-', '').padEnd(64, '0')) {
  const [auszug] = leseAuszuege(Buffer.from(xml))
  assert.ok(auszug)
  const { id } = await app.execute(kasse, auszugVormerken, { iban: auszug.iban, nr: auszug.nr, sha256, dateiname: 'auszug.xml', anfang: String(auszug.anfang), ende: String(auszug.ende), zeilen: auszug.zeilen.length })
  return { id, auszug, buchen: () => app.execute(kasse, auszugBuchen, { id, nr: auszug.nr, umsaetze: alsEingabe(auszug.zeilen) }) }
}
const gruppen = (zeichen: string) => zeichen.replace(/(.{4})(?=.)/g, '$1 ')
/** The last two of the serial number swapped: what the check digits notice. */
const vertippt = (zeichen: string) => zeichen.slice(0, 5) + String((Number(zeichen[5]) + 3) % 10) + zeichen.slice(6)

test('exact, in groups, cut by the bank, in part, too much, several in one, mistyped, unknown, given back: each is booked or cleared', async () => {
  const [genau, teil, zuViel, a, b, tippfehler, zurueck] = [await forderung(5000n), await forderung(5000n), await forderung(5000n), await forderung(1200n), await forderung(3050n), await forderung(7777n), await forderung(2000n)]
  const { id, buchen } = await vormerken(camt('2026/117', [
    { cent: 5000n, text: [`Gebuehr ${gruppen(genau.kassenzeichen)} danke`] },
    { cent: 2000n, text: [`KZ${teil.kassenzeichen.slice(0, 6)}`, teil.kassenzeichen.slice(6)] },
    { cent: 6000n, text: [zuViel.kassenzeichen], tag: '2026-11-21' },
    { cent: 4250n, text: [`${a.kassenzeichen} und ${b.kassenzeichen}`] },
    { cent: 7777n, text: [`Kassenzeichen ${vertippt(tippfehler.kassenzeichen)}`] },
    { cent: 999n, text: ['Spende'] },
    { cent: 2000n, text: [zurueck.kassenzeichen] },
    { cent: -2000n, text: [`Rueckgabe ${zurueck.kassenzeichen}`], zurueck: true, tag: '2026-11-21' },
    { cent: -150n, text: ['Kontofuehrung'] },
  ]))
  assert.deepEqual(await standVon(genau), ['offen', 5000n], 'a preview books nothing')
  await buchen()
  assert.deepEqual(await Promise.all([genau, teil, zuViel, a, b, tippfehler, zurueck].map(standVon)), [
    ['bezahlt', 0n], ['teilbezahlt', 3000n], ['ueberzahlt', -1000n], ['bezahlt', 0n], ['bezahlt', 0n], ['bezahlt', 0n], ['offen', 2000n],
  ])
  const { zeilen } = await app.ask(kasse, auszugLesen, { id })
  assert.deepEqual(zeilen.map(({ ergebnis }) => ergebnis), ['gebucht', 'gebucht', 'gebucht', 'gebucht', 'gebucht', 'klaerung', 'gebucht', 'zurueckgebucht', 'ausgang'])
  const klaerung = await app.ask(kasse, klaerungslisteLesen, { erledigt: false })
  assert.deepEqual(klaerung.zeilen.map(({ art, betrag, kassenzeichen }) => [art, betrag, kassenzeichen]).toSorted(), [['nichtZugeordnet', 999n, null], ['zuVielBezahlt', 1000n, zuViel.kassenzeichen]])
  assert.deepEqual(tagessummen(zeilen).map(({ tag, eingang, gebucht, klaerung: offen, zurueck: rueck, ausgang }) => [tag.toString(), eingang, gebucht, offen, rueck, ausgang]), [
    ['2026-11-20', 22026n, 21027n, 999n, 0n, -150n], ['2026-11-21', 6000n, 6000n, 0n, -2000n, 0n],
  ])
  await assert.rejects(buchen(), Conflict)
  assert.deepEqual(await standVon(teil), ['teilbezahlt', 3000n], 'a second time changes nothing')
})

test('a statement is known by the number of the bank and by its bytes', async () => {
  const eine = await forderung(100n)
  const xml = camt('2026/118', [{ cent: 100n, text: [eine.kassenzeichen] }])
  const erste = await vormerken(xml, '1'.repeat(64))
  assert.equal((await vormerken(xml, '1'.repeat(64))).id, erste.id)
  await erste.buchen()
  assert.equal((await vormerken(xml, '1'.repeat(64))).id, erste.id)
  await assert.rejects(vormerken(xml, '2'.repeat(64)), Invalid)
  assert.ok((await app.ask(kasse, auszuegeLesen, {})).some(({ nr, gebuchtAm }) => nr === '2026/118' && gebuchtAm))
  for (const actor of [personalActor(['kasse.lesen'])]) await assert.rejects(app.execute(actor, auszugBuchen, { id: erste.id, nr: 'x', umsaetze: [] }), Forbidden)
})

test('what cannot be read for sure is refused with the reason', () => {
  const refuses = (xml: string, grund: RegExp) => assert.throws(() => leseAuszuege(Buffer.from(xml)), (error: unknown) => error instanceof Invalid && grund.test(error.felder[0]?.text ?? ''), xml.slice(0, 120))
  const gut = camt('1', [{ cent: 100n, text: ['x'] }])
  refuses('kein XML', /kein zulässiges XML/)
  refuses('<a/>', /kein Kontoauszug/)
  refuses(gut.replace('<Document', '<!DOCTYPE lol [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Document').replace('>x<', '>&b;<'), /kein zulässiges XML/)
  refuses(gut.replace('<Document', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><Document'), /kein zulässiges XML/)
  refuses(`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, /kein zulässiges XML/)
  refuses(camt('1', [{ cent: 100n, text: ['x'] }], { ende: 1n }), /Summe stimmt nicht/)
  refuses(camt('1', [{ cent: 100n, text: ['x'], waehrung: 'USD' }]), /nicht in USD/)
  refuses(gut.replace('>1.00<', '>1.001<'), /mehr als zwei Stellen/)
  refuses(gut.replace('>1.00<', '>-1.00<'), /Auszug 1, Umsatz 1: „Amt“ ist „-1\.00“ und nicht ein Betrag/)
  refuses(gut.replace('053.001.08', '054.001.08'), /sondern „.*camt\.054\.001\.08“/)
  refuses(gut.replace('<BkTxCd/>', ''), /Auszug 1, Umsatz 1: Es fehlt „BkTxCd“/)
  refuses(gut.replace('<GrpHdr>', '<X>').replace('</GrpHdr>', '</X>'), /In der Datei fehlt „GrpHdr“/)
  refuses(gut.replace('<BkTxCd/>', '<BkTxCd/><BkTxCd/>'), /„BkTxCd“ steht mehrmals da/)
  refuses(gut.replace('<BookgDt><Dt>2026-11-20', '<BookgDt><Dt>2026-02-30'), /kein Buchungstag/)
  refuses(gut.replace('<BookgDt><Dt>2026-11-20', '<BookgDt><Dt>-271821-04-19'), /„-271821-04-19“ und nicht/)
  refuses(gut.replaceAll('CLBD', 'XXXX'), /Anfangs- und Endsaldo/)
})

const zeile = (betrag: bigint, text: string, rueckgabe = false): Zeile => ({ nr: 1, betrag, rueckgabe, buchungstag: Temporal.PlainDate.from('2026-11-20'), text, gegenseite: '' })

test('nothing is guessed: two claims that a mistyped number could mean, a sum that does not fit, a return without payment', () => {
  const offen = (kassenzeichen: string, saldo: bigint, ist = 0n): Offen => ({ id: kassenzeichen, kassenzeichen, saldo, ist, storniert: false })
  const basis = '2600000000123'.slice(0, 11)
  const zeichen = basis + String(98n - (BigInt(basis) * 100n) % 97n).padStart(2, '0')
  const falsch = vertippt(zeichen)
  assert.deepEqual(kassenzeichenIn(falsch), [])
  assert.ok(gemeint(falsch).includes(zeichen))
  const alle = new Map(gemeint(falsch).map((eines) => [eines, offen(eines, 500n)]))
  if (alle.size > 1) assert.equal(plane(zeile(500n, falsch), (eines) => alle.get(eines)).art, 'klaeren')
  assert.equal(plane(zeile(501n, falsch), (eines) => (eines === zeichen ? offen(zeichen, 500n) : undefined)).art, 'klaeren', 'another amount is no proof')
  assert.equal(plane(zeile(500n, falsch), (eines) => (eines === zeichen ? offen(zeichen, 500n) : undefined)).art, 'buchen')
  assert.equal(plane(zeile(-500n, zeichen, true), () => offen(zeichen, 500n, 0n)).art, 'klaeren', 'nothing was paid that could come back')
  assert.equal(plane(zeile(-500n, zeichen), () => offen(zeichen, 0n, 500n)).art, 'ausgang', 'a payment of the town is no return')
  assert.equal(plane(zeile(500n, `IBAN DE89370400440532013000 ${'9'.repeat(400)}`), () => undefined).art, 'klaeren')
})

const beispiele = process.env['STADTKERN_CONFORMANCE'] ?? ['../shared/conformance', '../../shared/conformance'].map((pfad) => join(projectRoot, pfad)).find(existsSync) ?? ''
const ordner = join(beispiele, 'sepa/camt/data')
test('files as other programs write them are read, or refused with a reason', { skip: existsSync(ordner) || process.env['CI'] === 'true' ? false : `${ordner} fehlt` }, () => {
  const gelesen: string[] = []
  for (const name of readdirSync(ordner).filter((datei) => /^camt053.*\.xml$/.test(datei))) {
    try { if (leseAuszuege(readFileSync(join(ordner, name))).length > 0) gelesen.push(name) } catch (error) { assert.ok(error instanceof Invalid, `${name}: ${String(error)}`) }
  }
  assert.ok(gelesen.length >= 1, 'none was read')
})

test('at the treasury: uploaded, looked at, booked; nonsense comes back at its field', async () => {
  const web = await testWeb(app)
  const seed = app.module.filter(({ name }) => ['organisation', 'konten', 'verwaltung'].includes(name))
  for (const modul of seed) await modul.seed?.(app, musterstadt, 'musterstadt')
  const kaiser = web.besucher()
  await kaiser.mitSitzung('personal', demoPersonal('musterstadt').personal.find(({ kennung }) => kennung === 'k.kaiser')?.id ?? '', musterstadt)
  const eine = await forderung(4200n)
  const liste = '/arbeitsplatz/kasse/kontoauszuege'
  const unsinn = await kaiser.senden(liste, { datei: new File(['nein'], 'nein.xml') })
  assert.equal(unsinn.status, 422)
  assert.match(unsinn.html, /kein zulässiges XML/)
  const { location } = await kaiser.senden(liste, { datei: new File([camt('2026/200', [{ cent: 4200n, text: [eine.kassenzeichen] }])], 'auszug.xml') })
  assert.match(location ?? '', /kontoauszuege\/[0-9a-f-]{36}$/)
  assert.match((await kaiser.get(location ?? '')).html, /Vorschau: Es ist noch nichts gebucht[\s\S]*Buchen auf/)
  assert.deepEqual(await standVon(eine), ['offen', 4200n])
  assert.equal((await kaiser.senden(location ?? '', {}, `${location}/buchen`)).status, 303)
  assert.deepEqual(await standVon(eine), ['bezahlt', 0n])
  assert.match((await kaiser.get(location ?? '')).html, /Summen je Tag[\s\S]*gebucht/)
})

test('the command line checks a file with all its reasons, takes it in and books it', async () => {
  const ordner = mkdtempSync(join(tmpdir(), 'kontoauszug-'))
  after(() => rmSync(ordner, { recursive: true }))
  const eine = await forderung(3300n)
  const [gut, schlecht] = [join(ordner, 'gut.xml'), join(ordner, 'schlecht.xml')]
  writeFileSync(gut, camt('2026/300', [{ cent: 3300n, text: [eine.kassenzeichen] }]))
  writeFileSync(schlecht, readFileSync(gut, 'utf8').replace('<BkTxCd/>', '').replace('<MsgId>m</MsgId>', ''))
  const lauf = async (befehl: CliCommand, ...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []]
    return { code: await befehl.run(app, args, { json: false, out: (zeile) => out.push(zeile), err: (zeile) => err.push(zeile) }), out: out.join('\n'), err: err.join('\n') }
  }
  const nein = await lauf(kontoauszugCheck, schlecht)
  assert.equal(nein.code, 1)
  assert.match(nein.err, /„MsgId“[\s\S]*„BkTxCd“/)
  assert.match((await lauf(kontoauszugCheck, gut)).out, /Auszug 2026\/300, Konto DE89370400440532013000: 1 Umsätze/)
  assert.equal((await lauf(kontoauszugImport, gut)).code, 0)
  assert.deepEqual(await standVon(eine), ['offen', 3300n])
  assert.match((await lauf(kontoauszugImport, gut, '--buchen')).out, /gebucht/)
  assert.deepEqual(await standVon(eine), ['bezahlt', 0n])
  assert.deepEqual([(await lauf(kontoauszugImport, schlecht)).code, (await lauf(kontoauszugImport, gut, '--mandant', 'nirgends')).code, (await lauf(kontoauszugCheck)).code], [1, 2, 2])
})
