/** A file as rows of texts, with how it was read. */
export interface Tabelle { readonly kopf: readonly string[]; readonly zeilen: readonly (readonly string[])[]; readonly hinweise: readonly string[] }

export const GRENZEN = { bytes: 2_000_000, zeilen: 20_000, spalten: 60 } as const

/**
 * Bytes as text: marks of UTF-8 and UTF-16 first, then UTF-8 if it is valid, otherwise Windows-1252, which is what German spreadsheets
 * write. What was taken is said.
 */
export function entschluessele(bytes: Uint8Array): { readonly text: string; readonly kodierung: string } {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: new TextDecoder('utf-8').decode(bytes), kodierung: 'UTF-8' }
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), kodierung: 'UTF-16' }
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), kodierung: 'UTF-16' }
  return istUtf8(bytes) ? { text: new TextDecoder('utf-8').decode(bytes), kodierung: 'UTF-8' } : { text: new TextDecoder('windows-1252').decode(bytes), kodierung: 'Windows-1252' }
}

function istUtf8(bytes: Uint8Array): boolean {
  return !new TextDecoder('utf-8').decode(bytes).includes('\ufffd')
}

/** ';', ',' or tab: the one that the first line has most of outside quotes. */
export function trennzeichen(text: string): string {
  const ende = text.search(/\r?\n/)
  const erste = (ende < 0 ? text : text.slice(0, ende)).replaceAll(/"[^"]*"/g, '')
  return [';', '\t', ','].toSorted((a, b) => erste.split(b).length - erste.split(a).length)[0] ?? ';'
}

/** RFC 4180, with any of the separators; blank lines are left out. A quote that never closes takes the rest as one cell. */
export function zerlege(text: string, trenner: string): string[][] {
  const zeilen: string[][] = []
  let [zelle, zeile, inAnfuehrung] = ['', [] as string[], false]
  const zeilenende = () => { zeile.push(zelle); if (zeile.some((eine) => eine.trim() !== '')) zeilen.push(zeile); zeile = []; zelle = '' }
  for (let i = 0; i < text.length; i += 1) {
    const z = text[i] ?? ''
    if (inAnfuehrung) {
      if (z !== '"') zelle += z
      else if (text[i + 1] === '"') { zelle += '"'; i += 1 } else inAnfuehrung = false
    } else if (z === '"' && zelle.trim() === '') { inAnfuehrung = true; zelle = '' }
    else if (z === trenner) { zeile.push(zelle); zelle = '' }
    else if (z === '\n') zeilenende()
    else if (z !== '\r') zelle += z
  }
  zeilenende()
  return zeilen
}

/** First row as heading, the rest as rows; what our own exports put before dangerous texts is taken off again. */
export function alsTabelle(rohzeilen: readonly (readonly string[])[], hinweise: readonly string[]): Tabelle {
  const [kopf = [], ...zeilen] = rohzeilen
  const sauber = (zelle: string) => zelle.trim().replace(/^'(?=[=+\-@])/, '')
  return { kopf: kopf.slice(0, GRENZEN.spalten).map(sauber), zeilen: zeilen.slice(0, GRENZEN.zeilen).map((zeile) => kopf.map((_, index) => sauber(zeile[index] ?? ''))), hinweise: [...hinweise, ...(zeilen.length > GRENZEN.zeilen ? [`Nur die ersten ${GRENZEN.zeilen} Zeilen sind gelesen.`] : [])] }
}

export const TRENNERNAMEN: Readonly<Record<string, string>> = { ';': 'Semikolon', ',': 'Komma', '\t': 'Tabulator' }

/** The table as CSV again, so that a check page can carry it along. */
export const alsCsvText = ({ kopf, zeilen }: Tabelle): string => [kopf, ...zeilen].map((zeile) => zeile.map((zelle) => `"${zelle.replaceAll('"', '""')}"`).join(';')).join('\n')
