import { arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, Formularfelder, LinkButton } from '../../../../design/index.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { vorgangBeispiel, vorgangSehen } from '../../../akte/akten/index.js'
import { stellenBeteiligen } from './command.js'
import { BeteiligenFelder, beteiligenEingabe } from './felder.js'
import { beteiligungVorschlagen, type Beteiligungsvorschlag } from './query.js'

/** What was posted, with the mistakes that the command could only answer without naming a field. @throws Invalid */
export function pruefeEingabe(werte: Werte, stand: Beteiligungsvorschlag): ReturnType<typeof beteiligenEingabe> {
  if (wert(werte, 'frage').length > 3000) throw new Invalid([{ feld: 'frage', text: 'Das ist zu lang. Bitte schreiben Sie höchstens 3.000 Zeichen.' }])
  const eingabe = beteiligenEingabe(werte, stand)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(eingabe.frist)) throw new Invalid([{ feld: 'frist', text: 'Bitte geben Sie den Tag an, bis zu dem Sie die Stellungnahmen brauchen.' }])
  return eingabe
}

async function vorschlag(c: RequestContext): Promise<Beteiligungsvorschlag> {
  const { id: vorgangId } = await c.ask(vorgangSehen, { nummer: (c.params['nr'] ?? '').slice(0, 40) })
  return c.ask(beteiligungVorschlagen, { vorgangId })
}

async function zeigen(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const stand = await vorschlag(c)
  const { vorgang } = stand
  const pfad = `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`
  return arbeitsplatzSeite(c, {
    title: 'Fachstellen beteiligen', preline: `${vorgang.vorgangsnummer} · ${vorgang.betreff}`, schmal: true, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung),
    breadcrumb: [{ label: `Vorgang ${vorgang.vorgangsnummer}`, href: pfad }, { label: 'Fachstellen beteiligen' }],
  }, (
    <form method="post" action={`${pfad}/beteiligen`} class="sk-form" noValidate>
      <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <Formularfelder c={c} />
      <BeteiligenFelder stand={stand} zustand={zustand} today={c.today} ebene={2} />
      <ButtonRow><Button>Um Stellungnahme bitten</Button><LinkButton variant="tertiary" href={pfad}>Abbrechen</LinkButton></ButtonRow>
    </form>
  ))
}

/** Asking other units about any Vorgang, also where its process has no step for it. */
export const einholenRoutes: readonly Route[] = form({
  path: '/arbeitsplatz/vorgaenge/:nr/beteiligen', access: access.staff('vorgang.bearbeiten'), beispiel: vorgangBeispiel('/beteiligen'), show: zeigen,
  async submit(c, werte) {
    const stand = await vorschlag(c)
    const { beteiligungIds } = await c.execute(stellenBeteiligen, { vorgangId: stand.vorgang.id, ...pruefeEingabe(werte, stand) }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect(`/arbeitsplatz/vorgaenge/${stand.vorgang.vorgangsnummer}`, { hinweis: beteiligungIds.length === 1 ? 'Eine Stelle ist um Stellungnahme gebeten.' : `${beteiligungIds.length} Stellen sind um Stellungnahme gebeten.` })
  },
})
