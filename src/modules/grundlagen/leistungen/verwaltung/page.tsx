import type { VNode } from 'preact'
import {
  Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Card, DateField, DateText, Details, EmptyState, ErrorSummary, FileField, Formularfelder, formatDate, Knopfformular, LinkButton,
  Radios, Table, Tabs, TextField, TextareaField,
} from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { OZG_MODELLE } from '../domain/reifegrad.js'
import { Antragszeiten } from './antragszeiten.js'
import type { Listenzeile, leistungVerwalten, Versionszeile } from './query.js'

const PFAD = '/verwaltung/leistungen'
const reiter = (aktuell: 'liste' | 'suche') => (
  <Tabs label="Leistungen" tabs={[{ label: 'Leistungen', href: PFAD, current: aktuell === 'liste' }, { label: 'Vergeblich gesucht', href: `${PFAD}/suchluecken`, current: aktuell === 'suche' }]} />
)

export function listePage(c: RequestContext, zeilen: readonly Listenzeile[]): Reply {
  return arbeitsplatzSeite(c, { title: 'Leistungen', actions: <LinkButton href={`${PFAD}/einspielen`} icon="upload">Paket einspielen</LinkButton> }, (
    <>
      {reiter('liste')}
      <Table caption="Alle Leistungen" captionHidden rows={zeilen} rowKey={({ leistungId }) => leistungId} empty={<EmptyState title="Noch keine Leistungen"><p>Spielen Sie ein Leistungspaket ein.</p></EmptyState>} columns={[
        { key: 'name', label: 'Leistung', rowHeader: true, cell: (zeile) => <a href={`${PFAD}/${zeile.schluessel}`}>{zeile.bezeichnung}</a> },
        { key: 'einheit', label: 'Zuständig', cell: ({ einheit }) => einheit ?? '–' },
        { key: 'stand', label: 'Stand', cell: (zeile) => <Stand zeile={zeile} /> },
        { key: 'online', label: 'Online', cell: ({ online }) => (online ? 'ja' : 'nur Beschreibung') },
        { key: 'luecken', label: 'Lücken', align: 'end', cell: ({ luecken }) => luecken },
      ]} />
    </>
  ))
}

function Stand({ zeile }: { zeile: Listenzeile }): VNode {
  if (zeile.oeffentlich === null) return <Badge tone="warning">nicht veröffentlicht</Badge>
  return (
    <>
      {zeile.geschlossen ? <Badge tone="warning">geschlossen</Badge> : <Badge tone="success">öffentlich</Badge>} Version {zeile.oeffentlich}
      {zeile.neueste > zeile.oeffentlich ? <span class="sk-line sk-meta">Version {zeile.neueste} wartet</span> : null}
    </>
  )
}

export type Detail = Awaited<ReturnType<typeof leistungVerwalten.run>>

export function detailPage(c: RequestContext, leistung: Detail, zustand: Formularzustand): Reply {
  const basis = `${PFAD}/${leistung.schluessel}`
  return arbeitsplatzSeite(c, {
    title: leistung.bezeichnung, preline: leistung.schluessel, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Leistungen', href: PFAD }, { label: leistung.bezeichnung }],
    actions: <>{leistung.oeffentlich ? <LinkButton href={`/leistungen/${leistung.schluessel}`} variant="secondary" icon="eye">Im Portal ansehen</LinkButton> : null}<LinkButton href={`${PFAD}/einspielen`} variant="secondary" icon="upload">Neue Version</LinkButton></>,
  }, (
    <>
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {zustand.meldung ? <Alert tone="danger" live="alert"><p>{zustand.meldung}</p></Alert> : null}
      {leistung.heute ? <Alert tone="warning" title="Online gerade geschlossen"><p>{leistung.heute.grund}</p></Alert> : null}
      <div class="sk-columns">
        <div class="sk-columns__main">
          <h2>Versionen</h2>
          {leistung.versionen.map((version) => <Version key={version.id} c={c} basis={basis} version={version} />)}
        </div>
        <div class="sk-columns__aside">
          <Reifegrade reifegrade={leistung.reifegrade} />
          <Schliessungen c={c} basis={basis} leistung={leistung} zustand={zustand} />
          <Antragszeiten c={c} basis={basis} leistung={leistung} zustand={zustand} />
          {leistung.oeffentlich ? <Zurueckziehen c={c} basis={basis} zustand={zustand} /> : null}
        </div>
      </div>
    </>
  ))
}

