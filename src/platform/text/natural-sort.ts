const SEGMENTS = /\d+|[^\d]+/gu
const collator = new Intl.Collator('de', { sensitivity: 'variant', caseFirst: 'upper' })

/**
 * Compares numbers inside text as numbers, segment by segment: '12.9' < '12.10', '12.1' < '12.1.1'. Leading zeros
 * decide only when all else is equal ('01' before '1'), so that the order is total. Digits may be of any length.
 */
export function compareNatural(a: string, b: string): number {
  const left = a.match(SEGMENTS) ?? []
  const right = b.match(SEGMENTS) ?? []
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = compareSegment(left[i] ?? '', right[i] ?? '')
    if (order !== 0) return order
  }
  if (left.length !== right.length) return left.length - right.length
  if (a === b) return 0
  return a < b ? -1 : 1
}

function compareSegment(a: string, b: string): number {
  const aIsNumber = /^\d/.test(a)
  const bIsNumber = /^\d/.test(b)
  if (aIsNumber && bIsNumber) {
    const x = a.replace(/^0+(?=\d)/, '')
    const y = b.replace(/^0+(?=\d)/, '')
    if (x.length !== y.length) return x.length - y.length
    if (x === y) return 0
    return x < y ? -1 : 1
  }
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1
  return collator.compare(a, b)
}
