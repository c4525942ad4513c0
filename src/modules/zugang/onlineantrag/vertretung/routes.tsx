import { Button, DateField, dateParts, EmailField, ErrorSummary, FileField, Formularfelder, portalSeite, Radios, readDateParts, TextField } from '../../../../design/index.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { tryStoreUpload } from '../../../../platform/uploads/index.js'
import { VOLLMACHT_SLOT } from '../../../verfahren/antraege/index.js'
import { verborgen, zurAnmeldestufe } from '../anmeldestufe/hindernis.js'
import { pfadleiste } from '../beginnen/page.js'
import { wartetAuf } from '../domain/entwurf.js'
import type { Vertretungsregel } from '../domain/vertretung.js'
import { unauffindbarSeite } from '../fortsetzen/page.js'
import { findFall, pfadVon, type Fall } from '../zugang.js'
import { vertretungAngeben } from './command.js'
import { liesVertretung } from './lesen.js'
import { vertretungsworte, type Vertretungsworte } from './woerter.js'

const DATEI = { allowed: ['pdf', 'jpg', 'png', 'heic'], maxBytes: 10_000_000 } as const

const wege = (regel: Vertretungsregel, w: Vertretungsworte) => [
  ...(regel.selbst === false ? [] : [{ value: 'selbst', label: w.selbst }]), ...(regel.kind ? [{ value: 'kind', label: w.kind }] : []), ...(regel.person ? [{ value: 'vollmacht', label: w.vollmacht }] : []),
]

