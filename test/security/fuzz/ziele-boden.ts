/** The ground floor: uploads, mail, text that people type, answers of other services, sign-in by a provider. */
import { randomBytes } from 'node:crypto'
import { Check } from 'typebox/value'
import { kassenzeichenIn } from '../../../src/modules/finanzen/kontoauszug/domain/zuordnen.js'
import { alsCent, Transaktion } from '../../../src/modules/finanzen/bezahlung/domain/xbezahldienste.js'
import { liesFilter } from '../../../src/modules/grundlagen/aufgaben/arbeitsliste/filter.js'
import { geheimnisVersiegeln, type Anbieter } from '../../../src/modules/zugang/identitaet/anbieter/anbieter.js'
import { angabenAus, BUNDID_VORGABE, OIDC_VORGABE } from '../../../src/modules/zugang/identitaet/domain/attribute.js'
import { AnbieterFehler } from '../../../src/modules/zugang/identitaet/oidc/client.js'
import { samlAntwort, unsereMetadaten } from '../../../src/modules/zugang/identitaet/saml/client.js'
import { neuerSchluessel } from '../../../src/modules/zugang/identitaet/saml/zertifikat.js'
import { antwortXml, AUSSTELLER, samlGegenstelle } from '../../../src/modules/zugang/identitaet/test/saml-gegenstelle.js'
import { der, oid, TAG, unsigned } from '../../../src/platform/audit/der.js'
import { imprintOf, readToken, tokenOf } from '../../../src/platform/audit/timestamp.js'
import { seal, sign, unseal, unsign } from '../../../src/platform/auth/tokens.js'
import { parseMail } from '../../../src/platform/mail/parse.js'
import { parseEuro } from '../../../src/platform/money/index.js'
import { checkDin91379, cleanLine, cleanText, compareNatural, csvCell, isIban, isLeitwegId, safeFileName as dateiname, searchKeys, transliterate } from '../../../src/platform/text/index.js'
import { isId, parseDate, parsePartialDate } from '../../../src/platform/time/index.js'
import { inspectUpload, safeFileName, stripGps, uploadTypes, type UploadType } from '../../../src/platform/uploads/index.js'
import { samplePdf } from '../../../src/modules/finanzen/rechnungspruefung/tools/sample-pdf.js'
import type { RequestContext } from '../../../src/platform/http/route.js'
import type { Probe } from './mutanten.js'
import { bilder, paketdateien, tabelleXlsx, zip } from './proben.js'
import { XML_KLAMMERN, XML_WOERTER } from './ziele-finanzen.js'
import type { Ziel } from './ziel.js'

