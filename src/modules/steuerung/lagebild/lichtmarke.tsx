import type { VNode } from 'preact'
import { Badge } from '../../../design/index.js'
import { Ampelmarke } from '../berichte/index.js'
import type { Licht } from './domain/filter.js'
import { lichtwort } from './worte.js'

/** The light of a month as everywhere in the reports; what was not asked for is not shown as missing. */
export function Lichtmarke({ licht }: { licht: Licht | undefined }): VNode {
  if (licht === undefined) return <span class="sk-muted">nicht gefragt</span>
  if (licht === 'offen') return <Badge icon="clock">{lichtwort(licht)}</Badge>
  return <Ampelmarke ampel={licht === 'fehlt' ? null : licht} />
}
