import { Alert, Button, ButtonRow, ErrorSummary, Formularfelder, portalSeite, Radios } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { STUFEN, TESTPERSONEN } from './personen.js'

const Hinweis = () => (
  <Alert tone="info" title="Nutzerkonto-Simulator"><p>Diese Seite spielt ein Nutzerkonto. Alle Personen sind erfunden. In einer echten Stadt gibt es sie nicht.</p></Alert>
)

/** The simulated provider asks who somebody is and how surely. It can also do less than it was asked for. */
export function anmeldeseite(c: RequestContext, verlangt: readonly string[], zustand: Formularzustand): Reply {
  const fehler = (feld: string) => { const text = zustand.fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }
  const vorschlag = STUFEN.find(({ wort }) => verlangt.includes(wort))?.wort
  return portalSeite(c, { title: 'Nutzerkonto-Simulator', robots: 'noindex', hasErrors: zustand.fehler.length > 0 }, (
    <div class="sk-form-page">
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      <h1 class="sk-h1">Beim Nutzerkonto anmelden</h1>
      <Hinweis />
      <p>{c.mandant.name} möchte wissen, wer Sie sind.{vorschlag ? ` Die Stadt verlangt mindestens: ${STUFEN.find(({ wort }) => wort === vorschlag)?.text ?? vorschlag}.` : ''}</p>
      <form method="post" action={`${c.path}${c.url.search}`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <Radios name="person" label="Als wen melden Sie sich an?" value={wert(zustand.werte, 'person')} options={TESTPERSONEN.map(({ id, text }) => ({ value: id, label: text }))} {...fehler('person')} />
        <Radios name="stufe" label="Womit weisen Sie sich aus?" value={wert(zustand.werte, 'stufe') || (vorschlag ?? '')} options={STUFEN.map(({ wort, text }) => ({ value: wort, label: text }))} {...fehler('stufe')} />
        <ButtonRow><Button>Anmelden</Button><Button name="_aktion" value="abbrechen" variant="secondary" formNoValidate>Abbrechen</Button></ButtonRow>
      </form>
    </div>
  ))
}

/** Opened without a request of the town. */
export const leerseite = (c: RequestContext): Reply => portalSeite(c, { title: 'Nutzerkonto-Simulator', robots: 'noindex' }, (
  <>
    <h1 class="sk-h1">Nutzerkonto-Simulator</h1>
    <Hinweis />
    <p>Hierher kommen Sie, wenn Sie sich bei der Stadt mit dem Nutzerkonto-Simulator anmelden. <a href="/anmelden">Zur Anmeldung</a></p>
  </>
))

export const abgemeldetSeite = (c: RequestContext): Reply => portalSeite(c, { title: 'Abgemeldet beim Nutzerkonto-Simulator', robots: 'noindex' }, (
  <>
    <h1 class="sk-h1">Sie sind beim Nutzerkonto abgemeldet</h1>
    <Hinweis />
    <p><a href="/">Zurück zur Stadt</a></p>
  </>
))
