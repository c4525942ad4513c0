import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, action, form, page, redirect, wert, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { cleanLine } from '../../../../platform/text/index.js'
import type { Kontostatus } from '../db/tables.js'
import { hashOf, lesbar, zufallscode } from '../domain/schluessel.js'
import { kontoStatusSetzen } from '../konto-sperren/command.js'
import { personalAendern } from '../personal-aendern/command.js'
import { personalAnlegen } from '../personal-anlegen/command.js'
import { startcodeAusstellen } from './command.js'
import { benutzerlisteSeite, benutzerNeuSeite, benutzerSeite, startcodeSeite, STATUS } from './page.js'
import { benutzerById, benutzerliste } from './query.js'

const PFAD = '/verwaltung/benutzer'
const zugang = access.staff('konten.verwalten')
const beispiel = `${PFAD}/01900000-0000-7000-8000-00000000a001`

export const idVon = (c: RequestContext): string => {
  const id = c.params['id']
  if (!isUuid(id)) throw new NotFound()
  return id
}
export const statusVon = (text: string): Kontostatus | undefined => (Object.hasOwn(STATUS, text) ? text as Kontostatus : undefined)

const angaben = (werte: Werte) => {
  const [email, telefon] = [wert(werte, 'email'), wert(werte, 'telefon')]
  return { name: cleanLine(wert(werte, 'name')).text, ...(email ? { email } : {}), ...(telefon ? { telefon } : {}) }
}

const liste = page({
  path: PFAD, access: zugang,
  async handle(c) {
    const text = (c.suche.get('text') ?? '').trim().slice(0, 100)
    const status = statusVon(c.suche.get('status') ?? '')
    const [name, id] = [c.suche.get('name') ?? '', c.suche.get('id') ?? '']
    const gefunden = await c.ask(benutzerliste, { ...(text ? { text } : {}), ...(status ? { status } : {}), ...(isUuid(id) ? { nach: { name: name.slice(0, 200), id } } : {}) })
    return benutzerlisteSeite(c, gefunden, { text, status: status ?? '' })
  },
})

/** Draws a code, lets the command keep its hash and shows it once. */
async function startcode(c: RequestContext, id: string, zweitfaktorEntfernen: boolean) {
  const code = zufallscode(3)
  await c.execute(startcodeAusstellen, { id, codeHash: hashOf(lesbar(code)).toString('hex'), zweitfaktorEntfernen })
  return startcodeSeite(c, await c.ask(benutzerById, { id }), code)
}

const neu = form({
  path: `${PFAD}/neu`, access: zugang,
  show: async (c, zustand) => benutzerNeuSeite(c, zustand),
  async submit(c, werte) {
    const { id } = await c.execute(personalAnlegen, { kennung: wert(werte, 'kennung').toLowerCase(), ...angaben(werte) }, c.formToken ? { schluessel: c.formToken } : {})
    return startcode(c, id, false)
  },
})

const bearbeiten = form({
  path: `${PFAD}/:id`, access: zugang, beispiel,
  show: async (c, zustand) => benutzerSeite(c, zustand, await c.ask(benutzerById, { id: idVon(c) })),
  async submit(c, werte) {
    await c.execute(personalAendern, { id: idVon(c), ...angaben(werte) })
    return redirect(`${PFAD}/${idVon(c)}`, { hinweis: 'Die Angaben sind gespeichert.' })
  },
})

const zeigen = (c: RequestContext, zustand: Parameters<typeof benutzerSeite>[1]) => c.ask(benutzerById, { id: idVon(c) }).then((person) => benutzerSeite(c, zustand, person))

const status = form({
  path: `${PFAD}/:id/status`, access: zugang, beispiel: `${beispiel}/status`, show: zeigen,
  async submit(c, werte) {
    const gewaehlt = statusVon(wert(werte, 'status'))
    const grund = wert(werte, 'grund')
    if (!gewaehlt || !grund) throw new Invalid([...(gewaehlt ? [] : [{ feld: 'status', text: 'Bitte wählen Sie den neuen Status.' }]), ...(grund ? [] : [{ feld: 'grund', text: 'Bitte nennen Sie den Grund.' }])])
    await c.execute(kontoStatusSetzen, { id: idVon(c), status: gewaehlt, grund })
    return redirect(`${PFAD}/${idVon(c)}`, { hinweis: `Der Status ist jetzt: ${STATUS[gewaehlt].titel}.` })
  },
})

const ausstellen = action({
  path: `${PFAD}/:id/startcode`, access: zugang, beispiel: `${beispiel}/startcode`,
  handle: async (c) => startcode(c, idVon(c), wert(c.werte, 'zweitfaktor') !== ''),
})

export const routes: readonly Route[] = [liste, ...neu, ...bearbeiten, ...status, ausstellen]
