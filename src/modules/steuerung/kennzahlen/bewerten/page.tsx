import type { VNode } from 'preact'
import {
  arbeitsplatzSeite, Button, ButtonRow, Card, DateText, ErrorSummary, Formularfelder, HiddenFields, LinkButton, Radios,
  Tabs, TextareaField, TextField,
} from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { felderVon, meldungenVon, Nachweis } from '../anzeige.js'
import { findBaustein, type Modellbaustein } from '../domain/modell.js'
import { modellPfad, PFAD } from '../pfade.js'
import { Stufenmarke } from '../reifegrade/page.js'
import type { Modellansicht } from '../reifegrade/query.js'

/** One Baustein: criteria, the judgement of a year, and what was said in other years. */
export function bausteinPage(
  c: RequestContext, ansicht: Modellansicht, baustein: Modellbaustein, jahr: number, zustand: Formularzustand
): Reply {
  const { modell: { id, inhalt }, bewertungen, jahre, darfVerwalten } = ansicht
  const bisher = bewertungen.find((eine) => eine.baustein === baustein.schluessel && eine.jahr === jahr)
  return arbeitsplatzSeite(c, {
    title: `${baustein.name}, ${jahr}`, preline: inhalt.name, hasErrors: zustand.fehler.length > 0,
    meta: <Stufenmarke inhalt={inhalt} stufe={bisher?.stufe} />,
    breadcrumb: [
      { label: 'Kennzahlen', href: PFAD }, { label: 'Reifegradmodelle', href: `${PFAD}/reifegrade` },
      { label: inhalt.name, href: modellPfad(id) }, { label: baustein.name },
    ],
  }, (
    <div class="sk-stack">
      <Tabs label="Jahre" tabs={[...new Set([...jahre, jahr, jahr - 1])].toSorted((a, b) => b - a).map((eines) => ({
        label: String(eines), href: `${modellPfad(id)}/${eines}/${baustein.schluessel}`, current: eines === jahr,
      }))} />
      <ErrorSummary errors={meldungenVon(zustand)} />
      {darfVerwalten ? null : (
        <Card title="Woran man die Stufen erkennt">
          <dl>
            {inhalt.stufen.map((stufe) => (
              <div key={stufe.schluessel}>
                <dt><Stufenmarke inhalt={inhalt} stufe={stufe.schluessel} /></dt>
                <dd>{baustein.kriterien[stufe.schluessel]}</dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
      {darfVerwalten ? <Bewerten c={c} ansicht={ansicht} baustein={baustein} jahr={jahr} zustand={zustand} /> : null}
      <Begruendungen ansicht={ansicht} baustein={baustein} />
    </div>
  ))
}

function Bewerten({ c, ansicht: { modell: { id, inhalt }, bewertungen }, baustein, jahr, zustand }: {
  c: RequestContext; ansicht: Modellansicht; baustein: Modellbaustein; jahr: number; zustand: Formularzustand
}): VNode {
  const bisher = bewertungen.find((eine) => eine.baustein === baustein.schluessel && eine.jahr === jahr)
  const feld = felderVon(zustand, { fassung: String(bisher?.fassung ?? 0), ...(bisher ? {
    stufe: bisher.stufe, begruendung: bisher.begruendung, nachweis: bisher.nachweis, nachweisLink: bisher.nachweisLink,
  } : {}) })
  return (
    <Card title={bisher ? `Bewertung für ${jahr} berichtigen` : `Für ${jahr} bewerten`}>
      <form method="post" action={`${modellPfad(id)}/${jahr}/${baustein.schluessel}`} class="sk-form" noValidate>
        <Formularfelder c={c} /><HiddenFields values={{ fassung: feld('fassung').value }} />
        <Radios label="Stufe" options={inhalt.stufen.map(({ schluessel, name }) =>
          ({ value: schluessel, label: name, hint: baustein.kriterien[schluessel] ?? '' }))} {...feld('stufe')} />
        <TextareaField label="Begründung" rows={3} maxLength={2000} {...feld('begruendung')} />
        <TextareaField label="Nachweis" rows={2} maxLength={1000}
          hint="Woran lässt sich das prüfen? Ein Beschluss, ein Dokument, eine Auswertung." {...feld('nachweis')} />
        <TextField label="Verweis auf ein Dokument" optional maxLength={500}
          hint="Eine Adresse, die mit https:// beginnt, oder die eines Dokuments in diesem Programm."
          {...feld('nachweisLink')} />
        <ButtonRow>
          <Button>{bisher ? 'Neue Fassung speichern' : 'Bewerten'}</Button>
          <LinkButton variant="tertiary" href={modellPfad(id)}>Zurück zum Modell</LinkButton>
        </ButtonRow>
      </form>
    </Card>
  )
}

/** All years and versions, the newest first; what does not count any more says so. */
function Begruendungen({ ansicht: { modell: { inhalt }, alle, bewertungen, person }, baustein }: {
  ansicht: Modellansicht; baustein: Modellbaustein
}): VNode | null {
  const eigene = alle.filter((eine) => eine.baustein === baustein.schluessel)
  if (eigene.length === 0) return null
  return (
    <Card title="Bewertungen">
      <ul>
        {eigene.map((eine) => (
          <li key={eine.id}>
            {eine.jahr}: <Stufenmarke inhalt={inhalt} stufe={eine.stufe} />
            {bewertungen.includes(eine) ? '' : ` frühere Fassung ${eine.fassung}`} {eine.begruendung}
            <span class="sk-line">Nachweis: <Nachweis nachweis={eine.nachweis} nachweisLink={eine.nachweisLink}
              woher={`für ${eine.jahr}, Fassung ${eine.fassung}`}/></span>
            <span class="sk-line sk-meta">{person(eine.bewertetVon)}, <DateText instant={eine.bewertetAm} />,
            nach Fassung {eine.modellfassung} des Modells</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export const findeBaustein = (
  { modell }: Modellansicht, schluessel: string | undefined
): Modellbaustein | undefined => (schluessel === undefined ? undefined : findBaustein(modell.inhalt, schluessel))
