import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { legalDate, newId } from '../../../../platform/time/index.js'
import type { Actor, Zugriffsobjekt } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { istBearbeitbar, vorgangById, zugriffAufVorgang, type Vorgang } from '../../../akte/akten/index.js'
import { aufgabeAnlegen, aufgabeById, erledigeAufgabe } from '../../../grundlagen/aufgaben/index.js'
import { bescheidById, fassungAnhaengen, lockBescheid, type Bescheidzeile } from '../bescheid.js'
import { bescheide } from '../db/tables.js'
import { inhaltSchema, maengel, type Inhalt } from '../domain/inhalt.js'
import { istKorrekturart, korrekturFehler, KORREKTUREN, type Korrekturart } from '../domain/korrektur.js'
import { leseTag } from '../domain/tag.js'
import { aufgabeDazu } from '../entwerfen/command.js'
import { erlasseZeile } from '../erlassen/command.js'
import { zurZeichnungGegeben } from '../events.js'
import { zeichne } from '../zeichnen/command.js'
import { zeichnungshindernisse } from '../zulieferung.js'

/** The mask of the second person's task. */
export const MASKE = 'bescheid.korrekturZeichnen'
const Tag = Type.Union([Type.String({ maxLength: 10 }), Type.Null()])

export async function amBescheid({ bescheidId }: { bescheidId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> {
  const bescheid = await bescheidById(tx, bescheidId)
  return bescheid && zugriffAufVorgang(tx, bescheid.vorgangId)
}

/**
 * Begins a Berichtigung (§ 42), Ruecknahme (§ 48) or Widerruf (§ 49) of an issued decision and hands it to a second person, in one
 * step. It is a decision of its own that names the first; the first is never changed.
 * @throws Invalid with the fields, Conflict when the first is not issued, another is under way, or the Vorgang is closed
 */
export const bescheidKorrigieren = command({
  name: 'bescheide.bescheidKorrigieren',
  input: Type.Object({ bescheidId: Id, inhalt: inhaltSchema, norm: Type.String({ maxLength: 200 }), wirkungAb: Tag, kenntnisAm: Tag }, { additionalProperties: false }),
  allow: can('bescheid.entwerfen').on<{ bescheidId: string }>(amBescheid, { sehen: 'vorgang.lesen' }),
  async run(ctx, { bescheidId, inhalt, norm, ...tage }) {
    const erster = await lockBescheid(ctx.tx, { id: bescheidId })
    const vorgang = await vorgangById(ctx.tx, erster.vorgang_id)
    const { art } = inhalt
    if (!vorgang || !istKorrekturart(art)) throw new NotFound()
    if (!erster.erlassen_am || istKorrekturart(erster.art)) throw new Conflict('bescheid.nichtErlassen', 'Nur ein erlassener Bescheid lässt sich berichtigen, zurücknehmen oder widerrufen.')
    if (!istBearbeitbar(vorgang.status)) throw new Conflict('vorgang.zda', 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn zuerst wieder, mit dem Grund dafür.')
    const [wirkungAb, kenntnisAm] = [leseTag(tage.wirkungAb), leseTag(tage.kenntnisAm)]
    const felder = [
      ...maengel(inhalt), ...korrekturFehler({ art, norm, wirkungAb, kenntnisAm }, { erlassenAm: legalDate(erster.erlassen_am), today: ctx.today }),
      ...await zeichnungshindernisse(ctx.tx, vorgang.id, inhalt, { today: ctx.today, seit: erster.erlassen_am }),
    ]
    if (felder.length > 0) throw new Invalid(felder)
    const korrektur = await beginne(ctx, erster, vorgang, inhalt)
    if (!korrektur.neu && korrektur.zeile.status !== 'entwurf') throw new Conflict('bescheid.korrekturLaeuft', 'Eine Änderung dieses Bescheids liegt schon zur Zeichnung. Warten Sie sie ab.')
    if (korrektur.neu) await bescheide(ctx.tx).insertInto('bescheide.korrektur').values({ bescheid_id: korrektur.zeile.id, norm, wirkung_ab: wirkungAb, kenntnis_am: kenntnisAm }).execute()
    const fuer = entwirftFuer(ctx.actor, vorgang.einheitId)
    const { nr, hash } = await fassungAnhaengen(ctx, korrektur.zeile, inhalt, fuer)
    await bescheide(ctx.tx).updateTable('bescheide.bescheid').set({ status: 'zur_zeichnung' }).where('id', '=', korrektur.zeile.id).execute()
    ctx.emit(zurZeichnungGegeben(korrektur.zeile.id, vorgang.id, { fassung: nr, hash }))
    await zweitePerson(ctx, vorgang, { bescheidId: korrektur.zeile.id, nr, art, fuer })
    return { bescheidId: korrektur.zeile.id }
  },
})

/** In whose place the actor drafts: by the role that lets it, when it is not an own one (X6-03). */
function entwirftFuer({ zuweisungen }: Actor, einheitId: string): string | undefined {
  const passend = zuweisungen.filter(({ rechte, einheiten }) => rechte.has('bescheid.entwerfen') && (!einheiten || einheiten.has(einheitId)))
  return passend.some((eine) => !eine.vertretungFuer) ? undefined : passend[0]?.vertretungFuer
}

/** The one correction that is not yet issued, locked, or a new one. */
async function beginne(ctx: CommandContext, erster: Bescheidzeile, vorgang: Vorgang, { art }: Inhalt): Promise<{ zeile: Bescheidzeile; neu: boolean }> {
  const id = newId()
  const neu = await bescheide(ctx.tx).insertInto('bescheide.bescheid').values({
    id, vorgang_id: vorgang.id, vorgaenger_id: erster.id, art, status: 'entwurf', fassung: 0, ausfertigung: null, angestossen_am: null, dokument_id: null, sendung_id: null, erlassen_am: null, angelegt_am: ctx.now,
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  if (neu) return { zeile: await lockBescheid(ctx.tx, { id }), neu: true }
  const laufende = await bescheide(ctx.tx).selectFrom('bescheide.bescheid').selectAll().where('vorgaenger_id', '=', erster.id).where('erlassen_am', 'is', null).forUpdate().executeTakeFirstOrThrow()
  if (laufende.art !== art) throw new Conflict('bescheid.korrekturLaeuft', 'Es gibt schon eine andere angefangene Änderung dieses Bescheids.')
  return { zeile: laufende, neu: false }
}

async function zweitePerson(ctx: CommandContext, vorgang: Vorgang, { bescheidId, nr, art, fuer }: { bescheidId: string; nr: number; art: Korrekturart; fuer: string | undefined }): Promise<void> {
  const befangen = (await zugriffAufVorgang(ctx.tx, vorgang.id))?.ausgeschlossen ?? []
  await aufgabeAnlegen(ctx, {
    vorgangId: vorgang.id, einheitId: vorgang.einheitId, gruppe: 'teamleitung', stufe: vorgang.stufe, maske: MASKE, quelle: 'bescheide', instanzId: bescheidId, tokenId: `zeichnen-${nr}-${newId()}`,
    titel: `${KORREKTUREN[art].wort} mitzeichnen`, faelligAm: ctx.today.add({ days: 3 }), ausgeschlossen: [...new Set([ctx.actor.id, ...(fuer ? [fuer] : []), ...befangen])],
    eingabe: { bescheidId }, ergebnisse: [{ wert: 'gezeichnet', text: 'Mitzeichnen' }, { wert: 'zurueck', text: 'Zurückgeben' }], kontext: { vorgangsnummer: vorgang.vorgangsnummer, betreff: vorgang.betreff },
  })
}

/** The second person signs exactly the version that was shown, and with it the correction leaves; or gives it back with a reason. */
export const korrekturZeichnen = command({
  name: 'bescheide.korrekturZeichnen',
  input: Type.Object({
    bescheidId: Id, aufgabeId: Id, fassungNr: Type.Integer({ minimum: 1 }), fassungHash: Type.String({ pattern: '^[0-9a-f]{64}$' }), ergebnis: Type.Enum(['gezeichnet', 'zurueck']), grund: Type.Optional(Type.String({ maxLength: 2000 })),
  }, { additionalProperties: false }),
  allow: can('bescheid.zeichnen').on<{ bescheidId: string }>(amBescheid, { sehen: 'vorgang.lesen' }),
  async run(ctx, { bescheidId, aufgabeId, fassungNr, fassungHash, ergebnis, grund }) {
    const zeile = await lockBescheid(ctx.tx, { id: bescheidId })
    if (!zeile.vorgaenger_id || (await aufgabeById(ctx.tx, aufgabeId))?.eingabe['bescheidId'] !== bescheidId) throw new NotFound()
    const { fuer } = await aufgabeDazu(ctx, aufgabeId, zeile.vorgang_id)
    const begruendung = grund?.trim() ?? ''
    if (ergebnis === 'zurueck' && begruendung === '') throw new Invalid([{ feld: 'grund', text: 'Bitte schreiben Sie, was geändert werden soll.' }])
    await zeichne(ctx, zeile, { fassungNr, fassungHash, art: ergebnis === 'gezeichnet' ? 'GEZEICHNET' : 'ZURUECKGEGEBEN', fuer, grund: begruendung || null })
    await erledigeAufgabe(ctx, { aufgabeId, ergebnis, ...(begruendung ? { vermerk: begruendung } : {}) })
    if (ergebnis === 'gezeichnet') await erlasseZeile(ctx, await lockBescheid(ctx.tx, { id: bescheidId }))
  },
})
