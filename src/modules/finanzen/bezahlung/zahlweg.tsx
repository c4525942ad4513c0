import { ZUSTAENDE, type Zahlwegteil } from '../forderungen/index.js'
import { anbieterzugang } from './anbieter/zugang.js'
import { OnlineBezahlen } from './bezahlen/page.js'
import { zahlungenZu } from './zahlung.js'

/** Offered where the town has a provider and the claim may be paid that way. */
export const onlineBezahlen: Zahlwegteil = {
  name: 'bezahlung.online',
  async laden(c, forderung) {
    if (!ZUSTAENDE[forderung.status].zahlbar || !forderung.wege.includes('online')) return null
    const { zugang, laufende } = await c.app.db.withMandant(c.mandant.id, async (tx) => ({
      zugang: await anbieterzugang(c.app, tx), laufende: (await zahlungenZu(tx, forderung.id)).find(({ status }) => status === 'INITIAL'),
    }))
    return zugang ? <OnlineBezahlen c={c} forderung={forderung} laufende={laufende} /> : null
  },
}
