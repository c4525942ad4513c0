import { Invalid } from '../../../../platform/errors.js'
import { access, action, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import type { Once } from '../../../../platform/usecases/execute.js'
import { idAus } from '../ansehen/routes.js'
import { vorgangBeispiel } from '../beispiele.js'
import { dateiAufnehmen, HOECHSTENS_BYTES, type Aufgenommen } from '../dokument-ablegen/aufnehmen.js'
import { dokumentHochladen } from '../dokument-ablegen/command.js'
import type { Vorgang } from '../lesen.js'
import { vorgangSchliessen } from '../schliessen/command.js'
import { schliessHindernisse } from '../schliessen/hindernisse.js'
import { vorgangUmhaengen } from '../umhaengen/command.js'
import { vermerkVerfassen } from '../vermerk/vermerk.js'
import { vorgangSehen } from '../vorgang-sehen/query.js'
import { ANLAESSE, vorgangWiederoeffnen } from '../wiederoeffnen/command.js'
import { wiedervorlageErledigen, wiedervorlageSetzen } from '../wiedervorlage/wiedervorlage.js'
import { dokumentAblegenSeite, schliessenSeite, umhaengenSeite, vermerkSeite, wiederoeffnenSeite, wiedervorlageSeite } from './page.js'

const vorgangVon = (c: RequestContext) => c.ask(vorgangSehen, { nummer: (c.params['nr'] ?? '').slice(0, 40) })
const einmal = (c: RequestContext): Once => (c.formToken ? { schluessel: c.formToken } : {})

/** A form about one Vorgang that leads back to its page. */
function amVorgang(definition: {
  verb: string; recht: string; multipart?: boolean; show(c: RequestContext, zustand: Formularzustand, vorgang: Vorgang): Promise<Reply> | Reply
  submit(c: RequestContext, vorgang: Vorgang, werte: Werte): Promise<string>
}): Route[] {
  return form({
    path: `/arbeitsplatz/vorgaenge/:nr/${definition.verb}`, access: access.staff(definition.recht), beispiel: vorgangBeispiel(`/${definition.verb}`),
    ...(definition.multipart ? { multipart: true } : {}),
    show: async (c, zustand) => definition.show(c, zustand, await vorgangVon(c)),
    async submit(c, werte) {
      const vorgang = await vorgangVon(c)
      const hinweis = await definition.submit(c, vorgang, werte)
      return redirect(`/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`, { hinweis })
    },
  })
}

/** Reads the one file of a multipart form; the fields come with it. @throws Invalid at field 'datei' */
export async function leseDatei(c: RequestContext): Promise<{ werte: Werte; aufgenommen: Aufgenommen & { ok: true } }> {
  const dateien: Aufgenommen[] = []
  const werte = await c.multipart(async (teil) => { dateien.push(await dateiAufnehmen(c.app, c.mandant.id, teil)) }, { fileSize: HOECHSTENS_BYTES, files: 1 })
  const [aufgenommen] = dateien
  if (!aufgenommen) throw new Invalid([{ feld: 'datei', text: 'Bitte wählen Sie eine Datei aus.' }])
  if (!aufgenommen.ok) throw new Invalid([{ feld: 'datei', text: aufgenommen.text }])
  return { werte, aufgenommen }
}

export const routes: readonly Route[] = [
  ...amVorgang({
    verb: 'vermerk', recht: 'vorgang.bearbeiten', show: vermerkSeite,
    async submit(c, { id }, werte) {
      const ereignisAm = wert(werte, 'ereignisAm')
      await c.execute(vermerkVerfassen, { vorgangId: id, text: wert(werte, 'text'), beteiligte: wert(werte, 'beteiligte'), ...(ereignisAm ? { ereignisAm } : {}) }, einmal(c))
      return 'Der Vermerk ist gespeichert.'
    },
  }),
  ...amVorgang({
    verb: 'wiedervorlage', recht: 'vorgang.bearbeiten', show: wiedervorlageSeite,
    async submit(c, { id }, werte) {
      const { faelligAm } = await c.execute(wiedervorlageSetzen, { vorgangId: id, faelligAm: wert(werte, 'faelligAm'), grund: wert(werte, 'grund'), ...(wert(werte, 'fuer') === 'einheit' ? {} : { kontoId: c.actor.id }) }, einmal(c))
      return `Die Wiedervorlage ist gesetzt: ${Temporal.PlainDate.from(faelligAm).toLocaleString('de')}.`
    },
  }),
  ...amVorgang({
    verb: 'umhaengen', recht: 'vorgang.bearbeiten', show: umhaengenSeite,
    async submit(c, { id }, werte) {
      const { kennzeichen } = await c.execute(vorgangUmhaengen, { vorgangId: id, aktenzeichen: wert(werte, 'aktenzeichen'), grund: wert(werte, 'grund') }, einmal(c))
      return `Der Vorgang hat jetzt das Zeichen ${kennzeichen}.`
    },
  }),
  ...amVorgang({
    verb: 'zda', recht: 'vorgang.schliessen',
    show: async (c, zustand, vorgang) => schliessenSeite(c, zustand, vorgang, await c.app.db.withMandant(c.mandant.id, (tx) => schliessHindernisse.fuer(tx, vorgang.id))),
    async submit(c, { id }, werte) {
      await c.execute(vorgangSchliessen, { vorgangId: id, schlussvermerk: wert(werte, 'schlussvermerk') }, einmal(c))
      return 'Der Vorgang ist zu den Akten gelegt.'
    },
  }),
  ...amVorgang({
    verb: 'wieder-oeffnen', recht: 'vorgang.wiederoeffnen', show: wiederoeffnenSeite,
    async submit(c, { id }, werte) {
      const anlass = ANLAESSE.find((einer) => einer === wert(werte, 'anlass'))
      await c.execute(vorgangWiederoeffnen, { vorgangId: id, grund: wert(werte, 'grund'), ...(anlass ? { anlass } : {}) }, einmal(c))
      return 'Der Vorgang ist wieder offen.'
    },
  }),
  ...amVorgang({
    verb: 'dokument', recht: 'dokument.ablegen', multipart: true, show: dokumentAblegenSeite,
    async submit(c, { id }) {
      const { werte, aufgenommen: { datei, pruefstatus } } = await leseDatei(c)
      const absender = wert(werte, 'absender')
      await c.execute(dokumentHochladen, {
        vorgangId: id, betreff: wert(werte, 'betreff') || datei.dateiname, typ: wert(werte, 'typ'), richtung: wert(werte, 'richtung') as 'eingang' | 'ausgang' | 'intern', datum: wert(werte, 'datum'),
        ...(absender ? { absender } : {}), datei, pruefstatus: pruefstatus === 'sauber' ? 'sauber' : 'ungeprueft',
      }, einmal(c))
      return `Abgelegt: ${datei.dateiname}`
    },
  }),
  action({
    path: '/arbeitsplatz/vorgaenge/:nr/wiedervorlage/:id/erledigen', access: access.staff('vorgang.bearbeiten'),
    async handle(c) {
      await c.execute(wiedervorlageErledigen, { wiedervorlageId: idAus(c.params['id']) })
      return redirect(`/arbeitsplatz/vorgaenge/${encodeURIComponent(c.params['nr'] ?? '')}`, { hinweis: 'Die Wiedervorlage ist erledigt.' })
    },
  }),
]
