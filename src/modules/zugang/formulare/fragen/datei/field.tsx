import type { VNode } from 'preact'
import { CheckboxField, FileField } from '../../../../../design/index.js'
import { satz } from '../../domain/meldungen.js'
import { eingetragen, fehlerVon, feld } from '../feld.js'
import type { FeldProps } from '../feld.js'
import { FORMATE, formateVon, STANDARD_BYTES } from './typ.js'

/** Name of the button that takes a file away again; its value is the id of the upload. */
export const DATEI_ENTFERNEN = '_dateiEntfernen'

const dauer = (iso: string, lang: string): string => {
  const { years, months, weeks, days } = Temporal.Duration.from(iso)
  const teile = [[years, 'year'], [months, 'month'], [weeks, 'week'], [days, 'day']] as const
  return teile.filter(([zahl]) => zahl > 0)
    .map(([zahl, unit]) =>
      new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(zahl)).join(' ')
}

export const DateiFeld = (props: FeldProps): VNode => {
  const { frage, pfad, uploads, lang } = props
  const { hint, ...rest } = feld(props)
  const formate = formateVon(frage)
  const meldungen = props.fehler.filter(({ feld }) => feld === pfad).map(({ text }) => text).join(' ')
  const hinweise = [
    frage.maxAlter === undefined ? '' : satz('datei_alter', lang, { grenze: dauer(frage.maxAlter, lang) }),
    frage.original === true ? satz('original', lang) : '',
  ].filter((text) => text !== '').join(' ')
  const fehlerNachreichen = fehlerVon(props, 'nachreichen')
  return (
    <>
      <FileField {...rest} {...(meldungen === '' ? {} : { error: meldungen })} multiple={(frage.maxAnzahl ?? 1) > 1}
        hint={hint || hinweise !== '' ? <>{hint}{hint && hinweise !== '' ? ' ' : ''}{hinweise}</> : undefined}
        accept={formate.map((format) => FORMATE[format]?.endungen
          ?? '').join(',')} typesText={formate.join(', ').toUpperCase()}
        maxBytes={frage.maxBytes ?? STANDARD_BYTES} removeName={DATEI_ENTFERNEN}
        files={uploads.filter(({ slot }) => slot === frage.name)
          .map(({ id, dateiname, bytes, pruefstatus, href }) => ({ id, name: dateiname, size: bytes, ...(href ? { href } : {}),
            status: pruefstatus === 'sauber' ? 'geprueft' as const : 'ungeprueft' as const }))} />
      {frage.nachreichbar === true ? (
        <CheckboxField name={`${pfad}.nachreichen`} label={satz('nachreichen', lang)} value="ja" optional
          checked={eingetragen(props, 'nachreichen') !== ''}
          {...(fehlerNachreichen === undefined ? {} : { error: fehlerNachreichen })} />
      ) : null}
    </>
  )
}
