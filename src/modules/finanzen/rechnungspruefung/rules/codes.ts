/** Building blocks of the code list rules (BR-CL). */
import { LISTS } from '../codes/lists.js'
import { normalizeSpace, stringValue } from '../xml/tree.js'
import type { El } from '../xml/tree.js'
import { attr, inList, setOf } from './access.js'

type Test = (el: El) => boolean

/** The normalized content is in the list. */
export const content = (list: string): Test => {
  const codes = setOf(list)
  return (el) => codes.has(normalizeSpace(stringValue(el)))
}

/** The normalized attribute is in the list; a missing attribute is not. */
export const coded = (name: string, list: string): Test => {
  const codes = setOf(list)
  return (el) => codes.has(normalizeSpace(attr(el, name) ?? ''))
}

export const carries = (name: string) => (el: El): boolean => attr(el, name) !== undefined

export const vatex = (el: El): boolean => inList(LISTS.vatex, normalizeSpace(stringValue(el).toUpperCase()))
  && !normalizeSpace(stringValue(el)).includes(' ')

const MIME = 'application/pdf image/png image/jpeg text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  + ' application/vnd.oasis.opendocument.spreadsheet'

/** Media types of attachments (BT-125-1); the extension of XRechnung adds XML. */
export const mimeCode = (extension: boolean) => (el: El): boolean => {
  const mime = attr(el, 'mimeCode') ?? ''
  return inList(MIME, mime) || (extension && mime === 'application/xml')
}
