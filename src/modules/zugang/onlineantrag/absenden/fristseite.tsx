import { Alert, portalSeite } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Schliessung } from '../../../grundlagen/leistungen/index.js'
import { renderZusammenfassung, summaryOf } from '../../formulare/index.js'
import { AndererWeg, pfadleiste } from '../beginnen/page.js'
import type { Fall } from '../zugang.js'
import { woerter } from '../woerter.js'

/** A draft outside of the times of its service: why it cannot be sent, what to do instead, and the answers to copy from. */
export function fristseite(c: RequestContext, { entwurf, formular, dateien, version }: Fall, schluss: Schliessung): Reply {
  const w = woerter(c.sprache)
  const abschnitte = summaryOf(formular, entwurf.antworten, dateien.map(({ id, slot, dateiname, bytes, mediaType }) => ({ id, slot, dateiname, bytes, mediaType })), { heute: c.today, lang: c.sprache })
  return portalSeite(c, { title: w.fristVorbei, breadcrumb: pfadleiste(c, version), robots: 'noindex' }, (
    <div class="sk-form-page">
      <h1 class="sk-h1">{w.fristVorbei}</h1>
      <Alert tone="warning" title={schluss.grund}><p>{w.fristVorbeiText}</p></Alert>
      {schluss.alternative ? <><h2 class="sk-h2">{w.fristStattdessen}</h2><p lang="de">{schluss.alternative}</p></> : null}
      <AndererWeg version={version} w={w} />
      {renderZusammenfassung(abschnitte)}
    </div>
  ))
}
