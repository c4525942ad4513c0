import { Button, DateField, dateParts, datePartsToIso, EmailField, ErrorSummary, Formularfelder, portalSeite, Radios, readDateParts, TextField } from '../../../../design/index.js'
import { Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { isMailAddress } from '../../../../platform/mail/index.js'
import { verborgen, zurAnmeldestufe } from '../anmeldestufe/hindernis.js'
import { pfadleiste } from '../beginnen/page.js'
import { wartetAuf } from '../domain/entwurf.js'
import type { Vertretung } from '../domain/vertretung.js'
import { unauffindbarSeite } from '../fortsetzen/page.js'
import { findFall, pfadVon, type Fall } from '../zugang.js'
import { vertretungAngeben } from './command.js'

function seite(c: RequestContext, fall: Fall, zustand: Formularzustand): Reply {
  const { entwurf: { vertretung }, entwurf, version } = fall
  const regel = version.stammdaten.vertretung
  const gesendet = Object.keys(zustand.werte).length > 0
  const feld = (name: string, bisher = '') => {
    const error = zustand.fehler.find((einer) => einer.feld === name)?.text
    return { name, value: gesendet ? wert(zustand.werte, name) : bisher, ...(error ? { error } : {}) }
  }
  const datum = gesendet ? readDateParts(zustand.werte, 'geburtsdatum') : vertretung ? dateParts(Temporal.PlainDate.from(vertretung.geburtsdatum)) : undefined
  const datumFehler = zustand.fehler.find((einer) => einer.feld === 'geburtsdatum')?.text
  const titel = 'Für wen stellen Sie den Antrag?'
  return portalSeite(c, { title: titel, breadcrumb: pfadleiste(c, version), robots: 'noindex', hasErrors: zustand.fehler.length > 0 || zustand.meldung !== undefined }, (
    <div class="sk-form-page" lang="de">
      <ErrorSummary errors={[...zustand.fehler.map(({ feld: field, text }) => ({ field, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <h1 class="sk-h1">{titel}</h1>
      <form method="post" action={pfadVon(entwurf, 'vertretung')} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <Radios label="Ich stelle den Antrag" {...feld('art', vertretung?.art ?? 'selbst')} options={[
          { value: 'selbst', label: 'für mich selbst' }, ...(regel?.kind ? [{ value: 'kind', label: 'für mein Kind. Ich habe das Sorgerecht.' }] : []), ...(regel?.person ? [{ value: 'vollmacht', label: 'für eine andere Person, die mich bevollmächtigt' }] : []),
        ]} />
        <p>Die folgenden Angaben brauchen wir nur, wenn Sie für jemand anderen handeln.</p>
        <TextField label="Vornamen der Person" optional maxLength={200} autocomplete="off" {...feld('vornamen', vertretung?.vornamen)} />
        <TextField label="Familienname der Person" optional maxLength={200} autocomplete="off" {...feld('familienname', vertretung?.familienname)} />
        <DateField name="geburtsdatum" label="Geburtsdatum der Person" optional {...(datum ? { value: datum } : {})} {...(datumFehler ? { error: datumFehler } : {})} />
        {regel?.zweiteZustimmung ? <Radios label="Bei einem Kind: Wer hat das Sorgerecht?" optional {...feld('sorge', vertretung?.sorge ?? '')} options={[{ value: 'allein', label: 'Ich allein' }, { value: 'gemeinsam', label: 'Ich gemeinsam mit dem anderen Elternteil' }]} /> : null}
        <EmailField label="E-Mail-Adresse für die Zustimmung" hint="Des anderen Elternteils, oder der Person, die Sie bevollmächtigt. Sie bekommt einen Link und stimmt mit ihrem eigenen Konto zu." optional autocomplete="off" {...feld('email', vertretung?.email)} />
        <Button>Speichern</Button>
      </form>
    </div>
  ))
}

/** @throws Invalid */
function lies(werte: Werte, fall: Fall, today: Temporal.PlainDate): Vertretung | null {
  const regel = fall.version.stammdaten.vertretung
  const art = wert(werte, 'art')
  if (art === 'selbst') return null
  const fehler: Feldfehler[] = []
  if (!((art === 'kind' && regel?.kind) || (art === 'vollmacht' && regel?.person))) throw new Invalid([{ feld: 'art', text: 'Bitte wählen Sie, für wen Sie den Antrag stellen.' }])
  for (const [name, text] of [['vornamen', 'Bitte geben Sie die Vornamen der Person an.'], ['familienname', 'Bitte geben Sie den Familiennamen der Person an.']] as const) {
    if (wert(werte, name) === '') fehler.push({ feld: name, text })
    else if (wert(werte, name).length > 200) fehler.push({ feld: name, text: 'Bitte geben Sie höchstens 200 Zeichen ein.' })
  }
  const teile = readDateParts(werte, 'geburtsdatum')
  const geburtsdatum = teile ? datePartsToIso(teile) : undefined
  if (!geburtsdatum || Temporal.PlainDate.compare(geburtsdatum, today) > 0) fehler.push({ feld: 'geburtsdatum', text: 'Bitte geben Sie das Geburtsdatum der Person an, zum Beispiel 17.5.2015.' })
  else if (art === 'kind' && Temporal.PlainDate.compare(Temporal.PlainDate.from(geburtsdatum).add({ years: 18 }), today) <= 0) fehler.push({ feld: 'geburtsdatum', text: 'Die Person ist schon 18. Sie stellt den Antrag selbst oder bevollmächtigt Sie.' })
  const sorge = wert(werte, 'sorge')
  if (art === 'kind' && regel?.zweiteZustimmung && sorge !== 'allein' && sorge !== 'gemeinsam') fehler.push({ feld: 'sorge', text: 'Bitte geben Sie an, wer das Sorgerecht hat.' })
  const email = wert(werte, 'email')
  if ((art === 'vollmacht' || (regel?.zweiteZustimmung && sorge === 'gemeinsam')) && !isMailAddress(email)) fehler.push({ feld: 'email', text: 'Bitte geben Sie die vollständige E-Mail-Adresse an, an die wir die Bitte um Zustimmung schicken.' })
  if (fehler.length > 0) throw new Invalid(fehler)
  return {
    art: art as Vertretung['art'], vornamen: wert(werte, 'vornamen'), familienname: wert(werte, 'familienname'), geburtsdatum: geburtsdatum ?? '',
    ...(art === 'kind' && (sorge === 'allein' || sorge === 'gemeinsam') ? { sorge } : {}), ...(email ? { email } : {}),
  }
}

/** Only somebody with an account acts for others, and nobody while acting for a company. */
async function eigenerFall(c: RequestContext): Promise<Fall | undefined> {
  const fall = await findFall(c)
  if (fall && (c.actor.art !== 'buerger' || c.actor.durch || !fall.version.stammdaten.vertretung)) throw new NotFound()
  return fall
}

export const routes: readonly Route[] = form({
  path: '/leistungen/:key/antrag/:entwurf/vertretung', access: access.guest, beispiel: async () => undefined,
  async show(c, zustand) {
    const fall = await eigenerFall(c)
    if (!fall) return unauffindbarSeite(c)
    if (verborgen(c, fall)) return zurAnmeldestufe(fall, c.path)
    const warten = fall.entwurf.status === 'eingereicht' ? 'bestaetigung' : wartetAuf(fall.entwurf)
    return warten ? redirect(pfadVon(fall.entwurf, warten)) : seite(c, fall, zustand)
  },
  async submit(c, werte) {
    const fall = await eigenerFall(c)
    if (!fall) return unauffindbarSeite(c)
    if (verborgen(c, fall)) return zurAnmeldestufe(fall, c.path)
    await c.execute(vertretungAngeben, { entwurfId: fall.entwurf.id, vertretung: lies(werte, fall, c.today) })
    return redirect(pfadVon(fall.entwurf, 'pruefen'))
  },
})
