import { Type } from 'typebox'
import { json, type Tx } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { command, query, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { findAktenplaneinheit } from '../../../akte/aktenplan/index.js'
import { modellFreigeben, pruefeModell } from '../../../verfahren/workflow/index.js'
import { findEinheitByKuerzel } from '../../organisation/index.js'
import { leistungen } from '../db/tables.js'
import { lesePaket, type Befund, type Paket, type Paketdateien } from '../domain/paket.js'
import { versionImportiert } from '../events.js'
import { reifegradeFesthalten } from '../reifegrad/reifegrad.js'
import { veroeffentliche } from '../veroeffentlichen/command.js'

export interface Importergebnis {
  readonly leistungId: string; readonly versionId: string; readonly schluessel: string; readonly version: number
  /** False: exactly this package was there already. */
  readonly neu: boolean
  readonly veroeffentlicht: boolean
  readonly befunde: readonly Befund[]
}

const Dateien = Type.Record(Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,79}$' }), Type.String({ maxLength: 2_000_000 }), { maxProperties: 20 })

/** Everything that is wrong with a package in this town, without changing anything. */
export const paketPruefen = query({
  name: 'leistungen.paketPruefen',
  input: Type.Object({ dateien: Dateien }, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  run: ({ tx, today }, { dateien }) => pruefePaket(tx, dateien, today),
})

/**
 * Takes a package in as a new version of its service. The same package again changes nothing. With `veroeffentlichen` the
 * version goes public at once; gaps (A1-01) then refuse it like errors do.
 * @throws Invalid with every reason at once
 */
export const leistungImportieren = command({
  name: 'leistungen.leistungImportieren',
  input: Type.Object({ dateien: Dateien, veroeffentlichen: Type.Boolean() }, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run(ctx, { dateien, veroeffentlichen }): Promise<Importergebnis> {
    const { paket, befunde } = await pruefePaket(ctx.tx, dateien, ctx.today)
    const hindernisse = befunde.filter(({ stufe }) => stufe === 'fehler' || (veroeffentlichen && stufe === 'luecke'))
    if (!paket || hindernisse.length > 0) throw new Invalid(hindernisse.map(alsFeldfehler), 'Das Paket kann so nicht eingespielt werden.')
    const leistung = await findeOderLege(ctx, paket)
    const letzte = await leistungen(ctx.tx).selectFrom('leistungen.version').select(['id', 'version', 'inhalt_hash'])
      .where('leistung_id', '=', leistung.id).orderBy('version', 'desc').limit(1).executeTakeFirst()
    const neu = letzte?.inhalt_hash !== paket.hash
    const version = neu ? await legeVersion(ctx, leistung.id, (letzte?.version ?? 0) + 1, paket, dateien) : { id: letzte.id, version: letzte.version }
    const veroeffentlicht = veroeffentlichen && await veroeffentliche(ctx, leistung.id, version.id)
    if (!neu && !veroeffentlicht) ctx.unchanged()
    return { leistungId: leistung.id, versionId: version.id, schluessel: paket.stammdaten.schluessel, version: version.version, neu, veroeffentlicht, befunde }
  },
})

export const alsFeldfehler = ({ datei, ort, text }: Befund) => ({ feld: ort ? `${datei}: ${ort}` : datei, text })

/** What the package says of itself, and what the town knows: unit and file plan have to exist. */
async function pruefePaket(tx: Tx, dateien: Paketdateien, today: Temporal.PlainDate): Promise<{ paket?: Paket; befunde: Befund[] }> {
  const { paket, stammdaten, befunde } = await lesePaket(dateien, pruefeModell)
  const { einheit, aktenplaneinheit, leistungsschluessel, schluessel } = stammdaten ?? {}
  const kuenftig = stammdaten?.reifegrade?.find(({ bewertetAm }) => bewertetAm > today.toString())
  if (kuenftig) befunde.push({ datei: 'leistung.yaml', ort: 'reifegrade', stufe: 'fehler', text: `Die Bewertung vom ${kuenftig.bewertetAm} liegt in der Zukunft.` })
  const andere = leistungsschluessel
    ? await leistungen(tx).selectFrom('leistungen.leistung').select('schluessel').where('leistungsschluessel', '=', leistungsschluessel).where('schluessel', '!=', schluessel ?? '').executeTakeFirst()
    : undefined
  if (andere) befunde.push({ datei: 'leistung.yaml', ort: 'leistungsschluessel', stufe: 'fehler', text: `Diesen Leistungsschlüssel hat schon die Leistung „${andere.schluessel}“.` })
  const stelle = aktenplaneinheit ? await findAktenplaneinheit(tx, aktenplaneinheit, today) : undefined
  if (aktenplaneinheit && !stelle?.blatt) {
    const warum = stelle ? 'ist nur eine Gruppe. Bitte nennen Sie eine Einheit, unter der Akten liegen.' : 'gibt es im Aktenplan dieser Stadt nicht.'
    befunde.push({ datei: 'leistung.yaml', ort: 'aktenplaneinheit', stufe: 'fehler', text: `Die Aktenplaneinheit „${aktenplaneinheit}“ ${warum}` })
  }
  if (einheit && !(await findEinheitByKuerzel(tx, einheit))) {
    befunde.push({ datei: 'leistung.yaml', ort: 'einheit', stufe: 'fehler', text: `Die Organisationseinheit „${einheit}“ gibt es in dieser Stadt nicht.` })
  }
  return { ...(paket ? { paket } : {}), befunde }
}

/** Locked, so that two imports at once number their versions one after the other. */
async function findeOderLege({ tx, now }: CommandContext, { stammdaten }: Paket): Promise<{ id: string }> {
  const { schluessel, leistungsschluessel = null } = stammdaten
  await leistungen(tx).insertInto('leistungen.leistung').values({ id: newId(), schluessel, leistungsschluessel, version_id: null, created_at: now })
    .onConflict((conflict) => conflict.columns(['mandant_id', 'schluessel']).doNothing()).execute()
  const row = await leistungen(tx).selectFrom('leistungen.leistung').select(['id', 'leistungsschluessel']).where('schluessel', '=', schluessel).forUpdate().executeTakeFirstOrThrow()
  if (row.leistungsschluessel !== leistungsschluessel) {
    await leistungen(tx).updateTable('leistungen.leistung').set({ leistungsschluessel }).where('id', '=', row.id).execute()
  }
  return row
}

async function legeVersion(ctx: CommandContext, leistungId: string, version: number, paket: Paket, dateien: Paketdateien): Promise<{ id: string; version: number }> {
  const { tx } = ctx
  const id = newId()
  const modell = paket.modellXml === null ? undefined : await modellFreigeben(ctx, { schluessel: paket.stammdaten.schluessel, xml: paket.modellXml })
  await leistungen(tx).insertInto('leistungen.version').values({
    id, leistung_id: leistungId, version, inhalt_hash: paket.hash, stammdaten: json(paket.stammdaten),
    formular: paket.formular ? json(paket.formular) : null, texte: json(paket.texte), gebuehr: paket.gebuehr ? json(paket.gebuehr) : null,
    bescheid_vorlage: paket.bescheidVorlage, modell_id: modell?.modellId ?? null, created_at: ctx.now,
  }).execute()
  await leistungen(tx).insertInto('leistungen.datei').values(Object.entries(dateien).map(([name, inhalt]) => ({ version_id: id, name, inhalt }))).execute()
  await reifegradeFesthalten(tx, leistungId, id, paket.stammdaten.reifegrade ?? [], ctx.now)
  ctx.emit(versionImportiert(leistungId, { schluessel: paket.stammdaten.schluessel, versionId: id, version, hash: paket.hash }))
  return { id, version }
}
