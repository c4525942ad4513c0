import type { VNode } from 'preact'
import { Wortlaut } from '../feld.js'
import type { FeldProps } from '../feld.js'
import { Alert } from '../../../../../design/index.js'

const ART = { info: 'info', warnung: 'warning', erfolg: 'success' } as const

/** `label` is the heading of the note, `hilfe` what it says; without `art` it is plain text. */
export const HinweisFeld = ({ frage, formular, lang }: FeldProps): VNode => {
  const titel = <Wortlaut formular={formular} text={frage.label} lang={lang} />
  const text = frage.hilfe === undefined ? null : <p><Wortlaut formular={formular} text={frage.hilfe} lang={lang} /></p>
  if (frage.art === undefined) return <div><h2 class="sk-h2">{titel}</h2>{text}</div>
  return <Alert tone={ART[frage.art]} title={titel}>{text}</Alert>
}
