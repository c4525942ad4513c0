import { Type } from 'typebox'
import { Badge, Card, DateText } from '../../../../design/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { amVorgang } from '../../../akte/akten/index.js'
import type { FallTeil } from '../../fallbearbeitung/index.js'
import { automatik } from '../db/tables.js'

/** Who had to decide and why, for those who may read the Vorgang. */
export const pruefungLesen = query({
  name: 'automatik.pruefungLesen', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }), allow: can('vorgang.lesen').on<{ vorgangId: string }>(amVorgang),
  run: ({ tx }, { vorgangId }) => automatik(tx).selectFrom('automatik.pruefung').selectAll().where('vorgang_id', '=', vorgangId).executeTakeFirst(),
})

export const automatikTeil: FallTeil = {
  name: 'automatik', rang: 6, bereich: 'seite',
  async laden(c, vorgang) {
    const row = await c.ask(pruefungLesen, { vorgangId: vorgang.id })
    if (!row) return null
    return (
      <Card title="Automatische Entscheidung">
        <p>{row.ergebnis === 'automatisch' ? <Badge tone="success">automatisch entschieden</Badge> : row.stichprobe ? <Badge tone="info">Stichprobe</Badge> : <Badge tone="warning">eine Person entscheidet</Badge>} <DateText instant={row.am} /></p>
        {row.gruende.length > 0 ? <ul class="kern-list kern-list--bullet">{row.gruende.map((grund) => <li key={grund}>{grund}</li>)}</ul> : null}
        <p class="sk-meta">{row.norm}</p>
      </Card>
    )
  },
}
