import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Route, type Werte } from '../../../../platform/http/route.js'
import { strategien } from '../../programm/index.js'
import { planAnlegen } from '../anlegen/command.js'
import { isoAus } from '../domain/datum.js'
import { planAusProgramm } from '../aus-programm/command.js'
import { uebersichtSeite } from './page.js'
import { planuebersicht } from './query.js'

/** What the form says, with every wrong field named at once. @throws Invalid */
function angabenAus(werte: Werte): { titel: string; beginn: string; strategieId: string; schwelle: number } {
  const [titel, beginn, strategieId, schwelle] = [wert(werte, 'titel'), wert(werte, 'beginn'), wert(werte, 'strategieId'), wert(werte, 'schwelle')]
  const fehler: Feldfehler[] = []
  if (titel === '' || titel.length > 200) fehler.push({ feld: 'titel', text: 'Geben Sie dem Plan einen Titel mit höchstens 200 Zeichen.' })
  if (!isoAus(beginn)) fehler.push({ feld: 'beginn', text: 'Diesen Tag gibt es nicht. Geben Sie ein Datum wie 22.11.2026 ein.' })
  if (!/^\d{1,3}$/.test(schwelle) || Number(schwelle) > 250) fehler.push({ feld: 'schwelle', text: 'Der erlaubte Verzug ist eine ganze Zahl von 0 bis 250 Arbeitstagen.' })
  if (strategieId !== '' && !isUuid(strategieId)) fehler.push({ feld: 'strategieId', text: 'Bitte wählen Sie eine Strategie aus der Liste.' })
  if (fehler.length > 0) throw new Invalid(fehler)
  return { titel, beginn, strategieId, schwelle: Number(schwelle) }
}

export const routes: readonly Route[] = form({
  path: '/arbeitsplatz/planung', access: access.staff('planung.lesen'),
  show: async (c, zustand) => uebersichtSeite(c, await c.ask(planuebersicht, {}), await c.app.db.withMandant(c.mandant.id, (tx) => strategien(tx)), zustand),
  async submit(c, werte) {
    const { strategieId, ...angaben } = angabenAus(werte)
    const { planId } = await c.execute(planAnlegen, { ...angaben, ...(strategieId ? { strategieId } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
    if (!strategieId) return redirect(`/arbeitsplatz/planung/${planId}`, { hinweis: 'Der Plan ist angelegt.' })
    const { uebernommen, ausgelassen } = await c.execute(planAusProgramm, { planId })
    const fehlend = ausgelassen.length === 0 ? '' : ` Ohne Laufzeit und darum nicht übernommen: ${ausgelassen.slice(0, 5).join(', ')}${ausgelassen.length > 5 ? ` und ${ausgelassen.length - 5} weitere` : ''}.`
    return redirect(`/arbeitsplatz/planung/${planId}`, { hinweis: `${uebernommen} Einträge sind übernommen.${fehlend}` })
  },
})
