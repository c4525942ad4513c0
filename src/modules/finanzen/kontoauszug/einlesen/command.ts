import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import type { Tx } from '../../../../platform/database/database.js'
import { formatEuro } from '../../../../platform/money/index.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { klaerungAnlegen } from '../../bezahlung/index.js'
import { buche, findForderung, findForderungByKassenzeichen, standZu, zeigeKassenzeichen } from '../../forderungen/index.js'
import { kontoauszug, type Ergebnis } from '../db/tables.js'
import type { Zeile } from '../domain/camt.js'
import { gemeint, kassenzeichenIn, plane, type Offen, type Plan } from '../domain/zuordnen.js'
import { auszugGebucht, auszugHochgeladen } from '../events.js'

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** Keeps a statement for looking at; nothing is booked. The same file again is the same statement. */
export const auszugVormerken = command({
  name: 'kontoauszug.auszugVormerken',
  input: Type.Object({ iban: Text(34), nr: Text(140), sha256: Sha256, dateiname: Text(255), anfang: Type.String(), ende: Type.String(), zeilen: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }),
  allow: can('kasse.buchen')(),
  async run(ctx, { iban, nr, sha256, dateiname, anfang, ende, zeilen }) {
    const da = await kontoauszug(ctx.tx).selectFrom('kontoauszug.auszug').select(['id', 'sha256', 'status']).where('iban', '=', iban).where('auszug_nr', '=', nr).executeTakeFirst()
    if (da?.sha256 === sha256) { ctx.unchanged(); return { id: da.id } }
    if (da?.status === 'gebucht') throw new Invalid([{ feld: 'datei', text: `Der Auszug „${nr}“ dieses Kontos ist schon gebucht, aber mit anderem Inhalt. Bitte fragen Sie bei der Bank nach.` }])
    if (da) await kontoauszug(ctx.tx).deleteFrom('kontoauszug.auszug').where('id', '=', da.id).execute()
    const id = newId()
    await kontoauszug(ctx.tx).insertInto('kontoauszug.auszug').values({ id, iban, auszug_nr: nr, sha256, dateiname, anfang: BigInt(anfang), ende: BigInt(ende), status: 'vorschau', hochgeladen_am: ctx.now, gebucht_am: null }).execute()
    ctx.emit(auszugHochgeladen(id, { zeilen }))
    return { id }
  },
})

/** The claims that the movements may mean, as they stand now. */
export async function forderungenZu(tx: Tx, zeilen: readonly Zeile[]): Promise<Map<string, Offen>> {
  const namen = new Set(zeilen.flatMap(({ text }) => [...kassenzeichenIn(text), ...gemeint(text)]))
  const gefunden = new Map<string, Offen>()
  for (const name of namen) {
    const forderung = await findForderungByKassenzeichen(tx, name)
    if (forderung) gefunden.set(name, { id: forderung.id, kassenzeichen: forderung.kassenzeichen, saldo: forderung.saldo, ist: (await standZu(tx, forderung.id)).ist, storniert: forderung.status === 'storniert' })
  }
  return gefunden
}

/** The effect of one plan on what the next movements find: two payments for one claim in one statement are two payments. */
export function fortschreiben(offene: Map<string, Offen>, plan: Plan): void {
  const teile = plan.art === 'buchen' ? plan.teile : plan.art === 'zurueckbuchen' ? [{ kassenzeichen: plan.kassenzeichen, betrag: -plan.betrag }] : []
  for (const { kassenzeichen, betrag } of teile) {
    const forderung = offene.get(kassenzeichen)
    if (forderung) offene.set(kassenzeichen, { ...forderung, saldo: forderung.saldo - betrag, ist: forderung.ist + betrag })
  }
}

const ERGEBNIS: Readonly<Record<Plan['art'], Ergebnis>> = { buchen: 'gebucht', zurueckbuchen: 'zurueckgebucht', klaeren: 'klaerung', ausgang: 'ausgang' }

const Umsatz = Type.Object({
  nr: Type.Integer({ minimum: 1 }), cent: Type.String({ pattern: '^-?\\d{1,15}$' }), rueckgabe: Type.Boolean(), buchungstag: Datum,
  text: Type.String({ maxLength: 2000 }), gegenseite: Type.String({ maxLength: 200 }),
}, { additionalProperties: false })

