import type { VNode } from 'preact'
import { EmailField } from '../../../../../design/index.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

export const EmailFeld = (props: FeldProps): VNode => <EmailField {...feld(props)} value={eingetragen(props)} />
