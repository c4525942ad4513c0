import { Alert } from '../../../../design/index.js'
import type { Aufgabe } from '../../../grundlagen/aufgaben/index.js'
import type { Maske } from '../../fallbearbeitung/index.js'
import { leseZeichnung, Zeichnungsformular } from '../zeichnen/formular.js'
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
    return <Zeichnungsformular bescheidId={bescheid.id} fassung={fassung} autor={namen.get(fassung.autorId) ?? 'unbekannt'} zustand={zustand} />
  },
  async submit(c, aufgabe, _vorgang, werte) {
    await c.execute(korrekturZeichnen, { bescheidId: bescheidDer(aufgabe), aufgabeId: aufgabe.id, ...leseZeichnung(werte) }, c.formToken ? { schluessel: c.formToken } : {})
  },
}
