import type { VNode } from 'preact'
import { Radios, SelectField } from '../../../../../design/index.js'
import { wortlaut } from '../../domain/texte.js'
import { eingetragen, feld, Wortlaut } from '../feld.js'
import type { FeldProps } from '../feld.js'

/** From this number on a select list is shorter than the radio buttons are clear. */
const LISTE_AB = 8

export const optionenVon = ({ frage, formular, lang }: FeldProps) =>
  (frage.optionen ?? []).map(({ wert, label, hilfe }) => ({
  value: wert,
  label: <Wortlaut formular={formular} text={label} lang={lang} />,
  ...(hilfe === undefined ? {} : { hint: <Wortlaut formular={formular} text={hilfe} lang={lang} /> }),
}))

export const AuswahlFeld = (props: FeldProps): VNode => {
  const { frage, formular, lang } = props
  if ((frage.optionen ?? []).length < LISTE_AB) {
    return <Radios {...feld(props)} options={optionenVon(props)} value={eingetragen(props)} />
  }
  const options = (frage.optionen ?? []).map(({ wert, label }) =>
    ({ value: wert, label: wortlaut(formular, label, lang) }))
  return <SelectField {...feld(props)} options={options} value={eingetragen(props)} />
}
