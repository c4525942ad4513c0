import type { VNode } from 'preact'
import { TextField } from '../../../../../design/index.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

export const TextFeld = (props: FeldProps): VNode => <TextField {...feld(props)} value={eingetragen(props)} />
