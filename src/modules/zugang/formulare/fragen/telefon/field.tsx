import type { VNode } from 'preact'
import { TelField } from '../../../../../design/index.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

export const TelefonFeld = (props: FeldProps): VNode => <TelField {...feld(props)} value={eingetragen(props)} />
