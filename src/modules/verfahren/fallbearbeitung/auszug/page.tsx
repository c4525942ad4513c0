import { druckSeite, Timeline } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { Angaben, Dokumente, Fristen, Laufweg, teile, Vermerke, verlaufEintraege } from '../ansehen/page.js'
import type { Fall } from '../ansehen/query.js'

/** The whole Vorgang on paper: what the screen folds away is open, what one could press is left out. */
export async function auszugSeite(c: RequestContext, fall: Fall): Promise<Reply> {
  const { vorgang } = fall
  const seite = await teile(c, fall, 'seite')
  const haupt = await teile(c, fall, 'haupt')
  return druckSeite(c, { title: vorgang.betreff, preline: `Auszug aus der Akte ${vorgang.aktenzeichen}, Vorgang ${vorgang.vorgangsnummer}`, zurueck: { href: `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`, label: 'Zurück zum Vorgang' } }, (
    <>
      <Angaben fall={fall} />
      {seite.map(({ knoten }) => knoten)}
      <Fristen c={c} fall={fall} />
      {haupt.map(({ knoten }) => knoten)}
      <Dokumente fall={fall} />
      <Vermerke fall={fall} />
      <Laufweg fall={fall} />
      <h2>Verlauf</h2>
      <Timeline label="Verlauf, Neuestes zuerst" entries={verlaufEintraege(fall.verlauf)} />
    </>
  ))
}
