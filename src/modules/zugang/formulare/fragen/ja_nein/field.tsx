import type { VNode } from 'preact'
import { Radios } from '../../../../../design/index.js'
import { satz } from '../../domain/meldungen.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

export const JaNeinFeld = (props: FeldProps): VNode => (
  <Radios {...feld(props)} inline value={eingetragen(props, undefined, (wert) => (wert === true ? 'ja' : 'nein'))}
    options={(['ja', 'nein'] as const).map((value) => ({ value, label: satz(value, props.lang) }))} />
)
