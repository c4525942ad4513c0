import type { VNode } from 'preact'
import { arbeitsplatzSeite, Button, ButtonRow, Card, DescriptionList, Details, ErrorSummary, EuroField, FieldRow, formatInstant, Formularfelder, HiddenFields, LinkButton, SelectField, Table, TextareaField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { steckbriefPfad, type Objekt, type Strategie } from '../../programm/index.js'
import { adresse, Betrag, PFAD, Vzae } from '../anzeige.js'
import { alsTexte, FELDNAMEN, type Feld, type Zeilentexte } from '../domain/eingabe.js'
import { BEZUEGE, istVzae, MITTELARTEN, SPALTEN, STAENDE, UNSICHERHEITEN, type Zeile } from '../domain/zeile.js'
import { objektText } from '../gliederung.js'
import { Basissatz } from '../vzaebasis/page.js'
import { zeitText } from '../zeilen/page.js'
import type { Zeilenansicht } from './query.js'

/** The name of the second form of a line's page. */
export const ENTFERNEN = 'entfernen'

/** What was refused, and in which of the forms of the page. */
export interface Teilzustand extends Formularzustand { readonly formular?: typeof ENTFERNEN }

const meldungen = ({ meldung, fehler }: Formularzustand) => [...(meldung ? [{ text: meldung }] : []), ...fehler.map(({ feld, text }) => ({ field: feld, text }))]
const krume = (strategie: Strategie, letzte: string) => [{ label: 'Finanzplan', href: adresse(PFAD, { strategie: strategie.kennung }) }, { label: 'Zeilen', href: adresse(`${PFAD}/zeilen`, { strategie: strategie.kennung }) }, { label: letzte }]

export function neueZeilePage(c: RequestContext, { strategie, objekte }: { strategie: Strategie; objekte: readonly Objekt[] }, zustand: Formularzustand): Reply {
  return arbeitsplatzSeite(c, { title: 'Neue Zeile', preline: strategie.name, breadcrumb: krume(strategie, 'Neue Zeile'), schmal: true, hasErrors: zustand.fehler.length > 0 }, (
    <>
      <ErrorSummary errors={meldungen(zustand)} />
      <form method="post" action={`${PFAD}/zeilen/neu`} class="sk-form" noValidate>
        <Formularfelder c={c} /><HiddenFields values={{ strategieId: strategie.id, strategie: strategie.kennung }} />
        <Felder zustand={zustand} alt={{ objektId: c.suche.get('objekt') ?? '', stand: 'plan', bezug: 'einzeln', brutto: 'ja' }} objekte={objekte} />
        <ButtonRow><Button>Zeile anlegen</Button><LinkButton href={adresse(`${PFAD}/zeilen`, { strategie: strategie.kennung })} variant="tertiary">Abbrechen</LinkButton></ButtonRow>
      </form>
    </>
  ))
}

export function zeilePage(c: RequestContext, ansicht: Zeilenansicht, zustand: Teilzustand): Reply {
  const abgelehnt = zustand.fehler.length > 0 || Boolean(zustand.meldung)
  const beimEntfernen = zustand.formular === ENTFERNEN
  const grund = beimEntfernen ? zustand.fehler.find(({ feld }) => feld === 'grund')?.text : undefined
  const { zeile, strategie, objekte, darfBearbeiten } = ansicht
  const pfad = `${PFAD}/zeilen/${zeile.id}`
  return arbeitsplatzSeite(c, { title: zeile.bezeichnung, preline: `${SPALTEN[zeile.spalte].name} · ${strategie.name}`, breadcrumb: krume(strategie, zeile.bezeichnung), hasErrors: abgelehnt }, (
    <div class="sk-stack">
      <ErrorSummary errors={meldungen(zustand)} />
      <Angaben {...ansicht} />
      {istVzae(zeile) ? <Basissatz c={c} basis={ansicht.basis} /> : null}
      {darfBearbeiten ? (
        <>
          <Details summary="Zeile ändern" open={abgelehnt && !beimEntfernen}>
            <form method="post" action={pfad} class="sk-form" noValidate>
              <Formularfelder c={c} /><HiddenFields values={{ version: String(zeile.version) }} />
              <Felder zustand={beimEntfernen ? { werte: {}, fehler: [] } : zustand} alt={alsTexte(zeile)} objekte={objekte} />
              <ButtonRow><Button>Speichern</Button></ButtonRow>
            </form>
          </Details>
          <Details summary="Zeile aus dem Plan nehmen" open={abgelehnt && beimEntfernen}>
            <form method="post" action={`${pfad}/entfernen`} class="sk-form" noValidate>
              <Formularfelder c={c} />
              <TextareaField name="grund" label="Warum?" rows={2} maxLength={1000} value={beimEntfernen ? wert(zustand.werte, 'grund') : ''} {...(grund ? { error: grund } : {})} />
              <Button variant="danger">Aus dem Plan nehmen</Button>
            </form>
          </Details>
        </>
      ) : null}
      <Verlauf verlauf={ansicht.verlauf} objekte={objekte} />
    </div>
  ))
}

function Angaben({ zeile, objekt, jahre, stichtage }: Zeilenansicht): VNode {
  return (
    <>
      <Card title="Angaben">
        <DescriptionList items={[
          { label: 'Vorhaben', value: objekt ? <a href={steckbriefPfad(objekt.id)}>{objektText(objekt)}</a> : 'übergreifend' }, { label: istVzae(zeile) ? 'VZÄ' : 'Betrag', value: istVzae(zeile) ? <Vzae wert={zeile.vzaeHundertstel} /> : <><Betrag cent={zeile.betragCent} /> {zeile.brutto ? 'brutto' : 'netto'}</> },
          { label: 'Stand', value: STAENDE[zeile.stand] }, { label: 'Jahre', value: zeitText(zeile) }, { label: 'Mittelart', value: zeile.mittelart }, { label: 'Produkt', value: zeile.produkt }, { label: 'Sachkonto', value: zeile.sachkonto },
          { label: 'Verpflichtungsermächtigung', value: zeile.verpflichtung ? 'ja' : 'nein' }, { label: 'Preisstand', value: zeile.preisstand ? formatDate(zeile.preisstand) : null }, { label: 'Unsicherheit', value: zeile.unsicherheit ? UNSICHERHEITEN[zeile.unsicherheit] : null },
          { label: 'Quelle', value: zeile.quelle ?? (zeile.kennung ? 'aus dem Programm übernommen' : null) },
        ]} />
      </Card>
      {jahre.length > 0 ? (
        <Card title="Nach Jahren">
          <Table caption="Beträge nach Jahren" captionHidden dense rows={jahre} rowKey={({ jahr }) => String(jahr)} columns={[
            { key: 'jahr', label: 'Jahr', rowHeader: true, cell: ({ jahr }) => jahr }, { key: 'cent', label: 'Betrag', align: 'end', cell: ({ cent }) => <Betrag cent={cent} /> }, { key: 'danach', label: 'Davon nach Projektende', align: 'end', cell: ({ danachCent }) => <Betrag cent={danachCent} /> },
          ]} />
        </Card>
      ) : null}
      {stichtage.length > 0 ? (
        <Card title="Eingelesene Zahlen">
          <Table caption="Eingelesene Zahlen nach Stichtag" captionHidden dense rows={stichtage} rowKey={({ jahr, stichtag }) => `${jahr} ${stichtag}`} columns={[
            { key: 'stichtag', label: 'Stichtag', rowHeader: true, cell: ({ stichtag }) => formatDate(stichtag) }, { key: 'jahr', label: 'Jahr', cell: ({ jahr }) => jahr },
            { key: 'nachtrag', label: 'Nachtrag', align: 'end', cell: ({ nachtragCent }) => <Betrag cent={nachtragCent} /> }, { key: 'obligo', label: 'Obligo', align: 'end', cell: ({ obligoCent }) => <Betrag cent={obligoCent} /> },
            { key: 'ist', label: 'Ist', align: 'end', cell: ({ istCent }) => <Betrag cent={istCent} /> }, { key: 'prognose', label: 'Prognose', align: 'end', cell: ({ prognoseCent }) => <Betrag cent={prognoseCent} /> },
          ]} />
        </Card>
      ) : null}
    </>
  )
}

function Felder({ zustand, alt, objekte }: { zustand: Formularzustand; alt: Partial<Zeilentexte>; objekte: readonly Objekt[] }): VNode {
  const getippt = Object.keys(zustand.werte).length > 0
  const bei = (name: Feld) => { const text = zustand.fehler.find(({ feld }) => feld === name)?.text; return { name, label: FELDNAMEN[name], value: getippt ? wert(zustand.werte, name) : alt[name] ?? '', ...(text ? { error: text } : {}) } }
  const wahl = (worte: Readonly<Record<string, string>>) => Object.entries(worte).map(([value, label]) => ({ value, label }))
  return (
    <>
      <TextField {...bei('bezeichnung')} maxLength={300} />
      <SelectField {...bei('objektId')} optional emptyLabel="übergreifend" options={objekte.map((objekt) => ({ value: objekt.id, label: objektText(objekt) }))} />
      <FieldRow><SelectField {...bei('spalte')} options={Object.entries(SPALTEN).map(([value, { name }]) => ({ value, label: name }))} /><SelectField {...bei('stand')} options={wahl(STAENDE)} emptyLabel={null} /></FieldRow>
      <FieldRow><EuroField {...bei('betrag')} optional hint="Leer lassen, was noch niemand weiß. 0 heißt: kostet nichts." /><TextField {...bei('vzae')} optional width={6} hint="Nur in Personalspalten, zum Beispiel 0,50." /></FieldRow>
      <FieldRow><SelectField {...bei('bezug')} options={wahl(BEZUEGE)} emptyLabel={null} /><TextField {...bei('jahrVon')} optional width={4} inputmode="numeric" /><TextField {...bei('jahrBis')} optional width={4} inputmode="numeric" /></FieldRow>
      <TextField {...bei('betriebAb')} optional width={10} hint="Monat, ab dem jährliche Kosten entstehen, zum Beispiel 03/2027. Das erste Jahr zählt dann nach Monaten." />
      <FieldRow><SelectField {...bei('mittelart')} optional emptyLabel="nicht festgelegt" options={wahl(MITTELARTEN)} /><TextField {...bei('produkt')} optional width={10} /><TextField {...bei('sachkonto')} optional width={10} /></FieldRow>
      <FieldRow><SelectField {...bei('verpflichtung')} optional emptyLabel="nein" options={[{ value: 'ja', label: 'ja' }]} /><SelectField {...bei('brutto')} label="Preise" emptyLabel={null} options={[{ value: 'ja', label: 'brutto' }, { value: 'nein', label: 'netto' }]} /></FieldRow>
      <FieldRow><TextField {...bei('preisstand')} optional width={10} /><SelectField {...bei('unsicherheit')} optional emptyLabel="nicht eingeschätzt" options={wahl(UNSICHERHEITEN)} /></FieldRow>
      <TextField {...bei('quelle')} optional maxLength={500} hint="Woher die Zahl kommt: Angebot, Vertrag, Beschluss." />
    </>
  )
}

/** Codes of the history in words. */
function inWorten(feld: string, text: string | null, objekte: readonly Objekt[]): string {
  if (text === null) return 'keine Angabe'
  const objekt = feld === 'objektId' ? objekte.find(({ id }) => id === text) : undefined
  if (objekt) return objektText(objekt)
  if (feld === 'spalte') return SPALTEN[text as Zeile['spalte']]?.name ?? text
  return feld === 'bezug' ? BEZUEGE[text as Zeile['bezug']] ?? text : feld === 'stand' ? STAENDE[text as Zeile['stand']] ?? text : text
}

function Verlauf({ verlauf, objekte }: { verlauf: Zeilenansicht['verlauf']; objekte: readonly Objekt[] }): VNode | null {
  if (verlauf.length === 0) return null
  return (
    <Card title="Verlauf">
      <Table caption="Änderungen dieser Zeile" captionHidden dense rows={verlauf} rowKey={({ id }) => id} columns={[
        { key: 'am', label: 'Wann', rowHeader: true, cell: ({ am }) => formatInstant(am) }, { key: 'feld', label: 'Feld', cell: ({ feld }) => FELDNAMEN[feld as Feld] ?? feld },
        { key: 'alt', label: 'Vorher', cell: ({ feld, alt }) => inWorten(feld, alt, objekte) }, { key: 'neu', label: 'Nachher', cell: ({ feld, neu }) => inWorten(feld, neu, objekte) },
      ]} />
    </Card>
  )
}
