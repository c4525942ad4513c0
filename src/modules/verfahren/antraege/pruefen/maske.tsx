import type { VNode } from 'preact'
import { Button, ButtonRow, DateField, dateParts, datePartsToIso, Details, readDateParts, SelectField, TextareaField } from '../../../../design/index.js'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { wert, type Formularzustand, type RequestContext, type Werte } from '../../../../platform/http/route.js'
import { aufgabeErledigen, type Aufgabe } from '../../../grundlagen/aufgaben/index.js'
import type { Maske } from '../../fallbearbeitung/index.js'
import { ANTWORTTAGE } from '../rueckfrage/stellen.js'
import { antragAmFall, type AntragAmFall } from './query.js'

const ERGEBNISSE = [{ wert: 'genehmigen', text: 'Genehmigen' }, { wert: 'ablehnen', text: 'Ablehnen' }, { wert: 'rueckfrage', text: 'Rückfrage stellen' }]
/** Enough for one round; more questions come in the next. */
const ANZAHL = [1, 2, 3] as const

const fehlerAn = ({ fehler }: Formularzustand, feld: string) => { const text = fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }

function Frage({ nr, zustand, bezuege }: { nr: number; zustand: Formularzustand; bezuege: AntragAmFall['bezuege'] }): VNode {
  return (
    <>
      <SelectField name={`bezug${nr}`} label="Worum geht es?" optional emptyLabel="Allgemein" value={wert(zustand.werte, `bezug${nr}`)} options={bezuege.map(({ name, label }) => ({ value: name, label }))} />
      <TextareaField name={`frage${nr}`} label="Frage" optional rows={3} maxLength={2000} value={wert(zustand.werte, `frage${nr}`)} {...fehlerAn(zustand, `frage${nr}`)}
        {...(nr === 1 ? { hint: 'Schreiben Sie, was fehlt und was die Person tun soll.' } : {})} />
    </>
  )
}

interface Vermerkregel {
  readonly label: string; readonly hinweis: string
  /** What is missing when this result comes without a note; undefined: it needs none. */
  fehlt(ergebnis: string): string | undefined
  /** The note is also a variable of the process, for the message to the person and the closing note. */
  readonly alsVariable?: boolean
}

/** Checking an application: decide, or ask. The decision itself is written in the next step. */
export const pruefmaske = maskeMit({
  label: 'Vermerk', hinweis: 'Steht danach in der Akte. Bei einer Ablehnung: die Gründe.',
  fehlt: (ergebnis) => (ergebnis === 'ablehnen' ? 'Bitte schreiben Sie die Gründe der Ablehnung in den Vermerk.' : undefined),
})

/** Taking note of what somebody has told the town: nothing is decided, the note is what the person hears. */
export const vermerkmaske = maskeMit({
  label: 'Was haben Sie eingetragen?', hinweis: 'Ein oder zwei Sätze. Die Person liest sie in ihrem Konto, und sie stehen als Schlussvermerk in der Akte.',
  fehlt: (ergebnis) => (ergebnis === 'rueckfrage' ? undefined : 'Bitte schreiben Sie, was Sie eingetragen haben. Die Person bekommt keinen Bescheid, nur diesen Vermerk.'),
  alsVariable: true,
})

function maskeMit(regel: Vermerkregel): Maske {
  return {
    async render(c, aufgabe, vorgang, zustand) {
      const bezuege = (await c.ask(antragAmFall, { vorgangId: vorgang.id }))?.bezuege ?? []
      const weitereOffen = ANZAHL.slice(1).some((nr) => wert(zustand.werte, `frage${nr}`) !== '')
      const rueckfrageOffen = wert(zustand.werte, 'ergebnis') === 'rueckfrage'
      return (
        <>
          <Details summary="Rückfrage an die antragstellende Person" open={rueckfrageOffen}>
            <Frage nr={1} zustand={zustand} bezuege={bezuege} />
            <Details summary="Weitere Fragen" open={weitereOffen}>{ANZAHL.slice(1).map((nr) => <Frage key={nr} nr={nr} zustand={zustand} bezuege={bezuege} />)}</Details>
            <DateField name="frist" label="Antwort bis" value={readDateParts(zustand.werte, 'frist') ?? dateParts(c.today.add({ days: ANTWORTTAGE }))} {...fehlerAn(zustand, 'frist')} />
          </Details>
          <TextareaField name="vermerk" label={regel.label} hint={regel.hinweis} optional rows={3} maxLength={4000} value={wert(zustand.werte, 'vermerk')} {...fehlerAn(zustand, 'vermerk')} />
          <ButtonRow>
            {(aufgabe.ergebnisse.length > 0 ? aufgabe.ergebnisse : ERGEBNISSE).map(({ wert: value, text }, index) => <Button key={value} name="ergebnis" value={value} variant={index === 0 ? 'primary' : 'secondary'}>{text}</Button>)}
          </ButtonRow>
        </>
      )
    },
    async submit(c, aufgabe, _vorgang, werte) {
      const ergebnis = wert(werte, 'ergebnis')
      const vermerk = wert(werte, 'vermerk')
      const fehlt = vermerk === '' ? regel.fehlt(ergebnis) : undefined
      if (fehlt) throw new Invalid([{ feld: 'vermerk', text: fehlt }])
      const variablen = ergebnis === 'rueckfrage' ? fragenAusFormular(c, werte) : regel.alsVariable ? { vermerk } : {}
      await erledige(c, aufgabe, { ergebnis, variablen, ...(vermerk ? { vermerk } : {}) })
    },
  }
}


async function erledige(c: RequestContext, { id }: Aufgabe, eingabe: { ergebnis: string; variablen: Record<string, unknown>; vermerk?: string }): Promise<void> {
  await c.execute(aufgabeErledigen, { aufgabeId: id, ...eingabe }, c.formToken ? { schluessel: c.formToken } : {})
}

/** The variables that the service `antraege.rueckfrageStellen` reads. @throws Invalid */
function fragenAusFormular(c: RequestContext, werte: Werte): Record<string, unknown> {
  const fehler: Feldfehler[] = []
  const rueckfragen = ANZAHL.map((nr) => ({ frage: wert(werte, `frage${nr}`), bezug: wert(werte, `bezug${nr}`), nr })).filter(({ frage }) => frage !== '')
  if (rueckfragen.length === 0) fehler.push({ feld: 'frage1', text: 'Bitte schreiben Sie die Frage.' })
  for (const { frage, nr } of rueckfragen) if (frage.length > 2000) fehler.push({ feld: `frage${nr}`, text: 'Bitte schreiben Sie höchstens 2.000 Zeichen.' })
  const teile = readDateParts(werte, 'frist')
  const frist = teile ? datePartsToIso(teile) : c.today.add({ days: ANTWORTTAGE }).toString()
  if (!frist || Temporal.PlainDate.compare(frist, c.today) <= 0) fehler.push({ feld: 'frist', text: 'Bitte geben Sie einen Tag ab morgen an, zum Beispiel in zwei Wochen.' })
  if (fehler.length > 0) throw new Invalid(fehler)
  return { rueckfragen: rueckfragen.map(({ frage, bezug }) => ({ frage, ...(bezug ? { bezug } : {}) })), rueckfrageFrist: frist }
}
