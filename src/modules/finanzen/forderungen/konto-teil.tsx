import type { Selectable } from 'kysely'
import { Card, formatDate, formatMoney, LinkList } from '../../../design/index.js'
import { buerger } from '../../../platform/usecases/allow.js'
import { readQuery } from '../../../platform/usecases/usecase.js'
import { Type } from 'typebox'
import type { KontoTeil, MeinVorgangTeil } from '../../verfahren/antraege/index.js'
import { Zahlungshinweis } from './ansehen/page.js'
import type { ForderungenTables } from './db/tables.js'
import { ZUSTAENDE } from './domain/konto.js'
import { forderungZu, type Forderung } from './forderung.js'
import { woerter } from './woerter.js'

type OffeneForderung = Pick<Forderung, 'kassenzeichen' | 'bezeichnung' | 'saldo' | 'vorgangId' | 'faelligAm'>
type Zeile = Pick<Selectable<ForderungenTables['forderungen.forderung']>, 'kassenzeichen' | 'bezeichnung' | 'saldo' | 'vorgang_id' | 'faellig_am' | 'status'>

const EIGENE = 'select kassenzeichen, bezeichnung, saldo, vorgang_id, faellig_am, status from forderungen.forderung where inhaber_id = $1 order by id desc limit 50'

/** What a person still has to pay. */
export const offeneForderungen = readQuery({
  name: 'forderungen.offeneForderungen', input: Type.Object({}, { additionalProperties: false }), allow: buerger(),
  statements: ({ actor }) => [{ text: EIGENE, values: [actor.id] }],
  answer: ([rows = []]: readonly (readonly Zeile[])[]): OffeneForderung[] => rows.filter(({ status }) => ZUSTAENDE[status].zahlbar)
    .map(({ kassenzeichen, bezeichnung, saldo, vorgang_id: vorgangId, faellig_am: faelligAm }) => ({ kassenzeichen, bezeichnung, saldo, vorgangId, faelligAm })),
})

/** On „Mein Konto“: what is expected of the person. */
export const offeneZahlungen: KontoTeil<OffeneForderung[]> = {
  name: 'forderungen.offen', rang: 5, frage: offeneForderungen,
  zeichnen({ sprache }, offene) {
    const w = woerter(sprache)
    return offene.length === 0 ? null : (
      <Card title={w.offene} icon="warning">
        <LinkList label={w.offene} items={offene.map((eine) => ({
          label: w.bezahlen(eine.bezeichnung), href: `/konto/zahlungen/${eine.kassenzeichen}`, text: formatMoney(eine.saldo, sprache), meta: eine.vorgangId ? w.zuZahlenBis(formatDate(eine.faelligAm, 'short', sprache)) : w.mitZahlung,
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
