import type { VNode } from 'preact'
import { Checkboxes } from '../../../../../design/index.js'
import { optionenVon } from '../auswahl/field.js'
import { feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

const gewaehlt = ({ pfad, gesendet, wert }: FeldProps): readonly string[] => {
  if (gesendet === undefined) return Array.isArray(wert) ? wert.map(String) : []
  const roh = Object.hasOwn(gesendet, pfad) ? gesendet[pfad] : undefined
  return typeof roh === 'string' ? [roh] : roh ?? []
}

export const MehrfachauswahlFeld = (props: FeldProps): VNode =>
  <Checkboxes {...feld(props)} options={optionenVon(props)} values={gewaehlt(props)} />
