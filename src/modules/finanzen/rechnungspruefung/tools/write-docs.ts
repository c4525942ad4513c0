/** Writes docs/standards-en16931.md: every rule with level, explanation and test. Run after a change of rules. */
import { readFileSync, writeFileSync } from 'node:fs'
import { ruleCatalog } from '../rules/index.js'
import { ruleText } from '../texts/index.js'
import { NEVER_FAIL } from './hand-made.js'

const catalog = ruleCatalog()
const examples = new Set(readFileSync(new URL('rule-examples.txt', import.meta.url), 'utf8').split('\n').map((r) => r.split('|')[0]))
const ids = [...new Set(catalog.map((r) => r.id))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))

const row = (id: string): string => {
  const entries = catalog.filter((r) => r.id === id)
  const cell = (family: 'UBL' | 'CII'): string => entries.find((e) => e.family === family)?.level ?? '–'
  const proof = entries.map((e) => `${e.family} ${e.id}`).map((k) => examples.has(k) ? 'both' : NEVER_FAIL.includes(k) ? 'cannot fail' : 'none')
  const text = ruleText(id)
  return `| ${id} | ${text.bt || '–'} | ${cell('UBL')} | ${cell('CII')} | ${[...new Set(proof)].join(', ')} | ${text.en.replaceAll('|', '/')} |`
}

const counts = (family: string): number => catalog.filter((r) => r.family === family).length
writeFileSync(new URL('../../../../../docs/standards-en16931.md', import.meta.url), `# EN 16931 and XRechnung: rules and where they are proved

Rules of EN 16931 (validation artefacts 1.3.16) and XRechnung 3.0 (with the rules it takes over from Peppol BIS Billing),
implemented in \`src/modules/finanzen/rechnungspruefung\`: ${counts('UBL')} for UBL 2.1 Invoice and CreditNote, ${counts('CII')} for CII D16B.

- **Official cases** (\`conformance.test.ts\`): the verdict is equal on every case of CEN's rule tests and of KoSIT's instances,
  and every invoice of the test suite is accepted.
- **Own examples** (\`rules/rules.test.ts\`): "both" means that an invoice of our own keeps the rule and a change of it breaks it.
  "cannot fail" marks rules whose official test is always true: four that only people can judge (BR-CO-05 to 08), two in UBL that
  look for the currency in the wrong place (BR-DEC-13, 15), two in CII that are switched off (BR-AF-09, BR-AG-09), and three in
  CII whose context another one takes first (CII-DT-010 to 012).
- **Structure** (\`XSD\`): a table derived from the official schemas, compared with the schemas themselves through libxml2.
- **Differential test** (\`differential.test.ts\`): mutants of valid invoices against the official rule files, in every test run.
  Once, in November 2026, 165,000 mutants (84,000 UBL invoices and credit notes, 81,000 CII; of our invoices, the test suite and
  all official cases, among them extension and CVD) were put to the official files through an XSLT 3 processor with exact
  decimals (\`tools/campaign.ts\`, \`tools/stylesheet.ts\`): 1.3 million breaches. Real differences were three and are mended
  (white space around the code L or M in BR-AF-01, BR-AF-04, BR-AG-01; an empty scheme in BR-DEX-04 to 08 and BR-TMP-CVD-01;
  the order of questions in BR-S-08). Those that remain are explained: the text NaN as an amount (the processor takes it as
  not below zero), exponents as in 1e2, and elements given twice, where the official test has no answer. In none of them
  did the official rule speak while ours was silent. The same way every own example was confirmed (\`tools/confirm-examples.ts\`).
- **Coverage** (\`conformance.test.ts\`): the rules of the official files and ours are the same set; the levels are those of the
  official scenarios.

Levels are those of the rule itself; the scenario of an invoice may change some (\`profile.ts\`), for example BR-CL-23 is a
warning in XRechnung. Where a value is no number, no date or given twice, the official test cannot be answered; the rule
then counts as broken.

| Rule | Terms | UBL | CII | Example | Meaning |
| --- | --- | --- | --- | --- | --- |
${ids.map(row).join('\n')}
`)
console.log(ids.length, 'rules')
