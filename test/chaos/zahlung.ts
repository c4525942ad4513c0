/** Somebody who owes fees and pays them at the shipped provider, which behaves as badly as real ones have done. */
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { anbieterFestlegen } from '../../src/modules/finanzen/bezahlung/anbieter/command.js'
import { pdf } from '../../src/modules/zugang/onlineantrag/test-antrag.js'
import { systemActor } from '../../src/platform/usecases/actor.js'
import { fuelleAus, type Antworten } from '../system/antrag-ohne-browser.js'
import type { Besucher } from '../web.js'
import type { Anlage } from './anlage.js'

/** Each ends with the money paid, once; the town hears of it in time, late, twice, or only when it asks by itself. */
const VERHALTEN = ['normal', 'zweimal', 'kommtNieZurueck', 'nachAbbruch'] as const

/** The provider of the town is the web process of this installation. */
export async function bezahldienst({ app, webUrl }: Anlage, mandantId: string, stadt: string): Promise<void> {
  await app.execute(systemActor(mandantId, 'chaos'), anbieterFestlegen, { basisUrl: `${webUrl}/demo/bezahldienst`, originatorId: 'stadtkern', endPointId: stadt })
}

const AUSKUNFT: Antworten = {
  'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster', 'anschrift.strasse': 'Lindenweg', 'anschrift.hausnummer': '12', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt',
  'gesuchtePerson.vornamen': 'Hans', 'gesuchtePerson.familienname': 'Probe', letzteAnschrift: 'Hauptstraße 3, 45991 Musterstadt', gewerblich: 'nein',
  email: 'erika.muster@example.org', zustellung: 'post', keineWerbung: 'ja',
}

const AUSWEIS: Antworten = {
  hauptwohnung: 'ja', stellplatz: 'nein', anliegen: 'neu', 'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster',
  'geburtsdatum.tag': '12', 'geburtsdatum.monat': '8', 'geburtsdatum.jahr': '1984',
  'anschrift.strasse': 'Lindenweg', 'anschrift.hausnummer': '12', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt', zone: 'B', fahrzeugArt: 'eigenes', kfz: 'MU-AB 123',
  email: 'erika.muster@example.org', zustellung: 'elektronisch', richtig: 'ja', aenderungen: 'ja',
}

export interface Zahlende {
  /** Goes on until it says true. */
  readonly zuEnde: () => boolean
  readonly heute: () => Temporal.PlainDate
  /** What is to be decided before there is anything to pay. */
  readonly eingereicht: (vorgangsnummer: string, sha256: string) => void
  /** Claims that are paid as far as the person is concerned. */
  readonly bezahlt: Set<string>
  readonly seltsam: string[]
}

/** Applies for what is paid first and for what is decided first, and pays whatever stands open in the account; `wer` has the patience of people. */
export async function zahlt(wer: Besucher, { zuEnde, heute, eingereicht, bezahlt, seltsam }: Zahlende): Promise<void> {
  for (let runde = 0; !zuEnde(); runde++, await sleep(200)) {
    if (runde % 4 === 0) await ausweis(wer, heute(), eingereicht)
    else if (runde % 4 === 2) await wer.senden(await fuelleAus(wer, 'melderegisterauskunft', AUSKUNFT), {})
    const { html } = await wer.get('/konto')
    for (const [, kassenzeichen = ''] of html.matchAll(/href="\/konto\/zahlungen\/(\d{13})"/g)) {
      if (!bezahlt.has(kassenzeichen) && await bezahle(wer, kassenzeichen, VERHALTEN[bezahlt.size % VERHALTEN.length] ?? 'normal', seltsam)) bezahlt.add(kassenzeichen)
    }
  }
}

async function ausweis(wer: Besucher, heute: Temporal.PlainDate, eingereicht: Zahlende['eingereicht']): Promise<void> {
  const { day, month, year } = heute.add({ days: 30 })
  const schein = pdf(`Schein ${randomUUID()}`)
  const pruefen = await fuelleAus(wer, 'bewohnerparkausweis', {
    ...AUSWEIS, 'beginn.tag': String(day), 'beginn.monat': String(month), 'beginn.jahr': String(year),
    fahrzeugschein: new File([new Uint8Array(schein)], 'Schein.pdf', { type: 'application/pdf' }),
  })
  const nummer = await sende(wer, pruefen)
  if (nummer) eingereicht(nummer, createHash('sha256').update(schein).digest('hex'))
}

/** Sends what is filled in, or finds that it was sent already when the answer was lost; the number of the Vorgang. */
export async function sende(wer: Besucher, pruefen: string): Promise<string | undefined> {
  const gesendet = await wer.senden(pruefen, {})
  const { html } = await wer.get(gesendet.location ?? pruefen.replace(/pruefen$/, 'bestaetigung'))
  return /[A-Z]{2}-\d{4}-\d{6}-\d/.exec(html)?.[0]
}

