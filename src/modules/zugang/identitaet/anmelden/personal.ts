import { Type } from 'typebox'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { reichtAus, VERTRAUENSNIVEAUS } from '../../../../platform/usecases/actor.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { findPersonal, hatEigeneAnmeldung, kontenById, personalAnlegen, sitzungEroeffnen } from '../../../grundlagen/konten/index.js'
import { findEinheitByKuerzel, rolleZuweisen, rollenbildVon, zuweisungBeenden } from '../../../grundlagen/organisation/index.js'
import { identitaet } from '../db/tables.js'
import { rollenAus, type Rollenzuordnung } from '../domain/rollen.js'
import { anmeldungAbgelehnt, nutzerkontoAngemeldet, nutzerkontoVerknuepft, rollenAngeglichen, type Ablehnungsgrund } from '../events.js'

const Hex = Type.String({ pattern: '^[0-9a-f]{64}$' })
const KENNUNG = /^[a-z0-9][a-z0-9._-]{1,79}$/

/**
 * Signs an employee in whom the town's directory has proved. Account and roles follow the directory: groups give roles and take them
 * again, and without any role nobody gets in (K2-01).
 */
export const dienstkontoAbschliessen = command({
  name: 'identitaet.dienstkontoAbschliessen',
  input: Type.Object({
    versuchId: Id, pseudonymHash: Hex, niveau: Type.Enum([...VERTRAUENSNIVEAUS]), kennung: Type.Optional(Type.String({ maxLength: 300 })), name: Type.Optional(Type.String({ maxLength: 200 })),
    email: Type.Optional(Type.String({ maxLength: 254 })), gruppen: Type.Array(Type.String({ maxLength: 1000 }), { maxItems: 500 }),
    ersetzt: Type.Optional(Hex), gast: Type.Optional(Hex), geraet: Type.Optional(Type.String({ maxLength: 60 })),
  }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { versuchId, pseudonymHash, niveau, kennung, name, email, gruppen, ...browser }): Promise<{ token: string; art: 'personal' | 'buerger' } | { grund: Ablehnungsgrund }> {
    const { tx, emit, today } = ctx
    const versuch = await identitaet(tx).updateTable('identitaet.versuch').set({ verbraucht_am: Temporal.Now.instant() }).where('id', '=', versuchId).where('verbraucht_am', 'is', null).returningAll().executeTakeFirst()
    const anbieter = versuch && await identitaet(tx).selectFrom('identitaet.anbieter').selectAll().where('id', '=', versuch.anbieter_id).forUpdate().executeTakeFirst()
    const nein = (grund: Ablehnungsgrund): { grund: Ablehnungsgrund } => { emit(anmeldungAbgelehnt(versuch?.anbieter_id ?? versuchId, { grund, versuchId })); return { grund } }
    if (!versuch || !anbieter) return nein('wiederholt')
    if (!reichtAus(niveau, versuch.niveau)) return nein('niveau')
    const rollen = rollenAus(anbieter.rollen, gruppen)
    const hash = Buffer.from(pseudonymHash, 'hex')
    const kontoId = await kontoFuer(ctx, { anbieterId: anbieter.id, hash, niveau, neu: { kennung, name, email }, darf: rollen.length > 0 })
    if (!kontoId) return nein('keinKonto')
    await angleichen(ctx, anbieter.id, kontoId, rollen)
    const konto = (await kontenById(tx, [kontoId])).get(kontoId)
    if (konto?.status !== 'aktiv') return nein('gesperrt')
    if ((await rollenbildVon(tx, kontoId, today)).zuweisungen.length === 0) return nein('keinKonto')
    const sitzung = await sitzungEroeffnen(ctx, { kontoId, verfahren: 'nutzerkonto', ...browser, nutzerkonto: { anbieterId: anbieter.id, niveau } })
    emit(nutzerkontoAngemeldet(kontoId, { anbieterId: anbieter.id, niveau, verlangt: versuch.niveau }))
    return sitzung
  },
})

interface Wer { readonly anbieterId: string; readonly hash: Buffer; readonly niveau: 'niedrig' | 'substantiell' | 'hoch'; readonly neu: { readonly kennung: string | undefined; readonly name: string | undefined; readonly email: string | undefined }; readonly darf: boolean }

