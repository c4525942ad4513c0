import { NotFound } from '../../../../platform/errors.js'
import { action, access, page, redirect, submitOrShowAgain, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { vorgangBeispiel } from '../../../akte/akten/index.js'
import { fallAnsehen, type Fall } from '../ansehen/query.js'
import { fallSeite } from '../ansehen/page.js'
import { auszugSeite } from '../auszug/page.js'
import { maskeVon } from '../registrierung.js'
import { allgemeineMaske } from './allgemein.js'

const laden = (c: RequestContext): Promise<Fall> => c.ask(fallAnsehen, { nummer: (c.params['nr'] ?? '').slice(0, 40) })

/** What the mask does with the form; refused input comes back on the same page with everything that was entered. */
async function ausfuehren(c: RequestContext): Promise<Reply> {
  const fall = await laden(c)
  const aufgabe = fall.aufgaben.find(({ id }) => id === c.params['id'])
  if (!aufgabe) throw new NotFound('aufgabe.unbekannt', 'Diese Aufgabe gibt es nicht.')
  const maske = maskeVon(aufgabe.maske) ?? allgemeineMaske
  return submitOrShowAgain(c, async () => {
    const antwort = await maske.submit(c, aufgabe, fall.vorgang, c.werte)
    return antwort ?? redirect(`/arbeitsplatz/vorgaenge/${fall.vorgang.vorgangsnummer}`, { hinweis: `Erledigt: ${aufgabe.titel}` })
  }, async (zustand) => fallSeite(c, await laden(c), { aufgabeId: aufgabe.id, zustand, status: 422 }))
}

export const fallRoutes: readonly Route[] = [
  page({
    path: '/arbeitsplatz/vorgaenge/:nr', access: access.staff('vorgang.lesen'), beispiel: vorgangBeispiel(''),
    handle: async (c) => fallSeite(c, await laden(c)),
  }),
  page({
    path: '/arbeitsplatz/vorgaenge/:nr/auszug', access: access.staff('vorgang.lesen'), beispiel: vorgangBeispiel('/auszug'),
    handle: async (c) => auszugSeite(c, await laden(c)),
  }),
  action({ path: '/arbeitsplatz/vorgaenge/:nr/aufgaben/:id', access: access.staff('aufgabe.bearbeiten'), handle: ausfuehren }),
]
