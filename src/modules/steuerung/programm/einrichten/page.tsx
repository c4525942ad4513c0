import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Button, Card, ErrorSummary, EuroField, FieldRow, Formularfelder, LinkButton, NumberField, TextField } from '../../../../design/index.js'
import { formatAmount } from '../../../../platform/money/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { PFAD, ProgrammReiter } from '../anzeige.js'
import { EBENENNAMEN, OBJEKTARTEN, type Ebenenname, type Objektart } from '../domain/arten.js'
import type { Kostenklasse } from '../domain/kostenklasse.js'

interface Einrichtung { readonly namen: Readonly<Record<Objektart, Ebenenname>>; readonly klassen: readonly Kostenklasse[] }

export const KLASSENZEILEN = 8

/** Names of the levels, classes of costs, new strategies, plans from files. */
export function einrichtenPage(c: RequestContext, einrichtung: Einrichtung, zustand: Formularzustand): Reply {
  const gesendet = (formular: string) => (c.method === 'POST' && c.path.endsWith(`/${formular}`) ? zustand : leer)
  return arbeitsplatzSeite(c, { title: 'Programm einrichten', hasErrors: zustand.fehler.length > 0, actions: <LinkButton href={`${PFAD}/einlesen`} small icon="upload">Plan einlesen</LinkButton> }, (
    <>
      <ProgrammReiter c={c} aktuell="einrichten" />
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {zustand.meldung ? <Alert tone="danger" live="alert"><p>{zustand.meldung}</p></Alert> : null}
      <Ebenen c={c} einrichtung={einrichtung} zustand={gesendet('ebenen')} />
      <Klassen c={c} einrichtung={einrichtung} zustand={gesendet('kostenklassen')} />
      <NeueStrategie c={c} zustand={gesendet('strategie')} />
    </>
  ))
}

const leer: Formularzustand = { werte: {}, fehler: [] }
const an = ({ fehler }: Formularzustand, feld: string) => { const treffer = fehler.find((one) => one.feld === feld); return treffer ? { error: treffer.text } : {} }
interface Teil { readonly c: RequestContext; readonly einrichtung: Einrichtung; readonly zustand: Formularzustand }

function Ebenen({ c, einrichtung: { namen }, zustand }: Teil): VNode {
  const w = (feld: string, jetzt: string) => (zustand === leer ? jetzt : wert(zustand.werte, feld))
  return (
    <Card title="So heißen die Ebenen bei uns">
      <form method="post" action={`${PFAD}/einrichten/ebenen`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        {OBJEKTARTEN.map((art) => (
          <FieldRow key={art}>
            <TextField name={`${art}.einzahl`} label={`${EBENENNAMEN[art].einzahl}: eine`} maxLength={60} width={20} value={w(`${art}.einzahl`, namen[art].einzahl)} {...an(zustand, `${art}.einzahl`)} />
            <TextField name={`${art}.mehrzahl`} label={`${EBENENNAMEN[art].einzahl}: mehrere`} maxLength={60} width={20} value={w(`${art}.mehrzahl`, namen[art].mehrzahl)} {...an(zustand, `${art}.mehrzahl`)} />
          </FieldRow>
        ))}
        <Button>Namen speichern</Button>
      </form>
    </Card>
  )
}

function Klassen({ c, einrichtung: { klassen }, zustand }: Teil): VNode {
  const w = (feld: string, cent: bigint | undefined) => (zustand === leer ? (cent === undefined ? '' : formatAmount(cent)) : wert(zustand.werte, feld))
  return (
    <Card title="Kostenklassen">
      <p>Für Investitionen und externe Kosten, ohne eigenes Personal. Eine Klasse beginnt über ihrer unteren Grenze und endet mit ihrer oberen: Genau 100.000,00 € liegt in der Klasse, die dort endet. Was über der höchsten Klasse liegt, braucht einen eigenen Haushaltsansatz.</p>
      <form method="post" action={`${PFAD}/einrichten/kostenklassen`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        {Array.from({ length: Math.max(KLASSENZEILEN, klassen.length) }, (_, index) => index + 1).map((nummer) => (
          <FieldRow key={nummer}>
            <EuroField name={`ueber${nummer}`} label={`Klasse ${nummer}: über`} optional width={10} value={w(`ueber${nummer}`, klassen[nummer - 1]?.ueberCent)} {...an(zustand, `ueber${nummer}`)} />
            <EuroField name={`bis${nummer}`} label={`Klasse ${nummer}: bis`} optional width={10} value={w(`bis${nummer}`, klassen[nummer - 1]?.bisCent)} {...an(zustand, `bis${nummer}`)} />
          </FieldRow>
        ))}
        <Button>Klassen speichern</Button>
      </form>
    </Card>
  )
}

function NeueStrategie({ c, zustand }: { c: RequestContext; zustand: Formularzustand }): VNode {
  const w = (feld: string) => ({ value: wert(zustand.werte, feld), ...an(zustand, feld) })
  return (
    <Card title="Neue Strategie">
      <form method="post" action={`${PFAD}/einrichten/strategie`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <TextField name="name" label="Name" maxLength={300} {...w('name')} />
        <TextField name="kennung" label="Kennung" hint="Kurz, aus Kleinbuchstaben, Ziffern und Bindestrich, zum Beispiel digital-2030. Sie steht in den Adressen." maxLength={60} width={20} {...w('kennung')} />
        <NumberField name="jahrVon" label="Erstes Jahr" optional width={4} {...w('jahrVon')} />
        <NumberField name="jahrBis" label="Letztes Jahr" optional width={4} {...w('jahrBis')} />
        <Button>Strategie anlegen</Button>
      </form>
    </Card>
  )
}