/** The movements as a command takes them: the route reads them from the kept file, never from a form. */
export const alsEingabe = (zeilen: readonly Zeile[]) => zeilen.map(({ nr, betrag, rueckgabe, buchungstag, text, gegenseite }) => ({ nr, cent: String(betrag), rueckgabe, buchungstag: buchungstag.toString(), text, gegenseite }))

/** Books a statement, all of it or nothing, once. */
export const auszugBuchen = command({
  name: 'kontoauszug.auszugBuchen',
  input: Type.Object({ id: Id, nr: Text(140), umsaetze: Type.Array(Umsatz, { maxItems: 100_000 }) }, { additionalProperties: false }),
  allow: can('kasse.buchen')(),
  async run(ctx, { id, nr, umsaetze }): Promise<void> {
    const row = await kontoauszug(ctx.tx).selectFrom('kontoauszug.auszug').select(['status']).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.status === 'gebucht') throw new Conflict('kontoauszug.schonGebucht', 'Dieser Auszug ist schon gebucht.')
    const zeilen = umsaetze.map(({ cent, buchungstag, ...umsatz }): Zeile => ({ ...umsatz, betrag: BigInt(cent), buchungstag: Temporal.PlainDate.from(buchungstag) }))
    const offene = await forderungenZu(ctx.tx, zeilen)
    const zahlen = { gebucht: 0, klaerung: 0, zurueckgebucht: 0, ausgang: 0 }
    for (const zeile of zeilen) {
      const plan = plane(zeile, (zeichen) => offene.get(zeichen))
      await fuehreAus(ctx, { auszugId: id, auszugNr: nr, zeile, plan })
      fortschreiben(offene, plan)
      const ergebnis = ERGEBNIS[plan.art]
      zahlen[ergebnis] += 1
      await kontoauszug(ctx.tx).insertInto('kontoauszug.zeile').values({ auszug_id: id, nr: zeile.nr, buchungstag: zeile.buchungstag, betrag: zeile.betrag, text: zeile.text, gegenseite: zeile.gegenseite, ergebnis }).execute()
    }
    await kontoauszug(ctx.tx).updateTable('kontoauszug.auszug').set({ status: 'gebucht', gebucht_am: ctx.now }).where('id', '=', id).execute()
    const { gebucht, klaerung, zurueckgebucht } = zahlen
    ctx.emit(auszugGebucht(id, { zeilen: zeilen.length, gebucht, klaerung, zurueckgebucht }))
  },
})

interface Schritt { readonly auszugId: string; readonly auszugNr: string; readonly zeile: Zeile; readonly plan: Plan }

async function fuehreAus(ctx: CommandContext, { auszugId, auszugNr, zeile, plan }: Schritt): Promise<void> {
  const referenz = `camt:${auszugId}:${zeile.nr}`
  if (plan.art === 'buchen') {
    for (const { forderungId, kassenzeichen, betrag } of plan.teile) {
      await buche(ctx, forderungId, { art: 'zahlung', betrag, weg: 'ueberweisung', referenz: `${referenz}:${kassenzeichen}`, wertstellung: zeile.buchungstag })
      const forderung = plan.zuViel ? await findForderung(ctx.tx, forderungId) : undefined
      if (forderung) await klaerungAnlegen(ctx, forderung, { art: 'zuVielBezahlt', referenz, betrag: plan.zuViel ?? 0n, text: `Zu ${zeigeKassenzeichen(kassenzeichen)} kamen ${formatEuro(betrag)}, ${formatEuro(plan.zuViel ?? 0n)} mehr als offen.` })
    }
  }
  if (plan.art === 'zurueckbuchen') await buche(ctx, plan.forderungId, { art: 'ruecklastschrift', betrag: plan.betrag, referenz, wertstellung: zeile.buchungstag, grund: 'Rückgabe laut Kontoauszug' })
  if (plan.art === 'klaeren') {
    const forderung = plan.forderung ? await findForderung(ctx.tx, plan.forderung.id) : undefined
    await klaerungAnlegen(ctx, forderung ?? null, { art: plan.klaerung, referenz, betrag: zeile.betrag < 0n ? -zeile.betrag : zeile.betrag, text: `${plan.text} Auszug ${auszugNr}, Zeile ${zeile.nr}, ${zeile.gegenseite || 'ohne Namen'}: „${zeile.text}“`.slice(0, 500) })
  }
}
