import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { finanzplan } from '../db/tables.js'
import { sollIstEingelesen } from '../events.js'
import { Einleseeingabe, pruefe } from './pruefung.js'

/**
 * Takes over the figures of a file as of a day. The same file again changes nothing, a corrected one of the same day replaces its figures;
 * an empty cell leaves what was known. Rows with faults are left out and counted. @throws Invalid where no row can be taken
 */
export const zahlenEinlesen = command({
  name: 'finanzplan.zahlenEinlesen', input: Einleseeingabe, allow: can('finanzplan.verwalten')(),
  async run(ctx, angabe) {
    const { strategieId, schritte, maengel, stichtag } = await pruefe(ctx.tx, ctx.today, angabe)
    if (schritte.length === 0) throw new Invalid([{ feld: 'datei', text: 'Keine Zeile der Datei lässt sich übernehmen. Prüfen Sie die Zuordnung der Spalten.' }])
    const zu = schritte.filter(({ wirkung }) => wirkung !== 'unveraendert')
    for (const { zeileId, jahr, betraege } of zu) {
      const bekannt = { ...(betraege.nachtrag === null ? {} : { nachtrag_cent: betraege.nachtrag }), ...(betraege.obligo === null ? {} : { obligo_cent: betraege.obligo }), ...(betraege.ist === null ? {} : { ist_cent: betraege.ist }), ...(betraege.prognose === null ? {} : { prognose_cent: betraege.prognose }) }
      const wann = { quelle: angabe.quelle, eingelesen_am: ctx.now }
      await finanzplan(ctx.tx).insertInto('finanzplan.sollist').values({ zeile_id: zeileId, jahr, stichtag, nachtrag_cent: betraege.nachtrag, obligo_cent: betraege.obligo, ist_cent: betraege.ist, prognose_cent: betraege.prognose, ...wann })
        .onConflict((on) => on.columns(['mandant_id', 'zeile_id', 'jahr', 'stichtag']).doUpdateSet({ ...bekannt, ...wann })).execute()
    }
    const zaehle = (wirkung: string) => schritte.filter((schritt) => schritt.wirkung === wirkung).length
    const ergebnis = { neu: zaehle('neu'), geaendert: zaehle('geaendert'), unveraendert: zaehle('unveraendert'), abgelehnt: maengel.length }
    if (zu.length === 0) ctx.unchanged()
    else ctx.emit(sollIstEingelesen(strategieId, { stichtag: stichtag.toString(), neu: ergebnis.neu, geaendert: ergebnis.geaendert, abgelehnt: ergebnis.abgelehnt }))
    return ergebnis
  },
})
