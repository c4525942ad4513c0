import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll } from './browser.js'

/** A form on a page, as a person would find it. */
export interface FoundForm {
  /** Path it posts to, without query. */
  readonly action: string
  /** Its place among the posting forms of the page. */
  readonly index: number
  /** Whether there is anything that one can fill in wrongly: not in a form that is one button, or boxes that may be ticked. */
  readonly fillable: boolean
}

const FORMS = 'form[method="post"]'

/** The posting forms of the page that is open. */
export async function formsOf(page: Page): Promise<FoundForm[]> {
  return page.locator(FORMS).evaluateAll((forms) => forms.map((form, index) => ({
    index, action: new URL((form as HTMLFormElement).getAttribute('action') ?? '', document.baseURI).pathname,
    fillable: form.querySelector('input:not([type=hidden], [type=checkbox], [disabled]), textarea, select') !== null,
  })))
}

/** What was typed, to be found again: name of the field and length of the text. */
interface Wrong { readonly kept?: { readonly name: string; readonly text: string }; readonly file?: string }

/**
 * Fills a form in as wrongly as one can without the browser's help: the first line and every larger text far too long, all others
 * empty, choices that do not exist, a program as file.
 */
async function fillWrongly(form: Locator): Promise<Wrong> {
  return form.evaluate((element): Wrong => {
    const one = element as HTMLFormElement
    one.noValidate = true
    const fields = [...one.elements].filter((field) => !field.matches('[type=hidden], [disabled], [readonly], button, fieldset, output')) as HTMLInputElement[]
    let kept: Wrong['kept']
    let file: string | undefined
    for (const field of fields) {
      field.removeAttribute('maxlength')
      if (field.matches('[type=file]')) file ??= field.name
      else if (field.matches('[type=radio], [type=checkbox]')) { field.value = 'gibt-es-nicht'; field.checked = field.type === 'radio' }
      else if (field.matches('select')) { const option = new Option('gibt-es-nicht', 'gibt-es-nicht'); field.append(option); field.value = 'gibt-es-nicht' }
      else if ((!kept || field.matches('textarea')) && !field.matches('[type=password], [autocomplete=one-time-code]')) {
        field.value = field.type === 'date' || field.type === 'number' ? '' : 'unsinn '.repeat(4000).trim()
        if (field.value) kept ??= { name: field.name, text: field.value }
      } else field.value = ''
    }
    return { ...(kept ? { kept } : {}), ...(file ? { file } : {}) }
  })
}

/** Submits the form wrongly and expects the page of the form again, as WCAG 3.3.1, 3.3.3 and A3-06 want it. */
export async function expectErrorState(page: Page, { index, action }: FoundForm): Promise<void> {
  const form = page.locator(FORMS).nth(index)
  const url = page.url()
  const { kept, file } = await fillWrongly(form)
  if (file) await form.locator(`input[type=file][name="${file}"]`).setInputFiles({ name: 'rechnung.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\0\0 not a document') })
  const answer = page.waitForNavigation()
  await form.evaluate((element) => { const one = element as HTMLFormElement; one.requestSubmit([...one.elements].find((field): field is HTMLButtonElement => field.matches('button:not([type=button]):not([value=speichern])'))) })
  const status = (await answer)?.status()
  assert.ok(status === 422 || status === 409, `${url} answers nonsense with ${status} at ${page.url()}`)
  assert.match(await page.title(), /^(Fehler|Error):/, `${url}: the title says that there is an error`)
  await page.waitForFunction(() => document.activeElement?.matches('.sk-error-summary')).catch(() => assert.fail(`${url}: focus is not on the error summary`))
  assert.deepEqual(await brokenLinks(page), [], `${url}: messages lead to their fields`)
  if (kept) assert.equal(await page.locator(`${FORMS}[action^="${action}"] [name="${kept.name}"]`).first().inputValue().then((value) => value.trim()), kept.text, `${url} forgets ${kept.name}`)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

/** Links of the error summary whose field does not exist or does not say that it is wrong. */
async function brokenLinks(page: Page): Promise<string[]> {
  return page.locator('.sk-error-summary').evaluate((summary) => {
    const links = [...summary.querySelectorAll('a')]
    if (summary.querySelectorAll('li').length === 0) return ['no message at all']
    return links.flatMap((link) => {
      const target = document.getElementById(link.hash.slice(1))
      if (!target) return [`${link.hash} does not exist: ${link.textContent}`]
      const around = target.closest('fieldset') ?? target
      const says = [target, around].some((one) => one.matches('[aria-invalid=true]') || one.querySelector('[aria-invalid=true]') !== null
        || (one.getAttribute('aria-describedby') ?? '').split(' ').some((id) => document.getElementById(id)?.matches('.sk-error')))
      return says ? [] : [`${link.hash} does not say it is wrong: ${link.textContent}`]
    })
  })
}
