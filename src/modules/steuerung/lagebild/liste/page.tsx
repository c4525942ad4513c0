import { arbeitsplatzSeite, LinkButton, type ActiveFilter } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { monatAus, monatswort } from '../../berichte/index.js'
import type { Ausschnitt, Entscheidungsfrist, Filter, Meilensteinfrist } from '../domain/filter.js'
import { LISTEN, SICHTEN } from '../domain/sicht.js'
import { Filterhinweise, Filterleiste } from '../kopf.js'
import { ausfuhrPfad, listenPfad, PFAD, sichtPfad } from '../pfade.js'
import { FRISTWORT, groessenwort, lastwort, lichtwort, VERZUGWORT } from '../worte.js'
import type { Listenansicht } from './query.js'
import { gewaehlt } from './spalten.js'
import { HOECHSTENS, tabellen } from './tabellen.js'

/** The part that a bar counted, in words. */
function worte({ liste, ausschnitt }: Listenansicht): readonly (readonly [keyof Ausschnitt, string, string])[] {
  const { monat, licht, neurot, spaet, frist, stufe, jahr, groesse, last } = ausschnitt
  const tag = monat ? monatAus(monat) : undefined
  const fristwort = liste === 'meilensteine' ? VERZUGWORT[frist as Meilensteinfrist] : FRISTWORT[frist as Entscheidungsfrist]
  const alle: readonly (readonly [keyof Ausschnitt, string, string | undefined])[] = [
    ['monat', 'Monat', tag && monatswort(tag)], ['licht', 'Ampel', licht && lichtwort(licht)], ['neurot', 'nur', neurot && 'neu auf Rot'], ['spaet', 'nur', spaet && 'überfällig'],
    ['frist', 'Termin', frist && fristwort], ['stufe', 'Stufe', stufe], ['jahr', 'Jahr', jahr === 'ohne' ? 'ohne Jahr' : jahr], ['groesse', 'mit Angabe', groesse && groessenwort(groesse)],
    ['last', 'Stand', last && lastwort(last)],
  ]
  return alle.flatMap(([name, label, wort]) => (wort ? [[name, label, wort] as const] : []))
}

/** The rows behind a figure, with the same filters and as files. */
export function listenPage(c: RequestContext, ansicht: Listenansicht): Reply {
  const { sicht, liste, ausschnitt, lage } = ansicht
  const { filter } = lage
  const anzahl = gewaehlt[liste](ansicht).length
  const pfad = (anders: Filter, teil: Ausschnitt = ausschnitt) => listenPfad(sicht, liste, anders, teil)
  const aktiv = worte(ansicht).map(([name, label, value]): ActiveFilter => {
    const { [name]: _weg, ...ohne } = ausschnitt
    return { label, value, removeHref: pfad(filter, ohne) }
  })
  return arbeitsplatzSeite(c, {
    title: LISTEN[liste], ...(lage.strategie ? { preline: lage.strategie.name } : {}),
    breadcrumb: [{ label: 'Lagebild', href: PFAD }, { label: SICHTEN[sicht].titel, href: sichtPfad(sicht, filter) }, { label: LISTEN[liste] }],
    actions: <>{([['Excel', 'xlsx'], ['CSV', 'csv']] as const).map(([name, endung]) => <LinkButton key={endung} href={ausfuhrPfad(sicht, liste, endung, filter, ausschnitt)} small variant="secondary" icon="download" download>{name}</LinkButton>)}</>,
  }, (
    <div class="sk-stack" data-zeilen={anzahl}>
      <Filterleiste lage={lage} pfad={pfad} teil={{ felder: ausschnitt as Record<string, string>, aktiv, ergebnis: anzahl === 1 ? 'Eine Zeile' : `${anzahl} Zeilen` }} />
      <Filterhinweise hinweise={lage.hinweise} />
      {tabellen[liste](c, ansicht)}
      {anzahl > HOECHSTENS ? <p class="sk-meta">Gezeigt sind die ersten {HOECHSTENS} von {anzahl} Zeilen. Grenzen Sie mit den Filtern ein oder laden Sie alle als Excel- oder CSV-Datei.</p> : null}
    </div>
  ))
}
