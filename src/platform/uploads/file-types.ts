import { fileTypeFromBuffer } from 'file-type'

/** What a form may allow. The names are also the extensions under which files are stored. */
export type UploadType = 'pdf' | 'jpg' | 'png' | 'heic' | 'tif' | 'docx' | 'xlsx' | 'odt' | 'ods' | 'zip' | 'txt'

type TypeFacts = { mime: string; label: string; extensions: readonly string[] }

export const uploadTypes = {
  pdf: { mime: 'application/pdf', label: 'PDF', extensions: ['pdf'] },
  jpg: { mime: 'image/jpeg', label: 'JPG', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mime: 'image/png', label: 'PNG', extensions: ['png'] },
  heic: { mime: 'image/heic', label: 'HEIC', extensions: ['heic', 'heif'] },
  tif: { mime: 'image/tiff', label: 'TIFF', extensions: ['tif', 'tiff'] },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word (DOCX)',
    extensions: ['docx'],
  },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'Excel (XLSX)',
    extensions: ['xlsx'],
  },
  odt: { mime: 'application/vnd.oasis.opendocument.text', label: 'OpenDocument-Text (ODT)', extensions: ['odt'] },
  ods: {
    mime: 'application/vnd.oasis.opendocument.spreadsheet',
    label: 'OpenDocument-Tabelle (ODS)',
    extensions: ['ods'],
  },
  zip: { mime: 'application/zip', label: 'ZIP', extensions: ['zip'] },
  txt: { mime: 'text/plain', label: 'Text (TXT)', extensions: ['txt'] },
} as const satisfies Record<UploadType, TypeFacts>

const detectedAs: Readonly<Record<string, UploadType | 'makro' | 'cfb'>> = {
  pdf: 'pdf',
  jpg: 'jpg',
  png: 'png',
  apng: 'png',
  heic: 'heic',
  tif: 'tif',
  docx: 'docx',
  xlsx: 'xlsx',
  odt: 'odt',
  ods: 'ods',
  zip: 'zip',
  docm: 'makro',
  dotm: 'makro',
  xlsm: 'makro',
  xltm: 'makro',
  pptm: 'makro',
  potm: 'makro',
  ppsm: 'makro',
  cfb: 'cfb',
}

/**
 * The type by content; the name is not looked at. `makro` is an office file with macros, `cfb` the container of old
 * office files and of office files with a password, undefined anything else.
 */
export async function detectType(bytes: Buffer): Promise<UploadType | 'makro' | 'cfb' | undefined> {
  const detected = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (detected) return detectedAs[detected.ext]
  // Anything that only claims to be text must be text throughout.
  return isPlainText(bytes) ? 'txt' : undefined
}

function isPlainText(bytes: Buffer): boolean {
  if (bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/^\s*<(?:!doctype|html|script|svg|\?xml)/i.test(text)
  } catch {
    return false
  }
}

/** "PDF, JPG oder PNG", for messages. */
export function listTypes(types: readonly UploadType[]): string {
  return new Intl.ListFormat('de', { type: 'disjunction' }).format(types.map((type) => uploadTypes[type].label))
}

/** Characters of a declared name that are looked at, from its end; no system has longer ones. */
const MAX_DECLARED = 1_000

const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A file name that is safe to store, to offer for download and to unpack on any system: no folders, no control or
 * direction-changing characters, at most 120 characters, and the extension that belongs to the content.
 */
export function safeFileName(declaredName: string, type: UploadType): string {
  // Cut before anything is looked for in it: some expressions take quadratic time on a long run of blanks.
  const lastPart = (declaredName.slice(-MAX_DECLARED).normalize('NFC').split(/[/\\]/).at(-1) ?? '')
  const cleaned = lastPart.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*]/gu, '').trim()
  const dot = cleaned.lastIndexOf('.')
  const extension = dot > 0 ? cleaned.slice(dot + 1).toLowerCase() : ''
  const known = isKnownExtension(extension)
  const stem = (known ? cleaned.slice(0, dot) : cleaned).replace(/^[.\s]+|[.\s]+$/g, '')
  const short = Array.from(stem).slice(0, 110).join('')
  const base = short === '' || reservedOnWindows.test(short) ? 'Dokument' : short
  const fits = (uploadTypes[type].extensions as readonly string[]).includes(extension)
  return `${base}.${fits ? extension : type}`
}

/** True when the name claims another known type than the content has. */
export function nameContradicts(declaredName: string, type: UploadType): boolean {
  const extension = /\.([^./\\]+)$/.exec(declaredName.slice(-MAX_DECLARED))?.[1]?.toLowerCase() ?? ''
  return !(uploadTypes[type].extensions as readonly string[]).includes(extension)
}

// Taken off, not kept in front of the true extension: systems that hide the last one would show them.
const misleadingExtensions = 'exe com bat cmd js vbs html htm svg scr docm xlsm hta'.split(' ')

function isKnownExtension(extension: string): boolean {
  return (
    misleadingExtensions.includes(extension) ||
    Object.values(uploadTypes).some(({ extensions }) => (extensions as readonly string[]).includes(extension))
  )
}
