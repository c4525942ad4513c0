import { Alert, arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, Formularfelder, LinkButton, SelectField, TextField } from '../../../../design/index.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { beispielAufgabe } from '../beispiel.js'
import type { Aufgabe } from '../aufgabe.js'
import { zielVon } from '../ziel.js'
import { aufgabeWeitergeben, weitergabeAnsehen } from './command.js'

const zurueckZu = (aufgabe: Aufgabe) => zielVon(aufgabe) ?? '/arbeitsplatz'

async function zeigen(c: RequestContext, { werte, fehler, meldung }: Formularzustand): Promise<Reply> {
  const { aufgabe, personen } = await c.ask(weitergabeAnsehen, { aufgabeId: c.params['id'] ?? '' })
  const fehlerAn = (name: string) => { const text = fehler.find(({ feld }) => feld === name)?.text; return text ? { error: text } : {} }
  return arbeitsplatzSeite(c, {
    title: 'Aufgabe weitergeben', preline: `${aufgabe.titel} · ${aufgabe.vorgangsnummer ?? aufgabe.betreff}`, schmal: true, hasErrors: fehler.length > 0 || Boolean(meldung),
    breadcrumb: [{ label: aufgabe.vorgangsnummer ? `Vorgang ${aufgabe.vorgangsnummer}` : 'Aufgaben', href: zurueckZu(aufgabe) }, { label: 'Aufgabe weitergeben' }],
  }, personen.length === 0
    ? <Alert title="Niemand sonst kann diese Aufgabe übernehmen" actions={<LinkButton small variant="secondary" href={zurueckZu(aufgabe)}>Zurück</LinkButton>}><p>In der Gruppe ist gerade keine andere Person. Geben Sie die Aufgabe zurück, dann sieht sie die Leitung als frei.</p></Alert>
    : (
      <form method="post" action={`/arbeitsplatz/aufgaben/${aufgabe.id}/weitergeben`} noValidate class="sk-form">
        <ErrorSummary errors={[...fehler.map(({ feld, text }) => ({ field: feld, text })), ...(meldung ? [{ text: meldung }] : [])]} />
        <Formularfelder c={c} />
        <SelectField name="kontoId" label="An wen?" value={wert(werte, 'kontoId')} emptyLabel="bitte wählen" options={personen.map(({ id, name }) => ({ value: id, label: name }))} {...fehlerAn('kontoId')} />
        <TextField name="grund" label="Warum?" hint="Ein Satz genügt. Er steht im Verlauf des Vorgangs." value={wert(werte, 'grund')} maxLength={500} {...fehlerAn('grund')} />
        <ButtonRow><Button>Weitergeben</Button><LinkButton variant="tertiary" href={zurueckZu(aufgabe)}>Abbrechen</LinkButton></ButtonRow>
      </form>
    ))
}

/** Handing a task to a colleague. */
export const routes: readonly Route[] = form({
  path: '/arbeitsplatz/aufgaben/:id/weitergeben', access: access.staff('aufgabe.bearbeiten'), show: zeigen, beispiel: beispielAufgabe('/weitergeben'),
  async submit(c, werte) {
    const { aufgabe, personen } = await c.ask(weitergabeAnsehen, { aufgabeId: c.params['id'] ?? '' })
    const kontoId = wert(werte, 'kontoId')
    await c.execute(aufgabeWeitergeben, { aufgabeId: aufgabe.id, kontoId, grund: wert(werte, 'grund') }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect(zurueckZu(aufgabe), { hinweis: `Die Aufgabe liegt jetzt bei ${personen.find(({ id }) => id === kontoId)?.name ?? 'der gewählten Person'}.` })
  },
})
