import type { Tx } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { leistungsversionById, type Automatikregel } from '../../../grundlagen/leistungen/index.js'
import { anhaengeVon, antragZuVorgang, type Antrag } from '../../antraege/index.js'
import { erlasseAutomatisch } from '../../bescheide/index.js'
import { DienstFehler, type Variables } from '../../workflow/index.js'
import { automatik } from '../db/tables.js'
import { gilt } from '../domain/bedingung.js'
import { entscheide } from '../domain/entscheiden.js'
import { automatikGeprueft } from '../events.js'

interface Lage { readonly antrag: Antrag; readonly regel: Automatikregel & { readonly norm: string } }

async function lageVon(tx: Tx, vorgangId: string): Promise<Lage | undefined> {
  const antrag = await antragZuVorgang(tx, vorgangId)
  const regel = antrag && (await leistungsversionById(tx, antrag.leistungsversionId))?.stammdaten.vollautomatisch
  return antrag && regel?.norm ? { antrag, regel: { ...regel, norm: regel.norm } } : undefined
}

/** The service `automatik.pruefen`: answers once for each case whether it may be decided without a person. Gives `automatisch`. */
export async function pruefeAutomatik(ctx: CommandContext, vorgangId: string): Promise<Variables> {
  const schon = await automatik(ctx.tx).selectFrom('automatik.pruefung').select('ergebnis').where('vorgang_id', '=', vorgangId).executeTakeFirst()
  if (schon) { ctx.unchanged(); return { automatisch: schon.ergebnis === 'automatisch' } }
  const lage = await lageVon(ctx.tx, vorgangId)
  if (!lage) { ctx.unchanged(); return { automatisch: false } }
  const { antrag, regel } = lage
  const felder = new Map(antrag.zusammenfassung.flatMap(({ eintraege }) => eintraege).map(({ feld, label }) => [feld, label]))
  const { gruende, stichprobe } = entscheide(regel, {
    vorgangId, antworten: antrag.daten, dateien: (await anhaengeVon(ctx.tx, antrag.id)).length, bezeichnung: (name) => felder.get(name) ?? name,
    gilt: (bedingung) => gilt(bedingung, antrag.daten as Variables, ctx.now),
  })
  const ergebnis = gruende.length === 0 ? 'automatisch' as const : 'person' as const
  const id = newId()
  await automatik(ctx.tx).insertInto('automatik.pruefung').values({ id, vorgang_id: vorgangId, leistungsversion_id: antrag.leistungsversionId, ergebnis, gruende: [...gruende], stichprobe, norm: regel.norm, am: ctx.now }).execute()
  ctx.emit(automatikGeprueft(id, vorgangId, { ergebnis, gruende: gruende.length, stichprobe, leistungsversionId: antrag.leistungsversionId }))
  return { automatisch: ergebnis === 'automatisch' }
}

/** The service `automatik.erlassen`: the decision, under the law that the service names; never for a case that was not found fit for it. */
export async function erlasseGepruefte(ctx: CommandContext, vorgangId: string): Promise<void> {
  const pruefung = await automatik(ctx.tx).selectFrom('automatik.pruefung').select(['ergebnis', 'norm']).where('vorgang_id', '=', vorgangId).executeTakeFirst()
  if (pruefung?.ergebnis !== 'automatisch') throw new DienstFehler('person', 'Dieser Vorgang ist nicht für die automatische Entscheidung geprüft.')
  await erlasseAutomatisch(ctx, vorgangId, pruefung.norm)
}
