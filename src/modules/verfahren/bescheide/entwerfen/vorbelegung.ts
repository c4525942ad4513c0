import type { Tx } from '../../../../platform/database/database.js'
import type { Vorgang } from '../../../akte/akten/index.js'
import { variablenVon } from '../../workflow/index.js'
import { bescheidZuVorgang, type Bescheid } from '../bescheid.js'
import type { Inhalt } from '../domain/inhalt.js'
import { fuelle, leseVorlage, STANDARD } from '../domain/vorlage.js'
import { grundlageZu, type Grundlage } from '../grundlage.js'
import { nebenbestimmungenZu, type Nebenbestimmung } from '../zulieferung.js'

export interface Vorbelegung { readonly inhalt: Inhalt; readonly bescheid: Bescheid | undefined; readonly grundlage: Grundlage | undefined; readonly nebenbestimmungen: readonly Nebenbestimmung[] }

/**
 * What the draft's form begins with: the newest version, or text blocks filled from the application for the decision that the
 * examination led to.
 * @param neueBausteine begin again from the text blocks of this decision
 */
export async function vorbelegung(tx: Tx, vorgang: Vorgang, neueBausteine: 'genehmigung' | 'ablehnung' | undefined): Promise<Vorbelegung> {
  const bescheid = await bescheidZuVorgang(tx, vorgang.id)
  const grundlage = await grundlageZu(tx, vorgang.id)
  const fassung = bescheid?.fassungen.at(-1)
  const nebenbestimmungen = await nebenbestimmungenZu(tx, vorgang.id)
  if (fassung && !neueBausteine) return { inhalt: fassung.inhalt, bescheid, grundlage, nebenbestimmungen }
  const entscheidung = (await variablenVon(tx, vorgang.id))['entscheidung']
  const art = neueBausteine ?? (entscheidung === 'ablehnen' ? 'ablehnung' : 'genehmigung')
  const daten = { leistung: vorgang.betreff, aktenzeichen: vorgang.kennzeichen, vorgangsnummer: vorgang.vorgangsnummer, antragsdatum: vorgang.begonnenAm.toString(), ...grundlage?.daten }
  const block = (grundlage?.vorlage ? leseVorlage(grundlage.vorlage).bausteine : STANDARD)[art]
  const text = (vorlage: string | undefined) => fuelle(vorlage ?? '', daten)
  const kontoId = grundlage?.empfaenger.kontoId ?? null
  return {
    bescheid, grundlage, nebenbestimmungen,
    inhalt: {
      art, betreff: text(block.betreff), anrede: `Guten Tag ${grundlage?.empfaenger.name ?? ''}`.trim() + ',', tenor: text(block.tenor), nebenbestimmungen: text(block.nebenbestimmungen),
      begruendung: text(block.begruendung), kosten: text(block.kosten),
      versand: fassung?.inhalt.versand ?? { kanal: kontoId && grundlage?.zustellung === 'postfach' ? 'postfach' : 'post', name: grundlage?.empfaenger.name ?? '', anschrift: [...grundlage?.empfaenger.anschrift ?? []], kontoId },
    },
  }
}
