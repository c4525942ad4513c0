import { CSV_BOM, csvRow } from '../../../../platform/text/index.js'
import { STATUS } from '../domain/status.js'
import { TEXTFELDER, type Textfeld } from '../domain/steckbrief.js'
import type { Eintrag } from './query.js'

/** For spreadsheets. Dates as ISO, because this file is for people and programs. */
export function alsCsv(eintraege: readonly Eintrag[]): string {
  const kopf = ['Kennung', 'Ebene', 'Nummer', 'Bausteinart', 'Name', 'Gehört zu', 'Status', 'Priorität', 'Beginn', 'Ende', 'Laufzeit in Monaten', 'Fortlaufend', 'Verantwortlich', 'Ziele', 'Beschreibung', 'Strategie']
  return CSV_BOM + [csvRow(kopf), ...eintraege.map((eintrag) => csvRow([
    eintrag.id, eintrag.ebene, eintrag.nummer, eintrag.bausteinart, eintrag.name, eintrag.teilVon?.name, eintrag.status && STATUS[eintrag.status].wort, eintrag.prioritaet, eintrag.zeitraum?.beginn?.toString(), eintrag.zeitraum?.ende?.toString(),
    eintrag.zeitraum?.dauerMonate, eintrag.zeitraum?.fortlaufend ? 'ja' : undefined, eintrag.verantwortlich, eintrag.ziele?.join(', '), eintrag.texte['beschreibung'], eintrag.strategie,
  ]))].join('')
}

/** For programs: the same fields, those not released left out. */
export function alsJson(eintraege: readonly Eintrag[], stadt: string, url: URL): object {
  return {
    stadt, lizenz: 'https://www.govdata.de/dl-de/zero-2-0', vorhaben: eintraege.map(({ zeitraum, frist, geaendertAm, ...rest }) => ({
      ...rest, url: new URL(`/roadmap/${rest.id}`, url).href, geaendertAm: geaendertAm.toString(), ...(frist ? { frist: frist.toString() } : {}),
      ...(zeitraum ? { zeitraum: { beginn: zeitraum.beginn?.toString() ?? null, ende: zeitraum.ende?.toString() ?? null, dauerMonate: zeitraum.dauerMonate, fortlaufend: zeitraum.fortlaufend, beendet: zeitraum.beendet?.toString() ?? null } } : {}),
    })),
  }
}

// eslint-disable-next-line no-control-regex
const xml = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (zeichen) => `&#${zeichen.codePointAt(0)};`)
const WOCHENTAG = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONAT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** RFC 822, as RSS 2.0 wants it. */
function rfc822(instant: Temporal.Instant): string {
  const zeit = instant.toZonedDateTimeISO('UTC')
  const zwei = (zahl: number) => String(zahl).padStart(2, '0')
  return `${WOCHENTAG[zeit.dayOfWeek - 1]}, ${zwei(zeit.day)} ${MONAT[zeit.month - 1]} ${zeit.year} ${zwei(zeit.hour)}:${zwei(zeit.minute)}:${zwei(zeit.second)} GMT`
}

/** RSS 2.0: the fifty that changed last. The guid changes with each change, so that readers show it again. */
export function alsRss(eintraege: readonly Eintrag[], stadt: string, url: URL): string {
  const neueste = eintraege.toSorted((a, b) => Temporal.Instant.compare(b.geaendertAm, a.geaendertAm)).slice(0, 50)
  const adresse = (pfad: string) => xml(new URL(pfad, url).href)
  const text = (eintrag: Eintrag) => [eintrag.status && `Status: ${STATUS[eintrag.status].wort}.`, ...(Object.keys(TEXTFELDER) as Textfeld[]).map((feld) => eintrag.texte[feld])].filter(Boolean).join(' ')
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xml(`Roadmap der Digitalisierung – ${stadt}`)}</title><link>${adresse('/roadmap')}</link><description>${xml(`Vorhaben von ${stadt}, zuletzt geänderte zuerst`)}</description><language>de</language>
<atom:link href="${adresse('/roadmap.rss')}" rel="self" type="application/rss+xml"/>${neueste[0] ? `\n<lastBuildDate>${rfc822(neueste[0].geaendertAm)}</lastBuildDate>` : ''}
${neueste.map((eintrag) => `<item><title>${xml(eintrag.name)}</title><link>${adresse(`/roadmap/${eintrag.id}`)}</link><guid isPermaLink="false">${eintrag.id}/${eintrag.geaendertAm.epochMilliseconds}</guid><pubDate>${rfc822(eintrag.geaendertAm)}</pubDate><description>${xml(text(eintrag))}</description></item>`).join('\n')}
</channel></rss>
`
}
