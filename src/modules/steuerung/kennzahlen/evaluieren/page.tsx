import type { VNode } from 'preact'
import {
  arbeitsplatzSeite, Button, ButtonRow, Card, DateText, ErrorSummary, Formularfelder, HiddenFields, LinkButton, Radios,
  TextareaField, TextField,
} from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { steckbriefPfad } from '../../programm/index.js'
import { felderVon, meldungenVon } from '../anzeige.js'
import { ERGEBNISSE } from '../domain/evaluation.js'
import { Ergebnismarke, vorhabenName } from '../evaluation/page.js'
import type { Evaluationsansicht } from '../evaluation/query.js'
import { evaluationPfad, PFAD } from '../pfade.js'

/** One Vorhaben at the end of a cycle. */
export function evaluierenPage(
  c: RequestContext, { objekt, fassungen, person, darfVerwalten }: Evaluationsansicht, zyklus: number,
  zustand: Formularzustand
): Reply {
  const bisher = fassungen.find((eine) => eine.zyklus === zyklus)
  const feld = felderVon(zustand, {
    fassung: String(bisher?.fassung ?? 0),
    kriterium: bisher?.kriterium ?? objekt.texte['akzeptanzkriterien']?.slice(0, 500) ?? '',
    ...(bisher ? { ergebnis: bisher.ergebnis, begruendung: bisher.begruendung, lehre: bisher.lehre } : {}),
  })
  const liste = `${PFAD}/evaluation?zyklus=${zyklus}`
  return arbeitsplatzSeite(c, {
    title: vorhabenName(objekt), preline: `Evaluation, Zyklus bis ${zyklus}`, schmal: true,
    hasErrors: zustand.fehler.length > 0, meta: <Ergebnismarke ergebnis={bisher?.ergebnis} />,
    breadcrumb: [
      { label: 'Kennzahlen', href: PFAD }, { label: 'Evaluation', href: liste }, { label: vorhabenName(objekt) },
    ],
  }, (
    <div class="sk-stack">
      <ErrorSummary errors={meldungenVon(zustand)} />
      <p><a href={steckbriefPfad(objekt.id)}>Steckbrief ansehen</a></p>
      {darfVerwalten
        ? (
          <form method="post" action={evaluationPfad(zyklus, objekt.id)} class="sk-form" noValidate
            data-unsaved-guard="">
            <Formularfelder c={c} /><HiddenFields values={{ fassung: feld('fassung').value }} />
            <TextField label="Erfolgskriterium" maxLength={500} hint="Woran war der Erfolg zu messen?"
              {...feld('kriterium')} />
            <Radios label="Wurde es erreicht?"
              options={Object.entries(ERGEBNISSE).map(([value, label]) => ({ value, label }))} {...feld('ergebnis')} />
            <TextareaField label="Begründung" rows={3} maxLength={2000} {...feld('begruendung')} />
            <TextareaField label="Was lernen wir daraus?" rows={3} maxLength={2000}
              hint="Was würden Sie beim nächsten Vorhaben wieder so oder anders machen?" {...feld('lehre')} />
            <ButtonRow>
              <Button>{bisher ? 'Neue Fassung speichern' : 'Evaluation speichern'}</Button>
              <LinkButton variant="tertiary" href={liste}>Zurück zur Liste</LinkButton>
            </ButtonRow>
          </form>
        )
        : null}
      {fassungen.length > 0 ? <Festgehalten fassungen={fassungen} person={person} /> : null}
      {fassungen.length === 0 && !darfVerwalten ? <p>Dieses Vorhaben ist noch nicht evaluiert.</p> : null}
    </div>
  ))
}

/** What was said in all cycles, the newest first. */
function Festgehalten({ fassungen, person }: Pick<Evaluationsansicht, 'fassungen' | 'person'>): VNode {
  return (
    <Card title="Was bisher festgehalten ist">
      <ul>
        {fassungen.map((eine) => (
          <li key={eine.id}>
            Zyklus bis {eine.zyklus}, Fassung {eine.fassung}: <Ergebnismarke ergebnis={eine.ergebnis} />
            <span class="sk-line">{eine.kriterium}</span>
            <span class="sk-line">{eine.begruendung}</span>
            <span class="sk-line">Gelernt: {eine.lehre}</span>
            <span class="sk-line sk-meta">{person(eine.erfasstVon)}, <DateText instant={eine.erfasstAm} /></span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
