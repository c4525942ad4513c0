import { LinkButton } from '../../../../design/index.js'
import type { Aufgabe } from '../../../grundlagen/aufgaben/index.js'
import type { Maske } from '../../fallbearbeitung/index.js'
import { beteiligungDer } from './command.js'

/** Where a unit answers; a task of a process that names no request leads to the list. */
export function beteiligungsseite(aufgabe: Aufgabe): string {
  const id = beteiligungDer(aufgabe)
  return id ? `/arbeitsplatz/beteiligungen/${id}` : '/arbeitsplatz/beteiligungen'
}

/** For somebody of the asked unit who also sees the case: the statement has a page of its own, with files. */
export const stellungnehmenMaske: Maske = {
  nurWerDarf: true,
  render: async (_c, aufgabe) => <LinkButton href={beteiligungsseite(aufgabe)}>Stellung nehmen</LinkButton>,
  submit: async () => undefined,
}