function Version({ c, basis, version }: { c: RequestContext; basis: string; version: Versionszeile }): VNode {
  return (
    <Card level={3} title={`Version ${version.version}`} preline={<>eingespielt <DateText instant={version.am} /></>}
      actions={version.oeffentlich ? <Badge tone="success">öffentlich</Badge> : version.zeitraeume.length > 0 ? <Badge>früher öffentlich</Badge> : <Badge tone="info">Entwurf</Badge>}>
      <p>{version.online ? 'Mit Online-Antrag.' : 'Nur Beschreibung, kein Online-Antrag.'}</p>
      {version.luecken.length > 0 ? <><p>Vor der Veröffentlichung zu ergänzen:</p><ul>{version.luecken.map(({ feld, text }) => <li key={feld}>{text}</li>)}</ul></> : null}
      {version.zeitraeume.map(({ von, bis, grund }) => <p class="sk-meta" key={von.toString()}>Öffentlich seit <DateText instant={von} />{bis ? <> bis <DateText instant={bis} /></> : null}{grund ? `: ${grund}` : ''}</p>)}
      <ButtonRow>
        {!version.oeffentlich && version.luecken.length === 0 ? <Knopfformular c={c} action={`${basis}/veroeffentlichen`} felder={{ versionId: version.id }}>Version {version.version} veröffentlichen</Knopfformular> : null}
        <LinkButton href={`${basis}/paket/${version.id}`} variant="tertiary" icon="download" download>Paket herunterladen</LinkButton>
      </ButtonRow>
    </Card>
  )
}

/** The newest judgement of each model with its criteria, older ones by day and level. */
function Reifegrade({ reifegrade }: { reifegrade: Detail['reifegrade'] }): VNode {
  return (
    <Card level={2} title="OZG-Reifegrad">
      {reifegrade.length === 0 ? <p class="sk-meta">Noch nicht bewertet. Eine Bewertung steht in der Datei leistung.yaml des Pakets, oder das Programmbüro hält sie unter „OZG-Reifegrade“ fest.</p> : null}
      {[...Map.groupBy(reifegrade, ({ modell }) => modell)].map(([modell, [neueste, ...fruehere]]) => (neueste ? (
        <div key={modell}>
          <p><strong>{OZG_MODELLE[modell].name}: Stufe {neueste.stufe}</strong> von {OZG_MODELLE[modell].hoechste}, bewertet am {formatDate(neueste.bewertetAm)}</p>
          <Details summary={<>Kriterien<span class="sk-sr-only"> {OZG_MODELLE[modell].name}</span></>} look="plain">
            <ul>{neueste.kriterien.map(({ name, stufe, nichtAnwendbar }) => <li key={name}>{name}: {stufe === undefined ? `nicht anwendbar (${nichtAnwendbar ?? ''})` : `Stufe ${stufe}`}</li>)}</ul>
          </Details>
          {fruehere.map(({ bewertetAm, stufe }, i) => <p class="sk-meta" key={i}>Früher: Stufe {stufe} am {formatDate(bewertetAm)}</p>)}
        </div>
      ) : null))}
    </Card>
  )
}

export interface Teil { readonly c: RequestContext; readonly basis: string; readonly zustand: Formularzustand }

export const fehlerAn = ({ fehler }: Formularzustand, feld: string) => { const treffer = fehler.find((one) => one.feld === feld); return treffer ? { error: treffer.text } : {} }
export const datum = ({ werte }: Formularzustand, feld: string) => ({ tag: wert(werte, `${feld}.tag`), monat: wert(werte, `${feld}.monat`), jahr: wert(werte, `${feld}.jahr`) })

function Schliessungen({ c, basis, leistung, zustand }: Teil & { leistung: Detail }): VNode {
  return (
    <Card level={2} title="Zeitweise schließen">
      {leistung.schliessungen.map(({ id, von, bis, grund }) => (
        <div key={id}>
          <p>{formatDate(von)} bis {bis ? formatDate(bis) : 'auf Weiteres'}: {grund}</p>
          <Knopfformular c={c} action={`${basis}/aufheben`} felder={{ schliessungId: id }}>Schließung aufheben</Knopfformular>
        </div>
      ))}
      <Details summary="Neue Schließung" look="plain" open={c.path.endsWith('/schliessen')}>
        <form method="post" action={`${basis}/schliessen`} class="sk-form" noValidate>
          <Formularfelder c={c} />
          <DateField name="von" label="Erster Tag" value={datum(zustand, 'von')} {...fehlerAn(zustand, 'von')} />
          <DateField name="bis" label="Letzter Tag" hint="Leer lassen, wenn Sie es noch nicht wissen." optional value={datum(zustand, 'bis')} {...fehlerAn(zustand, 'bis')} />
          <TextareaField name="grund" label="Warum?" hint="Steht so auf der Seite der Leistung." rows={2} maxLength={500} value={wert(zustand.werte, 'grund')} {...fehlerAn(zustand, 'grund')} />
          <TextareaField name="alternative" label="Was können die Menschen stattdessen tun?" optional rows={2} maxLength={500} value={wert(zustand.werte, 'alternative')} {...fehlerAn(zustand, 'alternative')} />
          <Button variant="secondary">Schließen</Button>
        </form>
      </Details>
    </Card>
  )
}

