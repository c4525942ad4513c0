import type { VNode } from 'preact'
import { FieldRow, Fieldset, Radios, TextField } from '../../../../../design/index.js'
import type { FieldWidth } from '../../../../../design/index.js'
import { satz } from '../../domain/meldungen.js'
import { eingetragen, fehlerVon, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'
import { artenVon } from './typ.js'

const AUTOFILL: Readonly<Record<string, string>> = {
  strasse: 'address-line1', zusatz: 'address-line2', plz: 'postal-code', ort: 'address-level2', staat: 'country-name',
}
const BREITE: Readonly<Record<string, FieldWidth>> = { hausnummer: 6, plz: 6, postfach: 10, staat: 20 }

/** Without script all parts of the allowed kinds are there; what does not fit the chosen kind is reported, not lost. */
export const AnschriftFeld = (props: FeldProps): VNode => {
  const { frage, pfad, lang } = props
  const arten = artenVon(frage)
  const { label, hint, error, labelIsTitle, optional } = feld(props)
  const eigene = frage.autocomplete !== 'off'
  const teil = (name: string, pflicht = false): VNode => {
    const fehler = fehlerVon(props, name)
    const width = BREITE[name]
    return (
      <TextField name={`${pfad}.${name}`} label={satz(`teil_${name}`, lang)} value={eingetragen(props, name)}
        autocomplete={eigene ? AUTOFILL[name] ?? 'off' : 'off'} optional={!pflicht || optional === true}
        {...(width === undefined ? {} : { width })} {...(fehler === undefined ? {} : { error: fehler })} />
    )
  }
  const nurEine = arten.length === 1
  const artFehler = fehlerVon(props, 'art')
  const strasse = arten.includes('strasse') || arten.includes('ausland')
  return (
    <Fieldset name={pfad} id={`f-${pfad.replaceAll('.', '-')}`} legend={label} legendIsTitle={labelIsTitle === true}
      {...(hint ? { hint } : {})} {...(error ? { error } : {})}>
      {nurEine ? null : (
        <Radios name={`${pfad}.art`} label={satz('teil_art', lang)} value={eingetragen(props, 'art')}
          optional={optional === true}
          options={arten.map((art) => ({ value: art, label: satz(`art_${art}`, lang) }))}
          {...(artFehler === undefined ? {} : { error: artFehler })} />
      )}
      {strasse ? <FieldRow>{teil('strasse', nurEine)}{teil('hausnummer')}</FieldRow> : null}
      {arten.includes('strasse') ? teil('ortsteil') : null}
      {arten.includes('postfach') ? teil('postfach', nurEine) : null}
      {teil('zusatz')}
      <FieldRow>{teil('plz', nurEine && arten[0] !== 'ausland' && arten[0] !== 'ofw')}{teil('ort', true)}</FieldRow>
      {arten.includes('ausland') ? teil('staat', nurEine) : null}
    </Fieldset>
  )
}
