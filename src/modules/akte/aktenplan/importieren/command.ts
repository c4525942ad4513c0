import type { Insertable, Selectable } from 'kysely'
import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { aktenplan, type AktenplanTables } from '../db/tables.js'
import { leseMuster } from '../domain/aktenzeichen.js'
import { istTag, oberKennzeichen, type Einheitangabe } from '../domain/csv.js'
import { aktivierungsHindernisse } from '../domain/einheit.js'
import { aktenplanEingelesen, fassungBegonnen } from '../events.js'

type Zeile = Selectable<AktenplanTables['aktenplan.einheit']>
type Neuzeile = Omit<Insertable<AktenplanTables['aktenplan.einheit']>, 'mandant_id'>

const Einheitangaben = Type.Array(Type.Object({
  kennzeichen: Text(40), bezeichnung: Type.String({ minLength: 2, maxLength: 300 }), beschreibung: Type.Optional(Type.String({ maxLength: 4000 })),
  aufbewahrung: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 200 }), Type.Literal('unbefristet')])),
  aussonderungsart: Type.Optional(Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('V')])),
  quelle: Type.Optional(Type.String({ maxLength: 500 })), gueltigVon: Type.Optional(Datum), gueltigBis: Type.Optional(Datum),
  stillgelegtAm: Type.Optional(Datum), nachfolger: Type.Optional(Text(40)),
}, { additionalProperties: false }), { minItems: 1, maxItems: 20_000 })

export interface Aktenplanvergleich {
  readonly neu: readonly string[]
  readonly geaendert: readonly { readonly kennzeichen: string; readonly felder: readonly string[] }[]
  readonly unveraendert: number
  /** In the town's plan but not in the file; stays as it is. */
  readonly nurImBestand: readonly string[]
  /** Read in, but not free for new Akten, with what is missing (C1-07). */
  readonly nichtAktiv: readonly { readonly kennzeichen: string; readonly hindernisse: readonly string[] }[]
}

/**
 * Reads a file plan in and says what differs; the same file again changes nothing (C1-08). `probe` only compares. With
 * `neueFassung` the plan of before ends the day before it begins: its units stay readable, new Akten go to the new ones (C1-06).
 */
export const aktenplanImportieren = command({
  name: 'aktenplan.importieren',
  input: Type.Object({
    einheiten: Einheitangaben,
    probe: Type.Optional(Type.Boolean()),
    neueFassung: Type.Optional(Type.Object({ bezeichnung: Type.String({ minLength: 2, maxLength: 200 }), gueltigVon: Datum, muster: Type.Optional(Text(100)) })),
  }, { additionalProperties: false }),
  allow: can('aktenplan.verwalten')(),
  async run(ctx, { einheiten, probe = false, neueFassung }): Promise<Aktenplanvergleich> {
    pruefe(einheiten)
    const { tx } = ctx
    const alt = await aktenplan(tx).selectFrom('aktenplan.fassung').selectAll().where('gueltig_bis', 'is', null).forUpdate().executeTakeFirst()
    const beginnt = neueFassung !== undefined || !alt
    const bestand = beginnt ? [] : await aktenplan(tx).selectFrom('aktenplan.einheit').selectAll().where('fassung_id', '=', alt.id).execute()
    const fassungId = beginnt ? newId() : alt.id
    const gueltigVon = beginnt ? Temporal.PlainDate.from(neueFassung?.gueltigVon ?? `${ctx.today.year}-01-01`) : alt.gueltig_von
    const soll = sollzeilen(einheiten, bestand, fassungId, gueltigVon)
    const vergleich = vergleiche(soll, bestand, ctx.today)
    if (probe || (!beginnt && vergleich.neu.length + vergleich.geaendert.length === 0)) { ctx.unchanged(); return vergleich }
    if (beginnt) await beginneFassung(ctx, fassungId, gueltigVon, alt, neueFassung)
    await schreibe(tx, soll, bestand)
    ctx.emit(aktenplanEingelesen(fassungId, {
      neu: vergleich.neu, geaendert: vergleich.geaendert.map(({ kennzeichen }) => kennzeichen),
      stillgelegt: soll.filter((zeile) => zeile.stillgelegt_am).map((zeile) => zeile.kennzeichen),
    }))
    return vergleich
  },
})

