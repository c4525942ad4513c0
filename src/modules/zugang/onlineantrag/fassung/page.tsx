import { Alert, Button, ButtonRow, HiddenFields, portalSeite } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Wiederholung } from '../../formulare/index.js'
import { pfadleiste } from '../beginnen/page.js'
import { pfadVon, type Fall } from '../zugang.js'
import { woerter, type Woerter } from '../woerter.js'
import type { Umstellung } from './command.js'

/** The form is newer than the draft: what stays, what has to be answered again, what goes. Nothing has happened yet. */
export function fassungsseite(c: RequestContext, fall: Fall, umstellung: Umstellung): Reply {
  const w = woerter(c.sprache)
  const { zuWiederholen, entfallen, ohnePlatz } = umstellung
  return portalSeite(c, { title: w.fassung, breadcrumb: pfadleiste(c, fall.version), robots: 'noindex' }, (
    <div class="sk-form-page">
      <h1 class="sk-h1">{w.fassung}</h1>
      <p class="sk-lead">{w.fassungText}</p>
      {zuWiederholen.length + entfallen.length + ohnePlatz.length === 0 ? <Alert tone="success" title={w.fassungAlles} /> : null}
      <Liste titel={w.wiederholen} eintraege={zuWiederholen} w={w} />
      <Liste titel={w.entfallen} eintraege={entfallen} w={w} />
      {ohnePlatz.length > 0 ? <><h2 class="sk-h2">{w.dateienWeg}</h2><ul class="kern-list kern-list--bullet">{ohnePlatz.map(({ id, dateiname }) => <li key={id}>{dateiname}</li>)}</ul></> : null}
      <form method="post" action={pfadVon(fall.entwurf, 'fassung')}>
        <HiddenFields values={c.formFields() as unknown as Record<string, string>} />
        <ButtonRow><Button>{w.fassungWeiter}</Button></ButtonRow>
      </form>
    </div>
  ))
}

function Liste({ titel, eintraege, w }: { titel: string; eintraege: readonly Wiederholung[]; w: Woerter }) {
  if (eintraege.length === 0) return null
  return (
    <>
      <h2 class="sk-h2">{titel}</h2>
      <dl class="sk-answers__list">
        {eintraege.map(({ feld, label, text, bisher }) => (
          <div class="sk-answers__row" key={feld}>
            <dt>{label}</dt><dd>{text}{bisher ? <><br />{w.bisher}: {bisher}</> : null}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
