import { Alert, Button, ButtonRow, CheckboxField, HiddenFields, LinkButton, TextareaField } from '../../../../design/index.js'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { wert } from '../../../../platform/http/route.js'
import type { Maske } from '../../fallbearbeitung/index.js'
import { bescheidLesen } from '../entwerfen/query.js'
import { Bescheidtext, Unterschiede } from '../vorschau/text.js'
import { bescheidZeichnen } from './command.js'

/** The form of „Bescheid mitzeichnen“: shows exactly the version that is signed, and what changed since the one before. */
export const zeichnenMaske: Maske = {
  async render(c, aufgabe, vorgang, zustand) {
    const { bescheid, namen } = await c.ask(bescheidLesen, { vorgangId: vorgang.id })
    const fassung = bescheid?.fassungen.at(-1)
    if (!bescheid || !fassung) return <Alert tone="warning" title="Zu diesem Vorgang gibt es noch keinen Bescheid" />
    const vorher = bescheid.fassungen.at(-2)
    const fehler = zustand.fehler.find(({ feld }) => feld === 'grund')
    const ungelesen = zustand.fehler.find(({ feld }) => feld === 'gelesen')
    return (
      <>
        <HiddenFields values={{ fassungNr: String(fassung.nr), fassungHash: fassung.hash }} />
        <p class="kern-body">Sie zeichnen <strong>Fassung {fassung.nr}</strong> von {namen.get(fassung.autorId) ?? 'unbekannt'} (Prüfsumme <code>{fassung.hash.slice(0, 8)}</code>). Wird danach etwas geändert, gilt Ihre Zeichnung nicht mehr.</p>
        <Bescheidtext inhalt={fassung.inhalt} />
        {vorher ? <Unterschiede alt={vorher} neu={fassung} /> : null}
        <TextareaField name="grund" label="Was soll geändert werden?" hint="Nur nötig, wenn Sie den Bescheid zurückgeben." rows={3} optional value={wert(zustand.werte, 'grund')} maxLength={2000} {...(fehler ? { error: fehler.text } : {})} />
        <CheckboxField name="gelesen" value="ja" checked={wert(zustand.werte, 'gelesen') === 'ja'} label="Ich habe den Bescheid gelesen. Mit meiner Zeichnung wird er erlassen und verschickt; das lässt sich nicht zurücknehmen." {...(ungelesen ? { error: ungelesen.text } : {})} />
        <ButtonRow>
          <Button name="ergebnis" value="gezeichnet">Zeichnen</Button>
          <Button name="ergebnis" value="zurueck" variant="secondary">Zurückgeben</Button>
          <LinkButton href={`/arbeitsplatz/bescheide/${bescheid.id}/entwurf.pdf`} variant="tertiary">Entwurf als PDF</LinkButton>
        </ButtonRow>
      </>
    )
  },
  async submit(c, aufgabe, vorgang, werte) {
    const nr = Number(wert(werte, 'fassungNr'))
    if (!Number.isInteger(nr) || nr < 1) throw new Conflict('bescheid.neueFassung', 'Bitte laden Sie die Seite neu und lesen Sie den Bescheid noch einmal.')
    if (wert(werte, 'ergebnis') === 'gezeichnet' && wert(werte, 'gelesen') !== 'ja') throw new Invalid([{ feld: 'gelesen', text: 'Bitte bestätigen Sie, dass Sie den Bescheid gelesen haben. Danach können Sie zeichnen.' }])
    await c.execute(bescheidZeichnen, {
      vorgangId: vorgang.id, aufgabeId: aufgabe.id, fassungNr: nr, fassungHash: wert(werte, 'fassungHash'),
      ergebnis: wert(werte, 'ergebnis') === 'gezeichnet' ? 'gezeichnet' : 'zurueck', grund: wert(werte, 'grund'),
    }, c.formToken ? { schluessel: c.formToken } : {})
  },
}
