/**
 * The Unicode code points a TrueType font has glyphs for, read from its 'cmap' table (subtable formats 4 and 12).
 * @throws Error when the font has no such table
 */
export function codePointsOf(sfnt: Buffer): Set<number> {
  const cmap = tableOf(sfnt, 'cmap')
  const found = new Set<number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 4) addSegments(subtable, found)
    else if (format === 12) addGroups(subtable, found)
  }
  return found
}

function tableOf(sfnt: Buffer, tag: string): Buffer {
  for (let index = 0; index < sfnt.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16
    if (sfnt.toString('latin1', entry, entry + 4) !== tag) continue
    const offset = sfnt.readUInt32BE(entry + 8)
    return sfnt.subarray(offset, offset + sfnt.readUInt32BE(entry + 12))
  }
  throw new Error(`font without table ${tag}`)
}

function addSegments(subtable: Buffer, found: Set<number>): void {
  const length = subtable.readUInt16BE(6)
  for (let at = 14; at < 14 + length; at += 2) {
    const end = subtable.readUInt16BE(at)
    const start = subtable.readUInt16BE(at + length + 2)
    if (start === 0xffff) continue
    for (let codePoint = start; codePoint <= end; codePoint += 1) found.add(codePoint)
  }
}

function addGroups(subtable: Buffer, found: Set<number>): void {
  for (let index = 0; index < subtable.readUInt32BE(12); index += 1) {
    const group = 16 + index * 12
    const end = subtable.readUInt32BE(group + 4)
    for (let codePoint = subtable.readUInt32BE(group); codePoint <= end; codePoint += 1) found.add(codePoint)
  }
}
