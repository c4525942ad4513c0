import type { VNode } from 'preact'
import { satz } from '../../domain/meldungen.js'
import { DatumFeld } from '../datum/field.js'
import type { FeldProps } from '../feld.js'

/** Says that day and month may stay empty, because people with such papers cannot know. */
export const GeburtsdatumFeld = (props: FeldProps): VNode => {
  const { frage, lang } = props
  const hilfe = frage.hilfe
    ?? (frage.unvollstaendig === false ? undefined : { de: satz('geburt_hilfe'), en: satz('geburt_hilfe', lang) })
  return <DatumFeld {...props} frage={hilfe === undefined ? frage : { ...frage, hilfe }} geburt />
}
