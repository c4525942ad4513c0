import { Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { isUuid } from '../../../../platform/database/database.js'
import { access, form, page, redirect, wert, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { abgelehntWeil, tryStoreUpload, type StoredUpload } from '../../../../platform/uploads/index.js'
import { istUnbeantwortet } from '../antrag.js'
import { beispielNummer } from '../konto/beispiel.js'
import { rueckfragenBeantworten } from '../rueckfrage/command.js'
import { gastAntraegeMitnehmen } from '../uebernehmen/command.js'
import { antragZuruecknehmen } from '../zuruecknehmen/command.js'
import { woerter } from '../woerter.js'
import { meinVorgangSeite, zuruecknehmenSeite } from './page.js'
import { meinVorgangTeile } from './teile.js'
import { istMeinVorgang, meinDokument, meinVorgang } from './query.js'

const nummerAus = (c: RequestContext): string => c.params['nr'] ?? ''
const DATEIEN = { allowed: ['pdf', 'jpg', 'png', 'heic'], maxBytes: 10_000_000 } as const

/** Somebody who followed a link from a letter or mail may just not be signed in: the sign-in page, whether it exists or not. */
async function ersteinmalAnmelden(c: RequestContext, hinweis?: string): Promise<Reply | undefined> {
  if (c.actor.art === 'buerger' && !(await c.ask(istMeinVorgang, { nummer: nummerAus(c) }))) await gastAntraegeMitnehmen(c)
  if (c.actor.art !== 'gast' || await c.ask(istMeinVorgang, { nummer: nummerAus(c) })) return undefined
  return redirect(`/anmelden?ziel=${encodeURIComponent(c.path)}`, hinweis ? { hinweis } : {})
}

interface Datei { readonly feld: string; readonly datei: StoredUpload }

/** Reads answers and files; each file that is refused is said at its field, after everything was read. */
async function leseAntworten(c: RequestContext): Promise<{ werte: Werte; dateien: Datei[] }> {
  const dateien: Datei[] = []
  const fehler: Feldfehler[] = []
  const werte = await c.multipart(async (teil) => {
    const gespeichert = await tryStoreUpload(c.app, c.mandant.id, teil, DATEIEN)
    if (gespeichert.ok) dateien.push({ feld: teil.feld, datei: gespeichert })
    else fehler.push({ feld: teil.feld, text: `„${gespeichert.dateiname}“: ${abgelehntWeil(gespeichert, c.sprache, DATEIEN)}` })
  }, { fileSize: DATEIEN.maxBytes + 1, files: 20 })
  if (fehler.length > 0) throw new Invalid(fehler)
  return { werte, dateien }
}

export const routes: readonly Route[] = [
  ...form({
    path: '/konto/vorgaenge/:nr', access: access.guest, multipart: true, beispiel: beispielNummer('/konto/vorgaenge/'),
    async show(c, zustand) {
      const anmelden = await ersteinmalAnmelden(c)
      if (anmelden) return anmelden
      const stand = await c.ask(meinVorgang, { nummer: nummerAus(c) })
      return meinVorgangSeite(c, stand, zustand, await meinVorgangTeile(c, stand.antrag))
    },
    async submit(c) {
      const anmelden = await ersteinmalAnmelden(c, woerter(c.sprache).abgemeldet)
      if (anmelden) return anmelden
      const { werte, dateien } = await leseAntworten(c)
      const { fragen, antrag } = await c.ask(meinVorgang, { nummer: nummerAus(c) })
      const antworten = fragen.filter(istUnbeantwortet).map(({ id, bezug }) => ({
        rueckfrageId: id, text: wert(werte, `antwort-${id}`),
        anhaenge: dateien.filter(({ feld }) => feld === `datei-${id}`).map(({ datei: { dateiname, sha256, size, mime, pruefstatus } }) => ({ slot: bezug ?? 'rueckfrage', dateiname, sha256, size, mime, pruefstatus })),
      }))
      const leer = antworten.filter(({ text, anhaenge }) => !text.trim() && anhaenge.length === 0)
      if (leer.length > 0) throw new Invalid(leer.map(({ rueckfrageId }) => ({ feld: `antwort-${rueckfrageId}`, text: woerter(c.sprache).antwortFehlt })))
      // A second click comes when nothing is asked any more.
      if (antworten.length === 0) return redirect(`/konto/vorgaenge/${antrag.vorgangsnummer}`)
      await c.execute(rueckfragenBeantworten, { nummer: antrag.vorgangsnummer, antworten }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/konto/vorgaenge/${antrag.vorgangsnummer}`, { hinweis: woerter(c.sprache).antwortDa })
    },
  }),
  ...form({
    path: '/konto/vorgaenge/:nr/zuruecknehmen', access: access.guest, beispiel: beispielNummer('/konto/vorgaenge/', '/zuruecknehmen'),
    show: async (c, zustand) => await ersteinmalAnmelden(c) ?? zuruecknehmenSeite(c, await c.ask(meinVorgang, { nummer: nummerAus(c) }), zustand),
    async submit(c, werte) {
      const grund = wert(werte, 'grund')
      await c.execute(antragZuruecknehmen, { nummer: nummerAus(c), ...(grund ? { grund } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/konto/vorgaenge/${nummerAus(c)}`, { hinweis: woerter(c.sprache).zurueckgenommen })
    },
  }),
  page({
    path: '/konto/vorgaenge/:nr/dokumente/:id', access: access.guest, beispiel: async () => undefined,
    async handle(c) {
      const dokumentId = c.params['id'] ?? ''
      if (!isUuid(dokumentId)) throw new NotFound()
      const anmelden = await ersteinmalAnmelden(c)
      if (anmelden) return anmelden
      const { sha256, mime, dateiname } = await c.ask(meinDokument, { nummer: nummerAus(c), dokumentId })
      const { stream, size } = await c.app.blobs.open(c.mandant.id, sha256)
      return { stream: { body: stream, size, mime, dateiname } }
    },
  }),
]
