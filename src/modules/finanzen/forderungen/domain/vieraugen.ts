import type { Actor } from '../../../../platform/usecases/actor.js'

/** Who asked for something, and whom the person stood in for. */
export interface Beteiligte { readonly von: string; readonly fuer: string | null }

/**
 * For whom an actor uses a right: null when it is the actor's own; the accounts stood in for when it only comes from them.
 */
export function handeltFuer(actor: Actor, recht: string): readonly string[] | null {
  const mit = actor.zuweisungen.filter(({ rechte }) => rechte.has(recht))
  return mit.length === 0 || mit.some(({ vertretungFuer }) => vertretungFuer === undefined) ? null : mit.flatMap(({ vertretungFuer }) => vertretungFuer ?? [])
}

/**
 * May this actor give the second signature? Nobody gives both: not the same person, not in another role, not as the substitute of
 * who gave the first, and not the one in whose name the first was given. Says for whom it is given.
 */
export function zweiteUnterschrift(actor: Actor, recht: string, erste: Beteiligte): { erlaubt: true; fuer: string | null } | { erlaubt: false } {
  const belegt = [erste.von, ...(erste.fuer ? [erste.fuer] : [])]
  if (belegt.includes(actor.id)) return { erlaubt: false }
  const fuer = handeltFuer(actor, recht)
  if (fuer === null) return { erlaubt: true, fuer: null }
  const frei = fuer.find((konto) => !belegt.includes(konto))
  return frei === undefined ? { erlaubt: false } : { erlaubt: true, fuer: frei }
}
