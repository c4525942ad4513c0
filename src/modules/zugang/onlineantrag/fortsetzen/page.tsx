import { Alert, Button, ButtonRow, CopyButton, EmailField, ErrorSummary, FormPage, HiddenFields, LinkButton, portalSeite, TextField } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { wert } from '../../../../platform/http/route.js'
import { pfadleiste } from '../beginnen/page.js'
import { antragPfad, pfadVon, type Fall } from '../zugang.js'
import { datumText, woerter } from '../woerter.js'

/** After "save and continue later": until when, and for guests the code, shown this once. */
export function codeseite(c: RequestContext, fall: Fall, angaben: { code?: string; verschickt?: string; fehler?: string; eingabe?: string; offen?: boolean }): Reply {
  const { entwurf } = fall
  const { code, verschickt, fehler, eingabe, offen } = angaben
  const w = woerter(c.sprache)
  const gast = c.actor.art === 'gast'
  return portalSeite(c, { title: w.gespeichertTitel, status: fehler ? 422 : 200, breadcrumb: pfadleiste(c, fall.version), hasErrors: fehler !== undefined, robots: 'noindex' }, (
    <div class="sk-form-page">
      <ErrorSummary errors={fehler ? [{ field: 'email', text: fehler }] : []} />
      <h1 class="sk-h1">{w.gespeichertTitel}</h1>
      <p class="sk-lead">{w.bisText(datumText(entwurf.loeschenAb, c.sprache))}</p>
      {offen ? <Alert tone="warning" title={w.offeneAngaben} /> : null}
      {verschickt ? <Alert tone="success" live="status" title={w.codeVerschickt(verschickt)} /> : null}
      {gast ? <Gastcode c={c} fall={fall} {...(code ? { code } : {})} {...(fehler ? { fehler } : {})} {...(eingabe ? { eingabe } : {})} /> : <p>{w.gespeichertKonto}</p>}
      <ButtonRow>
        <LinkButton variant={gast ? 'secondary' : 'primary'} href={pfadVon(entwurf, entwurf.seite)}>{w.jetztWeiter}</LinkButton>
        {gast ? <LinkButton variant="tertiary" href={`/anmelden?ziel=${encodeURIComponent(pfadVon(entwurf))}`}>{w.oderAnmelden}</LinkButton> : null}
      </ButtonRow>
    </div>
  ))
}

function Gastcode({ c, fall, code, fehler, eingabe }: { c: RequestContext; fall: Fall; code?: string; fehler?: string; eingabe?: string }) {
  const w = woerter(c.sprache)
  return (
    <>
      {code ? (
        <section aria-labelledby="code" class="sk-panel">
          <h2 class="sk-h2" id="code">{w.ihrCode}</h2>
          <p class="sk-panel__ref"><strong>{code}</strong></p>
          <p>{w.codeText}</p>
          <CopyButton value={code}>{w.kopieren}</CopyButton>
        </section>
      ) : null}
      <form method="post" action={pfadVon(fall.entwurf, 'code')} noValidate class="sk-form">
        <HiddenFields values={c.formFields() as unknown as Record<string, string>} />
        <EmailField name="email" label={w.codeMailFeld} hint={w.codeMailHilfe} optional autocomplete="email" value={eingabe ?? ''} {...(fehler ? { error: fehler } : {})} />
        <Button variant="secondary">{w.codeMail}</Button>
      </form>
    </>
  )
}

/** Where a code is typed in. */
export function fortsetzenSeite(c: RequestContext, zustand: Formularzustand): Reply {
  const w = woerter(c.sprache)
  const fehler = zustand.fehler.find(({ feld }) => feld === 'code')?.text
  return portalSeite(c, { title: w.fortsetzen, hasErrors: zustand.fehler.length > 0 || zustand.meldung !== undefined, robots: 'noindex' }, (
    <FormPage title={w.fortsetzen} action={c.path} hidden={c.formFields() as unknown as Record<string, string>} submitLabel={w.weitermachen} backHref={antragPfad(c.params['key'] ?? '')}
      errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]}>
      <TextField name="code" label={w.codeFeld} hint={w.codeHilfe} autocomplete="one-time-code" value={wert(zustand.werte, 'code')} {...(fehler ? { error: fehler } : {})} />
    </FormPage>
  ))
}

/** A draft that is not there for this visitor: says the possible reasons and the ways on, never whether it exists. */
export function unauffindbarSeite(c: RequestContext): Reply {
  const w = woerter(c.sprache)
  return portalSeite(c, { title: w.nichtGefunden, status: 404, robots: 'noindex' }, (
    <div class="sk-form-page">
      <h1 class="sk-h1">{w.nichtGefunden}</h1>
      <p class="sk-lead">{w.nichtGefundenText}</p>
      <ButtonRow>
        {c.actor.art === 'buerger' ? null : <LinkButton href={`/anmelden?ziel=${encodeURIComponent(c.path)}`}>{w.anmelden}</LinkButton>}
        <LinkButton variant="secondary" href={`${antragPfad(encodeURIComponent(c.params['key'] ?? ''))}/fortsetzen`}>{w.mitCode}</LinkButton>
      </ButtonRow>
    </div>
  ))
}
