import { Conflict, Invalid, NotFound } from '../../../platform/errors.js'
import { legalDate, newId, type Land } from '../../../platform/time/index.js'
import { nextNumber } from '../../../platform/usecases/execute.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { kontenById } from '../../grundlagen/konten/index.js'
import type { RechtsbehelfArt, RegelId } from '../../grundlagen/fristen/index.js'
import { dokumentById, dokumentFestschreiben, zugriffAufVorgang } from '../akten/index.js'
import { bekanntgabeBerechnen, type Sendungszeile } from './bekanntgabe.js'
import { ausgang } from './db/tables.js'
import { buchnummer, geltendeRegel, passtZuKanal, regelFuerPost, type Kanal } from './domain/sendung.js'
import { sendungBereitgestellt, sendungFreigegeben } from './events.js'
import { nachrichtInsPostfach } from './nachricht.js'
import { nachweise } from './nachweis.js'

export interface Empfaenger {
  readonly kontoId?: string
  readonly name: string
  /** Lines below the name: street, postal code and place. */
  readonly anschrift?: readonly string[]
  readonly email?: string
  /** Land at whose holidays a shift of the day looks (X1-04); default NW. */
  readonly land?: Land
}

export interface NeueSendung {
  readonly vorgangId: string
  readonly dokumentId: string
  readonly empfaenger: Empfaenger
  readonly kanal: Kanal
  readonly betreff: string
  /** Without it the Sendung is a plain letter: nothing is announced and no deadline runs. */
  readonly bekanntgabeRegel?: RegelId
  /** The remedy whose deadline the Bekanntgabe starts; `belehrungVersion` null: sent without Belehrung. */
  readonly rechtsbehelf?: { readonly art: RechtsbehelfArt; readonly belehrungVersion: string | null }
  /** Text of the message in the mailbox. */
  readonly nachricht?: string
  /** Kind of message in the mailbox. */
  readonly art?: string
}

interface Anlage extends NeueSendung { readonly vorgaenger?: Sendungszeile; readonly grund?: string }

/**
 * Sends a filed document to one addressee, in the caller's transaction. Mailbox: provided with the commit. Letter: in the
 * Postausgang until somebody has handed it to the post. Where the mailbox is impossible the letter takes its place and says so
 * (A7-08). The same document to the same addressee again is the same Sendung.
 * @throws NotFound, Conflict (file not clean), Invalid (rule and channel do not fit)
 */
export async function sendungAufgeben(ctx: CommandContext, neu: NeueSendung): Promise<{ sendungId: string }> {
  return anlegen(ctx, neu)
}

/** Sends again what did not arrive or was not fetched: a Sendung of its own that names the first (A8-05). */
export async function sendungWiederholen(ctx: CommandContext, vorgaenger: Sendungszeile, wunsch: { kanal: Kanal; anschrift?: readonly string[]; regel: RegelId | null; grund: string }): Promise<{ sendungId: string }> {
  return anlegen(ctx, {
    vorgangId: vorgaenger.vorgang_id, dokumentId: vorgaenger.dokument_id, kanal: wunsch.kanal, betreff: vorgaenger.betreff, vorgaenger, grund: wunsch.grund,
    empfaenger: { ...(vorgaenger.konto_id ? { kontoId: vorgaenger.konto_id } : {}), name: vorgaenger.name, anschrift: wunsch.anschrift ?? vorgaenger.anschrift, land: vorgaenger.land },
    ...(wunsch.regel ? { bekanntgabeRegel: wunsch.regel } : {}),
    ...(vorgaenger.rechtsbehelf ? { rechtsbehelf: { art: vorgaenger.rechtsbehelf, belehrungVersion: vorgaenger.belehrung_version } } : {}),
  })
}

async function anlegen(ctx: CommandContext, neu: Anlage): Promise<{ sendungId: string }> {
  const { sendung, ersatzweg } = await vorbereiten(ctx, neu)
  const inserted = await ausgang(ctx.tx).insertInto('ausgang.sendung').values(sendung)
    .onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  if (!inserted) {
    ctx.unchanged()
    const vorhanden = await ausgang(ctx.tx).selectFrom('ausgang.sendung').select('id')
      .where((where) => neu.vorgaenger ? where('vorgaenger_id', '=', neu.vorgaenger.id)
        : where.and([where('dokument_id', '=', neu.dokumentId), where('empfaenger', '=', sendung.empfaenger), where('vorgaenger_id', 'is', null)]))
      .executeTakeFirstOrThrow()
    return { sendungId: vorhanden.id }
  }
  const freigegeben = await freigeben(ctx, sendung)
  await dokumentFestschreiben(ctx, neu.dokumentId, 'Versandt')
  await nachweise(ctx, { sendungId: sendung.id, vorgangId: neu.vorgangId, art: ersatzweg ? 'ERSATZWEG' : 'FREIGABE', kanal: sendung.kanal, adresse: sendung.empfaenger, dokumentHash: sendung.dokument_hash, ...(ersatzweg ? { bemerkung: ersatzweg } : {}) })
  ctx.emit(sendungFreigegeben(sendung.id, neu.vorgangId, { dokumentId: neu.dokumentId, kanal: sendung.kanal, regel: sendung.regel, nummer: buchnummer(freigegeben), ersatzweg: ersatzweg !== null }, neu.grund ?? ersatzweg ?? undefined))
  if (sendung.kanal === 'postfach') await bereitstellen(ctx, freigegeben, neu)
  else await bekanntgabeBerechnen(ctx, freigegeben, 'Sendung freigegeben')
  return { sendungId: sendung.id }
}

