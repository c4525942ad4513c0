import type { Recurring } from '../../../../platform/jobs/job.js'
import { unbezahlteFreigeben } from '../bezahlen/command.js'
import { zustimmungenPflegen } from '../zustimmung/command.js'
import { abgelaufeneLoeschen, anEntwuerfeErinnern } from './command.js'

/** Looks every quarter of an hour, and at once when the clock of a demo is moved. */
export const entwurfspflege: Recurring = {
  name: 'onlineantrag.entwurfspflege', alleSekunden: 900,
  async run({ app, actor, signal }) {
    // Who never paid first: that draft may be due for deletion, too.
    await app.execute(actor, unbezahlteFreigeben, {})
    await app.execute(actor, zustimmungenPflegen, {})
    // Deletion next: nobody is reminded of what is gone a moment later.
    while (!signal.aborted && (await app.execute(actor, abgelaufeneLoeschen, {})).geloescht === 100);
    while (!signal.aborted && (await app.execute(actor, anEntwuerfeErinnern, {})).erinnert === 100);
  },
}