const innen = await zip(paketdateien('briefwahl'))
const uploads: readonly Probe[] = [
  ...bilder(), { name: 'a.pdf', bytes: samplePdf({ xml: '<a/>' }) }, { name: 'b.pdf', bytes: samplePdf({ xml: '<a/>', compressed: true }) }, { name: 'a.xlsx', bytes: await tabelleXlsx() }, { name: 'a.txt', bytes: Buffer.from('Guten Tag, ich heiße Łukasz.\r\n') },
  { name: 'a.zip', bytes: await zip([{ name: 'innen.zip', bytes: innen }, { name: 'a.txt', bytes: Buffer.alloc(20_000, 'a') }]) },
  { name: 'a.docx', bytes: await zip([['[Content_Types].xml', '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'], ['word/document.xml', '<w/>'], ['word/_rels/document.xml.rels', '<Relationship TargetMode="External" Target="http://x.example"/>']].map(([name = '', text = '']) => ({ name, bytes: Buffer.from(text) }))) },
  { name: 'a.odt', bytes: await zip([{ name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.text') }, { name: 'content.xml', bytes: Buffer.from('<a/>') }], 0) },
]
async function upload({ name, bytes }: Probe): Promise<void> {
  const befund = await inspectUpload(bytes, { declaredName: name, allowed: Object.keys(uploadTypes) as UploadType[], maxBytes: 25_000_000 })
  if (befund.ok && befund.gps) stripGps(bytes)
  if (bytes.length > 2) stripGps(bytes)
}

const mail = Buffer.from(['From: =?utf-8?Q?Erika_M=C3=BCster?= <e@example.org>', 'To: rathaus@example.org', 'Subject: =?utf-8?B?QW50cmFn?=', ' =?iso-8859-1?Q?_Gr=FC=DFe?=', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="x y"', '', '--x y', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '', 'Gr=C3=BC=C3=9Fe=', '', '--x y', "Content-Disposition: attachment; filename*0*=utf-8''a%C3%A4; filename*1=b.pdf", 'Content-Type: application/pdf', 'Content-Transfer-Encoding: base64', '', 'JVBERi0=', '--x y--', ''].join('\r\n'))

const SHA256 = oid('2.16.840.1.101.3.4.2.1')
const info = der(TAG.sequence, unsigned(1n), oid('1.2.3'), der(TAG.sequence, der(TAG.sequence, SHA256), der(TAG.octets, imprintOf(Buffer.from('x')))), unsigned(7n), der(TAG.time, Buffer.from('20261122100000Z')), unsigned(9n))
const stempel = der(TAG.sequence, der(TAG.sequence, unsigned(0n)), der(TAG.sequence, oid('1.2.840.113549.1.7.2'), der(TAG.context0, der(TAG.sequence, unsigned(3n), der(TAG.set), der(TAG.sequence, oid('1.2.840.113549.1.9.16.1.4'), der(TAG.context0, der(TAG.octets, info)))))))

const key = randomBytes(32)
const versiegelt = seal(key, '{"a":1}')

/** Signed by a real provider; a mutant may be refused in any way, but never be believed when it says something else. */
async function samlZiel(): Promise<Ziel> {
  const idp = await samlGegenstelle()
  const eigener = await neuerSchluessel('Musterstadt')
  const app = { masterKey: key, config: { baseUrl: 'http://musterstadt.localhost' } }
  const c = { app, url: new URL('http://musterstadt.localhost/') } as unknown as RequestContext
  const anbieter = {
    id: '01900000-0000-7000-8000-00000001d0bb', protokoll: 'saml', client_id: null, aussteller: AUSSTELLER, einstieg: idp.einstieg, zertifikate: [idp.zertifikat], schluessel: geheimnisVersiegeln(app as never, eigener.schluessel), eigenes_zertifikat: eigener.zertifikat,
  } as unknown as Anbieter
  const metadaten = unsereMetadaten(c, anbieter)
  const jetzt = Temporal.Now.instant().round('second')
  const xml = antwortXml({
    aussteller: AUSSTELLER, empfaenger: /entityID="([^"]+)"/.exec(metadaten)?.[1] ?? '', annahmestelle: /Location="([^"]+)"/.exec(metadaten)?.[1] ?? '', anfrage: '_anfrage', niveau: 'STORK-QAA-Level-3', ab: jetzt.subtract({ minutes: 1 }), bis: jetzt.add({ minutes: 5 }), ausgestellt: jetzt, pseudonym: 'bpk2-samira', assertionId: '_a1',
  })
  const antwort = Buffer.from(await idp.antworte(metadaten, xml), 'base64')
  return {
    name: 'saml', langsam: true, proben: [{ name: 'antwort.xml', bytes: antwort }], woerter: [...XML_WOERTER, 'ID="_a1"', '<saml:Assertion ID="x">', '</saml:Assertion>', '<ds:Signature>', 'InResponseTo=""', 'NotOnOrAfter="2099-01-01T00:00:00Z"', 'NotOnOrAfter="x"', '<saml:EncryptedAssertion>'], klammern: [...XML_KLAMMERN, ['<saml:Assertion>', '</saml:Assertion>']], erklaert: [AnbieterFehler], liest: ['modules/zugang/identitaet/saml/client.ts', 'modules/zugang/identitaet/saml/grenzen.ts'],
    async pruefe({ bytes }) {
      const { roh, anfrageId } = await samlAntwort(c, anbieter, bytes.toString('base64'), async () => jetzt.toString())
      const { pseudonym } = angabenAus(BUNDID_VORGABE, roh, ['pseudonym'])
      if (pseudonym !== 'bpk2-samira' || anfrageId !== '_anfrage') throw new Error(`believed ${pseudonym} for ${anfrageId}`)
    },
  }
}

const lies = (bytes: Buffer): unknown => { try { return JSON.parse(bytes.toString()) } catch { return undefined } }

export const zieleBoden: readonly Ziel[] = [
  await samlZiel(),
  { name: 'upload', proben: uploads, woerter: ['PK\x03\x04', 'PK\x05\x06', '%PDF-', '/ObjStm', '/Encrypt ', '>>\nstream\n', 'endstream', '/Type /Page', '/Count 9', 'ispe', 'Exif\0\0', 'II*\0', 'MM\0*', 'http://ns.adobe.com/xap/1.0/\0GPS', '\xff\xe1', '#4a'], klammern: [['>>\nstream\n', 'endstream'], ['PK\x05\x06', ''], ['Exif\0\0II*\0\x08\0\0\0', '']], pruefe: upload, liest: ['platform/uploads/file-types.ts', 'platform/uploads/pdf.ts', 'platform/uploads/archive.ts', 'platform/uploads/images.ts', 'platform/uploads/gps.ts', 'platform/uploads/tiff.ts', 'platform/uploads/inspect.ts'] },
  { name: 'mail', proben: [{ name: 'a.eml', bytes: mail }], woerter: ['\r\n', '\r\n\r\n', '--x y', '--x y--', '=?utf-8?B?', '?=', '=?x?Q?=00?=', 'boundary=', 'charset=utf-7', '; a="', '\r\n ', 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n', '=C3'], klammern: [['\r\n--x y\r\nContent-Type: multipart/mixed; boundary="x y"\r\n\r\n', ''], ['; a="', ''], ['=?a?Q?b', '?='], ['\r\n ', '']], pruefe: ({ bytes }) => { parseMail(bytes) }, liest: ['platform/mail/parse.ts'] },
  { name: 'zeitstempel', proben: [{ name: 'a.tsr', bytes: stempel }], erklaert: [RangeError], pruefe: ({ bytes }) => { try { readToken(tokenOf(bytes)) } catch (error) { if (!(error as Error).message.startsWith('The authority refused')) throw error } }, liest: ['platform/audit/der.ts', 'platform/audit/timestamp.ts'] },
  {
    name: 'eingabe', proben: ['Łukasz Müller-Żółć', '22.11.2026', '00.11.1950', '1.234,56', 'DE89 3704 0044 0532 0130 00', '04011000-1234512345-06', '01900000-0000-7000-8000-000000000001', '../a\\b.exe.pdf', '=1+1'].map((text) => ({ name: 'text', bytes: Buffer.from(text) })), klammern: [['1.', ''], ['- ', ''], ['a\u0301', ''], ['1234567890123 ', '']], liest: [],
    pruefe({ bytes }) {
      const text = bytes.toString()
      for (const eine of [text, ...text.split(/[\s,;]+/).slice(0, 20)]) {
        cleanText(eine); cleanLine(eine); parseDate(eine, 2026); parsePartialDate(eine); parseEuro(eine); isIban(eine); isLeitwegId(eine); isId(eine)
        checkDin91379(eine, 'C'); searchKeys(eine); transliterate(eine); csvCell(eine); dateiname(eine); safeFileName(eine, 'pdf'); kassenzeichenIn(eine); compareNatural(eine, text)
      }
    },
  },
  { name: 'frage', proben: [{ name: 'q', bytes: Buffer.from('ansicht=alle&nach=2026-11-22_01900000-0000-7000-8000-000000000001&faellig=heute&groesse=50&text=M%C3%BCller') }], woerter: ['&', '=', '%', '%00', 'nach=', '&nach=_'], klammern: [['&a=', ''], ['%', '']], liest: [], pruefe: ({ bytes }) => liesFilter(new URLSearchParams(bytes.toString('latin1'))) },
  { name: 'cookie', proben: [{ name: 'signiert', bytes: Buffer.from(sign(key, 'musterstadt:besuch')) }], woerter: ['.', '=', '%'], liest: ['platform/auth/tokens.ts'], pruefe: ({ bytes }) => { const text = unsign(key, bytes.toString()); if (text !== undefined && text !== 'musterstadt:besuch') throw new Error(`believed ${text}`); try { if (unseal(key, bytes) !== '{"a":1}') throw new RangeError('believed') } catch (error) { if (error instanceof RangeError && error.message === 'believed') throw error } } },
  { name: 'siegel', proben: [{ name: 'siegel', bytes: versiegelt }], liest: [], pruefe: ({ bytes }) => { let text: string; try { text = unseal(key, bytes) } catch { return } if (text !== '{"a":1}') throw new Error('believed') } },
  { name: 'bezahldienst', json: true, proben: [{ name: 'a.json', bytes: Buffer.from('{"paymentInformation":{"transactionUrl":"https://z.example/1","transactionId":"t-1","transactionTimestamp":"2026-11-22T10:00:00Z","paymentMethod":"CREDITCARD","status":"PAYED","statusDetail":"ok"},"paymentRequest":{"requestId":"r","grosAmount":12.34}}') }], liest: ['modules/finanzen/bezahlung/client.ts', 'modules/finanzen/bezahlung/domain/xbezahldienste.ts'], pruefe: ({ bytes }) => { const json = lies(bytes); if (Check(Transaktion, json)) alsCent((json as { paymentRequest?: { grosAmount?: number } }).paymentRequest?.grosAmount ?? 0) } },
  { name: 'nutzerangaben', json: true, proben: [{ name: 'a.json', bytes: Buffer.from('{"sub":"x","given_name":"Erika","family_name":"Muster","birthdate":"1964-08-12","address":{"street_address":"Heidestr. 17a","postal_code":"51147","locality":"Köln"},"groups":["a"],"email":"e@example.org"}') }], klammern: [['[', ']'], ['{"a":', '}']], liest: [], pruefe: ({ bytes }) => { const roh = lies(bytes); if (roh && typeof roh === 'object') angabenAus(OIDC_VORGABE, roh as Record<string, unknown>, Object.keys(OIDC_VORGABE)) } },
]
