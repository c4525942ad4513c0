import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Button, ButtonRow, Card, CheckboxField, DescriptionList, ErrorSummary, formatDate, Formularfelder, HiddenFields, LinkButton, NumberField, SelectField, TextareaField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import type { Einheit } from '../../../grundlagen/organisation/index.js'
import { klasseText, PFAD, steckbriefPfad } from '../anzeige.js'
import { BAUSTEINARTEN, darfUnter, OBJEKTARTEN, type Ebenenname, type Objektart } from '../domain/arten.js'
import { FELDER } from '../domain/felder.js'
import type { Kostenklasse } from '../domain/kostenklasse.js'
import { TEXTFELDER, textfelderVon } from '../domain/steckbrief.js'
import type { Konflikt } from '../domain/zusammenfuehren.js'
import type { Objekt, Strategie } from '../lesen.js'

export interface Auswahl { readonly strategie: Strategie; readonly objekte: readonly Objekt[]; readonly einheiten: readonly Einheit[]; readonly personen: readonly { readonly id: string; readonly name: string }[]; readonly namen: Readonly<Record<Objektart, Ebenenname>>; readonly klassen: readonly Kostenklasse[] }

/** How long the reason of a change may be, in characters. */
export const GRUND_MAX = 1000

interface Formular { readonly auswahl: Auswahl; readonly art: Objektart; readonly objekt: Objekt | undefined; readonly werte: Readonly<Record<string, string>>; readonly konflikte: readonly Konflikt[]; readonly zustand: Formularzustand }

/** The form of a Steckbrief, new or existing. */
export function formularPage(c: RequestContext, formular: Formular): Reply {
  const { auswahl: { strategie, namen }, art, objekt, konflikte, zustand } = formular
  const ziel = objekt ? steckbriefPfad(objekt.id) : `${PFAD}?strategie=${strategie.kennung}`
  return arbeitsplatzSeite(c, {
    title: objekt ? `${objekt.name} bearbeiten` : `${namen[art].einzahl} anlegen`, schmal: true, hasErrors: zustand.fehler.length > 0,
    breadcrumb: [{ label: strategie.name, href: `${PFAD}?strategie=${strategie.kennung}` }, ...(objekt ? [{ label: objekt.name, href: ziel }] : []), { label: objekt ? 'Bearbeiten' : 'Neu' }],
  }, (
    <>
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {zustand.meldung ? <Alert tone="warning" live="alert" title="Nicht gespeichert"><p>{zustand.meldung}</p></Alert> : null}
      {konflikte.length > 0 ? <Vergleich konflikte={konflikte} auswahl={formular.auswahl} /> : null}
      <form method="post" action={objekt ? `${ziel}/bearbeiten` : `${PFAD}/objekte/neu`} class="sk-form" noValidate data-unsaved-guard="">
        <Formularfelder c={c} />
        {objekt ? <HiddenFields values={{ version: String(objekt.version) }} /> : <HiddenFields values={{ art, strategie: strategie.kennung }} />}
        <Sachfelder {...formular} />
        {textfelderVon(art).map((feld) => <TextareaField key={feld} name={`texte.${feld}`} label={TEXTFELDER[feld].titel} optional rows={feld === 'beschreibung' ? 5 : 3} maxLength={20_000} value={formular.werte[`texte.${feld}`] ?? ''} {...an(zustand, `texte.${feld}`)} />)}
        {objekt ? <TextField name="grund" label="Warum ändern Sie das?" hint="Steht im Verlauf. Wichtig, wenn sich Termine verschieben." optional maxLength={GRUND_MAX} value={wert(zustand.werte, 'grund')} {...an(zustand, 'grund')} /> : null}
        <ButtonRow><Button>{objekt ? 'Speichern' : 'Anlegen'}</Button><LinkButton href={ziel} variant="tertiary">Abbrechen</LinkButton></ButtonRow>
      </form>
    </>
  ))
}

const an = ({ fehler }: Formularzustand, feld: string) => { const treffer = fehler.find((one) => one.feld === feld); return treffer ? { error: treffer.text } : {} }

function lesbar(feld: string, text: string, { objekte, einheiten, personen }: Auswahl): string {
  if (text === '') return 'leer'
  if (FELDER[feld]?.art === 'datum') return formatDate(Temporal.PlainDate.from(text))
  if (FELDER[feld]?.art === 'id') return objekte.find(({ id }) => id === text)?.name ?? einheiten.find(({ id }) => id === text)?.name ?? personen.find(({ id }) => id === text)?.name ?? 'anderer Eintrag'
  return text
}

/** Both versions side by side; the form below holds mine. */
function Vergleich({ konflikte, auswahl }: { konflikte: readonly Konflikt[]; auswahl: Auswahl }): VNode {
  return (
    <Card title="Zwei Fassungen">
      <p>Unten im Formular stehen Ihre Eingaben. Speichern Sie noch einmal, gilt Ihre Fassung. Alles andere, was inzwischen geändert wurde, ist schon übernommen.</p>
      {konflikte.map(({ feld, meins, aktuell, vorher }) => (
        <section key={feld}>
          <h3>{FELDER[feld]?.titel ?? feld}</h3>
          <DescriptionList items={[{ label: 'Ihre Eingabe', value: lesbar(feld, meins, auswahl) }, { label: 'Inzwischen gespeichert', value: lesbar(feld, aktuell, auswahl) }, { label: 'Vorher', value: lesbar(feld, vorher, auswahl) }]} />
        </section>
      ))}
    </Card>
  )
}

