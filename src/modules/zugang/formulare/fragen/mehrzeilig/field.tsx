import type { VNode } from 'preact'
import { TextareaField } from '../../../../../design/index.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

export const MehrzeiligFeld = (props: FeldProps): VNode =>
  <TextareaField {...feld(props)} value={eingetragen(props)} maxLength={props.frage.maxLaenge ?? 4000} />
