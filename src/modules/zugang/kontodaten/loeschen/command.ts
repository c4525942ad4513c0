import { createHmac, timingSafeEqual } from 'node:crypto'
import { Type } from 'typebox'
import type { App } from '../../../../platform/app.js'
import { purposeKey } from '../../../../platform/auth/tokens.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { buerger, intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, query } from '../../../../platform/usecases/usecase.js'
import { kontoAusloeschen, kontoHatPasswort, kontoStilllegen, kontoWiederbeleben } from '../../../grundlagen/konten/index.js'
import { laufendeAntraege, ohneAnschrift, stelleAufPostUm, ZUSTAENDE } from '../../../verfahren/antraege/index.js'
import { entwuerfeVon, loescheEntwuerfeVon } from '../../onlineantrag/index.js'
import { kontodaten } from '../db/tables.js'
import { loeschungBeantragt, loeschungVollzogen, loeschungZurueckgenommen } from '../events.js'
import { mailZurLoeschung } from './mail.js'

/** So long the link of the mail takes a deletion back. */
export const BEDENKTAGE = 7

export interface Loeschvorschau {
  readonly entwuerfe: number
  readonly laufende: readonly { readonly vorgangsnummer: string; readonly bezeichnung: string; readonly wort: string }[]
  /** Some running application knows no address: one has to be entered before letters can go there. */
  readonly anschriftNoetig: boolean
  /** What confirms the deletion: the password, or a sign-in of a moment ago where there is none. */
  readonly mitPasswort: boolean
}

/** What the deletion of the own account would do. */
export const loeschvorschau = query({
  name: 'kontodaten.loeschvorschau', input: Type.Object({}, { additionalProperties: false }), allow: buerger(),
  async run({ tx, actor }): Promise<Loeschvorschau> {
    const laufende = await laufendeAntraege(tx, actor.id)
    return {
      entwuerfe: (await entwuerfeVon(tx, { art: 'konto', id: actor.id })).length,
      laufende: laufende.map(({ vorgangsnummer, bezeichnung, status }) => ({ vorgangsnummer, bezeichnung, wort: ZUSTAENDE[status].wort })), anschriftNoetig: ohneAnschrift(laufende).length > 0,
      mitPasswort: await kontoHatPasswort(tx, actor.id),
    }
  },
})

/**
 * Deletes the own account; the route has checked the password or how fresh the sign-in is. At once: sessions, passkeys and drafts; running applications go on by
 * letter. The profile follows after the days for thinking it over.
 * @throws Invalid without an address that letters need, Conflict while a draft waits for money
 */
export const kontoLoeschen = command({
  name: 'kontodaten.kontoLoeschen',
  input: Type.Object({ anschrift: Type.Array(Text(200), { maxItems: 6 }) }, { additionalProperties: false }),
  allow: buerger(),
  async run(ctx, { anschrift }) {
    const kontoId = ctx.actor.id
    if (anschrift.length < 2 && ohneAnschrift(await laufendeAntraege(ctx.tx, kontoId)).length > 0) {
      throw new Invalid([{ feld: 'anschrift', text: 'Bitte geben Sie Straße und Hausnummer an, in der nächsten Zeile Postleitzahl und Ort. Dorthin schicken wir Ihnen Briefe zu Ihren laufenden Anträgen.' }])
    }
    const entwuerfe = await loescheEntwuerfeVon(ctx, kontoId)
    const laufende = await stelleAufPostUm(ctx, kontoId, anschrift)
    const id = newId()
    const vollzugAm = ctx.today.add({ days: BEDENKTAGE })
    await kontodaten(ctx.tx).insertInto('kontodaten.loeschung').values({ id, konto_id: kontoId, beantragt_am: ctx.now, vollzug_am: vollzugAm, zurueckgenommen_am: null, vollzogen_am: null }).execute()
    await kontoStilllegen(ctx, kontoId)
    ctx.enqueue(mailZurLoeschung, { loeschungId: id, kontoId })
    ctx.emit(loeschungBeantragt(kontoId, { loeschungId: id, vollzugAm: vollzugAm.toString(), entwuerfe, laufendeAntraege: laufende }))
    return { vollzugAm: vollzugAm.toString() }
  },
})

/** The key in the mail: nobody can make it without the master key, and nothing of it is stored. */
export const ruecknahmeschluessel = (app: App, mandantId: string, loeschungId: string): string =>
  createHmac('sha256', purposeKey(app.masterKey, 'kontodaten.ruecknahme')).update(`${mandantId}:${loeschungId}`).digest('base64url')

export function schluesselStimmt(app: App, mandantId: string, loeschungId: string, schluessel: string): boolean {
  const [richtig, gegeben] = [Buffer.from(ruecknahmeschluessel(app, mandantId, loeschungId)), Buffer.from(schluessel)]
  return richtig.length === gegeben.length && timingSafeEqual(richtig, gegeben)
}

/** Takes a deletion back in time; the route has checked the key. What was deleted at once stays deleted. */
export const loeschungZuruecknehmen = command({
  name: 'kontodaten.loeschungZuruecknehmen', input: Type.Object({ loeschungId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { loeschungId }) {
    const row = await kontodaten(ctx.tx).selectFrom('kontodaten.loeschung').selectAll().where('id', '=', loeschungId).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.zurueckgenommen_am) { ctx.unchanged(); return }
    if (row.vollzogen_am || !await kontoWiederbeleben(ctx, row.konto_id)) throw new Conflict('kontodaten.zuSpaet', 'Das Konto ist schon gelöscht. Sie können jederzeit ein neues anlegen.')
    await kontodaten(ctx.tx).updateTable('kontodaten.loeschung').set({ zurueckgenommen_am: ctx.now }).where('id', '=', loeschungId).execute()
    ctx.emit(loeschungZurueckgenommen(row.konto_id, { loeschungId }))
  },
})

/** The days are over: the profile goes. Looked at again under lock, because it may just have been taken back. */
export const loeschungVollziehen = command({
  name: 'kontodaten.loeschungVollziehen', input: Type.Object({ loeschungId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { loeschungId }) {
    const row = await kontodaten(ctx.tx).selectFrom('kontodaten.loeschung').selectAll().where('id', '=', loeschungId).forUpdate().executeTakeFirst()
    if (!row || row.zurueckgenommen_am || row.vollzogen_am || Temporal.PlainDate.compare(ctx.today, row.vollzug_am) < 0) { ctx.unchanged(); return }
    await kontoAusloeschen(ctx, row.konto_id)
    await kontodaten(ctx.tx).updateTable('kontodaten.auskunft').set({ status: 'abgelaufen', sha256: null, bytes: null, gueltig_bis: null }).where('konto_id', '=', row.konto_id).execute()
    await kontodaten(ctx.tx).updateTable('kontodaten.loeschung').set({ vollzogen_am: ctx.now }).where('id', '=', loeschungId).execute()
    ctx.emit(loeschungVollzogen(row.konto_id, { loeschungId }))
  },
})
