import type { App } from '../../../../platform/app.js'
import { isUuid } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { datePartsToIso, readDateParts } from '../../../../design/index.js'
import { anschriftErgaenzen } from '../anschrift-ergaenzen/command.js'
import { bekanntgabeFestlegen } from '../bekanntgabe-festlegen/command.js'
import { ausgang } from '../db/tables.js'
import { erneutAufgeben } from '../erneut-aufgeben/command.js'
import { ruecklaufErfassen } from '../ruecklauf-erfassen/command.js'
import { FESTSTELLUNGEN, zugangFeststellen } from '../zugang-feststellen/command.js'
import { sendungSeite } from './page.js'
import { sendungLesen } from './query.js'

const idAus = (c: RequestContext): string => {
  const id = c.params['id']
  if (!isUuid(id)) throw new NotFound()
  return id
}

const beispiel = (ende: string) => async (app: App): Promise<string | undefined> => {
  const [mandant] = app.mandanten.all()
  const row = mandant && await app.db.withMandant(mandant.id, (tx) => ausgang(tx).selectFrom('ausgang.sendung').select('id').orderBy('id').limit(1).executeTakeFirst())
  return row && `/arbeitsplatz/postausgang/${row.id}${ende}`
}

function tagAus(werte: Werte): string | undefined {
  const teile = readDateParts(werte, 'am')
  const tag = teile && datePartsToIso(teile)
  if (teile && !tag) throw new Invalid([{ feld: 'am', text: 'Diesen Tag gibt es nicht. Bitte prüfen Sie das Datum.' }])
  return tag
}

function pflichttag(werte: Werte): string {
  const tag = tagAus(werte)
  if (!tag) throw new Invalid([{ feld: 'am', text: 'Bitte geben Sie einen Tag an.' }])
  return tag
}

const zeilen = (text: string) => text.split('\n').map((zeile) => zeile.trim()).filter((zeile) => zeile !== '').slice(0, 6)

const AKTIONEN: Readonly<Record<string, (c: RequestContext, sendungId: string, werte: Werte, einmal: { schluessel?: string }) => Promise<string>>> = {
  async anschrift(c, sendungId, werte, einmal) {
    await c.execute(anschriftErgaenzen, { sendungId, anschrift: zeilen(wert(werte, 'anschrift')) }, einmal)
    return 'Die Anschrift ist gespeichert.'
  },
  async ruecklauf(c, sendungId, werte, einmal) {
    await c.execute(ruecklaufErfassen, { sendungId, am: pflichttag(werte), grund: wert(werte, 'grund') }, einmal)
    return 'Der Rücklauf ist erfasst. Der Bescheid gilt nicht als bekannt gegeben.'
  },
  async zugang(c, sendungId, werte, einmal) {
    const art = wert(werte, 'art')
    if (!istFeststellung(art)) throw new Invalid([{ feld: 'art', text: 'Bitte wählen Sie aus, was bekannt geworden ist.' }])
    const am = tagAus(werte)
    const { neuBerechnet } = await c.execute(zugangFeststellen, { sendungId, art, grund: wert(werte, 'grund'), ...(am ? { am } : {}) }, einmal)
    return neuBerechnet ? 'Die Feststellung ist gespeichert, Bekanntgabe und Frist sind neu berechnet.'
      : 'Die Feststellung ist gespeichert. Sie ändert den Tag der Bekanntgabe nach der geltenden Regel nicht. Wenn er doch ein anderer ist, legen Sie ihn mit Grund fest.'
  },
  async festlegen(c, sendungId, werte, einmal) {
    await c.execute(bekanntgabeFestlegen, { sendungId, am: pflichttag(werte), grund: wert(werte, 'grund') }, einmal)
    return 'Der Tag der Bekanntgabe ist festgelegt.'
  },
  async erneut(c, sendungId, werte, einmal) {
    const anschrift = zeilen(wert(werte, 'anschrift'))
    await c.execute(erneutAufgeben, { sendungId, kanal: wert(werte, 'kanal') === 'postfach' ? 'postfach' : 'post', grund: wert(werte, 'grund'), ...(anschrift.length > 0 ? { anschrift } : {}) }, einmal)
    return 'Die Sendung wird noch einmal verschickt.'
  },
}

const istFeststellung = (text: string): text is keyof typeof FESTSTELLUNGEN => Object.hasOwn(FESTSTELLUNGEN, text)

export const sendungRoutes: readonly Route[] = [
  ...form({
    path: '/arbeitsplatz/postausgang/:id', access: access.staff(), beispiel: beispiel(''),
    show: async (c, zustand) => sendungSeite(c, await c.ask(sendungLesen, { sendungId: idAus(c) }), zustand),
    async submit(c, werte): Promise<Reply> {
      const sendungId = idAus(c)
      const name = wert(werte, 'aktion')
      const aktion = Object.hasOwn(AKTIONEN, name) ? AKTIONEN[name] : undefined
      if (!aktion) throw new NotFound()
      const hinweis = await aktion(c, sendungId, werte, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/arbeitsplatz/postausgang/${sendungId}`, { hinweis })
    },
  }),
  page({
    path: '/arbeitsplatz/postausgang/:id/brief.pdf', access: access.staff(), beispiel: beispiel('/brief.pdf'),
    async handle(c) {
      const { sendung } = await c.ask(sendungLesen, { sendungId: idAus(c) })
      const { ok } = await c.app.blobs.verify(c.mandant.id, sendung.dokument_hash)
      if (!ok) throw new Conflict('dateiBeschaedigt', 'Die gespeicherte Datei fehlt oder stimmt nicht mehr mit ihrer Prüfsumme überein. Bitte wenden Sie sich an die Fachadministration.')
      const { stream, size } = await c.app.blobs.open(c.mandant.id, sendung.dokument_hash)
      return { stream: { body: stream, mime: 'application/pdf', dateiname: `${sendung.buchnummer}.pdf`, inline: true, size } }
    },
  }),
]
