import { Alert, Button, Card, Details, EuroField, Formularfelder, NumberField, TextareaField } from '../../../../design/index.js'
import { wert, type Formularzustand, type RequestContext } from '../../../../platform/http/route.js'
import { formatEuro } from '../../../../platform/money/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import type { Vorgang } from '../../../akte/akten/index.js'
import type { FallTeil } from '../../../verfahren/fallbearbeitung/index.js'
import { Gebuehrenrechnung } from '../../forderungen/index.js'
import { festsetzungZu, type Festsetzung } from '../festsetzung.js'

/** Fields with which a clerk sets what is open or takes something off; on the case screen and again where something was wrong. */
export function Festsetzungsformular({ c, vorgangsnummer, festsetzung, zustand }: { c: RequestContext; vorgangsnummer: string; festsetzung: Festsetzung; zustand: Formularzustand }) {
  const rahmen = festsetzung.regel.positionen?.filter((position) => position.rahmen && (festsetzung.offen.includes(position.name) || festsetzung.aufstellung.positionen.some(({ bezeichnung }) => bezeichnung === position.bezeichnung))) ?? []
  const fehler = (feld: string) => { const text = zustand.fehler.find((eintrag) => eintrag.feld === feld)?.text; return text ? { error: text } : {} }
  return (
    <form method="post" action={`/arbeitsplatz/vorgaenge/${vorgangsnummer}/gebuehr`} class="sk-form" noValidate>
      <Formularfelder c={c} />
      {rahmen.map(({ name, bezeichnung, rahmen: grenzen }) => (
        <EuroField key={name} name={`betrag-${name}`} label={bezeichnung} hint={`Zwischen ${formatEuro(BigInt(grenzen?.von ?? 0))} und ${formatEuro(BigInt(grenzen?.bis ?? 0))}.`} value={wert(zustand.werte, `betrag-${name}`)} {...fehler(`betrag-${name}`)} />
      ))}
      <NumberField name="ermaessigung" label="Ermäßigung in Prozent" hint="100 erlässt die Gebühr. Ohne Ermäßigung bleibt das Feld leer." optional value={wert(zustand.werte, 'ermaessigung')} {...fehler('ermaessigung')} />
      <TextareaField name="gebuehrengrund" label="Grund" hint="Der Grund steht bei der Gebühr. Die Person kann ihn lesen." maxLength={1000} rows={3} value={wert(zustand.werte, 'gebuehrengrund')} {...fehler('gebuehrengrund')} />
      <Button variant="secondary">Gebühr festsetzen</Button>
    </form>
  )
}

/** On the case screen: what it costs and why, and the form for whoever may set it. */
export const gebuehrenteil: FallTeil = {
  name: 'gebuehren.gebuehr', rang: 40, bereich: 'haupt',
  async laden(c, vorgang: Vorgang) {
    const festsetzung = await c.app.db.withMandant(c.mandant.id, (tx) => festsetzungZu(tx, { vorgangId: vorgang.id }))
    if (!festsetzung) return null
    const darf = holds(c.actor, 'gebuehr.festsetzen', { einheitId: vorgang.einheitId })
    const formular = <Festsetzungsformular c={c} vorgangsnummer={vorgang.vorgangsnummer} festsetzung={festsetzung} zustand={{ werte: {}, fehler: [] }} />
    return (
      <section id="gebuehr"><Card title="Gebühr">
        {festsetzung.offen.length > 0 ? <Alert tone="warning" level={3} title="Die Gebühr ist noch nicht festgesetzt"><p>Die Satzung nennt einen Rahmen. Bitte setzen Sie den Betrag fest, bevor der Bescheid hinausgeht.</p></Alert> : null}
        <Gebuehrenrechnung aufstellung={festsetzung.aufstellung} />
        {darf ? (festsetzung.offen.length > 0 ? formular : <Details summary="Gebühr ändern oder ermäßigen">{formular}</Details>) : null}
      </Card></section>
    )
  },
}