/**
 * The account behind a pseudonym. Somebody new gets one, or the one that the administration has prepared under that name. An account
 * with a password or passkey of its own is never taken over by a name: whoever may choose a name elsewhere would be the administrator here.
 */
async function kontoFuer(ctx: CommandContext, { anbieterId, hash, niveau, neu, darf }: Wer): Promise<string | undefined> {
  const { tx, now, emit } = ctx
  const bekannt = await identitaet(tx).selectFrom('identitaet.verknuepfung').select('konto_id').where('anbieter_id', '=', anbieterId).where('pseudonym_hash', '=', hash).executeTakeFirst()
  if (bekannt) return bekannt.konto_id
  if (!darf || !neu.kennung || !KENNUNG.test(neu.kennung)) return undefined
  const vorhanden = await findPersonal(tx, neu.kennung)
  if (vorhanden && (vorhanden.status !== 'aktiv' || await hatEigeneAnmeldung(tx, vorhanden.id) || await istVerknuepft(ctx, vorhanden.id))) return undefined
  const id = vorhanden?.id ?? (await personalAnlegen.run(ctx, { kennung: neu.kennung, name: neu.name ?? neu.kennung, ...(neu.email ? { email: neu.email } : {}) })).id
  await identitaet(tx).insertInto('identitaet.verknuepfung').values({ anbieter_id: anbieterId, pseudonym_hash: hash, konto_id: id, postfach: null, letztes_niveau: niveau, verknuepft_am: now }).execute()
  emit(nutzerkontoVerknuepft(id, { anbieterId, neu: !vorhanden }))
  return id
}

const istVerknuepft = async ({ tx }: CommandContext, kontoId: string): Promise<boolean> =>
  Boolean(await identitaet(tx).selectFrom('identitaet.verknuepfung').select('konto_id').where('konto_id', '=', kontoId).executeTakeFirst())

/** Gives and takes the roles that come from groups. What people assigned by hand is not touched; an unknown role or unit gives nothing. */
async function angleichen(ctx: CommandContext, anbieterId: string, kontoId: string, rollen: readonly Pick<Rollenzuordnung, 'rolle' | 'einheit'>[]): Promise<void> {
  const { tx, emit } = ctx
  const bisher = await identitaet(tx).selectFrom('identitaet.rollenvergabe').selectAll().where('anbieter_id', '=', anbieterId).where('konto_id', '=', kontoId).execute()
  const gleich = (a: Pick<Rollenzuordnung, 'rolle' | 'einheit'>, b: Pick<Rollenzuordnung, 'rolle' | 'einheit'>) => a.rolle === b.rolle && a.einheit === b.einheit
  const weg = bisher.filter((eine) => !rollen.some((andere) => gleich(eine, andere)))
  for (const { zuweisung_id } of weg) {
    await zuweisungBeenden.run(ctx, { zuweisungId: zuweisung_id })
    await identitaet(tx).deleteFrom('identitaet.rollenvergabe').where('zuweisung_id', '=', zuweisung_id).where('konto_id', '=', kontoId).execute()
  }
  const neu: string[] = []
  for (const eine of rollen.filter((wunsch) => !bisher.some((da) => gleich(da, wunsch)))) {
    const zuweisungId = await vergeben(ctx, kontoId, eine)
    if (!zuweisungId) continue
    await identitaet(tx).insertInto('identitaet.rollenvergabe').values({ anbieter_id: anbieterId, konto_id: kontoId, zuweisung_id: zuweisungId, ...eine }).onConflict((conflict) => conflict.columns(['mandant_id', 'anbieter_id', 'konto_id', 'zuweisung_id']).doNothing()).execute()
    neu.push(`${eine.rolle} ${eine.einheit}`)
  }
  if (neu.length > 0 || weg.length > 0) emit(rollenAngeglichen(kontoId, { neu, beendet: weg.map(({ rolle, einheit }) => `${rolle} ${einheit}`) }))
}

/** '*' is the whole town; any other word the short name of a unit. */
async function vergeben(ctx: CommandContext, kontoId: string, { rolle, einheit }: Pick<Rollenzuordnung, 'rolle' | 'einheit'>): Promise<string | undefined> {
  const ort = einheit === '*' ? undefined : await findEinheitByKuerzel(ctx.tx, einheit)
  if (einheit !== '*' && !ort) return undefined
  return (await rolleZuweisen.run(ctx, { kontoId, rolle, ...(ort ? { einheitId: ort.id } : {}) })).id
}