function pruefe(einheiten: readonly Einheitangabe[]): void {
  const fehler: Feldfehler[] = []
  const gesehen = new Set<string>()
  for (const { kennzeichen, gueltigVon, gueltigBis, stillgelegtAm } of einheiten) {
    if (gesehen.has(kennzeichen)) fehler.push({ feld: kennzeichen, text: `Das Kennzeichen ${kennzeichen} kommt zweimal vor.` })
    gesehen.add(kennzeichen)
    for (const tag of [gueltigVon, gueltigBis, stillgelegtAm]) {
      if (tag && !istTag(tag)) fehler.push({ feld: kennzeichen, text: `${kennzeichen}: Den Tag ${tag} gibt es nicht.` })
    }
  }
  if (fehler.length > 0) throw new Invalid(fehler)
}

const tag = (text: string | undefined) => (text ? Temporal.PlainDate.from(text) : null)

/** The rows as they should be. Leaves and their order come from the signs of file and stock together. */
function sollzeilen(einheiten: readonly Einheitangabe[], bestand: readonly Zeile[], fassungId: string, gueltigVon: Temporal.PlainDate): Neuzeile[] {
  const alle = new Set([...bestand.map((zeile) => zeile.kennzeichen), ...einheiten.map((einheit) => einheit.kennzeichen)])
  const eltern = new Set([...alle].map((kennzeichen) => oberKennzeichen(kennzeichen, alle)))
  const ids = new Map(bestand.map((zeile) => [zeile.kennzeichen, zeile.id]))
  const zeilen = einheiten.map((einheit): Neuzeile => ({
    id: ids.get(einheit.kennzeichen) ?? newId(), fassung_id: fassungId, kennzeichen: einheit.kennzeichen, ober_kennzeichen: oberKennzeichen(einheit.kennzeichen, alle),
    bezeichnung: einheit.bezeichnung, beschreibung: einheit.beschreibung ?? '', blatt: !eltern.has(einheit.kennzeichen), aktiv: false,
    gueltig_von: tag(einheit.gueltigVon) ?? gueltigVon, gueltig_bis: tag(einheit.gueltigBis), stillgelegt_am: tag(einheit.stillgelegtAm),
    nachfolger_kennzeichen: einheit.nachfolger ?? null, unbefristet: einheit.aufbewahrung === 'unbefristet',
    aufbewahrung_jahre: typeof einheit.aufbewahrung === 'number' ? einheit.aufbewahrung : null, aussonderungsart: einheit.aussonderungsart ?? null, quelle: einheit.quelle ?? '',
  }))
  // A stock unit that is not in the file may have got its first child or its unit above by it.
  const genannt = new Set(einheiten.map((einheit) => einheit.kennzeichen))
  const verschoben = bestand.filter((zeile) => !genannt.has(zeile.kennzeichen)).map(({ mandant_id: _mandant, ...zeile }): Neuzeile =>
    ({ ...zeile, blatt: !eltern.has(zeile.kennzeichen), ober_kennzeichen: oberKennzeichen(zeile.kennzeichen, alle) }))
  return [...zeilen, ...verschoben].map((zeile) => ({ ...zeile, aktiv: hindernisse(zeile).length === 0 }))
}

function hindernisse(zeile: Neuzeile) {
  return aktivierungsHindernisse({
    kennzeichen: zeile.kennzeichen, bezeichnung: zeile.bezeichnung, gueltigVon: zeile.gueltig_von, ...(zeile.gueltig_bis ? { gueltigBis: zeile.gueltig_bis } : {}),
    aktiv: false, stillgelegt: Boolean(zeile.stillgelegt_am), istBlatt: zeile.blatt, ...(zeile.aussonderungsart ? { aussonderungsart: zeile.aussonderungsart } : {}),
    ...(zeile.unbefristet ? { aufbewahrungsdauer: { unbefristet: true as const } } : typeof zeile.aufbewahrung_jahre === 'number' ? { aufbewahrungsdauer: { jahre: zeile.aufbewahrung_jahre } } : {}),
  })
}

