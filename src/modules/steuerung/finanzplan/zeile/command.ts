import { Type } from 'typebox'
import { isUuid } from '../../../../platform/database/database.js'
import { Conflict, Forbidden, Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { holds, type Actor } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { findObjekt, strategien } from '../../programm/index.js'
import { finanzplan } from '../db/tables.js'
import { alsTexte, FELDER, leseTexte, type Feld, type Zeilenwerte } from '../domain/eingabe.js'
import { zeileAngelegt, zeileEntfernt, zeileGeaendert } from '../events.js'
import { sperreZeile, zugriffAufZeile } from '../lesen.js'
import { schreibeAenderung, spalten } from '../schreiben.js'

/** Lengths are checked with everything else in domain/eingabe.ts, which names the field. */
const Texte = Type.Object(Object.fromEntries(FELDER.map((feld) => [feld, Type.Optional(Type.String())])) as Record<Feld, ReturnType<typeof Type.Optional<ReturnType<typeof Type.String>>>>, { additionalProperties: false })

/** Adds a line to the plan of a strategy. Amounts and dates as people write them: '1.234,56', '03/2027'. @throws Invalid with every wrong field */
export const zeileAnlegen = command({
  name: 'finanzplan.zeileAnlegen', input: Type.Object({ id: Type.Optional(Id), strategieId: Id, felder: Texte }, { additionalProperties: false }),
  allow: can('finanzplan.bearbeiten')(),
  async run(ctx, { id = newId(), strategieId, felder }) {
    if (!(await strategien(ctx.tx)).some((eine) => eine.id === strategieId)) throw new Invalid([{ feld: 'strategieId', text: 'Diese Strategie gibt es nicht.' }])
    const werte = await geprueft(ctx, strategieId, felder)
    await finanzplan(ctx.tx).insertInto('finanzplan.zeile').values({ id, strategie_id: strategieId, kennung: null, von_hand: true, ...spalten(werte), entfernt_am: null, geaendert_am: ctx.now }).execute()
    ctx.emit(zeileAngelegt(id, { strategieId, objektId: werte.objektId, spalte: werte.spalte }))
    return { zeileId: id }
  },
})

/** Changes a line. `version` is the one that the person saw: an older one is a conflict, and nothing is overwritten. */
export const zeileAendern = command({
  name: 'finanzplan.zeileAendern', input: Type.Object({ zeileId: Id, version: Type.Integer({ minimum: 1 }), felder: Texte }, { additionalProperties: false }),
  allow: can('finanzplan.bearbeiten').on(zugriffAufZeile, { sehen: 'finanzplan.lesen' }),
  async run(ctx, { zeileId, version, felder }) {
    const zeile = await sperreZeile(ctx.tx, zeileId)
    const werte = await geprueft(ctx, zeile.strategieId, { ...alsTexte(zeile), ...felder })
    const [alt, neu] = [alsTexte(zeile), alsTexte(werte)]
    const geaendert = FELDER.filter((feld) => alt[feld] !== neu[feld])
    if (geaendert.length === 0) { ctx.unchanged(); return { version: zeile.version } }
    if (version !== zeile.version) throw new Conflict('finanzplan.zeileGeaendert', 'Jemand hat diese Zeile inzwischen geändert. Ihre Eingaben stehen noch im Formular; vergleichen Sie sie mit dem Verlauf darunter und speichern Sie noch einmal.')
    const jetzt = await schreibeAenderung(ctx, zeile, werte, geaendert, true)
    ctx.emit(zeileGeaendert(zeileId, { felder: geaendert, version: jetzt }))
    return { version: jetzt }
  },
})

/** Takes a line out of the plan; history and figures stay. */
export const zeileEntfernen = command({
  name: 'finanzplan.zeileEntfernen', input: Type.Object({ zeileId: Id, grund: Text(1000) }, { additionalProperties: false }),
  allow: can('finanzplan.bearbeiten').on(zugriffAufZeile, { sehen: 'finanzplan.lesen' }),
  async run(ctx, { zeileId, grund }) {
    const zeile = await sperreZeile(ctx.tx, zeileId)
    await finanzplan(ctx.tx).updateTable('finanzplan.zeile').set({ entfernt_am: ctx.now, version: zeile.version + 1, geaendert_am: ctx.now }).where('id', '=', zeileId).execute()
    ctx.emit(zeileEntfernt(zeileId, grund))
  },
})

async function geprueft(ctx: CommandContext, strategieId: string, felder: Readonly<Partial<Record<Feld, string>>>): Promise<Zeilenwerte> {
  const { werte, fehler } = leseTexte(felder)
  const objekt = werte.objektId && isUuid(werte.objektId) ? await findObjekt(ctx.tx, werte.objektId) : undefined
  const fremd = werte.objektId && objekt?.strategieId !== strategieId ? [{ feld: 'objektId', text: 'Dieses Vorhaben gehört nicht zu dieser Strategie. Wählen Sie ein anderes.' }] : []
  if (fehler.length + fremd.length > 0) throw new Invalid([...fehler, ...fremd])
  // Nobody moves money into the plan of a unit that is not theirs.
  if (objekt && !darfAn(ctx.actor, objekt.einheitId)) throw new Forbidden()
  return werte
}

const darfAn = (actor: Actor, einheitId: string | null) => actor.art === 'system' || holds(actor, 'finanzplan.bearbeiten', { einheitId })