function Zurueckziehen({ c, basis, zustand }: Teil): VNode {
  return (
    <Card level={2} title="Aus dem Portal nehmen">
      <p>Laufende Vorgänge werden zu Ende bearbeitet. Neue Anträge sind dann nicht mehr möglich.</p>
      <form method="post" action={`${basis}/zurueckziehen`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <TextField name="zurueckziehenGrund" label="Grund" maxLength={500} value={wert(zustand.werte, 'zurueckziehenGrund')} {...fehlerAn(zustand, 'zurueckziehenGrund')} />
        <Button variant="danger">Leistung zurückziehen</Button>
      </form>
    </Card>
  )
}

/** Fields of the page; other messages name a file of the package. */
const FELDER = ['paket', 'wie']

export function einspielenPage(c: RequestContext, zustand: Formularzustand): Reply {
  return arbeitsplatzSeite(c, { title: 'Leistungspaket einspielen', schmal: true, hasErrors: zustand.fehler.length > 0 || zustand.meldung !== undefined, breadcrumb: [{ label: 'Leistungen', href: PFAD }, { label: 'Paket einspielen' }] }, (
    <>
      <ErrorSummary title={zustand.fehler.length > 0 ? `Das Paket kann so nicht eingespielt werden: ${zustand.fehler.length === 1 ? 'ein Grund' : `${zustand.fehler.length} Gründe`}` : 'Das Paket kann so nicht eingespielt werden'}
        errors={[...zustand.fehler.map(({ feld, text }) => (FELDER.includes(feld) ? { field: feld, text } : { text: feld ? `${feld}: ${text}` : text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <p>Ein Paket ist eine ZIP-Datei mit leistung.yaml und, für einen Online-Antrag, formular.json, texte.de.yaml, verfahren.bpmn, gebuehr.yaml und bescheid.typ. Alles wird zuerst geprüft. Ist etwas falsch, ändert sich nichts.</p>
      <form method="post" action={`${PFAD}/einspielen`} encType="multipart/form-data" class="sk-form" noValidate>
        <Formularfelder c={c} />
        <Radios name="wie" label="Danach" value={wert(zustand.werte, 'wie') || 'entwurf'} options={[
          { value: 'entwurf', label: 'Als Entwurf behalten', hint: 'Sie veröffentlichen die Version später.' }, { value: 'veroeffentlichen', label: 'Sofort veröffentlichen' },
        ]} {...fehlerAn(zustand, 'wie')} />
        <FileField name="paket" label="Leistungspaket" typesText="ZIP" maxBytes={4_000_000} {...fehlerAn(zustand, 'paket')} />
        <Button>Prüfen und einspielen</Button>
      </form>
    </>
  ))
}

export function suchlueckenPage(c: RequestContext, zeilen: readonly { readonly begriff: string; readonly anzahl: number; readonly zuletzt: Temporal.PlainDate }[]): Reply {
  return arbeitsplatzSeite(c, { title: 'Vergeblich gesucht' }, (
    <>
      {reiter('suche')}
      <p class="sk-lead">Wörter, zu denen das Portal in den letzten 90 Tagen nichts gefunden hat. Ergänzen Sie sie als Begriffe bei der passenden Leistung. Wer gesucht hat, wird nicht gespeichert.</p>
      <Table caption="Vergeblich gesucht" captionHidden rows={zeilen} rowKey={({ begriff }) => begriff} empty={<EmptyState icon="success" title="Alles wurde gefunden"><p>Sobald jemand im Portal vergeblich sucht, steht das Wort hier.</p></EmptyState>} columns={[
        { key: 'begriff', label: 'Begriff', rowHeader: true, cell: ({ begriff }) => begriff },
        { key: 'anzahl', label: 'Wie oft', align: 'end', cell: ({ anzahl }) => anzahl },
        { key: 'zuletzt', label: 'Zuletzt', nowrap: true, cell: ({ zuletzt }) => formatDate(zuletzt) },
      ]} />
    </>
  ))
}
