import { Type } from 'typebox'
import { Alert, LinkButton } from '../../../../design/index.js'
import { buerger } from '../../../../platform/usecases/allow.js'
import { readQuery } from '../../../../platform/usecases/usecase.js'
import type { KontoTeil } from '../../../verfahren/antraege/index.js'
import { PFAD } from '../page.js'

const fertigeKopie = readQuery({
  name: 'kontodaten.fertigeKopie', input: Type.Object({}, { additionalProperties: false }), allow: buerger(),
  statements: ({ actor }) => [{ text: "select id from kontodaten.auskunft where konto_id = $1 and status = 'fertig' order by id desc limit 1", values: [actor.id] }],
  answer: ([rows = []]: readonly (readonly { readonly id: string }[])[]): string | null => rows[0]?.id ?? null,
})

/** The copy of one's data is delivered into the account: it lies on the overview until its time is over. */
export const auskunftsteil: KontoTeil<string | null> = {
  name: 'kontodaten.auskunft', rang: 5, frage: fertigeKopie,
  zeichnen: (c, id) => (id === null ? null : (
    <Alert tone="info" title={c.sprache === 'en' ? 'The copy of your data is ready' : 'Die Kopie Ihrer Daten liegt bereit'} actions={<LinkButton href={PFAD}>{c.sprache === 'en' ? 'To the download' : 'Zum Herunterladen'}</LinkButton>} />
  )),
}
