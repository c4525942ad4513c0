import { Alert, Button, ButtonRow, CheckboxField, HiddenFields, LinkButton, TextareaField } from '../../../../design/index.js'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { wert } from '../../../../platform/http/route.js'
import type { Aufgabe } from '../../../grundlagen/aufgaben/index.js'
import type { Maske } from '../../fallbearbeitung/index.js'
import { Bescheidtext } from '../vorschau/text.js'
import { korrekturZeichnen } from './command.js'
import { korrekturenLesen } from './query.js'

const bescheidDer = ({ eingabe }: Aufgabe): string => (typeof eingabe['bescheidId'] === 'string' ? eingabe['bescheidId'] : '')

/** The form of „Berichtigung mitzeichnen“ and its sisters: what is signed leaves at once. */
export const korrekturMaske: Maske = {
  async render(c, aufgabe, vorgang, zustand) {
    const { korrekturen, namen } = await c.ask(korrekturenLesen, { vorgangId: vorgang.id })
    const bescheid = korrekturen.find(({ id }) => id === bescheidDer(aufgabe))
    const fassung = bescheid?.fassungen.at(-1)
    if (!bescheid || !fassung) return <Alert tone="warning" title="Diesen Entwurf gibt es nicht mehr" />
    const fehler = (feld: string) => { const text = zustand.fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }
    return (
      <>
        <HiddenFields values={{ fassungNr: String(fassung.nr), fassungHash: fassung.hash }} />
        <p class="kern-body">Sie zeichnen <strong>Fassung {fassung.nr}</strong> von {namen.get(fassung.autorId) ?? 'unbekannt'} (Prüfsumme <code>{fassung.hash.slice(0, 8)}</code>).</p>
        <Bescheidtext inhalt={fassung.inhalt} />
        <TextareaField name="grund" label="Was soll geändert werden?" hint="Nur nötig, wenn Sie zurückgeben." rows={3} optional value={wert(zustand.werte, 'grund')} maxLength={2000} {...fehler('grund')} />
        <CheckboxField name="gelesen" value="ja" checked={wert(zustand.werte, 'gelesen') === 'ja'} label="Ich habe den Text gelesen. Mit meiner Zeichnung wird er erlassen und verschickt." {...fehler('gelesen')} />
        <ButtonRow>
          <Button name="ergebnis" value="gezeichnet">Zeichnen</Button>
          <Button name="ergebnis" value="zurueck" variant="secondary">Zurückgeben</Button>
          <LinkButton href={`/arbeitsplatz/bescheide/${bescheid.id}/entwurf.pdf`} variant="tertiary">Entwurf als PDF</LinkButton>
        </ButtonRow>
      </>
    )
  },
  async submit(c, aufgabe, _vorgang, werte) {
    const nr = Number(wert(werte, 'fassungNr'))
    if (!Number.isInteger(nr) || nr < 1) throw new Conflict('bescheid.neueFassung', 'Bitte laden Sie die Seite neu und lesen Sie den Text noch einmal.')
    if (wert(werte, 'ergebnis') === 'gezeichnet' && wert(werte, 'gelesen') !== 'ja') throw new Invalid([{ feld: 'gelesen', text: 'Bitte bestätigen Sie, dass Sie den Text gelesen haben. Danach können Sie zeichnen.' }])
    await c.execute(korrekturZeichnen, {
      bescheidId: bescheidDer(aufgabe), aufgabeId: aufgabe.id, fassungNr: nr, fassungHash: wert(werte, 'fassungHash'), ergebnis: wert(werte, 'ergebnis') === 'gezeichnet' ? 'gezeichnet' : 'zurueck', grund: wert(werte, 'grund'),
    }, c.formToken ? { schluessel: c.formToken } : {})
  },
}
