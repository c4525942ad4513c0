import type { Tx } from '../../../../platform/database/database.js'
import { formatInstant } from '../../../../platform/time/index.js'
import { dokumenteVon, type Dokument } from '../../../akte/akten/index.js'
import { nachrichtenVon } from '../../../akte/ausgang/index.js'
import { buchungenVon, forderungenVon } from '../../../finanzen/forderungen/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { antraegeVon, rueckfragenVon, verlaufVon, type Antrag } from '../../../verfahren/antraege/index.js'
import { dateienVon, entwuerfeVon } from '../../onlineantrag/index.js'

export interface Beilage { readonly pfad: string; readonly sha256: string; readonly size: number }
export interface Inhalt { readonly json: Readonly<Record<string, unknown>>; readonly beilagen: readonly Beilage[] }

/** Signs that a file name may not have on some system, and the ones that lead elsewhere. */
const dateiname = (text: string): string => text.normalize('NFC').replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_').slice(0, 120)

/** Everything of one account, without what others have said or are (A10-03): the own declarations, messages, documents, payments, drafts. */
export async function sammle(tx: Tx, kontoId: string): Promise<Inhalt> {
  const konto = (await kontenById(tx, [kontoId])).get(kontoId)
  const antraege = await antraegeVon(tx, kontoId, { limit: 10_000 })
  const beilagen: Beilage[] = []
  const erklaerungen = []
  for (const antrag of antraege) {
    const dokumente = (await dokumenteVon(tx, antrag.vorgangId)).filter((dokument) => dokument.fuerInhaber && dokument.datei.pruefstatus !== 'befallen')
    const pfade = dokumente.map((dokument) => pfadVon(antrag, dokument))
    beilagen.push(...dokumente.map(({ datei: { sha256, size } }, index) => ({ pfad: pfade[index] ?? '', sha256, size })))
    erklaerungen.push(await alsErklaerung(tx, antrag, pfade))
  }
  return {
    beilagen,
    json: {
      'profil.json': konto && { name: konto.name, vorname: konto.vorname, nachname: konto.nachname, email: konto.email, telefon: konto.telefon, kennung: konto.kennung },
      'antraege.json': erklaerungen,
      'nachrichten.json': (await nachrichtenVon(tx, kontoId)).map((nachricht) => (nachricht.text === null ? { ...nachricht, hinweis: 'Noch nicht geöffnet. Den Inhalt sehen Sie, wenn Sie die Nachricht im Postfach öffnen.' } : nachricht)),
      'zahlungen.json': await zahlungen(tx, kontoId), 'entwuerfe.json': await entwuerfe(tx, kontoId, beilagen),
    },
  }
}

const pfadVon = ({ vorgangsnummer }: Antrag, { id, datei }: Dokument): string => `dokumente/${vorgangsnummer}/${id.slice(-8)}-${dateiname(datei.dateiname)}`

async function alsErklaerung(tx: Tx, antrag: Antrag, dokumente: readonly string[]) {
  const fragen = (await rueckfragenVon(tx, [antrag.id])).get(antrag.id) ?? []
  return {
    vorgangsnummer: antrag.vorgangsnummer, aktenzeichen: antrag.aktenzeichen, leistung: antrag.bezeichnung, eingegangenAm: antrag.eingangAm.toString(), status: antrag.status,
    zustellung: antrag.zustellung, kontakt: antrag.kontakt, anschrift: antrag.anschrift, angaben: antrag.daten, wieAbgesendet: antrag.zusammenfassung, dokumente,
    fragen: fragen.map(({ frage, frist, antwort, gestelltAm, beantwortetAm }) => ({ frage, frist: frist.toString(), gestelltAm: gestelltAm.toString(), antwort, beantwortetAm: beantwortetAm?.toString() ?? null })),
    verlauf: (await verlaufVon(tx, antrag.id)).map(({ nach, zeitpunkt }) => ({ nach, zeitpunkt: zeitpunkt.toString() })),
  }
}

async function zahlungen(tx: Tx, kontoId: string) {
  const alle = []
  for (const forderung of await forderungenVon(tx, kontoId)) {
    alle.push({
      kassenzeichen: forderung.kassenzeichen, bezeichnung: forderung.bezeichnung, vorgangsnummer: forderung.vorgangsnummer, faelligAm: forderung.faelligAm.toString(), status: forderung.status,
      offenCent: String(forderung.saldo), aufstellung: forderung.aufstellung,
      buchungen: (await buchungenVon(tx, forderung.id)).map(({ art, betrag, weg, wertstellung }) => ({ art, cent: String(betrag), weg, wertstellung: wertstellung.toString() })),
    })
  }
  return alle
}

async function entwuerfe(tx: Tx, kontoId: string, beilagen: Beilage[]) {
  const alle = []
  for (const entwurf of await entwuerfeVon(tx, { art: 'konto', id: kontoId })) {
    const dateien = (await dateienVon(tx, entwurf.id)).map((datei) => ({ pfad: `entwuerfe/${entwurf.id.slice(-8)}/${datei.id.slice(-8)}-${dateiname(datei.dateiname)}`, sha256: datei.sha256, size: datei.bytes }))
    beilagen.push(...dateien)
    alle.push({ leistung: entwurf.leistung, begonnenAm: entwurf.begonnenAm.toString(), zuletztGeaendertAm: entwurf.letzteAenderung.toString(), angaben: entwurf.antworten, dateien: dateien.map(({ pfad }) => pfad) })
  }
  return alle
}

/** What is in the file and what is not, for people. */
export const liesmich = (stadt: string, am: Temporal.Instant, weggelassen: readonly string[]): string => `Ihre Daten bei: ${stadt}
Stand: ${formatInstant(am)}

Diese Datei enthält, was zu Ihrem Konto gespeichert ist (Artikel 15 und 20 DSGVO):

profil.json       Ihr Name und wie wir Sie erreichen
antraege.json     Ihre Anträge, so wie Sie sie abgesendet haben, mit Rückfragen und Verlauf
nachrichten.json  Die Nachrichten in Ihrem Postfach
zahlungen.json    Gebühren und Zahlungen, Beträge in Cent
entwuerfe.json    Angefangene Anträge, die Sie noch nicht abgesendet haben
dokumente/        Die Dokumente zu Ihren Anträgen, ein Ordner für jeden Vorgang
entwuerfe/        Dateien, die Sie zu angefangenen Anträgen hochgeladen haben

Die .json-Dateien können Sie mit jedem Texteditor lesen und in andere Programme übernehmen.

Nicht enthalten sind Schreiben, die Sie im Postfach noch nicht geöffnet haben, Ihr Passwort (wir kennen es nicht) und Angaben zu anderen Personen.
Was in der Akte steht, ohne dass es Ihnen bestimmt war, zeigt Ihnen die zuständige Stelle auf Antrag (§ 29 VwVfG NRW, Artikel 15 DSGVO).
${weggelassen.length > 0 ? `\nWegen der Größe fehlen diese Dateien. Sie finden sie auf der Seite des Vorgangs:\n${weggelassen.join('\n')}\n` : ''}
Diese Datei ist vertraulich. Sie können sie bis zum genannten Tag herunterladen, danach löschen wir sie.
`

