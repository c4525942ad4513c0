import type { VNode } from 'preact'
import { DateField } from '../../../../../design/index.js'
import { eingetragen, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

/** Position of a part in the stored ISO date. */
const STELLE = { jahr: 0, monat: 1, tag: 2 } as const

export const DatumFeld = (props: FeldProps & { readonly geburt?: boolean }): VNode => {
  const teil = (name: keyof typeof STELLE): string =>
    eingetragen(props, name, (wert) => (typeof wert === 'string' ? wert.split('-')[STELLE[name]] ?? '' : ''))
  return (
    <DateField {...feld(props)} birthday={props.geburt === true}
      value={{ tag: teil('tag'), monat: teil('monat'), jahr: teil('jahr') }} />
  )
}
