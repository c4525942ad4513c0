import { Button, ButtonRow, TextareaField } from '../../../../design/index.js'
import { wert } from '../../../../platform/http/route.js'
import { aufgabeErledigen } from '../../../grundlagen/aufgaben/index.js'
import { registerMaske, type Maske } from '../registrierung.js'

const fehlerAn = (fehler: readonly { feld: string; text: string }[], feld: string) => { const text = fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }

/** The mask for every task that needs no fields of its own: a note and one button per result of the model. */
export const allgemeineMaske: Maske = {
  async render(_c, aufgabe, _vorgang, zustand) {
    const ergebnisse = aufgabe.ergebnisse.length > 0 ? aufgabe.ergebnisse : [{ wert: 'erledigt', text: 'Erledigt' }]
    return (
      <>
        <TextareaField name="vermerk" label="Vermerk" hint="Steht danach in der Akte." value={wert(zustand.werte, 'vermerk')} rows={3} maxLength={4000} optional {...fehlerAn(zustand.fehler, 'vermerk')} />
        <ButtonRow>
          {ergebnisse.map(({ wert: value, text }, index) => <Button key={value} name="ergebnis" value={value} variant={index === 0 ? 'primary' : 'secondary'}>{text}</Button>)}
        </ButtonRow>
      </>
    )
  },
  async submit(c, aufgabe, _vorgang, werte) {
    const vermerk = wert(werte, 'vermerk')
    await c.execute(aufgabeErledigen, { aufgabeId: aufgabe.id, ergebnis: wert(werte, 'ergebnis'), ...(vermerk ? { vermerk } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
  },
}

registerMaske('allgemein', allgemeineMaske)
registerMaske('wiedervorlage', allgemeineMaske)
