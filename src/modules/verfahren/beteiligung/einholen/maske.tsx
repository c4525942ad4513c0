import { Button, ButtonRow } from '../../../../design/index.js'
import type { Maske } from '../../fallbearbeitung/index.js'
import { pruefeEingabe } from './routes.js'
import { stellenBeteiligen } from './command.js'
import { BeteiligenFelder } from './felder.js'
import { beteiligungVorschlagen } from './query.js'

/** The form of „Fachstellen beteiligen“ in a process. */
export const einholenMaske: Maske = {
  async render(c, _aufgabe, vorgang, zustand) {
    const stand = await c.ask(beteiligungVorschlagen, { vorgangId: vorgang.id })
    return <><BeteiligenFelder stand={stand} zustand={zustand} today={c.today} ebene={3} /><ButtonRow><Button>Um Stellungnahme bitten</Button></ButtonRow></>
  },
  async submit(c, aufgabe, vorgang, werte) {
    const eingabe = pruefeEingabe(werte, await c.ask(beteiligungVorschlagen, { vorgangId: vorgang.id }))
    await c.execute(stellenBeteiligen, { vorgangId: vorgang.id, aufgabeId: aufgabe.id, ...eingabe }, c.formToken ? { schluessel: c.formToken } : {})
  },
}
