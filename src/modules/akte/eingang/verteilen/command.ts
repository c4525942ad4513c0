import { Type } from 'typebox'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { dokumentAblegen, parseVorgangsnummer, formatVorgangsnummer, vorgangByNummer, zugriffAufVorgang } from '../../akten/index.js'
import { eingang } from '../db/tables.js'
import { eingangErledigt, eingangVerteilt, eingangZurueckgegeben } from '../events.js'
import { amEingang, anhaengeVon, eingangById, type Eingang } from '../lesen.js'
import { eingangZuordnen, schreibeSchritt, trageInSucheEin } from '../registrieren/registrieren.js'

async function offener(ctx: CommandContext, eingangId: string): Promise<Eingang> {
  const eins = await eingangById(ctx.tx, eingangId)
  if (!eins) throw new NotFound()
  if (eins.status !== 'neu') throw new Conflict('eingangNichtOffen', eins.status === 'erledigt' ? 'Der Eingang ist schon erledigt.' : 'Der Eingang ist schon einem Vorgang zugeordnet.')
  return eins
}

async function verlege(ctx: CommandContext, eins: Eingang, einheitId: string | null): Promise<void> {
  await eingang(ctx.tx).updateTable('eingang.eingang').set({ einheit_id: einheitId }).where('id', '=', eins.id).execute()
  trageInSucheEin(ctx, { id: eins.id, nummer: eins.nummer, betreff: eins.betreff, absender: eins.absender.name, einheitId, tag: eins.eingangTag })
}

/** Gives an Eingang to a unit; every hop stays (D2-05). */
export const eingangVerteilen = command({
  name: 'eingang.verteilen',
  input: Type.Object({ eingangId: Id, einheitId: Id, grund: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: false }),
  allow: can('eingang.verteilen').on(amEingang, { sehen: 'eingang.lesen' }),
  async run(ctx, { eingangId, einheitId, grund = '' }) {
    const eins = await offener(ctx, eingangId)
    if (eins.einheitId === einheitId) return ctx.unchanged()
    if (!(await einheitenById(ctx.tx, [einheitId])).has(einheitId)) throw new Invalid([{ feld: 'einheitId', text: 'Bitte wählen Sie eine Einheit.' }])
    await verlege(ctx, eins, einheitId)
    schreibeSchritt(ctx, eingangId, { art: 'verteilt', von: eins.einheitId, an: einheitId, grund })
    ctx.emit(eingangVerteilt(eingangId, { vonEinheitId: eins.einheitId, anEinheitId: einheitId }, grund || undefined))
  },
})

/** „Nicht zuständig“: back to the central desk with a reason. */
export const eingangZurueckgeben = command({
  name: 'eingang.zurueckgeben',
  input: Type.Object({ eingangId: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: can('eingang.lesen').on(amEingang),
  async run(ctx, { eingangId, grund }) {
    const eins = await offener(ctx, eingangId)
    if (!eins.einheitId) return ctx.unchanged()
    await verlege(ctx, eins, null)
    schreibeSchritt(ctx, eingangId, { art: 'zurueckgegeben', von: eins.einheitId, grund })
    ctx.emit(eingangZurueckgegeben(eingangId, { vonEinheitId: eins.einheitId }, grund))
  },
})

/** Files an Eingang with its attachments in a Vorgang that the person may work on: „erledigt durch Ablage in Vorgang …“ (D2-06). */
export const eingangAblegen = command({
  name: 'eingang.ablegen',
  input: Type.Object({ eingangId: Id, vorgangsnummer: Text(60) }, { additionalProperties: false }),
  allow: can('eingang.lesen').on(amEingang),
  async run(ctx, { eingangId, vorgangsnummer }) {
    const eins = await offener(ctx, eingangId)
    const gelesen = parseVorgangsnummer(vorgangsnummer)
    if (!gelesen.ok) throw new Invalid([{ feld: 'vorgangsnummer', text: gelesen.message }])
    const vorgang = await vorgangByNummer(ctx.tx, formatVorgangsnummer(gelesen.value))
    const zugriff = vorgang && await zugriffAufVorgang(ctx.tx, vorgang.id)
    // A number of others is answered like one that does not exist (D2-03).
    if (!vorgang || !zugriff || !holds(ctx.actor, 'dokument.ablegen', zugriff)) {
      throw new Invalid([{ feld: 'vorgangsnummer', text: 'Zu dieser Nummer gibt es keinen Vorgang, in dem Sie ablegen können. Bitte prüfen Sie die Nummer.' }])
    }
    for (const anhang of await anhaengeVon(ctx.tx, eingangId)) {
      await dokumentAblegen(ctx, {
        vorgangId: vorgang.id, betreff: `${eins.betreff} – ${anhang.dateiname}`.slice(0, 500), typ: eins.kanal === 'email' ? 'email' : 'schreiben', richtung: 'eingang', datum: eins.eingangTag,
        eingegangenAm: eins.eingangTag, absender: eins.absender.name, pruefstatus: anhang.pruefstatus, datei: { sha256: anhang.sha256, size: anhang.size, mime: anhang.mime, dateiname: anhang.dateiname },
      })
    }
    await eingangZuordnen(ctx, { eingangId, vorgangId: vorgang.id })
    return { vorgangsnummer: vorgang.vorgangsnummer }
  },
})

/** Done without a Vorgang (advertising, read for information), with a reason; it stays in the book. */
export const eingangErledigen = command({
  name: 'eingang.erledigen',
  input: Type.Object({ eingangId: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: can('eingang.verteilen').on(amEingang, { sehen: 'eingang.lesen' }),
  async run(ctx, { eingangId, grund }) {
    const eins = await offener(ctx, eingangId)
    await eingang(ctx.tx).updateTable('eingang.eingang').set({ status: 'erledigt', erledigt_grund: grund }).where('id', '=', eingangId).execute()
    schreibeSchritt(ctx, eingangId, { art: 'erledigt', von: eins.einheitId, grund })
    ctx.emit(eingangErledigt(eingangId, grund))
  },
})