/** The number is drawn after the row is known to be new, so that a repetition leaves no gap in the book. */
async function freigeben(ctx: CommandContext, sendung: Sendungszeile): Promise<Sendungszeile> {
  const stand = { status: 'FREIGEGEBEN' as const, nummer: await nextNumber(ctx.tx, 'postausgang', sendung.jahr) }
  await ausgang(ctx.tx).updateTable('ausgang.sendung').set(stand).where('id', '=', sendung.id).execute()
  return { ...sendung, ...stand }
}

async function vorbereiten(ctx: CommandContext, neu: Anlage): Promise<{ sendung: Sendungszeile; ersatzweg: string | null }> {
  const dokument = await dokumentById(ctx.tx, neu.dokumentId)
  const ort = await zugriffAufVorgang(ctx.tx, neu.vorgangId)
  if (!dokument || dokument.vorgangId !== neu.vorgangId || !ort?.einheitId) throw new NotFound()
  if (dokument.datei.pruefstatus === 'befallen') throw new Conflict('dokumentBefallen', 'In dem Dokument wurde Schadsoftware gefunden. Es kann nicht verschickt werden.')
  const ersatzweg = neu.kanal === 'postfach' ? await hindernis(ctx, neu.empfaenger) : null
  const kanal: Kanal = ersatzweg ? 'post' : neu.kanal
  const gewuenscht = neu.bekanntgabeRegel && geltendeRegel(neu.bekanntgabeRegel, ctx.today)
  const regel = gewuenscht ? (ersatzweg ? regelFuerPost(gewuenscht) : gewuenscht) : null
  if (regel && !passtZuKanal(regel, kanal)) throw new Invalid([{ feld: 'bekanntgabeRegel', text: `Die Regel ${regel} passt nicht zu diesem Versandweg. Bitte wählen Sie eine andere.` }])
  const anschrift = (neu.empfaenger.anschrift ?? []).map((zeile) => zeile.trim()).filter((zeile) => zeile !== '')
  return {
    ersatzweg,
    sendung: {
      mandant_id: ctx.mandantId, id: newId(), jahr: legalDate(ctx.now).year, nummer: null, vorgang_id: neu.vorgangId, dokument_id: neu.dokumentId, dokument_hash: dokument.datei.sha256,
      dateiname: dokument.datei.dateiname, betreff: neu.betreff, einheit_id: ort.einheitId, stufe: ort.stufe ?? 0,
      konto_id: neu.empfaenger.kontoId ?? null, name: neu.empfaenger.name, anschrift, land: neu.empfaenger.land ?? 'NW',
      empfaenger: neu.empfaenger.kontoId ?? [neu.empfaenger.name, ...anschrift].join(', '), kanal, ersatzweg, status: 'ENTWURF',
      regel, rechtsbehelf: neu.rechtsbehelf?.art ?? null, belehrung_version: neu.rechtsbehelf?.belehrungVersion ?? null, vorgaenger_id: neu.vorgaenger?.id ?? null,
      angelegt_am: ctx.now, uebergabe_am: null, aufgabe_am: null, aufgabe_tag: null, bereitstellung_am: null, bereitstellung_tag: null,
      benachrichtigung_am: null, benachrichtigung_tag: null, abruf_am: null, abruf_tag: null, zustellung_tag: null, zugang: null, zugang_tag: null,
      benachrichtigung_bestritten: false, frueher_abgerufen_tag: neu.vorgaenger ? neu.vorgaenger.frueher_abgerufen_tag ?? neu.vorgaenger.abruf_tag : null,
      bekanntgabe_status: null, bekanntgabe_tag: null,
    },
  }
}

/** Why the mailbox cannot be used; null when it can. */
async function hindernis(ctx: CommandContext, empfaenger: Empfaenger): Promise<string | null> {
  if (!empfaenger.kontoId) return 'Die Person hat kein Konto und damit kein Postfach. Der Brief geht mit der Post.'
  const konto = (await kontenById(ctx.tx, [empfaenger.kontoId])).get(empfaenger.kontoId)
  if (konto?.art !== 'buerger') return 'Zu diesem Konto gibt es kein Postfach. Der Brief geht mit der Post.'
  return konto.status === 'aktiv' ? null : 'Das Konto ist gesperrt oder aufgelöst. Der Brief geht mit der Post.'
}

async function bereitstellen(ctx: CommandContext, sendung: Sendungszeile, neu: Anlage): Promise<void> {
  const neuerStand = { status: 'BEREITGESTELLT' as const, bereitstellung_am: ctx.now, bereitstellung_tag: legalDate(ctx.now) }
  await ausgang(ctx.tx).updateTable('ausgang.sendung').set(neuerStand).where('id', '=', sendung.id).execute()
  const { nachrichtId } = await nachrichtInsPostfach(ctx, {
    kontoId: sendung.konto_id ?? '', vorgangId: sendung.vorgang_id, betreff: sendung.betreff, dokumentIds: [sendung.dokument_id], art: neu.art ?? 'schreiben', sendungId: sendung.id,
    text: neu.nachricht ?? 'Guten Tag,\n\nin dieser Nachricht finden Sie ein Schreiben von uns. Sie können es lesen, speichern und drucken.',
  })
  ctx.emit(sendungBereitgestellt(sendung.id, sendung.vorgang_id, { am: neuerStand.bereitstellung_tag.toString(), nachrichtId }))
  await bekanntgabeBerechnen(ctx, { ...sendung, ...neuerStand }, 'Im Postfach bereitgestellt')
}