/** False where there was nothing to pay just now, e.g. because the attempt is over. */
async function bezahle(wer: Besucher, kassenzeichen: string, verhalten: string, seltsam: string[]): Promise<boolean> {
  const gebuehr = `/konto/zahlungen/${kassenzeichen}`
  const { location } = await wer.senden(gebuehr, {}, `${gebuehr}/bezahlen`)
  if (!location) return false
  const seite = /href="https?:\/\/[^"/]+(\/demo\/bezahldienst\/seite\/[^"]+)"/.exec((await wer.get(location)).html)?.[1]
  if (!seite) return false
  const { status, location: zurueck } = await wer.senden(seite, { verhalten })
  if (status === 403) return false // decided already: the answer to the first time was lost
  if (status !== 303) { seltsam.push(`provider: ${status}`); return false }
  if (zurueck?.endsWith('/rueckkehr')) await wer.get(zurueck)
  return true
}

const UNBEMERKT = `select format('%s: %s at the provider, %s here, tried again at %s, begun %s', s.transaktion, s.status, z.status, z.naechste_pruefung, z.begonnen_am) as text
  from bezahlung.simulator s join bezahlung.zahlung z on z.id::text = s.request_id where (s.status = 'PAYED' or s.spaeter_bezahlt) and z.status <> 'PAYED'`

/** Lets business time pass until the town has asked about everything that was paid; what is late by days comes with the daily comparison. */
export async function frageNach({ app, frage }: Anlage, tage: number): Promise<string[]> {
  let offen: { text: string }[] = []
  for (let tag = 0; tag <= tage; tag++) {
    await app.clock.set(app.clock.now().add({ hours: tag === 0 ? 1 : 24 }))
    for (let blick = 0; blick < 20; blick++) {
      offen = await frage<{ text: string }>(UNBEMERKT)
      if (offen.length === 0) return []
      await sleep(150)
    }
  }
  return offen.map(({ text }) => `paid, and nobody asked: ${text}, now ${app.clock.now().toString()}`)
}

/**
 * Each statement gives the rows that should not be, as a text. Money that comes when the person has not paid for three days, and the
 * claim was taken back, is the treasury's to clear: the clock of a long run makes such days.
 */
export const zahlungsfragen = (bezahlt: readonly string[]): [string, string, unknown[]][] => [
  ['paid and not closed by one booking', `select format('%s %s ×%s, to be cleared: %s', f.kassenzeichen, f.status, count(b.id), (select string_agg(k.art, ', ') from bezahlung.klaerung k where k.forderung_id = f.id)) as text from unnest($1::text[]) k
    left join forderungen.forderung f on f.kassenzeichen = k left join forderungen.buchung b on b.forderung_id = f.id and b.art = 'zahlung'
    group by f.id, f.kassenzeichen, f.status, f.saldo having count(b.id) <> 1
      or ((f.status <> 'bezahlt' or f.saldo <> 0) and not exists (select from bezahlung.klaerung k where k.forderung_id = f.id and k.art = 'spaetBezahlt'))`, [bezahlt]],
  ['money at the provider that the ledger does not have once', `select s.transaktion || ' ×' || count(b.id) as text from bezahlung.simulator s
    left join forderungen.buchung b on b.mandant_id = s.mandant_id and b.referenz = s.transaktion and b.art = 'zahlung'
      and b.betrag = coalesce(s.gezahlt_cent, round((s.anfrage->>'grosAmount')::numeric * 100))
    where s.status = 'PAYED' and $1::text[] is not null group by s.transaktion having count(b.id) <> 1`, [bezahlt]],
  ['money in the ledger that the provider does not have', `select b.referenz as text from forderungen.buchung b join forderungen.forderung f on f.id = b.forderung_id
    where b.art = 'zahlung' and b.weg = 'online' and f.kassenzeichen = any($1::text[])
      and not exists (select from bezahlung.simulator s where s.transaktion = b.referenz and s.status = 'PAYED')`, [bezahlt]],
  ['not one receipt for the money', `select f.kassenzeichen || ' ×' || count(d.id) as text from forderungen.forderung f
    left join akten.dokument d on d.vorgang_id = f.vorgang_id and d.typ = 'zahlungsbeleg'
    where f.kassenzeichen = any($1::text[]) and f.vorgang_id is not null group by f.kassenzeichen having count(d.id) <> 1`, [bezahlt]],
  ['paid and neither handed in nor to be cleared', `select format('%s %s, draft %s', f.kassenzeichen, f.status, (select e.status from onlineantrag.entwurf e where e.id = f.entwurf_id)) as text from forderungen.forderung f where f.kassenzeichen = any($1::text[]) and f.vorgang_id is null
    and not exists (select from bezahlung.klaerung k where k.forderung_id = f.id and k.art in ('bezahltNichtEingereicht', 'spaetBezahlt'))`, [bezahlt]],
  ['one payment handed in twice', `select f.entwurf_id::text as text from forderungen.forderung f
    where f.entwurf_id is not null and f.kassenzeichen = any($1::text[]) group by f.entwurf_id having count(distinct f.vorgang_id) > 1`, [bezahlt]],
]
