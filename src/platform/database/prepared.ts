/** How often a text must come before it is prepared: lists of varying length would fill the server's memory with single uses. */
const OFTEN = 5
const MOST_NAMES = 300
const MOST_COUNTED = 2_000
const LONGEST = 6_000

/**
 * Names for statements that come often. PostgreSQL then parses and plans them once per connection: with row-level security that
 * is most of what a small query costs. Of each process; connections prepare on their own when a name first comes.
 */
export interface StatementNames {
  of(text: string): string | undefined
  /**
   * To be told of every error. A migration of a newer program changed the columns of a prepared `select *`: this process, which
   * is about to be replaced, then works without names. The one transaction that noticed has changed nothing and runs once more.
   */
  failed(error: unknown): void
}

export function openStatementNames(): StatementNames {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  let usable = true
  return {
    of(text) {
      if (!usable) return undefined
      const known = names.get(text)
      if (known || text.length > LONGEST || names.size >= MOST_NAMES) return known
      const count = (counts.get(text) ?? 0) + 1
      if (counts.size >= MOST_COUNTED) counts.clear()
      counts.set(text, count)
      if (count < OFTEN) return undefined
      counts.delete(text)
      const name = `s${names.size + 1}`
      names.set(text, name)
      return name
    },
    failed(error) { if (isStalePlan(error)) usable = false },
  }
}

/** "cached plan must not change result type": a table was changed under a running process. */
export const isStalePlan = (error: unknown): boolean => {
  const { code, routine } = error as { code?: string; routine?: string }
  return code === '0A000' && routine === 'RevalidateCachedQuery'
}

/**
 * Runs it once more, from the start of its transaction, where a table was changed under a prepared statement: the names are out of use
 * by then, so nobody notices the migration. Only for what may run twice when the first time was rolled back.
 */
export async function withoutStalePlan<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!isStalePlan(error)) throw error
    return run()
  }
}
