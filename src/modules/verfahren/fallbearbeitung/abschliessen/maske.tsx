import { Alert, Button, ButtonRow, DescriptionList, TextareaField } from '../../../../design/index.js'
import { wert, type RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { akteById, schliessHindernisse, type Vorgang } from '../../../akte/akten/index.js'
import type { Aufgabe } from '../../../grundlagen/aufgaben/index.js'
import { registerMaske } from '../registrierung.js'
import { offeneArbeit, vorgangAbschliessen } from './command.js'

/** What stands in the way, without the task and the process that the closing itself ends, and how long the file is kept. */
async function lage(c: RequestContext, aufgabe: Aufgabe, vorgang: Vorgang) {
  return c.app.db.withMandant(c.mandant.id, async (tx) => {
    const eigene = new Set((await offeneArbeit(tx, vorgang.id)))
    for (const text of await offeneArbeit(tx, vorgang.id, { aufgabeId: aufgabe.id, instanzId: aufgabe.instanzId })) eigene.delete(text)
    const hindernisse = (await schliessHindernisse.fuer(tx, vorgang.id)).filter((text) => !eigene.has(text))
    return { hindernisse, jahre: (await akteById(tx, vorgang.akteId))?.aufbewahrungJahre ?? null }
  })
}

/** „Vorgang abschließen“: says what is still open and until when the file will be kept, takes the closing note. */
registerMaske('vorgang.schliessen', {
  async render(c, aufgabe, vorgang, zustand) {
    const { hindernisse, jahre } = await lage(c, aufgabe, vorgang)
    const fehler = zustand.fehler.find(({ feld }) => feld === 'schlussvermerk')?.text
    return (
      <>
        {hindernisse.length > 0
          ? <Alert tone="warning" level={3} title="Noch nicht möglich"><p>Erledigen Sie zuerst:</p><ul class="kern-list kern-list--bullet">{hindernisse.map((text) => <li key={text}>{text}</li>)}</ul></Alert>
          : <p>Nichts ist mehr offen. Der Vorgang kann zu den Akten.</p>}
        <DescriptionList items={[{
          label: 'Aufbewahrung',
          value: jahre === null ? 'unbefristet (nach Aktenplan)' : `voraussichtlich bis 31.12.${c.today.year + jahre} (${jahre} Jahre nach dem Ende des Jahres ${c.today.year}, nach Aktenplan)`,
        }, { label: 'Abschluss am', value: formatDate(c.today) }]} />
        <TextareaField name="schlussvermerk" label="Schlussvermerk" hint="Wie ist der Vorgang ausgegangen? Ein Satz genügt." value={wert(zustand.werte, 'schlussvermerk')} rows={3} maxLength={4000} {...(fehler ? { error: fehler } : {})} />
        <ButtonRow><Button>Zu den Akten legen (z. d. A.)</Button></ButtonRow>
      </>
    )
  },
  async submit(c, aufgabe, _vorgang, werte) {
    await c.execute(vorgangAbschliessen, { aufgabeId: aufgabe.id, schlussvermerk: wert(werte, 'schlussvermerk') }, c.formToken ? { schluessel: c.formToken } : {})
  },
})
