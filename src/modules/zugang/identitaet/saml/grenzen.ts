import { SaxesParser } from 'saxes'

/** What of an answer is looked at before any parser sees it: a stranger wrote it, and it comes without a session. */
const ZEICHEN = 200_000
const ELEMENTE = 1_500
const TIEFE = 30
const ERLAUBTE_UNTERSCHRIFTEN = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
]
const ERLAUBTE_HASHES = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmldsig-more#sha384', 'http://www.w3.org/2001/04/xmlenc#sha512']

export type Befund = 'unlesbar' | 'signatur'

/**
 * Refuses what no honest provider sends: document types and entities (bombs, files of ours), comments and instructions (cut names
 * in two), more than one assertion or a repeated id (wrapping), old hashes, and what is far too large or too deep.
 * @returns the text of the XML, or why not
 */
export function pruefeForm(base64: string): { readonly xml: string } | { readonly befund: Befund } {
  if (base64.length === 0 || base64.length > ZEICHEN * 1.4 || !/^[A-Za-z0-9+/=\s]+$/.test(base64)) return { befund: 'unlesbar' }
  const xml = Buffer.from(base64, 'base64').toString('utf8')
  if (xml.length > ZEICHEN || !xml.trimStart().startsWith('<') || /\uFFFD/.test(xml)) return { befund: 'unlesbar' }
  const ohneKopf = xml.replace(/^\s*<\?xml\s[^?]*\?>/, '')
  if (/<!|<\?/.test(ohneKopf)) return { befund: 'unlesbar' }
  if (!imMass(ohneKopf) || !wohlgeformt(xml)) return { befund: 'unlesbar' }
  if ([...ohneKopf.matchAll(/<(?:[\w.-]+:)?(?:Encrypted)?Assertion[\s>/]/g)].length !== 1) return { befund: 'signatur' }
  const ids = [...ohneKopf.matchAll(/\s(?:ID|Id|id)\s*=\s*["']([^"']*)["']/g)].map(([, id]) => id)
  if (new Set(ids).size !== ids.length) return { befund: 'signatur' }
  return unterschriftenGenuegen(ohneKopf) ? { xml } : { befund: 'signatur' }
}

/** The library's parser mends what is broken, tells the console about it, and so could read something else than what is seen here. */
function wohlgeformt(xml: string): boolean {
  try { new SaxesParser({ xmlns: true }).write(xml).close(); return true } catch { return false }
}

/** Counts elements and how deep they lie. */
function imMass(xml: string): boolean {
  let [elemente, tiefe] = [0, 0]
  for (const [marke] of xml.matchAll(/<[^>]*>/g)) {
    if (marke.startsWith('</')) { tiefe -= 1; continue }
    elemente += 1
    if (!marke.endsWith('/>')) tiefe += 1
    if (elemente > ELEMENTE || tiefe > TIEFE) return false
  }
  return true
}

function unterschriftenGenuegen(xml: string): boolean {
  const algorithmen = (element: string) => [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${element}\\s[^>]*Algorithm\\s*=\\s*["']([^"']*)["']`, 'g'))].map(([, algorithmus = '']) => algorithmus)
  // The digest of an encrypted key is another one; there the signature lies inside and is looked at after decrypting.
  const verschluesselt = /<(?:[\w.-]+:)?EncryptedAssertion[\s>]/.test(xml)
  return algorithmen('SignatureMethod').every((algorithmus) => ERLAUBTE_UNTERSCHRIFTEN.includes(algorithmus))
    && (verschluesselt || algorithmen('DigestMethod').every((algorithmus) => ERLAUBTE_HASHES.includes(algorithmus)))
}
