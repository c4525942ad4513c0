import { Type } from 'typebox'
import { sessionsOf, type Sitzung } from '../../../../platform/auth/session.js'
import { einer, buerger, personal } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { passkeysVon } from '../passkey/pruefung.js'

export interface Sicherheit {
  readonly konto: { readonly name: string; readonly kennung: string; readonly email: string | null; readonly passwortGeaendertAm: Temporal.Instant | null; readonly totp: boolean; readonly tastenkuerzel: boolean }
  readonly passkeys: readonly { readonly id: string; readonly bezeichnung: string; readonly created_at: Temporal.Instant; readonly benutzt_am: Temporal.Instant | null }[]
  readonly wiederherstellungscodes: number
  readonly sitzungen: readonly Sitzung[]
}

/** How the own account is protected and where it is signed in. */
export const eigeneSicherheit = query({
  name: 'konten.eigeneSicherheit', input: Type.Object({}), allow: einer(personal(), buerger()),
  async run({ tx, actor }): Promise<Sicherheit> {
    const konto = await konten(tx).selectFrom('konten.konto').select(['name', 'kennung', 'email', 'passwort_geaendert_am', 'totp_aktiv_am', 'tastenkuerzel']).where('id', '=', actor.id).executeTakeFirstOrThrow()
    const codes = await konten(tx).selectFrom('konten.einmalcode').select(({ fn }) => fn.countAll<bigint>().as('n')).where('konto_id', '=', actor.id).where('art', '=', 'wiederherstellung').where('verbraucht_am', 'is', null).executeTakeFirstOrThrow()
    const jetzt = Temporal.Now.instant()
    return {
      konto: { name: konto.name, kennung: konto.kennung, email: konto.email, passwortGeaendertAm: konto.passwort_geaendert_am, totp: konto.totp_aktiv_am !== null, tastenkuerzel: konto.tastenkuerzel },
      passkeys: await passkeysVon(tx, actor.id), wiederherstellungscodes: Number(codes.n),
      sitzungen: (await sessionsOf(tx, actor.id)).filter((sitzung) => Temporal.Instant.compare(sitzung.endetAm, jetzt) > 0),
    }
  },
})
