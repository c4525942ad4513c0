import type { VNode } from 'preact'
import { Button, ButtonRow, CheckboxField, HiddenFields, LinkButton, TextareaField } from '../../../../design/index.js'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { wert, type Formularzustand, type Werte } from '../../../../platform/http/route.js'
import type { Fassung } from '../bescheid.js'
import { Bescheidtext, Unterschiede } from '../vorschau/text.js'

interface Props {
  readonly bescheidId: string
  readonly fassung: Fassung
  /** The version before, whose differences are shown. */
  readonly vorher?: Fassung | undefined
  readonly autor: string
  readonly zustand: Formularzustand
}

/** Shows exactly the version that is signed; its checksum goes along, so that nobody signs what somebody else has changed meanwhile. */
export function Zeichnungsformular({ bescheidId, fassung, vorher, autor, zustand }: Props): VNode {
  const fehler = (feld: string) => {
    const text = zustand.fehler.find((einer) => einer.feld === feld)?.text
    return text ? { error: text } : {}
  }
  return (
    <>
      <HiddenFields values={{ fassungNr: String(fassung.nr), fassungHash: fassung.hash }} />
      <p class="kern-body">
        Sie zeichnen <strong>Fassung {fassung.nr}</strong> von {autor} (Prüfsumme <code>{fassung.hash.slice(0, 8)}</code>). Wird danach etwas geändert, gilt Ihre Zeichnung nicht mehr.
      </p>
      <Bescheidtext inhalt={fassung.inhalt} />
      {vorher ? <Unterschiede alt={vorher} neu={fassung} /> : null}
      <TextareaField
        name="grund" label="Was soll geändert werden?" hint="Nur nötig, wenn Sie den Bescheid zurückgeben." rows={3} optional
        value={wert(zustand.werte, 'grund')} maxLength={2000} {...fehler('grund')}
      />
      <CheckboxField
        name="gelesen" value="ja" checked={wert(zustand.werte, 'gelesen') === 'ja'}
        label="Ich habe den Bescheid gelesen. Mit meiner Zeichnung wird er erlassen und verschickt; das lässt sich nicht zurücknehmen." {...fehler('gelesen')}
      />
      <ButtonRow>
        <Button name="ergebnis" value="gezeichnet">Zeichnen</Button>
        <Button name="ergebnis" value="zurueck" variant="secondary">Zurückgeben</Button>
        <LinkButton href={`/arbeitsplatz/bescheide/${bescheidId}/entwurf.pdf`} variant="tertiary">Entwurf als PDF</LinkButton>
      </ButtonRow>
    </>
  )
}

export interface Zeichnungseingabe {
  readonly fassungNr: number
  readonly fassungHash: string
  readonly ergebnis: 'gezeichnet' | 'zurueck'
  readonly grund: string
}

/** @throws Conflict when the form lost its version; Invalid when somebody signs without saying that the text was read */
export function leseZeichnung(werte: Werte): Zeichnungseingabe {
  const fassungNr = Number(wert(werte, 'fassungNr'))
  if (!Number.isInteger(fassungNr) || fassungNr < 1) throw new Conflict('bescheid.neueFassung', 'Bitte laden Sie die Seite neu und lesen Sie den Bescheid noch einmal.')
  const ergebnis = wert(werte, 'ergebnis') === 'gezeichnet' ? 'gezeichnet' : 'zurueck'
  if (ergebnis === 'gezeichnet' && wert(werte, 'gelesen') !== 'ja') {
    throw new Invalid([{ feld: 'gelesen', text: 'Bitte bestätigen Sie, dass Sie den Bescheid gelesen haben. Danach können Sie zeichnen.' }])
  }
  return { fassungNr, fassungHash: wert(werte, 'fassungHash'), ergebnis, grund: wert(werte, 'grund') }
}
