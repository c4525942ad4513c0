import type { VNode } from 'preact'
import { CheckboxField, Fieldset, TextField } from '../../../../../design/index.js'
import { satz } from '../../domain/meldungen.js'
import { eingetragen, fehlerVon, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

const AUTOFILL = { doktorgrad: 'honorific-prefix', vornamen: 'given-name', familienname: 'family-name',
  geburtsname: 'off' } as const

export const NameFeld = (props: FeldProps): VNode => {
  const { frage, pfad, lang } = props
  const { label, hint, error, labelIsTitle, optional } = feld(props)
  // Autofill only for the person who types; the author says with `autocomplete: "off"` that it is somebody else.
  const eigene = frage.autocomplete !== 'off'
  const teil = (name: keyof typeof AUTOFILL, freiwillig = false): VNode => {
    const fehler = fehlerVon(props, name)
    return (
      <TextField name={`${pfad}.${name}`} label={satz(`teil_${name}`, lang)} spellcheck={false}
        value={eingetragen(props, name)}
        autocomplete={eigene ? AUTOFILL[name] : 'off'} optional={freiwillig || optional === true}
        {...(fehler === undefined ? {} : { error: fehler })} />
    )
  }
  return (
    <Fieldset name={pfad} id={`f-${pfad.replaceAll('.', '-')}`} legend={label} legendIsTitle={labelIsTitle === true}
      {...(hint ? { hint } : {})} {...(error ? { error } : {})}>
      {frage.doktorgrad === true ? teil('doktorgrad', true) : null}
      {teil('vornamen')}
      <CheckboxField name={`${pfad}.keineVornamen`} label={satz('teil_keineVornamen', lang)} value="ja" optional
        checked={eingetragen(props, 'keineVornamen') !== ''} />
      {teil('familienname')}
      {frage.geburtsname === true ? teil('geburtsname', true) : null}
    </Fieldset>
  )
}
