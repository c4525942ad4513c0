import { ButtonRow, Card, EmptyState, LinkButton, portalSeite } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Entwurf } from '../domain/entwurf.js'
import { pfadVon } from '../zugang.js'
import { datumText, woerter, zeitText } from '../woerter.js'

export interface Entwurfszeile { readonly entwurf: Entwurf; readonly bezeichnung: string; readonly schluss: string | undefined }

/** The open drafts as cards; also used by the overview of the account. */
export function Entwurfsliste({ c, zeilen, level = 2 }: { c: RequestContext; zeilen: readonly Entwurfszeile[]; level?: 2 | 3 }) {
  const w = woerter(c.sprache)
  return (
    <>
      {zeilen.map(({ entwurf, bezeichnung, schluss }) => (
        <Card key={entwurf.id} title={bezeichnung} level={level}>
          <p>{w.zuletzt(zeitText(entwurf.letzteAenderung, c.sprache))}<br />{w.bisWann(datumText(entwurf.loeschenAb, c.sprache))}</p>
          {schluss ? <p><strong>{w.fristVorbei}.</strong> <span lang="de">{schluss}</span></p> : null}
          <ButtonRow>
            <LinkButton href={pfadVon(entwurf)} context={bezeichnung}>{w.weitermachen}</LinkButton>
            <LinkButton variant="tertiary" href={pfadVon(entwurf, 'verwerfen')} context={bezeichnung}>{w.verwerfen}</LinkButton>
          </ButtonRow>
        </Card>
      ))}
    </>
  )
}

export function uebersichtsseite(c: RequestContext, zeilen: readonly Entwurfszeile[]): Reply {
  const w = woerter(c.sprache)
  return portalSeite(c, { title: w.meineEntwuerfe, robots: 'noindex', breadcrumb: [{ label: w.start, href: '/' }, { label: w.konto, href: '/konto' }, { label: w.meineEntwuerfe }] }, (
    <>
      <h1 class="sk-h1">{w.meineEntwuerfe}</h1>
      {zeilen.length > 0 ? <Entwurfsliste c={c} zeilen={zeilen} />
        : <EmptyState title={w.keineEntwuerfe} action={<LinkButton href="/leistungen">{w.zuDenLeistungen}</LinkButton>}><p>{w.keineEntwuerfeText}</p></EmptyState>}
    </>
  ))
}
