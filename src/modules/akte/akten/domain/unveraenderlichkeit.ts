import { istBearbeitbar, type AkteStatus, type VorgangStatus } from './zustaende.js'

/** What has happened to the current version of a document, and where it lies. */
export type DokumentLage = {
  readonly mitgezeichnet: boolean
  readonly schlussgezeichnet: boolean
  /** Dispatched by any channel: the copy outside must stay equal to the one in the file. */
  readonly versandt: boolean
  /** Received from outside (letter, e-mail, application): evidence, its original is never changed. */
  readonly eingegangen: boolean
  readonly vorgang: VorgangStatus
  readonly akte: AkteStatus
}

export type Aenderung =
  /**
   * A new version arises beside the old one; earlier Zeichnungen stay with the old version and must be shown so
   * (C3-03).
   */
  | { readonly art: 'NEUE_VERSION', readonly zeichnungenAufAlterVersion: boolean }
  /** Frozen for good: the change becomes a document of its own, linked to this one (A8-12). */
  | { readonly art: 'NEUES_DOKUMENT', readonly grund: string }
  /** First re-open the Vorgang or the Akte, with right and reason (C4-07). */
  | { readonly art: 'WIEDER_OEFFNEN', readonly grund: string }
  | { readonly art: 'UNMOEGLICH', readonly grund: string }

/**
 * What a wish to change a document leads to (C2-04, C2-05). A version itself is never overwritten, in no state: this
 * answers only where the change goes.
 */
export function aenderung(lage: DokumentLage): Aenderung {
  if (lage.akte === 'GELOESCHT' || lage.vorgang === 'GELOESCHT') {
    return { art: 'UNMOEGLICH', grund: 'Das Dokument ist ausgesondert. Es gibt nur noch den Nachweis.' }
  }
  if (!istBearbeitbar(lage.vorgang)) {
    return {
      art: 'WIEDER_OEFFNEN',
      grund: 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn wieder und geben Sie den Grund an.',
    }
  }
  if (!istBearbeitbar(lage.akte)) {
    return {
      art: 'WIEDER_OEFFNEN', grund: 'Die Akte ist geschlossen. Öffnen Sie sie wieder und geben Sie den Grund an.',
    }
  }
  const grund = endgueltigeGruende(lage)[0]
  if (grund) return { art: 'NEUES_DOKUMENT', grund: `${grund} Legen Sie für die Änderung ein neues Dokument an.` }
  return { art: 'NEUE_VERSION', zeichnungenAufAlterVersion: lage.mitgezeichnet }
}

function endgueltigeGruende(lage: DokumentLage): string[] {
  return [
    ...(lage.versandt ? ['Das Dokument wurde versandt.'] : []),
    ...(lage.schlussgezeichnet ? ['Das Dokument ist schlussgezeichnet.'] : []),
    ...(lage.eingegangen ? ['Das Dokument ist ein Eingang und bleibt, wie es angekommen ist.'] : []),
  ]
}

/**
 * Is this version immutable evidence? True once signed in any way, dispatched, received, or filed z.d.A. (C2-05); such
 * a version can neither be replaced nor removed from the file.
 */
export function istUnveraenderlich(lage: DokumentLage): boolean {
  return lage.mitgezeichnet || endgueltigeGruende(lage).length > 0 || !istBearbeitbar(lage.vorgang)
    || !istBearbeitbar(lage.akte)
}
