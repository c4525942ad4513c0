import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { inhaber, jeder } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { dokumentById, dokumenteVon, vorgangById, type Dokument } from '../../../akte/akten/index.js'
import { bekanntgabetage, ungeoeffneteSchreiben } from '../../../akte/ausgang/index.js'
import { letzteTage } from '../../../grundlagen/fristen/index.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { einheitenById, type Einheit } from '../../../grundlagen/organisation/index.js'
import { alsInhaber, anhaengeVon, antragByNummer, istInhaber, loadEigenen, rueckfragenVon, verlaufVon, type Anhang, type Antrag, type Rueckfrage, type Statuswechsel } from '../antrag.js'

export interface MeinVorgang {
  readonly antrag: Antrag; readonly verlauf: readonly Statuswechsel[]; readonly fragen: readonly Rueckfrage[]; readonly anhaenge: readonly Anhang[]
  /** Only what is meant for the applicant. */
  readonly dokumente: readonly Dokument[]
  /** Name and ways to reach the unit; never a clerk's name (A7-03). */
  readonly einheit: Einheit | undefined
  /** How long it usually takes, in the words of the service. */
  readonly dauer: { readonly de: string; readonly en: string | undefined } | undefined
  /** Something was told to the town; nothing is decided. */
  readonly anzeige: boolean
  readonly abgeschlossen: boolean
  /** Letters that lie unopened in the mailbox: opening them is an act of its own, so they are not among the documents yet. */
  readonly wartendImPostfach: readonly Temporal.Instant[]
  /** When the decision counts as received, and the last day for a remedy; undefined before the application is that far. */
  readonly bekanntgabe: { readonly am: Temporal.PlainDate; readonly wehrenBis: Temporal.PlainDate | undefined } | undefined
}

/** One's own Vorgang as the portal shows it: nothing internal. */
export const meinVorgang = query({
  name: 'antraege.meinVorgang',
  input: Type.Object({ nummer: Text(60) }, { additionalProperties: false }),
  allow: inhaber(alsInhaber),
  async run({ tx, actor }, { nummer }): Promise<MeinVorgang> {
    const antrag = await loadEigenen(tx, actor, nummer)
    const dokumente = await dokumenteVon(tx, antrag.vorgangId)
    const am = antrag.status === 'BEKANNTGEGEBEN' ? (await bekanntgabetage(tx, [antrag.vorgangId])).get(antrag.vorgangId) : undefined
    const stammdaten = (await leistungsversionById(tx, antrag.leistungsversionId))?.stammdaten
    return {
      antrag, verlauf: await verlaufVon(tx, antrag.id), fragen: (await rueckfragenVon(tx, [antrag.id])).get(antrag.id) ?? [], anhaenge: await anhaengeVon(tx, antrag.id),
      wartendImPostfach: actor.art === 'buerger' ? (await ungeoeffneteSchreiben(tx, actor.id, antrag.vorgangId)).filter(({ beendet }) => !beendet).map(({ am: bereitgestellt }) => bereitgestellt) : [],
      dokumente: dokumente.filter(({ fuerInhaber }) => fuerInhaber), einheit: (await einheitenById(tx, [antrag.einheitId])).get(antrag.einheitId),
      dauer: stammdaten?.bearbeitungsdauer ? { de: stammdaten.bearbeitungsdauer, en: stammdaten.en?.bearbeitungsdauer } : undefined, anzeige: stammdaten?.art === 'anzeige', abgeschlossen: Boolean((await vorgangById(tx, antrag.vorgangId))?.zdaAm),
      bekanntgabe: am && { am, wehrenBis: (await letzteTage(tx, [antrag.vorgangId], 'RECHTSBEHELF')).get(antrag.vorgangId) },
    }
  },
})

/** A document of one's own Vorgang that is meant for the applicant. */
export const meinDokument = query({
  name: 'antraege.meinDokument',
  input: Type.Object({ nummer: Text(60), dokumentId: Id }, { additionalProperties: false }),
  allow: inhaber(alsInhaber),
  async run({ tx, actor }, { nummer, dokumentId }): Promise<Dokument['datei']> {
    const antrag = await loadEigenen(tx, actor, nummer)
    const dokument = await dokumentById(tx, dokumentId)
    if (!dokument?.fuerInhaber || dokument.vorgangId !== antrag.vorgangId || dokument.datei.pruefstatus === 'befallen') throw new NotFound()
    return dokument.datei
  },
})

/** Is it the visitor's own? Before a sign-in page is offered; says nothing about whether it exists. */
export const istMeinVorgang = query({
  name: 'antraege.istMeinVorgang',
  input: Type.Object({ nummer: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  allow: jeder(),
  async run({ tx, actor }, { nummer }): Promise<boolean> {
    const antrag = await antragByNummer(tx, nummer)
    return antrag !== undefined && istInhaber(actor, antrag)
  },
})
