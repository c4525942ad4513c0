import { datePartsToIso, readDateParts } from '../../../../design/index.js'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { wert, type Werte } from '../../../../platform/http/route.js'
import { isMailAddress } from '../../../../platform/mail/index.js'
import type { Vertretung, Vertretungsregel } from '../domain/vertretung.js'
import type { Vertretungsworte } from './woerter.js'

/** What was posted about the represented person; null: the applicant themselves. @throws Invalid with every wrong field */
export function liesVertretung(werte: Werte, regel: Vertretungsregel, today: Temporal.PlainDate, { fehler: worte }: Vertretungsworte): Vertretung | null {
  const art = wert(werte, 'art')
  if (art === 'selbst' && regel.selbst !== false) return null
  if (!((art === 'kind' && regel.kind) || (art === 'vollmacht' && regel.person))) throw new Invalid([{ feld: 'art', text: worte.art }])
  const geburtsdatum = geborenAm(werte)
  const [sorge, nachweis, email] = [wert(werte, 'sorge'), wert(werte, 'nachweis'), wert(werte, 'email')]
  const fragtElternteil = art === 'kind' && regel.zweiteZustimmung === true
  const fehler: Feldfehler[] = [
    ...namensfehler(werte, 'vornamen', worte.vornamen, worte.lang), ...namensfehler(werte, 'familienname', worte.familienname, worte.lang), ...altersfehler(art, geburtsdatum, today, worte),
    ...(fragtElternteil && sorge !== 'allein' && sorge !== 'gemeinsam' ? [{ feld: 'sorge', text: worte.sorge }] : []),
    ...(art === 'vollmacht' && nachweis !== 'datei' && nachweis !== 'online' ? [{ feld: 'nachweis', text: worte.nachweis }] : []),
    ...(((art === 'vollmacht' && nachweis === 'online') || (fragtElternteil && sorge === 'gemeinsam')) && !isMailAddress(email) ? [{ feld: 'email', text: worte.email }] : []),
  ]
  if (fehler.length > 0) throw new Invalid(fehler)
  return {
    art, vornamen: wert(werte, 'vornamen'), familienname: wert(werte, 'familienname'), geburtsdatum: geburtsdatum ?? '',
    ...(art === 'kind' && (sorge === 'allein' || sorge === 'gemeinsam') ? { sorge } : {}), ...(art === 'vollmacht' && (nachweis === 'datei' || nachweis === 'online') ? { nachweis } : {}),
    ...(isMailAddress(email) ? { email } : {}),
  }
}

function geborenAm(werte: Werte): string | undefined {
  const teile = readDateParts(werte, 'geburtsdatum')
  return teile ? datePartsToIso(teile) : undefined
}

function namensfehler(werte: Werte, feld: string, fehlt: string, lang: string): Feldfehler[] {
  const name = wert(werte, feld)
  return name === '' ? [{ feld, text: fehlt }] : name.length > 200 ? [{ feld, text: lang }] : []
}

function altersfehler(art: string, geburtsdatum: string | undefined, today: Temporal.PlainDate, worte: Vertretungsworte['fehler']): Feldfehler[] {
  if (!geburtsdatum || Temporal.PlainDate.compare(geburtsdatum, today) > 0) return [{ feld: 'geburtsdatum', text: worte.geburtsdatum }]
  const volljaehrigAm = Temporal.PlainDate.from(geburtsdatum).add({ years: 18 })
  return art === 'kind' && Temporal.PlainDate.compare(volljaehrigAm, today) <= 0 ? [{ feld: 'geburtsdatum', text: worte.volljaehrig }] : []
}
