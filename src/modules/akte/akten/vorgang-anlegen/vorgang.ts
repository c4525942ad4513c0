import { sql } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { PlatformTables } from '../../../../platform/database/tables.js'
import { together, unawaited } from '../../../../platform/database/unawaited.js'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { nextNumbers } from '../../../../platform/usecases/execute.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { sucheEintragen } from '../../../grundlagen/suche/index.js'
import { akten } from '../db/tables.js'
import { kuerzelDerStadt } from '../domain/stadtkuerzel.js'
import { formatVorgangsnummer } from '../domain/vorgangsnummer.js'
import { istBearbeitbar } from '../domain/zustaende.js'
import { vorgangAngelegt } from '../events.js'

export interface NeuerVorgang {
  readonly akteId: string
  readonly betreff: string
  readonly einheitId: string
  /** Kind of Vorgang, e.g. 'antrag', 'schriftverkehr'. */
  readonly typ: string
  /** Key of the Leistung, e.g. 'bewohnerparkausweis'. */
  readonly leistung?: string
  /** Account of the person whose matter it is. */
  readonly inhaberId?: string
  readonly stufe?: 0 | 1 | 2
}

/** Opens a Vorgang in an Akte, with the town's next Vorgangsnummer. @throws NotFound, Conflict when the Akte is z.d.A. */
export async function vorgangAnlegen(ctx: CommandContext, neu: NeuerVorgang): Promise<{ vorgangId: string; vorgangsnummer: string; kennzeichen: string }> {
  const { tx, today } = ctx
  const [[akte], [stadt]] = await together(tx,
    akten(tx).selectFrom('akten.akte').select(['kennzeichen', 'stufe', 'status']).where('id', '=', neu.akteId).forShare(),
    tables<PlatformTables>(tx).selectFrom('platform.mandant').select(['schluessel', sql<string | null>`profil->>'kuerzel'`.as('kuerzel')]).where('id', '=', ctx.mandantId))
  if (!akte) throw new NotFound()
  if (!istBearbeitbar(akte.status)) throw new Conflict('akteGeschlossen', 'Die Akte ist zu den Akten gelegt. Öffnen Sie sie wieder, oder wählen Sie eine andere Akte.')
  const [lfd = 0, nummer = 0] = (await nextNumbers(tx, [{ kreis: `vorgang:${neu.akteId}`, jahr: 0 }, { kreis: 'vorgang', jahr: today.year }])).map(Number)
  const vorgangsnummer = formatVorgangsnummer({ kuerzel: kuerzelDerStadt(stadt ?? { schluessel: 'stadt' }), jahr: today.year, lfd: nummer })
  const id = newId()
  const kennzeichen = `${akte.kennzeichen}-${lfd}`
  // A Vorgang is never less protected than the file it lies in (C6-02).
  const stufe = Math.max(neu.stufe ?? 0, akte.stufe)
  unawaited(tx, akten(tx).insertInto('akten.vorgang').values({
    id, vorgangsnummer, kennzeichen, akte_id: neu.akteId, lfd, betreff: neu.betreff, typ: neu.typ, leistung: neu.leistung ?? null, einheit_id: neu.einheitId,
    inhaber_id: neu.inhaberId ?? null, stufe, begonnen_am: today, status: 'OFFEN', zda_am: null, schlussvermerk: null, aufbewahrung_bis: null, created_at: ctx.now,
  }))
  sucheEintragen(ctx, {
    objektArt: 'vorgang', objektId: id, vorgangId: id, titel: `${vorgangsnummer} ${neu.betreff}`, text: kennzeichen, einheitId: neu.einheitId, stufe, datum: today,
    url: `/arbeitsplatz/vorgaenge/${vorgangsnummer}`,
  })
  ctx.emit(vorgangAngelegt(id, { vorgangsnummer, akteId: neu.akteId, typ: neu.typ, leistung: neu.leistung ?? null, einheitId: neu.einheitId }))
  return { vorgangId: id, vorgangsnummer, kennzeichen }
}
