import type { VNode } from 'preact'
import {
  arbeitsplatzSeite, Badge, Button, ButtonRow, Card, Details, EmptyState, ErrorSummary, FieldRow, FilterBar, formatDate, Formularfelder, HiddenFields,
  SelectField, TextareaField, TextField,
} from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { PFAD, ProgrammReiter, steckbriefPfad, Strategiewahl } from '../anzeige.js'
import { KONTEXTARTEN, punkte, SEITEN, type Seite } from '../domain/kontext.js'
import { registerSteckbriefteil } from '../registrierung.js'
import { kontexteVon, type Kontext } from './lesen.js'
import type { Kontextansicht } from './query.js'

export const AUSGANGSLAGE = `${PFAD}/ausgangslage`
const VIER = Object.keys(SEITEN) as readonly Seite[]

function Inhalt({ kontext }: { kontext: Kontext }): VNode {
  return (
    <>
      {kontext.art === 'swot'
        ? (
          <div class="sk-grid sk-grid--narrow">
            {VIER.filter((seite) => kontext[seite] !== '').map((seite) => (
              <section key={seite}><h3>{SEITEN[seite]}</h3><ul>{punkte(kontext[seite]).map((punkt) => <li key={punkt}>{punkt}</li>)}</ul></section>
            ))}
          </div>
        )
        : punkte(kontext.inhalt).map((absatz) => <p key={absatz}>{absatz}</p>)}
      <p class="sk-meta">
        Stand {formatDate(kontext.stand)}. Quelle: {kontext.quelleLink ? <a href={kontext.quelleLink}>{kontext.quelle}</a> : kontext.quelle}
      </p>
    </>
  )
}

/** The parts on a Steckbrief: what the object starts from. */
export function registriereKontext(): void {
  registerSteckbriefteil({
    name: 'ausgangslage', rang: 5,
    async laden(c, objekt) {
      const kontexte = (await c.app.db.withMandant(c.mandant.id, (tx) => kontexteVon(tx, { objektId: objekt.id }))).filter(({ ersetzt }) => !ersetzt)
      if (kontexte.length === 0) return null
      return <>{kontexte.map((kontext) => <Card key={kontext.id} title={kontext.titel} preline={KONTEXTARTEN[kontext.art]}><Inhalt kontext={kontext} /></Card>)}</>
    },
  })
}

/** SWOT, demography and analyses of a strategy, each with its day and source (H2-10). */
export function kontextPage(c: RequestContext, ansicht: Kontextansicht, zustand: Formularzustand): Reply {
  const { strategien, strategie, kontexte, objekte, darf } = ansicht
  const namen = new Map(objekte.map(({ id, nummer, name }) => [id, [nummer, name].filter(Boolean).join(' ')]))
  return arbeitsplatzSeite(c, { title: 'Ausgangslage', preline: strategie?.name, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung) }, (
    <div class="sk-stack">
      <ProgrammReiter c={c} aktuell="ausgangslage" strategie={strategie} />
      {strategien.length > 1 ? <FilterBar action={AUSGANGSLAGE} active={[]}><Strategiewahl strategien={strategien} strategie={strategie} /></FilterBar> : null}
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))]} />
      {kontexte.length === 0
        ? <EmptyState title="Noch keine Ausgangslage"><p>Hier stehen SWOT-Analyse, Demografie und Ist-Analysen, auf denen die Strategie beruht, mit Stand und Quelle.</p></EmptyState>
        : null}
      {kontexte.map((kontext) => (
        <Card key={kontext.id} title={kontext.titel} preline={KONTEXTARTEN[kontext.art]} actions={kontext.ersetzt ? <Badge>ersetzt</Badge> : undefined}>
          {kontext.objektId ? <p>Gehört zu: <a href={steckbriefPfad(kontext.objektId)}>{namen.get(kontext.objektId) ?? 'einem früheren Eintrag'}</a></p> : null}
          <Inhalt kontext={kontext} />
        </Card>
      ))}
      {darf && strategie ? <Formular c={c} ansicht={ansicht} strategieId={strategie.id} zustand={zustand} /> : null}
    </div>
  ))
}

function Formular({ c, ansicht: { kontexte, objekte }, strategieId, zustand }: { c: RequestContext; ansicht: Kontextansicht; strategieId: string; zustand: Formularzustand }): VNode {
  const offen = zustand.fehler.length > 0 || Boolean(zustand.meldung)
  const feld = (name: string) => {
    const fehler = zustand.fehler.find((einer) => einer.feld === name)?.text
    return { name, value: wert(zustand.werte, name), ...(fehler ? { error: fehler } : {}) }
  }
  return (
    <Details summary="Ausgangslage festhalten" look="plain" open={offen || kontexte.length === 0}>
      <form method="post" action={AUSGANGSLAGE} class="sk-form" noValidate data-unsaved-guard="">
        <Formularfelder c={c} /><HiddenFields values={{ strategieId }} />
        <FieldRow>
          <SelectField label="Art" options={Object.entries(KONTEXTARTEN).map(([value, label]) => ({ value, label }))} {...feld('art')} />
          <TextField label="Stand" width={10} hint="Tag.Monat.Jahr" {...feld('stand')} />
        </FieldRow>
        <TextField label="Titel" maxLength={200} {...feld('titel')} />
        <TextField label="Quelle" maxLength={500} hint="Zum Beispiel: Landesbetrieb IT.NRW, oder Workshop mit den Fachämtern" {...feld('quelle')} />
        <TextField label="Verweis auf die Quelle" optional maxLength={500} hint="Eine Adresse, die mit https:// beginnt" {...feld('quelleLink')} />
        <SelectField label="Gehört zu" optional emptyLabel="der ganzen Strategie" options={objekte.map(({ id, nummer, name }) => ({ value: id, label: [nummer, name].filter(Boolean).join(' ') }))} {...feld('objektId')} />
        <SelectField label="Ersetzt" optional emptyLabel="keine" hint="Die ersetzte bleibt lesbar." options={kontexte.filter(({ ersetzt }) => !ersetzt).map(({ id, titel, stand }) => ({ value: id, label: `${titel}, Stand ${formatDate(stand)}` }))} {...feld('ersetztId')} />
        {VIER.map((seite) => <TextareaField key={seite} label={SEITEN[seite]} optional rows={3} maxLength={4000} hint="Nur für eine SWOT-Analyse: ein Punkt je Zeile" {...feld(seite)} />)}
        <TextareaField label="Ergebnis" optional rows={6} maxLength={10_000} hint="Für Demografie und Ist-Analyse: was die Untersuchung ergeben hat" {...feld('inhalt')} />
        <ButtonRow><Button>Festhalten</Button></ButtonRow>
      </form>
    </Details>
  )
}
