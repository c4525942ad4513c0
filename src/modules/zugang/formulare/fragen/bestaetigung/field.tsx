import type { VNode } from 'preact'
import { CheckboxField } from '../../../../../design/index.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

/** Never the heading of a page: the text to agree to belongs to the box. */
export const BestaetigungFeld = (props: FeldProps): VNode =>
  <CheckboxField {...feld({ ...props, alsTitel: false })} value="ja" checked={eingetragen(props) !== ''} />
