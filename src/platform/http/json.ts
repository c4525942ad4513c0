const MAX_DEPTH = 64

/**
 * Is the value of a JSON body nested deeper than anything that we take? Whoever walks through a value calls itself for each level,
 * also `JSON.stringify`; reading does not.
 */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}
