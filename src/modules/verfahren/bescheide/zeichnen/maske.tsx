import { Alert } from '../../../../design/index.js'
import type { Maske } from '../../fallbearbeitung/index.js'
import { bescheidLesen } from '../entwerfen/query.js'
import { bescheidZeichnen } from './command.js'
import { leseZeichnung, Zeichnungsformular } from './formular.js'

/** The form of „Bescheid mitzeichnen“: with what changed since the version before. */
export const zeichnenMaske: Maske = {
  async render(c, _aufgabe, vorgang, zustand) {
    const { bescheid, namen } = await c.ask(bescheidLesen, { vorgangId: vorgang.id })
    const fassung = bescheid?.fassungen.at(-1)
    if (!bescheid || !fassung) return <Alert tone="warning" title="Zu diesem Vorgang gibt es noch keinen Bescheid" />
    return (
      <Zeichnungsformular
        bescheidId={bescheid.id} fassung={fassung} vorher={bescheid.fassungen.at(-2)} autor={namen.get(fassung.autorId) ?? 'unbekannt'} zustand={zustand}
      />
    )
  },
  async submit(c, aufgabe, vorgang, werte) {
    await c.execute(bescheidZeichnen, { vorgangId: vorgang.id, aufgabeId: aufgabe.id, ...leseZeichnung(werte) }, c.formToken ? { schluessel: c.formToken } : {})
  },
}
