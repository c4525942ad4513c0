import type { ComponentChildren } from 'preact'
import { arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, Formularfelder, LinkButton, Radios, TextareaField, TextField } from '../../../../design/index.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { vorgangBeispiel, vorgangSehen, type Vorgang } from '../../../akte/akten/index.js'
import { vonAnhoerungAbsehen } from '../absehen/command.js'
import { anhoeren } from '../anhoeren/command.js'
import { anhoerungsantwortErfassen } from '../antworten/command.js'
import { ANHOERUNGSTAGE, AUSNAHMEN } from '../domain/ausnahmen.js'

const VORSCHLAG = 'Sie haben am … beantragt: …\n\nWir beabsichtigen, den Antrag abzulehnen. Die Gründe sind:\n\n'
const fehlerAn = ({ fehler }: Formularzustand, feld: string): { error?: string } => { const text = fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }
const vorgangVon = (c: RequestContext): Promise<Vorgang> => c.ask(vorgangSehen, { nummer: (c.params['nr'] ?? '').slice(0, 40) })

interface Seite { readonly titel: string; readonly verb: string; readonly knopf: string; readonly einleitung: string; felder(c: RequestContext, zustand: Formularzustand): ComponentChildren; submit(c: RequestContext, vorgang: Vorgang, werte: Werte): Promise<string> }

/** One form about one Vorgang that leads back to it. */
function amVorgang({ titel, verb, knopf, einleitung, felder, submit }: Seite): Route[] {
  return form({
    path: `/arbeitsplatz/vorgaenge/:nr/${verb}`, access: access.staff('bescheid.entwerfen'), beispiel: vorgangBeispiel(`/${verb}`),
    async show(c, zustand): Promise<Reply> {
      const vorgang = await vorgangVon(c)
      const pfad = `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`
      return arbeitsplatzSeite(c, {
        title: titel, preline: `${vorgang.vorgangsnummer} · ${vorgang.betreff}`, schmal: true, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung),
        breadcrumb: [{ label: `Vorgang ${vorgang.vorgangsnummer}`, href: pfad }, { label: titel }],
      }, (
        <form method="post" action={`${pfad}/${verb}`} class="sk-form" noValidate>
          <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
          <p class="sk-lead">{einleitung}</p>
          <Formularfelder c={c} />
          {felder(c, zustand)}
          <ButtonRow><Button>{knopf}</Button><LinkButton variant="tertiary" href={pfad}>Abbrechen</LinkButton></ButtonRow>
        </form>
      ))
    },
    async submit(c, werte) {
      const vorgang = await vorgangVon(c)
      return redirect(`/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`, { hinweis: await submit(c, vorgang, werte) })
    },
  })
}

const einmal = (c: RequestContext) => (c.formToken ? { schluessel: c.formToken } : {})
const eingegeben = ({ werte }: Formularzustand) => Object.keys(werte).length > 0

export const anhoerungRoutes: readonly Route[] = [
  ...amVorgang({
    titel: 'Person anhören', verb: 'anhoerung', knopf: 'Anhörung verschicken', einleitung: 'Die Person bekommt ein Schreiben auf dem Weg, den sie gewählt hat, und kann antworten. Vorher wird nicht entschieden.',
    felder: (c, zustand) => (
      <>
        <TextareaField name="text" label="Was beabsichtigen Sie, und warum?" hint="Nennen Sie alle Tatsachen, auf die es ankommt. Wie und bis wann man antwortet, steht automatisch darunter." rows={10} maxLength={20_000}
          value={eingegeben(zustand) ? wert(zustand.werte, 'text') : VORSCHLAG} {...fehlerAn(zustand, 'text')} />
        <TextField name="frist" type="date" width={10} label="Antwort bis" hint="Rechnen Sie die Zeit für den Brief mit." value={eingegeben(zustand) ? wert(zustand.werte, 'frist') : c.today.add({ days: ANHOERUNGSTAGE }).toString()} {...fehlerAn(zustand, 'frist')} />
      </>
    ),
    async submit(c, { id: vorgangId }, werte) {
      const [text, frist] = [wert(werte, 'text'), wert(werte, 'frist')]
      if (text.includes('…')) throw new Invalid([{ feld: 'text', text: 'Im Text sind noch Stellen offen (…). Bitte füllen Sie sie aus.' }])
      if (!/^\d{4}-\d{2}-\d{2}$/.test(frist)) throw new Invalid([{ feld: 'frist', text: 'Bitte geben Sie einen Tag an.' }])
      await c.execute(anhoeren, { vorgangId, text, frist }, einmal(c))
      return 'Die Anhörung ist unterwegs.'
    },
  }),
  ...amVorgang({
    titel: 'Von der Anhörung absehen', verb: 'anhoerung/absehen', knopf: 'Ohne Anhörung weiter', einleitung: 'Das Gesetz lässt es nur in diesen Fällen zu. Wer den Bescheid zeichnet, liest Ihre Begründung.',
    felder: (_c, zustand) => (
      <>
        <Radios name="ausnahme" label="Warum entfällt die Anhörung?" value={wert(zustand.werte, 'ausnahme')} options={Object.entries(AUSNAHMEN).map(([value, { text, norm }]) => ({ value, label: text, hint: norm }))} {...fehlerAn(zustand, 'ausnahme')} />
        <TextareaField name="grund" label="Begründung für diesen Fall" rows={4} maxLength={4000} value={wert(zustand.werte, 'grund')} {...fehlerAn(zustand, 'grund')} />
      </>
    ),
    async submit(c, { id: vorgangId }, werte) {
      await c.execute(vonAnhoerungAbsehen, { vorgangId, ausnahme: wert(werte, 'ausnahme'), grund: wert(werte, 'grund') }, einmal(c))
      return 'Sie sehen von der Anhörung ab. Die Begründung steht beim Vorgang.'
    },
  }),
  ...amVorgang({
    titel: 'Antwort auf die Anhörung erfassen', verb: 'anhoerung/antwort', knopf: 'Antwort speichern', einleitung: 'Für eine Antwort mit der Post, am Telefon oder am Schalter. Einen Brief legen Sie zusätzlich als Dokument ab.',
    felder: (_c, zustand) => <TextareaField name="text" label="Was hat die Person geantwortet?" rows={6} maxLength={20_000} value={wert(zustand.werte, 'text')} {...fehlerAn(zustand, 'text')} />,
    async submit(c, { id: vorgangId }, werte) {
      await c.execute(anhoerungsantwortErfassen, { vorgangId, text: wert(werte, 'text') }, einmal(c))
      return 'Die Antwort ist gespeichert.'
    },
  }),
]
