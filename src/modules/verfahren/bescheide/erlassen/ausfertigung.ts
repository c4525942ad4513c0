import { isUuid, type Tx } from '../../../../platform/database/database.js'
import { formatDateLong } from '../../../../platform/time/index.js'
import { belehrung, type RegelId } from '../../../grundlagen/fristen/index.js'
import { geltendeRegel, regelFuerPost } from '../../../akte/ausgang/index.js'
import { vorgangById } from '../../../akte/akten/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import type { Bescheid } from '../bescheid.js'
import { druckdaten, type Ausfertigung } from '../domain/ausfertigung.js'
import type { Inhalt } from '../domain/inhalt.js'
import { leseVorlage } from '../domain/vorlage.js'
import { grundlageZu, type Grundlage } from '../grundlage.js'

/** Everything that the printed decision says, from a version and who answers for it. The same for the draft and the final file. */
export async function ausfertigungVon(tx: Tx, bescheid: Pick<Bescheid, 'vorgangId' | 'zeichnungen' | 'automatischNorm'>, inhalt: Inhalt, verfasserId: string, today: Temporal.PlainDate, entwurf: boolean): Promise<Ausfertigung> {
  const vorgang = await vorgangById(tx, bescheid.vorgangId)
  if (!vorgang) throw new Error(`Decision without Vorgang ${bescheid.vorgangId}`)
  const grundlage = await grundlageZu(tx, bescheid.vorgangId)
  const zeichnung = bescheid.zeichnungen.findLast((one) => one.gilt && one.art === 'GEZEICHNET')
  const konten = await kontenById(tx, [verfasserId, ...(zeichnung ? [zeichnung.werId] : [])].filter(isUuid))
  const rechtsbehelf = grundlage?.rechtsbehelf
  const text = rechtsbehelf ? belehrung(rechtsbehelf.art, rechtsbehelf) : undefined
  const zeichner = zeichnung ? konten.get(zeichnung.werId)?.name ?? '' : '(noch nicht gezeichnet)'
  return {
    daten: druckdaten(inhalt, {
      aktenzeichen: vorgang.kennzeichen, vorgangsnummer: vorgang.vorgangsnummer, datum: formatDateLong(today), bearbeitung: konten.get(verfasserId)?.name ?? 'Ihre Stadt',
      belehrung: text?.text ?? '', verantwortlich: bescheid.automatischNorm ? [`Dieser Bescheid ist automatisch erlassen und ohne Unterschrift gültig (§ 35a VwVfG NRW; ${bescheid.automatischNorm}).`] : [`${zeichnung?.fuerId ? 'In Vertretung ' : ''}${zeichner}`.trim()],
    }, entwurf),
    typst: grundlage?.vorlage ? leseVorlage(grundlage.vorlage).typst : null,
    einheitId: vorgang.einheitId, empfaenger: { name: inhalt.versand.name, anschrift: inhalt.versand.anschrift, kontoId: inhalt.versand.kontoId },
    kanal: inhalt.versand.kanal, regel: bekanntgaberegel(grundlage, inhalt.versand.kanal, today),
    rechtsbehelf: { art: rechtsbehelf?.art ?? 'KLAGE', belehrungVersion: text?.version ?? null }, datum: today.toString(),
  }
}

/** The rule of the service for this way of sending; without one that of the VwVfG and the OZG (X2). */
export function bekanntgaberegel(grundlage: Pick<Grundlage, 'bekanntgabe'> | undefined, kanal: 'postfach' | 'post', today: Temporal.PlainDate): RegelId {
  const regeln = grundlage?.bekanntgabe
  if (kanal === 'post') return geltendeRegel(regeln?.post ?? 'VWVFG_POST', today)
  const elektronisch = regeln?.elektronisch ?? (regeln && regelFuerPost(regeln.post) === 'AO_POST' ? 'AO_122A_OLD' : 'OZG_9')
  return geltendeRegel(elektronisch, today)
}
