import type { Tx } from '../../../platform/database/database.js'
import { formatMoney } from '../../../design/index.js'
import { startOfDay } from '../../../platform/time/index.js'
import { berechneGebuehr, leistungsversionById, type Leistungsversion } from '../../grundlagen/leistungen/index.js'
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
    daten: { ...antrag.daten, ...kosten(leistung, antrag), leistung: leistung.bezeichnung, antragsdatum: antrag.eingangDatum.toString() },
    empfaenger: { name: antrag.kontakt.name, anschrift: antrag.anschrift, kontoId: antrag.inhaber?.art === 'buerger' ? antrag.inhaber.id : null },
  }
}

/** The fee as it was on the day of receipt, for the text blocks; open ones (Rahmengebuehr) a person fills in. */
function kosten(leistung: Leistungsversion, antrag: Antrag): Record<string, string> {
  if (!leistung.gebuehr || !leistung.formular) return {}
  const fragen = leistung.formular.seiten.flatMap((seite) => seite.fragen.map((frage) => frage.name))
  const { summe, offen, rechtsgrundlage } = berechneGebuehr(leistung.gebuehr, fragen, antrag.daten as never, startOfDay(antrag.eingangDatum))
  return offen.length > 0 ? { gebuehrGrundlage: rechtsgrundlage } : { gebuehr: formatMoney(summe), gebuehrGrundlage: rechtsgrundlage }
}
