import type { ComponentChildren, VNode } from 'preact'
import { useTexts } from '../texts.js'
import { Fieldset } from './frame.js'
import { FieldRow, TextField } from './text.js'

/** The parts of a postal address; each is a field named `<name>.<part>`. */
export interface AddressParts {
  readonly strasse: string
  readonly hausnummer: string
  readonly zusatz: string
  readonly plz: string
  readonly ort: string
  readonly land: string
}

export interface AddressFieldsProps {
  readonly name: string
  readonly legend: ComponentChildren
  readonly hint?: ComponentChildren
  readonly value?: Partial<AddressParts>
  readonly errors?: Partial<Record<keyof AddressParts, string>>
  readonly optional?: boolean
  /** Foreign addresses: shows the country and no longer asks for numbers as postal code. */
  readonly withCountry?: boolean
  /** Section prefix for autocomplete, e.g. `billing`; undefined for the person's own address. */
  readonly section?: 'shipping' | 'billing'
}

const autofill: Record<keyof AddressParts, string> = {
  strasse: 'address-line1',
  hausnummer: 'off',
  zusatz: 'address-line2',
  plz: 'postal-code',
  ort: 'address-level2',
  land: 'country-name',
}

/** A postal address: street and number, supplement, postal code and town. */
export function AddressFields(props: AddressFieldsProps): VNode {
  const t = useTexts()
  const part = (key: keyof AddressParts) => ({
    name: `${props.name}.${key}`,
    value: props.value?.[key] ?? '',
    autocomplete: props.section && autofill[key] !== 'off' ? `${props.section} ${autofill[key]}` : autofill[key],
    optional: props.optional || key === 'zusatz',
    ...(props.errors?.[key] ? { error: props.errors[key] } : {}),
  })
  return (
    <Fieldset grouped legend={props.legend} name={props.name} {...(props.hint ? { hint: props.hint } : {})}>
      <FieldRow>
        <TextField {...part('strasse')} label={t.street} />
        <TextField {...part('hausnummer')} label={t.houseNumber} width={6} />
      </FieldRow>
      <TextField {...part('zusatz')} label={t.addressExtra} />
      <FieldRow>
        <TextField {...part('plz')} label={t.postalCode} width={6} {...(props.withCountry
          ? {} : { inputmode: 'numeric' })} />
        <TextField {...part('ort')} label={t.city} />
      </FieldRow>
      {props.withCountry ? <TextField {...part('land')} label={t.country} width={20} /> : null}
    </Fieldset>
  )
}
