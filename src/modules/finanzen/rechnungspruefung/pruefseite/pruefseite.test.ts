import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { writeCii, writeUbl, type Invoice } from '../index.js'
import { sampleInvoice } from '../tools/examples.js'
import { samplePdf } from '../tools/sample-pdf.js'

const { app } = await testApp({ worker: false })
const { besucher } = await testWeb(app)
const gut = writeUbl(sampleInvoice())
const schlecht = writeCii({ ...sampleInvoice(), buyerReference: undefined } as unknown as Invoice)
const lachen = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, k) => `<!ENTITY a${k} "${`&${k ? `a${k - 1}` : 'a'};`.repeat(10)}">`).join('')}]><l>&a11;</l>`
const datei = (inhalt: string | Uint8Array, name = 'rechnung.xml') => new File([inhalt as BlobPart], name)

const seite = async (inhalt: string | Uint8Array, name?: string) => besucher().senden('/e-rechnung', { datei: datei(inhalt, name) })

test('the page accepts a valid invoice and shows it with German labels and term numbers', async () => {
  const { status, html } = await seite(gut)
  assert.equal(status, 200)
  assert.match(html, /<h1>Diese Rechnung würden wir annehmen<\/h1>/)
  for (const text of ['Rechnungsnummer', 'BT-1<', 'Bauhof Musterstadt GmbH', 'BT-84', 'Umsatzsteuer (BG-23)', 'Position 2: Pflasterstein', 'BT-115']) assert.ok(html.includes(text), text)
})

test('the page refuses an invalid invoice and says which rule, what to do, where and which term', async () => {
  const { status, html } = await seite(schlecht)
  assert.equal(status, 200)
  assert.match(html, /würden wir nicht annehmen/)
  for (const text of ['Regel BR-DE-15', 'Angabe BT-10', 'Die Leitweg-ID fehlt', 'Das müssen Sie ändern (', 'Verkäufer']) assert.ok(html.includes(text), text)
})

test('files that are no XML or PDF, empty, missing or too large are refused at the field', async () => {
  for (const [inhalt, muster] of [['', /Diese Datei ist leer/], ['Sehr geehrte Damen und Herren', /weder eine XML-Datei noch eine PDF-Datei/], [new Uint8Array(25_000_000).fill(60), /größer als 20 MB/]] as const) {
    const { status, html } = await seite(inhalt)
    assert.equal(status, 422)
    assert.match(html, muster)
    assert.match(html, /aria-invalid="true"|kern-form-input__input--error/)
  }
  const ohne = await besucher().senden('/e-rechnung', {})
  assert.equal(ohne.status, 422)
  assert.match(ohne.html, /Bitte wählen Sie eine Datei aus/)
})

test('broken XML, attacks, other XML and PDFs without invoice get a plain refusal', async () => {
  for (const inhalt of ['<Invoice', lachen, '<rss/>', '%PDF-1.7\n%%EOF']) {
    const { status, html } = await seite(inhalt)
    assert.equal(status, 200)
    assert.match(html, /Wir können die Datei nicht als E-Rechnung lesen/)
    assert.ok(!html.includes('lesbar dargestellt'))
  }
})

test('what stands in an invoice is text, never markup', async () => {
  const { html } = await seite(writeUbl({ ...sampleInvoice(), number: '<script>alert(1)</script>' }))
  assert.ok(!html.includes('<script>alert'))
})

test('without the form nothing is read', async () => {
  const body = new FormData()
  body.append('datei', datei(gut))
  assert.equal((await besucher().post('/e-rechnung', body)).status, 403)
  assert.equal((await besucher().post('/e-rechnung', gut, { 'content-type': 'application/xml' })).status, 403)
})

const api = async (body: BodyInit, type?: string) => {
  const { status, html, headers } = await besucher().post('/api/rechnung/pruefung', body, type ? { 'content-type': type } : {})
  return { status, type: headers.get('content-type') ?? '', body: JSON.parse(html) as { valid?: boolean; file?: string; findings?: { rule: string }[]; title?: string; felder?: unknown[] } }
}

test('the API answers 200 with the report for valid and invalid invoices, as file or form', async () => {
  const erste = await api(gut, 'application/xml')
  assert.deepEqual([erste.status, erste.body.valid, erste.body.findings], [200, true, []])
  assert.deepEqual(Object.keys(erste.body), ['file', 'valid', 'syntax', 'profile', 'customizationId', 'findings', 'ms'])
  const zweite = await api(schlecht, 'text/xml; charset=utf-8')
  assert.deepEqual([zweite.status, zweite.body.valid], [200, false])
  assert.ok(zweite.body.findings?.some(({ rule }) => rule === 'BR-DE-15'))
  const form = new FormData()
  form.append('datei', datei(gut, 'r-1.xml'))
  const dritte = await api(form)
  assert.deepEqual([dritte.status, dritte.body.valid, dritte.body.file], [200, true, 'r-1.xml'])
  const vierte = await api(new Uint8Array(samplePdf({ xml: writeCii(sampleInvoice()) })), 'application/pdf')
  assert.deepEqual([vierte.status, typeof vierte.body.valid], [200, 'boolean'])
})

test('the API refuses what is no invoice with a problem description', async () => {
  for (const [status, body, type] of [
    [422, '<rss/>', 'application/xml'], [422, lachen, 'application/xml'], [422, '', 'application/xml'], [422, 'Hallo', 'application/xml'], [422, '{}', 'application/json'],
    [415, 'Hallo', 'application/zip'], [413, new Uint8Array(25_000_000).fill(60), 'application/xml'],
  ] as const) {
    const answer = await api(body as BodyInit, type)
    assert.deepEqual([answer.status, answer.type.split(';')[0]], [status, 'application/problem+json'], `${String(body).slice(0, 20)} ${type}`)
    assert.ok(answer.body.title)
  }
})

test('the description of the API names the file types', async () => {
  const { html } = await besucher().get('/api/openapi.json')
  const { post } = JSON.parse(html).paths['/api/rechnung/pruefung']
  assert.deepEqual(Object.keys(post.requestBody.content), ['application/xml', 'application/pdf', 'multipart/form-data'])
  assert.deepEqual([post.parameters, post.security, Object.keys(post.responses)], [[], [], ['200', '413', '422', '429']])
})

test('an address that asks too often has to wait', async () => {
  let last = 200
  for (let k = 0; k < 61 && last !== 429; k++) last = (await api('<rss/>', 'application/xml')).status
  assert.equal(last, 429)
})
