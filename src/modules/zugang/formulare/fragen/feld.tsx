import type { ComponentChildren, VNode } from 'preact'
import type { Fehler, Formular, Frage, JsonWert, Text, Upload } from '../domain/formular.js'
import { isObject } from '../domain/formular.js'
import type { Gesendet } from '../domain/eingabe.js'
import { setze } from '../domain/texte.js'
import type { FieldProps } from '../../../../design/index.js'

/** What the field of a question gets. `pfad` is the name of its inputs, which the error paths repeat. */
export interface FeldProps {
  readonly frage: Frage
  readonly pfad: string
  readonly formular: Formular
  readonly lang: string
  readonly wert: JsonWert | undefined
  /** What was posted, when the page comes back with errors: people get their own typing, not our reading of it. */
  readonly gesendet: Gesendet | undefined
  readonly fehler: readonly Fehler[]
  readonly uploads: readonly Upload[]
  readonly anzahl: Readonly<Record<string, number>>
  /** The only question of its page: its label is the heading of the page. */
  readonly alsTitel: boolean
  readonly Frage: (props: FeldProps) => VNode
}

/** A text in the page; marked with its language where that is not the language of the page (A9-07). */
export const Wortlaut = ({ formular, text, lang }: { formular: Formular, text: Text, lang: string }): VNode => {
  const gesetzt = setze(formular.texte, text, lang)
  const absaetze = gesetzt.text.split(/\n{2,}/u)
  const inhalt: ComponentChildren = absaetze.length === 1 ? gesetzt.text
    : absaetze.flatMap((absatz, index) =>
        (index === 0 ? [absatz] : [<br key={index} />, <br key={`${index}b`} />, absatz]))
  return gesetzt.lang === lang ? <>{inhalt}</> : <span lang={gesetzt.lang}>{inhalt}</span>
}

/** What stands in an input: what was typed, else the stored value. */
export const eingetragen = ({ pfad, gesendet, wert }: FeldProps, teil?: string, ausWert?: (wert: JsonWert) =>
  string): string => {
  const feld = teil === undefined ? pfad : `${pfad}.${teil}`
  if (gesendet !== undefined) {
    const roh = Object.hasOwn(gesendet, feld) ? gesendet[feld] : undefined
    return typeof roh === 'string' ? roh : roh?.[0] ?? ''
  }
  if (wert === undefined || wert === null) return ''
  if (ausWert !== undefined) return ausWert(wert)
  const stueck = teil === undefined ? wert : isObject(wert) ? wert[teil] : undefined
  return typeof stueck === 'string' || typeof stueck === 'number' ? String(stueck) : stueck === true ? 'ja' : ''
}

export const fehlerVon = ({ fehler, pfad }: FeldProps, teil?: string): string | undefined =>
  fehler.find(({ feld }) => feld === (teil === undefined ? pfad : `${pfad}.${teil}`))?.text

/** The common properties of a field of the design system. */
export const feld = (props: FeldProps): FieldProps => {
  const { frage, pfad, formular, lang, alsTitel } = props
  const error = fehlerVon(props)
  return {
    name: pfad,
    label: <Wortlaut formular={formular} text={frage.label} lang={lang} />,
    optional: frage.pflicht !== true,
    labelIsTitle: alsTitel,
    ...(frage.hilfe === undefined ? {} : { hint: <Wortlaut formular={formular} text={frage.hilfe} lang={lang} /> }),
    ...(error === undefined ? {} : { error }),
    ...(frage.autocomplete === undefined ? {} : { autocomplete: frage.autocomplete }),
  }
}
