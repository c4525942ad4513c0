import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { arbeitszeitUebertragen, zustaendigkeitenUebertragen } from '../../planung/index.js'
import { vorhabenUebertragen } from '../../programm/index.js'
import { verantwortungUebergeben as uebergeben } from '../events.js'

/**
 * Hands over in one step everything open that a person answers for: Vorhaben with their reports, plan
 * entries, risks, decisions, messages, and (`arbeitszeit`) the working time planned from today on. @throws Invalid at `anId`
 */
export const verantwortungUebergeben = command({
  name: 'berichte.verantwortungUebergeben',
  input: Type.Object({ vonId: Id, anId: Id, arbeitszeit: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
  allow: can('programm.verwalten')(),
  async run(ctx, { vonId, anId, arbeitszeit }) {
    const konten = await kontenById(ctx.tx, [vonId, anId])
    const [von, an] = [konten.get(vonId), konten.get(anId)]
    if (an?.art !== 'personal' || an.status !== 'aktiv' || anId === vonId) throw new Invalid([{ feld: 'anId', text: 'Wählen Sie eine andere Person, die hier arbeitet.' }])
    const anzahl = await vorhabenUebertragen(ctx, vonId, anId, `Übergabe von ${von?.name ?? 'einer früheren Person'}`)
      + await zustaendigkeitenUebertragen(ctx, vonId, anId)
      + (arbeitszeit ? await arbeitszeitUebertragen(ctx, vonId, anId) : 0)
    if (anzahl === 0) { ctx.unchanged(); return { anzahl } }
    ctx.emit(uebergeben(vonId, { anId, anzahl }))
    return { anzahl }
  },
})
