import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { identitaet } from '../db/tables.js'
import { anbieterGeaendert } from '../events.js'
import { wirksameNotfallkonten } from './notfallkonten.js'

const Wort = Type.String({ minLength: 1, maxLength: 200 })
const Base64 = Type.String({ maxLength: 20_000 })

export const AnbieterEingabe = Type.Object({
  id: Type.Optional(Id), bezeichnung: Text(100), kontoart: Type.Enum(['buerger', 'personal']), protokoll: Type.Enum(['oidc', 'saml']),
  aussteller: Type.Optional(Text(500)), clientId: Type.Optional(Text(300)),
  /** Sealed, base64; without it the stored one stays. */
  geheimnis: Type.Optional(Base64),
  einstieg: Type.Optional(Text(500)), zertifikate: Type.Optional(Type.Array(Type.String({ maxLength: 10_000 }), { maxItems: 5 })),
  /** Our own key for SAML, sealed, and its certificate; made when the provider is added. */
  schluessel: Type.Optional(Base64), eigenesZertifikat: Type.Optional(Type.String({ maxLength: 10_000 })),
  attribute: Type.Record(Type.String({ maxLength: 40 }), Wort), niveaus: Type.Record(Type.String({ maxLength: 40 }), Type.Array(Wort, { maxItems: 20 })),
  rollen: Type.Array(Type.Object({ gruppe: Wort, rolle: Wort, einheit: Wort }, { additionalProperties: false }), { maxItems: 200 }),
  nurAnbieter: Type.Boolean(), simulator: Type.Optional(Type.Boolean()), aktiv: Type.Boolean(),
}, { additionalProperties: false })

/** Adds or changes a provider of the town. */
export const anbieterFestlegen = command({
  name: 'identitaet.anbieterFestlegen',
  input: AnbieterEingabe,
  allow: can('identitaet.verwalten')(),
  async run(ctx, eingabe) {
    const id = eingabe.id ?? newId()
    const bisher = await identitaet(ctx.tx).selectFrom('identitaet.anbieter').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (eingabe.protokoll === 'oidc' && !eingabe.clientId) throw new Invalid([{ feld: 'clientId', text: 'Bitte geben Sie die Client-ID an.' }])
    if (eingabe.nurAnbieter && eingabe.aktiv && (await wirksameNotfallkonten(ctx.tx, ctx.today)).length === 0) {
      throw new Invalid([{ feld: 'nurAnbieter', text: 'Bitte benennen Sie zuerst ein Notfallkonto mit eigenem Passwort, das die Organisation verwalten darf. Sonst könnte sich niemand mehr anmelden, wenn der Anbieter ausfällt.' }])
    }
    const neu = {
      bezeichnung: eingabe.bezeichnung, kontoart: eingabe.kontoart, protokoll: eingabe.protokoll, aussteller: eingabe.aussteller ?? null, client_id: eingabe.clientId ?? null,
      einstieg: eingabe.einstieg ?? null, zertifikate: [...eingabe.zertifikate ?? []], attribute: json(eingabe.attribute), niveaus: json(eingabe.niveaus), rollen: json(eingabe.rollen),
      nur_anbieter: eingabe.nurAnbieter, simulator: eingabe.simulator ?? bisher?.simulator ?? false, aktiv: eingabe.aktiv,
      ...(eingabe.geheimnis ? { geheimnis: Buffer.from(eingabe.geheimnis, 'base64') } : {}),
      ...(eingabe.schluessel ? { schluessel: Buffer.from(eingabe.schluessel, 'base64'), eigenes_zertifikat: eingabe.eigenesZertifikat ?? null } : {}),
    }
    if (bisher) await identitaet(ctx.tx).updateTable('identitaet.anbieter').set(neu).where('id', '=', id).execute()
    else await identitaet(ctx.tx).insertInto('identitaet.anbieter').values({ geheimnis: null, schluessel: null, eigenes_zertifikat: null, ...neu, id, created_at: ctx.now }).execute()
    ctx.emit(anbieterGeaendert(id, { felder: bisher ? geaendert(bisher, { ...neu, attribute: eingabe.attribute, niveaus: eingabe.niveaus, rollen: eingabe.rollen }) : ['neu'] }))
    return { id }
  },
})


const geaendert = (bisher: Readonly<Record<string, unknown>>, neu: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(neu).filter((feld) => JSON.stringify(bisher[feld]) !== JSON.stringify(neu[feld]))
