import type { ComponentChildren } from 'preact'
import { Alert, arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, Formularfelder, LinkButton, TextareaField, TextField } from '../../../../design/index.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, action, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { vorgangSehen, type Vorgang } from '../../../akte/akten/index.js'
import { vollstaendigkeitFeststellen } from '../beginnen/command.js'
import { fiktionBeispiel } from '../beispiel.js'
import { bescheinigungVerlangen, bescheinigungVerschicken } from '../bescheinigen/command.js'
import type { Fiktion } from '../fiktion.js'
import { ruhenBeenden } from '../ruhen/ruhen.js'
import { fiktionsfristVerlaengern, keineVerlaengerung } from '../verlaengern/command.js'
import { fiktionLesen } from './query.js'

const PFAD = '/arbeitsplatz/vorgaenge/:nr/genehmigungsfiktion'
const einmal = (c: RequestContext) => (c.formToken ? { schluessel: c.formToken } : {})
const fehlerAn = ({ fehler }: Formularzustand, feld: string): { error?: string } => { const text = fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }
const vorgangVon = (c: RequestContext): Promise<Vorgang> => c.ask(vorgangSehen, { nummer: (c.params['nr'] ?? '').slice(0, 40) })
const zurueck = ({ vorgangsnummer }: Vorgang) => `/arbeitsplatz/vorgaenge/${vorgangsnummer}`

async function lage(c: RequestContext): Promise<{ vorgang: Vorgang; row: Fiktion | undefined }> {
  const vorgang = await vorgangVon(c)
  return { vorgang, row: await c.ask(fiktionLesen, { vorgangId: vorgang.id }) }
}

function seite(c: RequestContext, zustand: Formularzustand, { vorgang }: { vorgang: Vorgang }, inhalt: { titel: string; verb: string; knopf: string; hindernis?: string; felder: ComponentChildren }): Reply {
  const pfad = zurueck(vorgang)
  return arbeitsplatzSeite(c, {
    title: inhalt.titel, preline: `${vorgang.vorgangsnummer} · ${vorgang.betreff}`, schmal: true, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung),
    breadcrumb: [{ label: `Vorgang ${vorgang.vorgangsnummer}`, href: pfad }, { label: inhalt.titel }],
  }, inhalt.hindernis ? <Alert tone="warning" title="Das geht hier nicht" actions={<LinkButton small variant="secondary" href={pfad}>Zum Vorgang</LinkButton>}><p>{inhalt.hindernis}</p></Alert> : (
    <form method="post" action={`${pfad}/genehmigungsfiktion/${inhalt.verb}`} class="sk-form" noValidate>
      <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <Formularfelder c={c} />
      {inhalt.felder}
      <ButtonRow><Button>{inhalt.knopf}</Button><LinkButton variant="tertiary" href={pfad}>Abbrechen</LinkButton></ButtonRow>
    </form>
  ))
}

const OHNE = 'Für diese Leistung ordnet kein Gesetz eine Genehmigungsfiktion an.'

export const fiktionRoutes: readonly Route[] = [
  ...form({
    path: `${PFAD}/vollstaendig`, access: access.staff('vorgang.bearbeiten'), beispiel: fiktionBeispiel('vollstaendig'),
    async show(c, zustand) {
      const stand = await lage(c)
      const hindernis = !stand.row ? OHNE : stand.row.beendet_am ? 'Die Frist läuft nicht mehr.' : undefined
      return seite(c, zustand, stand, {
        titel: 'Unterlagen vollständig', verb: 'vollstaendig', knopf: 'Tag festhalten', ...(hindernis ? { hindernis } : {}),
        felder: <TextField name="am" type="date" width={10} label="An welchem Tag waren die Unterlagen vollständig da?" value={wert(zustand.werte, 'am') || (stand.row?.vollstaendig_am ?? c.today).toString()} {...fehlerAn(zustand, 'am')}
          hint="Der Tag, an dem das letzte Dokument eingegangen ist, nicht der Tag, an dem Sie es gelesen haben." />,
      })
    },
    async submit(c, werte) {
      const vorgang = await vorgangVon(c)
      const am = wert(werte, 'am')
      if (!/^\d{4}-\d{2}-\d{2}$/.test(am)) throw new Invalid([{ feld: 'am', text: 'Bitte geben Sie einen Tag an.' }])
      await c.execute(vollstaendigkeitFeststellen, { vorgangId: vorgang.id, am }, einmal(c))
      return redirect(zurueck(vorgang), { hinweis: 'Der Tag ist festgehalten. Die Frist ist berechnet.' })
    },
  }),
  ...form({
    path: `${PFAD}/verlaengern`, access: access.staff('vorgang.bearbeiten'), beispiel: fiktionBeispiel('verlaengern'),
    async show(c, zustand) {
      const stand = await lage(c)
      const hindernis = stand.row ? keineVerlaengerung(stand.row, c.today) : OHNE
      return seite(c, zustand, stand, {
        titel: 'Frist verlängern', verb: 'verlaengern', knopf: 'Verlängern und mitteilen', ...(hindernis ? { hindernis } : {}),
        felder: <TextareaField name="grund" label={`Warum brauchen Sie ${stand.row?.verlaengerung_monate ?? 0} Monate mehr?`} rows={5} maxLength={4000} value={wert(zustand.werte, 'grund')} {...fehlerAn(zustand, 'grund')}
          hint="Nur einmal und nur wegen der Schwierigkeit der Sache (§ 42a Abs. 2 VwVfG NRW). Die Person bekommt den Text in einem Schreiben." />,
      })
    },
    async submit(c, werte) {
      const vorgang = await vorgangVon(c)
      await c.execute(fiktionsfristVerlaengern, { vorgangId: vorgang.id, grund: wert(werte, 'grund') }, einmal(c))
      return redirect(zurueck(vorgang), { hinweis: 'Die Frist ist verlängert. Das Schreiben an die Person ist unterwegs.' })
    },
  }),
  action({
    path: `${PFAD}/weiterlaufen`, access: access.staff('vorgang.bearbeiten'),
    async handle(c) {
      const vorgang = await vorgangVon(c)
      await c.execute(ruhenBeenden, { vorgangId: vorgang.id }, einmal(c))
      return redirect(zurueck(vorgang), { hinweis: 'Die Frist läuft weiter.' })
    },
  }),
  action({
    path: `${PFAD}/bescheinigen`, access: access.staff('vorgang.bearbeiten'),
    async handle(c) {
      const vorgang = await vorgangVon(c)
      await c.execute(bescheinigungVerschicken, { nummer: vorgang.vorgangsnummer }, einmal(c))
      return redirect(zurueck(vorgang), { hinweis: 'Die Bescheinigung ist unterwegs.' })
    },
  }),
  action({
    path: '/konto/vorgaenge/:nr/bescheinigung', access: access.guest,
    async handle(c) {
      const nummer = (c.params['nr'] ?? '').slice(0, 60)
      await c.execute(bescheinigungVerlangen, { nummer }, einmal(c))
      return redirect(`/konto/vorgaenge/${nummer}`, { hinweis: 'Wir schicken Ihnen die Bescheinigung.' })
    },
  }),
]