function Sachfelder({ auswahl: { objekte, einheiten, personen, namen, klassen }, art, objekt, werte, zustand }: Formular): VNode {
  const w = (feld: string) => werte[feld] ?? ''
  const plaetze = objekte.filter((eines) => eines.id !== objekt?.id && darfUnter(art, eines.art))
  const nurPlan = art !== 'handlungsfeld' && art !== 'ziel'
  return (
    <>
      <TextField name="name" label="Name" maxLength={300} value={w('name')} {...an(zustand, 'name')} />
      <TextField name="nummer" label="Nummer" hint="So, wie alle sie nennen, zum Beispiel 1A. Sie darf unter verschiedenen Bausteinarten gleich sein." optional maxLength={20} width={6} value={w('nummer')} {...an(zustand, 'nummer')} />
      {art === 'baustein' ? <SelectField name="bausteinart" label="Bausteinart" optional emptyLabel="keine" value={w('bausteinart')} options={Object.entries(BAUSTEINARTEN).map(([value, label]) => ({ value, label }))} {...an(zustand, 'bausteinart')} /> : null}
      <SelectField name="oberId" label="Gehört zu" optional emptyLabel="steht für sich" value={w('oberId')} options={plaetze.map((eines) => ({ value: eines.id, label: `${namen[eines.art].einzahl}: ${[eines.nummer, eines.name].filter(Boolean).join(' ')}` }))} {...an(zustand, 'oberId')} />
      {nurPlan ? (
        <>
          <SelectField name="prioritaet" label="Priorität" optional emptyLabel="nicht angegeben" value={w('prioritaet')} options={['hoch', 'mittel', 'niedrig'].map((value) => ({ value, label: value }))} {...an(zustand, 'prioritaet')} />
          <TextField name="verantwortlich" label="Verantwortlich" hint="Stelle oder Funktion" optional maxLength={200} value={w('verantwortlich')} {...an(zustand, 'verantwortlich')} />
          <SelectField name="verantwortlichKontoId" label="Verantwortliche Person" optional emptyLabel="keine bestimmte" value={w('verantwortlichKontoId')} {...an(zustand, 'verantwortlichKontoId')}
            options={[...personen.map(({ id, name }) => ({ value: id, label: name })), ...(w('verantwortlichKontoId') && !personen.some(({ id }) => id === w('verantwortlichKontoId')) ? [{ value: w('verantwortlichKontoId'), label: 'bisherige Person (nicht mehr hier)' }] : [])]} />
          <SelectField name="einheitId" label="Zuständige Einheit" hint="Wer hier arbeitet, darf den Steckbrief ändern." optional emptyLabel="keine bestimmte" value={w('einheitId')} options={einheiten.map(({ id, kuerzel, name }) => ({ value: id, label: `${kuerzel} ${name}` }))} {...an(zustand, 'einheitId')} />
          <TextareaField name="beteiligte" label="Beteiligte" hint="Eine Stelle oder Person je Zeile" optional rows={3} value={w('beteiligte')} {...an(zustand, 'beteiligte')} />
          <NumberField name="dauerMonate" label="Laufzeit in Monaten" optional width={4} value={w('dauerMonate')} {...an(zustand, 'dauerMonate')} />
          <CheckboxField name="fortlaufend" label="Fortlaufend: hat kein Ende und wird nie überfällig" value="ja" checked={w('fortlaufend') === 'ja'} {...an(zustand, 'fortlaufend')} />
          {(['beginn', 'ende', 'beginnIst', 'endeIst', 'frist'] as const).map((feld) => <TextField key={feld} type="date" name={feld} label={FELDER[feld]?.titel ?? ''} optional width={10} value={w(feld)} {...an(zustand, feld)} />)}
        </>
      ) : null}
      {art === 'baustein' || (nurPlan && w('kostenklasse') !== '')
        ? <SelectField name="kostenklasse" label="Kostenklasse" hint="Nur Investitionen und externe Kosten, ohne eigenes Personal." optional emptyLabel="nicht angegeben" value={w('kostenklasse')} options={[{ value: '0', label: 'keine externen Kosten' }, ...klassen.map(({ nummer }) => ({ value: String(nummer), label: klasseText(nummer, klassen) ?? '' }))]} {...an(zustand, 'kostenklasse')} />
        : null}
    </>
  )
}

/** Before a new one: which level. */
export function ebenenwahlPage(c: RequestContext, { strategie, namen }: Auswahl): Reply {
  return arbeitsplatzSeite(c, { title: 'Was möchten Sie anlegen?', schmal: true, breadcrumb: [{ label: strategie.name, href: `${PFAD}?strategie=${strategie.kennung}` }, { label: 'Neu' }] }, (
    <form method="get" class="sk-form" action={`${PFAD}/objekte/neu`}>
      <HiddenFields values={{ strategie: strategie.kennung }} />
      <SelectField name="art" label="Ebene" value="massnahme" emptyLabel={null} options={OBJEKTARTEN.map((art) => ({ value: art, label: namen[art].einzahl }))} />
      <Button>Weiter</Button>
    </form>
  ))
}
