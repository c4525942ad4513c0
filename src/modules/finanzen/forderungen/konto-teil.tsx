import { Card, formatDate, formatMoney, LinkList } from '../../../design/index.js'
import { buerger } from '../../../platform/usecases/allow.js'
import { query } from '../../../platform/usecases/usecase.js'
import { Type } from 'typebox'
import type { KontoTeil, MeinVorgangTeil } from '../../verfahren/antraege/index.js'
import { Zahlungshinweis } from './ansehen/page.js'
import { ZUSTAENDE } from './domain/konto.js'
import { forderungenVon, forderungZu, type Forderung } from './forderung.js'

/** What a person still has to pay. */
export const offeneForderungen = query({
  name: 'forderungen.offeneForderungen', input: Type.Object({}, { additionalProperties: false }), allow: buerger(),
  run: async ({ tx, actor }): Promise<Forderung[]> => (await forderungenVon(tx, actor.id)).filter(({ status }) => ZUSTAENDE[status].zahlbar),
})

/** On „Mein Konto“: what is expected of the person. */
export const offeneZahlungen: KontoTeil = {
  name: 'forderungen.offen', rang: 5,
  async laden(c) {
    const offene = await c.ask(offeneForderungen, {})
    return offene.length === 0 ? null : (
      <Card title="Offene Gebühren" icon="warning">
        <LinkList label="Offene Gebühren" items={offene.map((eine) => ({
          label: `Bezahlen: ${eine.bezeichnung}`, href: `/konto/zahlungen/${eine.kassenzeichen}`, text: formatMoney(eine.saldo), meta: eine.vorgangId ? `zu zahlen bis ${formatDate(eine.faelligAm)}` : 'Der Antrag wird mit der Zahlung abgesendet.',
        }))} />
      </Card>
    )
  },
}

/** On the page of a Vorgang: the fee and how it stands. */
export const gebuehrAmVorgang: MeinVorgangTeil = {
  name: 'forderungen.gebuehr', rang: 10,
  async laden(c, { vorgangId }) {
    const forderung = await c.app.db.withMandant(c.mandant.id, (tx) => forderungZu(tx, { vorgangId }))
    return forderung ? <Zahlungshinweis forderung={forderung} /> : null
  },
}
