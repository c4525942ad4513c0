import type { VNode } from 'preact'
import { EuroField } from '../../../../../design/index.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

const euro = (cents: number): string => {
  const ziffern = String(cents).padStart(3, '0')
  return `${ziffern.slice(0, -2)},${ziffern.slice(-2)}`
}

export const BetragFeld = (props: FeldProps): VNode =>
  <EuroField {...feld(props)}
    value={eingetragen(props, undefined, (wert) => (typeof wert === 'number' ? euro(wert) : ''))} />
