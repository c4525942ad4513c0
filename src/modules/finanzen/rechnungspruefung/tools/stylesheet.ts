/**
 * The official rule files as XSLT 3.0, for an oracle with exact decimals (any XSLT 3 processor, for example Saxon). Every
 * assertion answers for itself: one line `id` where it fires, `?id` where its test cannot be evaluated.
 * `node --import tsx …/tools/stylesheet.ts UBL core > core-ubl.xsl`
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { attr, localName } from '../xml/tree.js'
import type { El } from '../xml/tree.js'
import { parseXml } from '../xml/parse.js'
import { conformanceFolder } from './conformance.js'

const read = (path: string): string => readFileSync(`${conformanceFolder()}/xrechnung/${path}`, 'utf8').replace(/^\uFEFF/, '')
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const children = (el: El, name: string): El[] => el.children.filter((c) => localName(c.name) === name)

interface Variable { readonly name: string, readonly value: string }

const lets = (el: El): Variable[] => children(el, 'let').map((l) => ({ name: attr(l, 'name') ?? '', value: attr(l, 'value') ?? '' }))
const declare = (v: Variable): string => `<xsl:variable name="${v.name}" select="${escaped(v.value)}"/>`
const uses = (expression: string, v: Variable): boolean => new RegExp(`\\$${v.name}(?![\\w.-])`).test(expression)

/** The variables of a rule that an expression needs, in order of declaration. */
function needed(expression: string, variables: readonly Variable[]): Variable[] {
  const out: Variable[] = []
  let pool = expression
  for (const v of variables.toReversed()) {
    if (!uses(pool, v)) continue
    out.unshift(v)
    pool += ` ${v.value}`
  }
  return out
}

function assertion(a: El, variables: readonly Variable[]): string {
  const [id, test] = [attr(a, 'id') ?? '', attr(a, 'test') ?? '']
  return `<xsl:try>${needed(test, variables).map(declare).join('')}<xsl:if test="not(${escaped(test)})"><xsl:text>${id}&#10;</xsl:text></xsl:if>`
    + `<xsl:catch><xsl:text>?${id}&#10;</xsl:text></xsl:catch></xsl:try>`
}

function pattern(p: El, no: number): string {
  const rules = children(p, 'rule')
  const templates = rules.map((r, i) => {
    const variables = lets(r)
    return `<xsl:template mode="m${no}" priority="${rules.length - i}" match="${escaped(attr(r, 'context') ?? '')}">`
      + `${children(r, 'assert').map((a) => assertion(a, variables)).join('\n')}<xsl:apply-templates mode="m${no}" select="@*|node()"/></xsl:template>`
  })
  return `${lets(p).map(declare).join('')}<xsl:template mode="m${no}" match="@*|node()" priority="-1"><xsl:apply-templates mode="m${no}" select="@*|node()"/></xsl:template>
${templates.join('\n')}`
}

/** The stylesheet of one rule file. */
export function stylesheet(family: 'UBL' | 'CII', set: 'core' | 'xrechnung'): string {
  const f = family.toLowerCase()
  const source = set === 'core' ? read(`en16931-rules/${f}/preprocessed/EN16931-${family}-validation-preprocessed.sch`) : read(`xrechnung-rules/${f}/XRechnung-${family}-validation.sch`)
  const schema = parseXml(source).root
  const patterns = [...set === 'xrechnung' ? [parseXml(read('xrechnung-rules/common.sch')).root] : [], ...children(schema, 'pattern')]
  const names = children(schema, 'ns').map((n) => `xmlns:${attr(n, 'prefix')}="${attr(n, 'uri')}"`).filter((n) => !n.startsWith('xmlns:xs='))
  const functions = [...source.matchAll(/<(?:xsl:)?function[\s\S]*?<\/(?:xsl:)?function>/g)].map((m) => m[0].replace(/<(\/?)function xmlns="[^"]*"/g, '<$1xsl:function'))
  return `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:u="utils" ${names.join(' ')}>
<xsl:output method="text"/>
${functions.join('\n')}
<xsl:template match="/">${patterns.map((_, i) => `<xsl:apply-templates mode="m${i}" select="."/>`).join('')}</xsl:template>
${patterns.map((p, i) => `${pattern(p, i)}<xsl:template match="/" mode="m${i}"><xsl:apply-templates mode="m${i}" select="*"/></xsl:template>`).join('\n')}
${children(schema, 'let').map((l) => declare({ name: attr(l, 'name') ?? '', value: attr(l, 'value') ?? '' })).join('\n')}
</xsl:stylesheet>`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [family, set] = process.argv.slice(2)
  if ((family !== 'UBL' && family !== 'CII') || (set !== 'core' && set !== 'xrechnung')) throw new Error('stylesheet.ts UBL|CII core|xrechnung')
  process.stdout.write(stylesheet(family, set))
}
