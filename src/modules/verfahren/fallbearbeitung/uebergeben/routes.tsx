import type { ComponentChildren } from 'preact'
import { Alert, arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, Formularfelder, LinkButton, Radios, SelectField, TextareaField, TextField } from '../../../../design/index.js'
import { isUuid } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { vorgangBeispiel, vorgangSehen, type Vorgang } from '../../../akte/akten/index.js'
import { BEFANGENHEIT, befangenheitErklaeren, HOECHSTENS } from '../befangenheit/command.js'
import { uebergabeAnsehen, vorgangUebergeben } from './command.js'

const nummerAus = (c: RequestContext): string => (c.params['nr'] ?? '').slice(0, 40)
const einmal = (c: RequestContext) => (c.formToken ? { schluessel: c.formToken } : {})
const fehlerAn = ({ fehler }: Formularzustand, feld: string): { error?: string } => { const text = fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }

function seite(c: RequestContext, zustand: Formularzustand, vorgang: Vorgang, { titel, verb, knopf, felder }: { titel: string; verb: string; knopf: string; felder: ComponentChildren }): Reply {
  const pfad = `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`
  return arbeitsplatzSeite(c, {
    title: titel, preline: `${vorgang.vorgangsnummer} · ${vorgang.betreff}`, schmal: true, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung),
    breadcrumb: [{ label: `Vorgang ${vorgang.vorgangsnummer}`, href: pfad }, { label: titel }],
  }, (
    <form method="post" action={`${pfad}/${verb}`} class="sk-form" noValidate>
      <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <Formularfelder c={c} />
      {felder}
      <ButtonRow><Button>{knopf}</Button><LinkButton variant="tertiary" href={pfad}>Abbrechen</LinkButton></ButtonRow>
    </form>
  ))
}

/** Giving work away: because one is partial, or because another unit is responsible. */
export const abgabeRoutes: readonly Route[] = [
  ...form({
    path: '/arbeitsplatz/vorgaenge/:nr/befangenheit', access: access.staff('vorgang.bearbeiten'), beispiel: vorgangBeispiel('/befangenheit'),
    async show(c, zustand) {
      return seite(c, zustand, await c.ask(vorgangSehen, { nummer: nummerAus(c) }), {
        titel: 'Befangenheit erklären', verb: 'befangenheit', knopf: 'Ich bin befangen', felder: (
          <>
            <Alert tone="warning" title="Danach sehen Sie den Vorgang nicht mehr"><p>Ihre Aufgaben daran werden frei. Die Leitung gibt sie jemand anderem. Sie können das nicht selbst zurücknehmen.</p></Alert>
            <Radios name="art" label="Warum dürfen Sie den Vorgang nicht bearbeiten?" value={wert(zustand.werte, 'art')} options={Object.entries(BEFANGENHEIT).map(([value, { text, norm }]) => ({ value, label: text, hint: norm }))} {...fehlerAn(zustand, 'art')} />
            <TextareaField name="grund" label="Möchten Sie etwas dazu sagen?" hint="Das liest nur, wer den Vorgang sehen darf." optional rows={3} maxLength={HOECHSTENS} value={wert(zustand.werte, 'grund')} {...fehlerAn(zustand, 'grund')} />
          </>
        ),
      })
    },
    async submit(c, werte) {
      const { id: vorgangId, vorgangsnummer } = await c.ask(vorgangSehen, { nummer: nummerAus(c) })
      await c.execute(befangenheitErklaeren, { vorgangId, art: wert(werte, 'art'), grund: wert(werte, 'grund') }, einmal(c))
      return redirect('/arbeitsplatz', { hinweis: `Sie bearbeiten den Vorgang ${vorgangsnummer} nicht mehr. Die Leitung ist informiert.` })
    },
  }),
  ...form({
    path: '/arbeitsplatz/vorgaenge/:nr/uebergeben', access: access.staff('aufgabe.zuweisen'), beispiel: vorgangBeispiel('/uebergeben'),
    async show(c, zustand) {
      const { vorgang, einheiten } = await c.ask(uebergabeAnsehen, { nummer: nummerAus(c) })
      return seite(c, zustand, vorgang, {
        titel: 'An eine andere Einheit geben', verb: 'uebergeben', knopf: 'Vorgang übergeben', felder: (
          <>
            <SelectField name="einheitId" label="Wer ist zuständig?" value={wert(zustand.werte, 'einheitId')} options={einheiten.map(({ id, kuerzel, name }) => ({ value: id, label: `${kuerzel} ${name}` }))} {...fehlerAn(zustand, 'einheitId')} />
            <TextField name="grund" label="Warum?" hint="Ein Satz genügt. Er steht im Verlauf des Vorgangs." maxLength={500} value={wert(zustand.werte, 'grund')} {...fehlerAn(zustand, 'grund')} />
          </>
        ),
      })
    },
    async submit(c, werte) {
      const { vorgang, einheiten } = await c.ask(uebergabeAnsehen, { nummer: nummerAus(c) })
      const einheitId = wert(werte, 'einheitId')
      if (!isUuid(einheitId)) throw new Invalid([{ feld: 'einheitId', text: 'Bitte wählen Sie eine Einheit.' }])
      await c.execute(vorgangUebergeben, { vorgangId: vorgang.id, einheitId, grund: wert(werte, 'grund') }, einmal(c))
      return redirect('/arbeitsplatz', { hinweis: `Der Vorgang ${vorgang.vorgangsnummer} liegt jetzt bei ${einheiten.find(({ id }) => id === einheitId)?.name ?? 'der anderen Einheit'}.` })
    },
  }),
]
