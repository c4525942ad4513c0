import { Alert, Button, ButtonRow, FormPage, HiddenFields, portalSeite } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import {
  frageIstTitel, fehlerLinks, gesperrteFragen, gueltigeHerkunft, hatDateien, pagesFor, previousPage, progress, renderFragen, summaryOf, wortlaut,
  type Antworten, type Fehler, type Gesendet, type Seite,
} from '../../formulare/index.js'
import { pfadleiste } from '../beginnen/page.js'
import { pfadVon, type Fall } from '../zugang.js'
import { woerter, zeitText } from '../woerter.js'

export interface Seitenzustand {
  readonly status?: number
  readonly fehler?: readonly Fehler[]
  readonly hinweise?: readonly Fehler[]
  readonly gesendet?: Gesendet
  readonly anzahl?: Readonly<Record<string, number>>
  /** Came from the check page and goes back there. */
  readonly zurPruefung: boolean
}

/** One page of the form. Works as it is without script; Enter in a field means "continue", not the first button on the page. */
export function formularseite(c: RequestContext, fall: Fall, seite: Seite, zustand: Seitenzustand): Reply {
  const { entwurf, version, formular, dateien } = fall
  const w = woerter(c.sprache)
  const kontext = { heute: c.today, lang: c.sprache }
  const { schritt, von } = progress(formular, entwurf.antworten, seite.name, kontext)
  const titel = wortlaut(formular, seite.titel, c.sprache)
  const davor = previousPage(formular, entwurf.antworten, seite.name, kontext)
  const mitDateien = hatDateien(seite)
  const fehler = zustand.fehler ?? []
  const herkunft = gueltigeHerkunft(entwurf.herkunft, entwurf.antworten)
  const nurFestes = seite.fragen.every(({ name }) => gesperrteFragen(formular, herkunft).has(name))
  return portalSeite(c, { title: `${titel} – ${wortlaut(formular, formular.titel, c.sprache)}`, status: zustand.status ?? 200, breadcrumb: pfadleiste(c, version), hasErrors: fehler.length > 0, robots: 'noindex' }, (
    <FormPage title={titel} titleHidden={frageIstTitel(seite) && !nurFestes} action={pfadVon(entwurf, seite.name)} multipart
      backHref={zustand.zurPruefung ? pfadVon(entwurf, 'pruefen') : pfadVon(entwurf, davor?.name).replace(new RegExp(`/${entwurf.id}$`), '')}
      step={{ step: schritt, total: von, label: wortlaut(formular, formular.titel, c.sprache) }} errors={fehlerLinks(fehler)}
      hidden={{ ...c.formFields(), _stand: String(entwurf.version), ...(zustand.zurPruefung ? { _zurueck: 'pruefen' } : {}) }}
      {...(seite.einleitung === undefined ? {} : { intro: <p>{wortlaut(formular, seite.einleitung, c.sprache)}</p> })}
      submitName="_aktion" submitValue="weiter" submitLabel={zustand.zurPruefung ? w.zurPruefung : w.weiter}
      secondary={<Button variant="tertiary" name="_aktion" value="speichern" formNoValidate>{w.speichern}</Button>}
      footnote={<p>{w.zuletzt(zeitText(entwurf.letzteAenderung, c.sprache))}</p>}>
      <button type="submit" name="_aktion" value="weiter" class="sk-sr-only" tabIndex={-1} aria-hidden="true">{w.weiter}</button>
      {(zustand.hinweise ?? []).length > 0 ? <Alert tone="warning" title={w.erinnerung}>{zustand.hinweise?.map(({ text }) => <p key={text}>{text}</p>)}</Alert> : null}
      {renderFragen({ formular, seite, antworten: entwurf.antworten, fehler, uploads: dateien.map((datei) => ({ ...datei, href: pfadVon(entwurf, `dateien/${datei.id}`) })), lang: c.sprache, herkunft, ...(zustand.gesendet ? { gesendet: zustand.gesendet } : {}), ...(zustand.anzahl ? { anzahl: zustand.anzahl } : {}) })}
      {mitDateien ? <p><Button variant="secondary" name="_aktion" value="hochladen" formNoValidate icon="upload">{w.hochladen}</Button></p> : null}
    </FormPage>
  ))
}

/** Two windows, one page: both versions side by side and a choice. What this window sent travels along in hidden fields. */
export function konfliktseite(c: RequestContext, fall: Fall, seite: Seite, konflikt: { version: number; gespeichert: Antworten; meine: Antworten; gesendet: Gesendet; zurPruefung: boolean }): Reply {
  const w = woerter(c.sprache)
  const { entwurf, formular } = fall
  const zeilen = (antworten: Antworten) => summaryOf(formular, antworten, [], { heute: c.today, lang: c.sprache }).find((abschnitt) => abschnitt.seite === seite.name)?.eintraege ?? []
  const gespeichert = new Map(zeilen(konflikt.gespeichert).map((eintrag) => [eintrag.feld, eintrag]))
  const meine = new Map(zeilen(konflikt.meine).map((eintrag) => [eintrag.feld, eintrag]))
  const felder = [...new Set([...gespeichert.keys(), ...meine.keys()])].filter((feld) => gespeichert.get(feld)?.wert !== meine.get(feld)?.wert)
  const mitgenommen = Object.entries(konflikt.gesendet).filter(([name]) => !name.startsWith('_')).flatMap(([name, wert]) => (typeof wert === 'string' ? [wert] : wert ?? []).map((einzeln) => [name, einzeln] as const))
  return portalSeite(c, { title: w.konflikt, status: 409, breadcrumb: pfadleiste(c, fall.version), robots: 'noindex' }, (
    <div class="sk-form-page">
      <h1 class="sk-h1">{w.konflikt}</h1>
      <p class="sk-lead">{w.konfliktText}</p>
      {felder.map((feld) => (
        <section key={feld} class="sk-answers__section">
          <h2 class="sk-h2">{gespeichert.get(feld)?.label ?? meine.get(feld)?.label}</h2>
          <dl class="sk-answers__list">
            <div class="sk-answers__row"><dt>{w.konfliktGespeichert}</dt><dd>{gespeichert.get(feld)?.wert ?? '–'}</dd></div>
            <div class="sk-answers__row"><dt>{w.konfliktMeine}</dt><dd>{meine.get(feld)?.wert ?? '–'}</dd></div>
          </dl>
        </section>
      ))}
      <form method="post" action={pfadVon(entwurf, seite.name)} encType="multipart/form-data">
        <HiddenFields values={{ ...c.formFields(), _stand: String(konflikt.version), _ersetzen: 'ja', _aktion: 'weiter', ...(konflikt.zurPruefung ? { _zurueck: 'pruefen' } : {}) }} />
        {mitgenommen.map(([name, wert], index) => <input key={index} type="hidden" name={name} value={wert} />)}
        <ButtonRow>
          <Button>{w.meineNehmen}</Button>
          <a class="sk-cancel" href={pfadVon(entwurf, seite.name)}>{w.gespeicherteNehmen}</a>
        </ButtonRow>
      </form>
    </div>
  ))
}

export const seitenVon = (c: RequestContext, { formular, entwurf }: Fall) => pagesFor(formular, entwurf.antworten, { heute: c.today, lang: c.sprache })