function seite(c: RequestContext, fall: Fall, regel: Vertretungsregel, zustand: Formularzustand): Reply {
  const { entwurf: { vertretung }, entwurf, version, dateien } = fall
  const w = vertretungsworte(c.sprache)
  const gesendet = Object.keys(zustand.werte).length > 0
  const feld = (name: string, bisher = '') => {
    const error = zustand.fehler.find((einer) => einer.feld === name)?.text
    return { name, value: gesendet ? wert(zustand.werte, name) : bisher, ...(error ? { error } : {}) }
  }
  const datum = gesendet ? readDateParts(zustand.werte, 'geburtsdatum') : vertretung ? dateParts(Temporal.PlainDate.from(vertretung.geburtsdatum)) : undefined
  const { error: datumFehler } = feld('geburtsdatum')
  const { error: dateiFehler } = feld('vollmacht')
  const da = dateien.find(({ slot }) => slot === VOLLMACHT_SLOT)
  const moeglich = wege(regel, w)
  return portalSeite(c, { title: w.titel, breadcrumb: pfadleiste(c, version), robots: 'noindex', hasErrors: zustand.fehler.length > 0 || zustand.meldung !== undefined }, (
    <div class="sk-form-page">
      <ErrorSummary errors={[...zustand.fehler.map(({ feld: field, text }) => ({ field, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <h1 class="sk-h1">{w.titel}</h1>
      <form method="post" action={pfadVon(entwurf, 'vertretung')} encType="multipart/form-data" class="sk-form" noValidate>
        <Formularfelder c={c} />
        <Radios label={w.ichStelle} {...feld('art', vertretung?.art ?? moeglich[0]?.value)} options={moeglich} />
        {regel.selbst === false ? null : <p>{w.nurWenn}</p>}
        <TextField label={w.vornamen} optional={regel.selbst !== false} maxLength={200} autocomplete="off" {...feld('vornamen', vertretung?.vornamen)} />
        <TextField label={w.familienname} optional={regel.selbst !== false} maxLength={200} autocomplete="off" {...feld('familienname', vertretung?.familienname)} />
        <DateField name="geburtsdatum" label={w.geburtsdatum} optional={regel.selbst !== false} {...(datum ? { value: datum } : {})} {...(datumFehler ? { error: datumFehler } : {})} />
        {regel.zweiteZustimmung ? <Radios label={w.sorge} optional {...feld('sorge', vertretung?.sorge)} options={[{ value: 'allein', label: w.allein }, { value: 'gemeinsam', label: w.gemeinsam }]} /> : null}
        {regel.person ? (
          <>
            <Radios label={w.nachweis} optional {...feld('nachweis', vertretung?.nachweis)} options={[{ value: 'datei', label: w.nachweisDatei }, { value: 'online', label: w.nachweisOnline }]} />
            <FileField name="vollmacht" label={w.datei} optional accept=".pdf,.jpg,.jpeg,.png,.heic" typesText={w.dateiTypen} maxBytes={DATEI.maxBytes}
              hint={da ? w.dateiDa(da.dateiname) : gesendet ? w.dateiNochmal : w.dateiHinweis} {...(dateiFehler ? { error: dateiFehler } : {})} />
          </>
        ) : null}
        {regel.person || regel.zweiteZustimmung ? <EmailField label={w.email} hint={w.emailHinweis} optional autocomplete="off" {...feld('email', vertretung?.email)} /> : null}
        <Button>{w.speichern}</Button>
      </form>
    </div>
  ))
}

interface Empfangen { readonly werte: Werte; readonly vollmacht?: { slot: string; dateiname: string; sha256: string; size: number; mime: string; pruefstatus: 'sauber' | 'ungeprueft' } }

/** The fields and the paper. @throws Invalid where the file cannot be taken */
async function empfange(c: RequestContext): Promise<Empfangen> {
  let vollmacht: Empfangen['vollmacht']
  let abgelehnt: string | undefined
  const werte = await c.multipart(async (teil) => {
    const datei = await tryStoreUpload(c.app, c.mandant.id, teil, DATEI)
    if (!datei.ok) { abgelehnt = `„${datei.dateiname}“: ${datei.text}`; return }
    const { dateiname, sha256, size, mime, pruefstatus } = datei
    vollmacht = { slot: VOLLMACHT_SLOT, dateiname: dateiname.slice(-200), sha256, size, mime, pruefstatus }
  }, { fileSize: DATEI.maxBytes + 1, files: 1 })
  if (abgelehnt !== undefined) throw new Invalid([{ feld: 'vollmacht', text: abgelehnt }])
  return { werte, ...(vollmacht ? { vollmacht } : {}) }
}

/** Only somebody with an account acts for others, and nobody while acting for a company. */
async function eigenerFall(c: RequestContext): Promise<{ fall: Fall; regel: Vertretungsregel } | undefined> {
  const fall = await findFall(c)
  const regel = fall?.version.stammdaten.vertretung
  if (fall && (c.actor.art !== 'buerger' || c.actor.durch || !regel)) throw new NotFound()
  return fall && regel ? { fall, regel } : undefined
}

export const routes: readonly Route[] = form({
  path: '/leistungen/:key/antrag/:entwurf/vertretung', access: access.guest, beispiel: async () => undefined, multipart: true,
  async show(c, zustand) {
    const eigener = await eigenerFall(c)
    if (!eigener) return unauffindbarSeite(c)
    const { fall, regel } = eigener
    if (verborgen(c, fall)) return zurAnmeldestufe(fall, c.path)
    const warten = fall.entwurf.status === 'eingereicht' ? 'bestaetigung' : wartetAuf(fall.entwurf)
    return warten ? redirect(pfadVon(fall.entwurf, warten)) : seite(c, fall, regel, zustand)
  },
  async submit(c) {
    const eigener = await eigenerFall(c)
    if (!eigener) return unauffindbarSeite(c)
    const { fall, regel } = eigener
    if (verborgen(c, fall)) return zurAnmeldestufe(fall, c.path)
    const { werte, ...datei } = await empfange(c)
    await c.execute(vertretungAngeben, { entwurfId: fall.entwurf.id, vertretung: liesVertretung(werte, regel, c.today, vertretungsworte(c.sprache)), sprache: c.sprache, ...datei })
    return redirect(pfadVon(fall.entwurf, 'pruefen'))
  },
})
