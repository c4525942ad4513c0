import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  consoleErrors, expectAccessible, expectNoSidewaysScroll, expectVisibleFocus, newPage, withBrowser,
} from '../../test/browser/browser.js'
import { designAssets } from './assets.js'
import { renderPage } from './document.js'
import { galleryPages } from './gallery.js'

const root = join(import.meta.dirname, '../..')
const assetUrl = (name: string): string => `/assets/${name}`
const csp = "default-src 'self'; img-src 'self' data:"

/** With SCREENSHOTS set to a folder, the tests leave pictures of the pages there, to be looked at. */
async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder) await page.screenshot({ path: join(folder, `${name.slice(1).replaceAll('/', '-')}.png`), fullPage: true })
}

let server: Server
let origin = ''

before(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const asset = designAssets.find((a) => assetUrl(a.name) === path)
    const page = galleryPages.find((p) => p.path === path)
    if (asset) response.writeHead(200, { 'content-type': asset.type }).end(readFileSync(join(root, asset.file)))
    else if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp })
        .end(renderPage(page.render(assetUrl)))
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

after(() => { server.close() })

test('every asset of the list is there', () => {
  assert.deepEqual(designAssets.filter((a) => !existsSync(join(root, a.file))), [])
})

test('pages contain no inline style or script', () => {
  for (const page of galleryPages) {
    const html = renderPage(page.render(assetUrl))
    assert.ok(html.startsWith('<!doctype html>'))
    assert.doesNotMatch(html, / style=|<style|<script(?![^>]* src=)| on[a-z]+=/, page.path)
    assert.doesNotMatch(html, /\[object Object\]|undefined|NaN/, page.path)
  }
})

test('ids are unique and every reference finds its element', () => {
  for (const page of galleryPages) {
    const html = renderPage(page.render(assetUrl))
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])
    assert.equal(new Set(ids).size, ids.length,
      `${page.path}: ${ids.filter((id, i) => ids.indexOf(id) !== i).join(', ')}`)
    const references = / (?:for|aria-describedby|aria-labelledby|aria-errormessage)="([^"]+)"/g
    for (const [, refs = ''] of html.matchAll(references)) {
      for (const ref of refs.split(' ')) assert.ok(ids.includes(ref), `${page.path}: ${ref}`)
    }
  }
})

for (const width of [1280, 320]) {
  test(`at ${width} px every page is accessible and fits`, { timeout: 300_000 }, async () => {
    await withBrowser(async (browser) => {
      const page = await newPage(browser, { width })
      for (const { path } of galleryPages) {
        await page.goto(origin + path, { waitUntil: 'load' })
        await photograph(page, `${path}-${width}`)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
        assert.deepEqual(consoleErrors(page), [], path)
      }
    })
  })
}

test('dark mode keeps its contrasts', { timeout: 300_000 }, async () => {
  await withBrowser(async (browser) => {
    const page = await newPage(browser, { context: { colorScheme: 'dark' } })
    for (const path of ['/portal/formular-fehler', '/arbeitsplatz/vorgang', '/arbeitsplatz/baukasten']) {
      await page.goto(origin + path)
      await expectAccessible(page)
      await photograph(page, `${path}-dunkel`)
    }
  })
})

test('focus is visible everywhere and error links lead to their fields', { timeout: 300_000 }, async () => {
  await withBrowser(async (browser) => {
    const page = await newPage(browser)
    for (const path of ['/portal/start', '/portal/formular-fehler', '/arbeitsplatz/liste', '/arbeitsplatz/vorgang']) {
      await page.goto(origin + path)
      assert.ok(await expectVisibleFocus(page) > 10, path)
    }
    const plain = await newPage(browser, { javaScript: false, width: 320 })
    await plain.goto(`${origin}/portal/formular-fehler`)
    for (const id of ['f-geburtsdatum', 'f-iban', 'f-halter', 'f-nachweise', 'f-erklaerung']) {
      await plain.locator(`.sk-error-summary a[href="#${id}"]`).click()
      assert.equal(await plain.locator(':focus').getAttribute('id'), id)
    }
    await plain.locator('.sk-nav__toggle').click()
    assert.ok(await plain.locator('.sk-nav__fold .sk-nav__link').first().isVisible(), 'the menu unfolds without script')
  })
})

test('the fonts come from our own assets', { timeout: 60_000 }, async () => {
  await withBrowser(async (browser) => {
    const page = await newPage(browser)
    await page.goto(`${origin}/portal/start`)
    const loaded = await page.evaluate(`document.fonts.ready.then((fonts) =>
      [...fonts].filter((f) => f.status === 'loaded').map((f) => f.family + f.weight))`) as string[]
    assert.ok(loaded.some((f) => f.includes('Fira Sans') && f.endsWith('400')), loaded.join())
    assert.ok(loaded.some((f) => f.includes('Fira Sans') && f.endsWith('600')), loaded.join())
  })
})
