import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { registerDienst } from '../../verfahren/workflow/index.js'
import { formatAmount, parseEuro } from '../../../platform/money/index.js'
import { objektAufnehmen, strategien } from '../programm/index.js'
import { projektantraege, type Stand } from './db/tables.js'
import { STAMMBLATT, STAMMBLATTFELDER } from './domain/stammblatt.js'
import { antragEntschieden } from './events.js'
import { entscheidungenVon, sperreAntrag, type Projektantrag } from './lesen.js'
import { entscheidungMitteilen } from './mitteilen/job.js'

/** What the ways call at their end. Each is repeatable: what is decided stays decided. */
export function registriereDienste(): void {
  registerDienst('projektantraege.aufnehmen', (ctx, { vorgangId }) => beende(ctx, vorgangId, 'angenommen'))
  registerDienst('projektantraege.zurueckstellen', (ctx, { vorgangId }) => beende(ctx, vorgangId, 'zurueckgestellt'))
  registerDienst('projektantraege.ablehnen', (ctx, { vorgangId }) => beende(ctx, vorgangId, 'abgelehnt'))
}

async function beende(ctx: CommandContext, vorgangId: string, stand: Exclude<Stand, 'laufend' | 'zurueckgezogen'>): Promise<void> {
  const antrag = await sperreAntrag(ctx.tx, { vorgangId })
  if (antrag.stand !== 'laufend') return ctx.unchanged()
  const runde = (await entscheidungenVon(ctx.tx, antrag.id))
  const letzte = runde.at(-1)
  const auflagen = runde.filter(({ ergebnis }) => ergebnis === 'auflagen').map(({ gate, auflagen: text }) => `${gate}: ${text ?? ''}`).join('\n')
  const objektId = stand === 'angenommen' ? await nimmAuf(ctx, antrag, auflagen) : null
  await projektantraege(ctx.tx).updateTable('projektantraege.antrag').set({
    stand, grund: letzte?.grund ?? null, auflagen: stand === 'angenommen' ? auflagen || null : null, entschieden_am: ctx.today, wiedervorlage_am: stand === 'zurueckgestellt' ? letzte?.wiedervorlageAm ?? null : null, vorgelegt_am: null, objekt_id: objektId,
  }).where('id', '=', antrag.id).execute()
  ctx.emit(antragEntschieden(antrag.id, vorgangId, { stand, objektId }))
  ctx.enqueue(entscheidungMitteilen, { antragId: antrag.id, stand })
}

/** Onto the Roadmap of the newest strategy, as planned; not public before somebody releases it. */
async function nimmAuf(ctx: CommandContext, { titel, vorgangsnummer, stammblatt }: Projektantrag, auflagen: string): Promise<string | null> {
  const [strategie] = await strategien(ctx.tx)
  if (!strategie) return null
  const text = (feld: (typeof STAMMBLATTFELDER)[number]) => { const roh = stammblatt[feld] ?? ''; const betrag = (STAMMBLATT[feld] as { art?: string }).art === 'betrag' ? parseEuro(roh) : undefined; return betrag?.ok ? `${formatAmount(betrag.value)} €` : roh }
  const absatz = (felder: readonly (typeof STAMMBLATTFELDER)[number][]) => felder.filter((feld) => stammblatt[feld]).map((feld) => `${STAMMBLATT[feld].titel}: ${text(feld)}`).join('\n')
  const felder = {
    name: titel, prioritaet: stammblatt['prioritaet'] ?? '', verantwortlich: stammblatt['verantwortlich'] ?? '', 'texte.beschreibung': [stammblatt['ziel'], stammblatt['umfang']].filter(Boolean).join('\n'),
    'texte.begruendung': [stammblatt['anlass'] ?? '', auflagen && `Auflagen: ${auflagen}`].filter(Boolean).join('\n'), 'texte.nutzen': stammblatt['nutzen'] ?? '', 'texte.risiken': stammblatt['risiken'] ?? '',
    'texte.ressourcen': absatz(['einmalig', 'laufend', 'vzae']), 'texte.rechtsgrundlage': stammblatt['rechtsgrundlage'] ?? '', 'texte.quellenangabe': `Projektantrag ${vorgangsnummer}`,
  }
  const { objektId } = await objektAufnehmen(ctx, { strategieId: strategie.id, art: 'projekt', status: 'geplant', felder })
  return objektId
}
