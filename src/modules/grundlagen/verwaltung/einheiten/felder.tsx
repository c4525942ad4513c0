import { EmailField, SelectField, TelField, TextField } from '../../../../design/index.js'
import type { Feldfehler } from '../../../../platform/errors.js'
import type { Einheit } from '../../organisation/index.js'

/** The tree as a list: each unit behind its parents, with its depth; what hangs below a unit that is not shown stands at the top. */
export function alsBaum(einheiten: readonly Einheit[]): { einheit: Einheit; tiefe: number }[] {
  const bekannt = new Set(einheiten.map(({ id }) => id))
  const unter = (oberId: string | null, tiefe: number): { einheit: Einheit; tiefe: number }[] => einheiten
    .filter((einheit) => (einheit.oberId && bekannt.has(einheit.oberId) ? einheit.oberId : null) === oberId)
    .flatMap((einheit) => [{ einheit, tiefe }, ...unter(einheit.id, tiefe + 1)])
  return unter(null, 0)
}

/** The fields of a unit, for adding and for changing one; `ohne` is left out of the parents that can be chosen. */
export function Einheitenfelder({ einheiten, wertVon, fehler, ohne }: { einheiten: readonly Einheit[]; wertVon: (name: string) => string; fehler: readonly Feldfehler[]; ohne?: string }) {
  const feld = (name: string) => { const text = fehler.find((einer) => einer.feld === name)?.text; return { name, value: wertVon(name), ...(text ? { error: text } : {}) } }
  return (
    <>
      <TextField {...feld('kuerzel')} label="Kürzel" hint="Zum Beispiel 32.1. Es steht in Listen und Aktenzeichen." width={6} maxLength={20} />
      <TextField {...feld('name')} label="Name" hint="So heißt die Einheit in Briefen." maxLength={200} />
      <SelectField {...feld('oberId')} label="Übergeordnete Einheit" optional emptyLabel="keine" options={alsBaum(einheiten).filter(({ einheit }) => einheit.id !== ohne).map(({ einheit }) => ({ value: einheit.id, label: `${einheit.kuerzel} ${einheit.name}` }))} />
      <TelField {...feld('telefon')} label="Telefon" optional />
      <EmailField {...feld('email')} label="E-Mail" optional />
      <TextField {...feld('anschrift')} label="Anschrift und Zimmer" optional />
    </>
  )
}
