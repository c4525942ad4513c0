import type { VNode } from 'preact'
import { IbanField } from '../../../../../design/index.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'
import { gruppiert } from './pruefziffer.js'

export const IbanFeld = (props: FeldProps): VNode =>
  <IbanField {...feld(props)} value={eingetragen(props, undefined, (wert) => gruppiert(String(wert)))} />
