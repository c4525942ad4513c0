import { createHash } from 'node:crypto'

const sha256 = (...parts: readonly Buffer[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

// RFC 6962 § 2.1: leaves and inner nodes are hashed with different prefixes, so that a node can never pass for a leaf.
const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

export const leafHash = (content: string): Buffer => sha256(LEAF, Buffer.from(content, 'utf8'))

/** The root over leaves in their order; an odd last one goes up unchanged. @throws when there are none */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  let level = leaves
  if (level.length === 0) throw new RangeError('A tree needs a leaf')
  while (level.length > 1) {
    const next: Buffer[] = []
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index]!
      const right = level[index + 1]
      next.push(right ? sha256(NODE, left, right) : left)
    }
    level = next
  }
  return level[0]!
}

/** The link of the chain: who changes one seal has to change all that follow. */
export const chainHash = (before: Buffer | null, root: Buffer, count: number): Buffer =>
  sha256(before ?? Buffer.alloc(32), root, Buffer.from(String(count)))
