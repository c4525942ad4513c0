/** What the address of the work list says; pure, so that links and query agree. */

export const ANSICHTEN = ['fuer-mich', 'meine', 'frei', 'alle'] as const
export const FAELLIG = ['ueberfaellig', 'heute', 'woche'] as const
/** Rows of a page that a person can choose. */
export const SEITENGROESSEN = ['25', '50', '100'] as const
export const SORTIERUNGEN = ['frist', 'alter'] as const

export interface Listenfilter {
  readonly ansicht: typeof ANSICHTEN[number]
  readonly faellig?: typeof FAELLIG[number]
  /** Title of the task, e.g. „Antrag prüfen“. */
  readonly art?: string
  readonly einheit?: string
  readonly q?: string
  /** Rows of a page; 50 unless chosen. */
  readonly zeilen?: typeof SEITENGROESSEN[number]
  readonly sortierung: typeof SORTIERUNGEN[number]
  /** Cursor: the last row of the page before. */
  readonly nach?: string
}

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined => values.find((value) => value === text)

/** Anything unknown in the address is ignored: old bookmarks keep working. */
export function liesFilter(suche: URLSearchParams): Listenfilter {
  const faellig = oneOf(FAELLIG, suche.get('faellig'))
  const zeilen = oneOf(SEITENGROESSEN, suche.get('zeilen'))
  const text = (name: string, length: number) => suche.get(name)?.trim().slice(0, length) || undefined
  const [art, einheit, q, nach] = [text('art', 300), text('einheit', 36), text('q', 100), text('nach', 60)]
  return {
    ansicht: oneOf(ANSICHTEN, suche.get('ansicht')) ?? 'fuer-mich', sortierung: oneOf(SORTIERUNGEN, suche.get('sortierung')) ?? 'frist',
    ...(zeilen && zeilen !== '50' ? { zeilen } : {}), ...(faellig ? { faellig } : {}), ...(art ? { art } : {}), ...(einheit ? { einheit } : {}), ...(q ? { q } : {}), ...(nach ? { nach } : {}),
  }
}

/** The address again; always with its view, because the bare address means the one used last. A changed filter starts at the first page. */
export function adresse(filter: Listenfilter, change: { readonly [K in keyof Listenfilter]?: Listenfilter[K] | undefined } = {}): string {
  const next: Record<string, string | undefined> = { ...filter, nach: undefined, ...change }
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(next)) {
    if (value && !(name === 'sortierung' && value === 'frist')) parts.set(name, value)
  }
  return `/arbeitsplatz?${parts.toString()}`
}
