import type { VNode } from 'preact'
import { TextField } from '../../../../../design/index.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

export const KennzeichenFeld = (props: FeldProps): VNode =>
  <TextField width={10} spellcheck={false} autocomplete="off" {...feld(props)} value={eingetragen(props)} />
