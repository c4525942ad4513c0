import type { VNode } from 'preact'
import { Button, Fieldset } from '../../../../../design/index.js'
import { isObject } from '../../domain/formular.js'
import { satz } from '../../domain/meldungen.js'
import { ENTFERNEN, HINZUFUEGEN } from '../../domain/seite.js'
import { feld } from '../feld.js'
import type { FeldProps } from '../feld.js'

/** Every entry is a fieldset of its own; adding and removing are submit buttons, so nothing is lost without script. */
export const GruppeFeld = (props: FeldProps): VNode => {
  const { frage, pfad, lang, wert, anzahl, gesendet, Frage } = props
  const { label, hint, error, labelIsTitle } = feld(props)
  const eintraege = Array.isArray(wert) ? wert : []
  const posted = gesendet === undefined ? 0 : Object.keys(gesendet).filter((name) => name.startsWith(`${pfad}.`))
    .map((name) => Number(name.slice(pfad.length + 1).split('.')[0]) + 1).reduce((a, b) => Math.max(a, b), 0)
  const zahl = Math.min(Math.max(anzahl[frage.name] ?? 1, eintraege.length, posted, 1), (frage.maxAnzahl ?? 10) + 1)
  return (
    <Fieldset name={pfad} id={`f-${pfad}`} legend={label} legendIsTitle={labelIsTitle === true}
      {...(hint ? { hint } : {})} {...(error ? { error } : {})}>
      {Array.from({ length: zahl }, (_, index) => {
        const eintrag = eintraege[index]
        const titel = satz('eintrag', lang, { nummer: index + 1 })
        return (
          <Fieldset key={index} id={`f-${pfad}-${index}`} legend={titel}>
            {(frage.fragen ?? []).map((innen) => (
              <Frage {...props} key={innen.name} frage={innen} pfad={`${pfad}.${index}.${innen.name}`} alsTitel={false}
                wert={isObject(eintrag) ? eintrag[innen.name] : undefined} />
            ))}
            {zahl > 1 ? (
              <Button variant="tertiary" small name={ENTFERNEN} value={`${pfad}.${index}`} context={titel}
                formNoValidate>
                {satz('entfernen', lang)}
              </Button>
            ) : null}
          </Fieldset>
        )
      })}
      {zahl < (frage.maxAnzahl ?? 10) ? (
        <Button variant="secondary" name={HINZUFUEGEN} value={pfad} formNoValidate>{satz('weitere', lang)}</Button>
      ) : null}
    </Fieldset>
  )
}
