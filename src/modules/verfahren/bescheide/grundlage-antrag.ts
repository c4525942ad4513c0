import type { Tx } from '../../../platform/database/database.js'
import { formatMoney } from '../../../design/index.js'
import { startOfDay } from '../../../platform/time/index.js'
import { festsetzungZu, rechne } from '../../finanzen/gebuehren/index.js'
import { leistungsversionById, type Leistungsversion } from '../../grundlagen/leistungen/index.js'
import { antragZuVorgang, type Antrag } from '../antraege/index.js'
import type { Grundlage } from './grundlage.js'

/** What a decision on an application is made from: its answers, and the version of the service it was made under (A1-09). */
export async function grundlageAusAntrag(tx: Tx, vorgangId: string): Promise<Grundlage | undefined> {
  const antrag = await antragZuVorgang(tx, vorgangId)
  const leistung = antrag && await leistungsversionById(tx, antrag.leistungsversionId)
  if (!antrag || !leistung) return undefined
  const { rechtsbehelf, bekanntgabe } = leistung.stammdaten
  return {
    leistung: leistung.bezeichnung, vorlage: leistung.bescheidVorlage, zustellung: antrag.zustellung,
    ...(rechtsbehelf ? { rechtsbehelf } : {}), ...(bekanntgabe ? { bekanntgabe } : {}),
    daten: { ...antrag.daten, ...(antrag.vertretung ? { vertretene: antrag.vertretung.name } : {}), ...await kosten(tx, leistung, antrag), leistung: leistung.bezeichnung, antragsdatum: antrag.eingangDatum.toString() },
    empfaenger: { name: antrag.kontakt.name, anschrift: antrag.anschrift, kontoId: antrag.inhaber?.art === 'buerger' ? antrag.inhaber.id : null },
  }
}

/** The fee as it is kept with the case, else by the rule of the day of receipt, for the text blocks; open ones (Rahmengebuehr) a person fills in. */
async function kosten(tx: Tx, leistung: Leistungsversion, antrag: Antrag): Promise<Record<string, string>> {
  const fest = await festsetzungZu(tx, { vorgangId: antrag.vorgangId })
  const gerechnet = fest ? undefined : await rechne(tx, leistung, antrag.daten, startOfDay(antrag.eingangDatum))
  const rechtsgrundlage = (fest ?? gerechnet)?.aufstellung.rechtsgrundlage
  if (rechtsgrundlage === undefined) return {}
  const offen = fest?.offen.length ?? gerechnet?.rechnung.offen.length ?? 0
  return offen > 0 ? { gebuehrGrundlage: rechtsgrundlage } : { gebuehr: formatMoney(fest?.summe ?? gerechnet?.rechnung.summe ?? 0n), gebuehrGrundlage: rechtsgrundlage }
}
