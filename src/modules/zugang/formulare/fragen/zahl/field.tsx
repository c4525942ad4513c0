import type { VNode } from 'preact'
import { NumberField } from '../../../../../design/index.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

export const ZahlFeld = (props: FeldProps): VNode => (
  <NumberField {...feld(props)} value={eingetragen(props, undefined, (wert) => String(wert).replace('.', ','))}
    decimals={(props.frage.nachkommastellen ?? 0) > 0} />
)