function vergleiche(soll: readonly Neuzeile[], bestand: readonly Zeile[], today: Temporal.PlainDate): Aktenplanvergleich {
  const vorher = new Map(bestand.map((zeile) => [zeile.kennzeichen, zeile]))
  const nachher = new Set(soll.map((zeile) => zeile.kennzeichen))
  const geaendert = soll.flatMap((zeile) => {
    const alt = vorher.get(zeile.kennzeichen)
    const felder = alt ? unterschiede(zeile, alt) : []
    return felder.length > 0 ? [{ kennzeichen: zeile.kennzeichen, felder }] : []
  })
  const neu = soll.filter((zeile) => !vorher.has(zeile.kennzeichen)).map((zeile) => zeile.kennzeichen)
  return {
    neu, geaendert, unveraendert: soll.length - neu.length - geaendert.length,
    nurImBestand: bestand.map((zeile) => zeile.kennzeichen).filter((kennzeichen) => !nachher.has(kennzeichen)),
    nichtAktiv: soll.filter((zeile) => !zeile.aktiv && !(zeile.stillgelegt_am && Temporal.PlainDate.compare(zeile.stillgelegt_am, today) <= 0))
      .map((zeile) => ({ kennzeichen: zeile.kennzeichen, hindernisse: hindernisse(zeile).map(({ meldung }) => meldung) })),
  }
}

const gleich = (a: unknown, b: unknown) => String(a ?? '') === String(b ?? '')

function unterschiede(soll: Neuzeile, ist: Zeile): string[] {
  return (Object.keys(soll) as (keyof Neuzeile)[]).filter((feld) => feld !== 'id' && feld !== 'fassung_id' && !gleich(soll[feld], ist[feld]))
}

async function beginneFassung(ctx: CommandContext, id: string, gueltigVon: Temporal.PlainDate, alt: Selectable<AktenplanTables['aktenplan.fassung']> | undefined, neu: { bezeichnung: string; muster?: string } | undefined): Promise<void> {
  const muster = neu?.muster ?? alt?.muster ?? '{aktenplan}/{jahr}/{lfd}'
  const gelesen = leseMuster(muster)
  if (!gelesen.ok) throw new Invalid([{ feld: 'muster', text: gelesen.message }])
  if (alt) {
    if (Temporal.PlainDate.compare(gueltigVon, alt.gueltig_von) <= 0) throw new Invalid([{ feld: 'gueltigVon', text: 'Die neue Fassung muss nach der bisherigen beginnen.' }])
    const ende = gueltigVon.subtract({ days: 1 })
    await aktenplan(ctx.tx).updateTable('aktenplan.fassung').set({ gueltig_bis: ende }).where('id', '=', alt.id).execute()
    await aktenplan(ctx.tx).updateTable('aktenplan.einheit').set({ gueltig_bis: ende }).where('fassung_id', '=', alt.id).where('gueltig_von', '<=', ende)
      .where((where) => where.or([where('gueltig_bis', 'is', null), where('gueltig_bis', '>', ende)])).execute()
  }
  const nummer = (alt?.nummer ?? 0) + 1
  await aktenplan(ctx.tx).insertInto('aktenplan.fassung').values({ id, nummer, bezeichnung: neu?.bezeichnung ?? 'Aktenplan', muster, gueltig_von: gueltigVon, gueltig_bis: null }).execute()
  ctx.emit(fassungBegonnen(id, { nummer, gueltigVon: gueltigVon.toString() }))
}

async function schreibe(tx: Tx, soll: readonly Neuzeile[], bestand: readonly Zeile[]): Promise<void> {
  const vorher = new Map(bestand.map((zeile) => [zeile.id, zeile]))
  const neu = soll.filter((zeile) => !vorher.has(zeile.id))
  for (let i = 0; i < neu.length; i += 1000) await aktenplan(tx).insertInto('aktenplan.einheit').values(neu.slice(i, i + 1000)).execute()
  for (const zeile of soll) {
    const alt = vorher.get(zeile.id)
    if (alt && unterschiede(zeile, alt).length > 0) await aktenplan(tx).updateTable('aktenplan.einheit').set(zeile).where('id', '=', zeile.id).execute()
  }
}
