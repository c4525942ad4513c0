import { Alert, Button, ButtonRow, Card, ErrorSummary, formatInstant, Formularfelder, HiddenFields, LinkButton, portalSeite } from '../../../../design/index.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { reichtAus, vertrauensniveauVon } from '../../../../platform/usecases/actor.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { wegeFuer } from '../../identitaet/index.js'
import { renderZusammenfassung, summaryOf } from '../../formulare/index.js'
import { entwurfEinreichen } from '../absenden/command.js'
import { absendenUndBezahlen } from '../bezahlen/command.js'
import { pfadleiste } from '../beginnen/page.js'
import { nameDerVertretenen } from '../domain/vertretung.js'
import { dateienVon, findEntwurf } from '../entwuerfe.js'
import { unauffindbarSeite } from '../fortsetzen/page.js'
import { findFall, pfadVon, type Fall } from '../zugang.js'
import { woerter } from '../woerter.js'
import { vertretungsworte } from '../vertretung/woerter.js'
import { geheimnisHash } from './ablauf.js'
import { zustimmungEntscheiden, zustimmungZurueckziehen } from './command.js'
import { findZustimmung, zustimmungZu, type Zustimmung } from './zustimmung.js'

const fehlerliste = ({ fehler, meldung }: Formularzustand) => [...fehler.map(({ text }) => ({ text })), ...(meldung ? [{ text: meldung }] : [])]

/** The applicant's side: waiting, refused, or agreed and still to be sent. */
function warteseite(c: RequestContext, { entwurf, version }: Fall, zustimmung: Zustimmung, zustand: Formularzustand): Reply {
  const { ergebnis } = zustimmung
  const w = vertretungsworte(c.sprache)
  const titel = ergebnis === 'zugestimmt' ? w.istDa : ergebnis === 'abgelehnt' ? w.abgelehnt : w.wartet
  return portalSeite(c, { title: titel, breadcrumb: pfadleiste(c, version), robots: 'noindex', hasErrors: fehlerliste(zustand).length > 0 }, (
    <div class="sk-form-page">
      <ErrorSummary errors={fehlerliste(zustand)} />
      <h1 class="sk-h1">{titel}</h1>
      {ergebnis === 'zugestimmt' ? <p class="sk-lead">{w.jetztAbsenden}</p>
        : ergebnis === 'abgelehnt' ? <p class="sk-lead">{w.abgelehntText}</p>
        : <Alert tone="info" title={w.gebeten(zustimmung.email)}><p>{w.moeglichBis(formatInstant(zustimmung.gueltig_bis, c.sprache))}</p></Alert>}
      <form method="post" action={pfadVon(entwurf, 'zustimmung')} class="sk-form">
        <Formularfelder c={c} />
        <ButtonRow>
          {ergebnis === 'zugestimmt' ? <Button name="_aktion" value="absenden">{w.absenden}</Button> : null}
          <Button name="_aktion" value="zurueck" variant="secondary">{w.zurueckziehen}</Button>
        </ButtonRow>
      </form>
    </div>
  ))
}

const warten = form({
  path: '/leistungen/:key/antrag/:entwurf/zustimmung', access: access.guest, beispiel: async () => undefined,
  async show(c, zustand) {
    const fall = await findFall(c)
    if (!fall) return unauffindbarSeite(c)
    if (fall.entwurf.status === 'eingereicht') return redirect(pfadVon(fall.entwurf, 'bestaetigung'))
    const zustimmung = fall.entwurf.zustimmungSeit ? await c.app.db.withMandant(c.mandant.id, (tx) => zustimmungZu(tx, fall.entwurf.id)) : undefined
    return zustimmung ? warteseite(c, fall, zustimmung, zustand) : redirect(pfadVon(fall.entwurf, 'pruefen'))
  },
  async submit(c, werte) {
    const fall = await findFall(c)
    if (!fall) return unauffindbarSeite(c)
    const { entwurf } = fall
    if (wert(werte, '_aktion') !== 'absenden') {
      await c.execute(zustimmungZurueckziehen, { entwurfId: entwurf.id })
      return redirect(pfadVon(entwurf, 'pruefen'), { hinweis: vertretungsworte(c.sprache).wiederOffen })
    }
    const wunsch = { entwurfId: entwurf.id, stand: entwurf.version, sprache: c.sprache }
    const { kassenzeichen } = await c.execute(absendenUndBezahlen, wunsch)
    if (kassenzeichen) return redirect(`/konto/zahlungen/${kassenzeichen}`)
    await c.execute(entwurfEinreichen, wunsch)
    return redirect(pfadVon(entwurf, 'bestaetigung'))
  },
})

