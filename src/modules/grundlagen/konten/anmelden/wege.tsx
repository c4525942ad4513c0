import type { VNode } from 'preact'
import { Card, LinkButton } from '../../../../design/index.js'
import type { Tx } from '../../../../platform/database/database.js'
import type { RequestContext } from '../../../../platform/http/route.js'

/** A way to sign in that a room above offers, for instance with a provider of identities. A link, so that no posted form leads to another site. */
export interface Anmeldeweg { readonly href: string; readonly text: string; readonly hinweis?: string }

/** What a room above adds to signing in and out. */
export interface Anmeldeerweiterung {
  /** Further ways in, for the sign-in page of that kind of account. */
  wege(c: RequestContext, art: 'personal' | 'buerger', ziel: string): Promise<readonly Anmeldeweg[]>
  /** May this employee's account sign in here with its own password or passkey? Else only with the provider. */
  lokalErlaubt(tx: Tx, kontoId: string): Promise<boolean>
  /** Where somebody goes on to who has just signed out and is still signed in elsewhere; undefined: nowhere. */
  nachAbmeldung(c: RequestContext): Promise<string | undefined>
}

let erweiterung: Anmeldeerweiterung | undefined

/** Called once, when the room's module is loaded. */
export function registerAnmeldung(neu: Anmeldeerweiterung): void {
  if (erweiterung && erweiterung !== neu) throw new Error('Two rooms extend the sign-in')
  erweiterung = neu
}

export const anmeldewege = async (c: RequestContext, art: 'personal' | 'buerger', ziel: string): Promise<readonly Anmeldeweg[]> => erweiterung?.wege(c, art, ziel) ?? []
export const lokalErlaubt = async (tx: Tx, kontoId: string): Promise<boolean> => erweiterung?.lokalErlaubt(tx, kontoId) ?? true
export const nachAbmeldung = async (c: RequestContext): Promise<string | undefined> => erweiterung?.nachAbmeldung(c)

/** The further ways on a sign-in page; nothing where there are none. */
export function Anmeldewege({ wege, titel }: { wege: readonly Anmeldeweg[]; titel: string }): VNode | null {
  return wege.length === 0 ? null : (
    <Card title={titel}>
      {wege.map(({ href, text, hinweis }) => (
        <div key={href}>
          {hinweis ? <p>{hinweis}</p> : null}
          <p><LinkButton href={href} variant="secondary">{text}</LinkButton></p>
        </div>
      ))}
    </Card>
  )
}