/** What the link of the mail opens, if its key is right. */
async function gebeten(c: RequestContext, schluessel: string) {
  const gefunden = await c.app.db.withMandant(c.mandant.id, async (tx) => {
    const zustimmung = await findZustimmung(tx, c.params['id'] ?? '', geheimnisHash(schluessel))
    const entwurf = zustimmung && await findEntwurf(tx, zustimmung.entwurf_id)
    const version = entwurf && await leistungsversionById(tx, entwurf.leistungsversionId)
    if (!zustimmung || !entwurf?.vertretung || !version?.formular) return undefined
    return { zustimmung, entwurf, vertretung: entwurf.vertretung, version, formular: version.formular, dateien: await dateienVon(tx, entwurf.id), von: entwurf.inhaberId ? (await kontenById(tx, [entwurf.inhaberId])).get(entwurf.inhaberId)?.name : undefined }
  })
  if (!gefunden) throw new NotFound()
  return gefunden
}

async function zustimmungsseite(c: RequestContext, schluessel: string, zustand: Formularzustand): Promise<Reply> {
  const { zustimmung, entwurf, vertretung, version, formular, dateien, von } = await gebeten(c, schluessel)
  // Who follows the link is led straight to the sign-in that is strong enough, not to a weaker one first.
  if (c.actor.art !== 'buerger' && version.stammdaten.vertrauensniveau === 'niedrig') return redirect(`/anmelden?ziel=${encodeURIComponent(`${c.path}?schluessel=${schluessel}`)}`)
  const reicht = c.actor.art === 'buerger' && reichtAus(vertrauensniveauVon(c.actor), version.stammdaten.vertrauensniveau)
  const wege = reicht ? [] : await wegeFuer(c, { ziel: `${c.path}?schluessel=${encodeURIComponent(schluessel)}`, niveau: version.stammdaten.vertrauensniveau })
  const w = vertretungsworte(c.sprache)
  const fuer = nameDerVertretenen(vertretung)
  return portalSeite(c, { title: w.gebraucht, robots: 'noindex', hasErrors: fehlerliste(zustand).length > 0 }, (
    <div class="sk-form-page">
      <ErrorSummary errors={fehlerliste(zustand)} />
      <h1 class="sk-h1">{w.gebraucht}</h1>
      {zustimmung.ergebnis ? <Alert tone="info" title={zustimmung.ergebnis === 'zugestimmt' ? w.schonZugestimmt : w.schonAbgelehnt}><p>{w.nichtsWeiter}</p></Alert> : !reicht ? (
        <Card title={w.ausweisen}>
          <p>{w.werZustimmt(woerter(c.sprache).stufen[version.stammdaten.vertrauensniveau])}</p>
          {wege.map(({ href, text, hinweis }) => <div key={href}>{hinweis ? <p>{hinweis}</p> : null}<p><LinkButton href={href}>{text}</LinkButton></p></div>)}
        </Card>
      ) : (
        <>
          <p class="sk-lead">{(zustimmung.art === 'elternteil' ? w.bitteEltern : w.bitteVertretene)(von ?? w.jemand, version.bezeichnung, fuer)}</p>
          {renderZusammenfassung(summaryOf(formular, entwurf.antworten, dateien, { heute: c.today, lang: c.sprache }), undefined, 'person', c.sprache)}
          <form method="post" action={c.path} class="sk-form">
            <Formularfelder c={c} /><HiddenFields values={{ schluessel }} />
            <p>{w.folge(c.actor.name)}</p>
            <ButtonRow><Button name="ergebnis" value="zugestimmt">{w.zustimmen}</Button><Button name="ergebnis" value="abgelehnt" variant="secondary">{w.ablehnen}</Button></ButtonRow>
          </form>
        </>
      )}
    </div>
  ))
}

const entscheiden = form({
  path: '/zustimmung/:id', access: access.guest, beispiel: async () => undefined,
  show: (c, zustand) => zustimmungsseite(c, wert(zustand.werte, 'schluessel') || (c.suche.get('schluessel') ?? ''), zustand),
  async submit(c, werte) {
    const schluessel = wert(werte, 'schluessel')
    await gebeten(c, schluessel)
    await c.execute(zustimmungEntscheiden, { zustimmungId: c.params['id'] ?? '', geheimnisHash: geheimnisHash(schluessel).toString('hex'), ergebnis: wert(werte, 'ergebnis') === 'zugestimmt' ? 'zugestimmt' : 'abgelehnt' })
    return redirect('/konto', { hinweis: wert(werte, 'ergebnis') === 'zugestimmt' ? vertretungsworte(c.sprache).danke : vertretungsworte(c.sprache).schonAbgelehnt })
  },
})

export const routes: readonly Route[] = [...warten, ...entscheiden]
