import { buffer } from 'node:stream/consumers'
import type { App } from '../../../platform/app.js'
import { isUuid } from '../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../platform/errors.js'
import { access, action, form, page, redirect, type Reply, type RequestContext, type Route } from '../../../platform/http/route.js'
import { auszuegeLesen, auszugLesen, type Auszugkopf } from './ansehen/query.js'
import { kontoauszug } from './db/tables.js'
import { HOECHSTENS_BYTES, leseAuszuege, type Auszug } from './domain/camt.js'
import { plane } from './domain/zuordnen.js'
import { alsEingabe, auszugBuchen, auszugVormerken, forderungenZu, fortschreiben } from './einlesen/command.js'
import { auszuegeAufnehmen } from './einlesen/datei.js'
import { alsAnsicht, auszugSeite, listeSeite, PFAD, planText, type Ansichtszeile } from './page.js'

async function ladeHoch(c: RequestContext): Promise<Reply> {
  let [bytes, dateiname] = [Buffer.alloc(0), '']
  await c.multipart(async ({ stream, dateiname: name }) => { bytes = Buffer.from(await buffer(stream)); dateiname = name }, { fileSize: HOECHSTENS_BYTES, files: 1 })
  if (bytes.length === 0) throw new Invalid([{ feld: 'datei', text: 'Bitte wählen Sie die Datei des Kontoauszugs aus.' }])
  const auszuege = await auszuegeAufnehmen(c.app, c.mandant.id, { bytes, dateiname }, (eingabe) => c.execute(auszugVormerken, eingabe))
  return auszuege.length === 1 ? redirect(`${PFAD}/${auszuege[0]?.id}`) : redirect(PFAD, { hinweis: `In der Datei sind ${auszuege.length} Auszüge. Sehen Sie jeden an und buchen Sie ihn.` })
}

/** The statement itself, from the file as it was uploaded. */
async function inhaltVon(c: RequestContext, { sha256, iban, nr }: Auszugkopf): Promise<Auszug> {
  const { stream } = await c.app.blobs.open(c.mandant.id, sha256)
  const auszug = leseAuszuege(await buffer(stream)).find((einer) => einer.iban === iban && einer.nr === nr)
  if (!auszug) throw new NotFound()
  return auszug
}

async function vorschau(c: RequestContext, kopf: Auszugkopf): Promise<Ansichtszeile[]> {
  const { zeilen } = await inhaltVon(c, kopf)
  const offene = await c.app.db.withMandant(c.mandant.id, (tx) => forderungenZu(tx, zeilen))
  return zeilen.map((zeile) => {
    const plan = plane(zeile, (zeichen) => offene.get(zeichen))
    fortschreiben(offene, plan)
    return { ...zeile, ergebnis: ({ buchen: 'gebucht', zurueckbuchen: 'zurueckgebucht', klaeren: 'klaerung', ausgang: 'ausgang' } as const)[plan.art], was: planText(plan) }
  })
}

const id = (c: RequestContext): string => { const gefragt = c.params['id'] ?? ''; if (!isUuid(gefragt)) throw new NotFound(); return gefragt }

/** The demo's statement, for `stadtkern routes`. */
async function auszugBeispiel(app: App): Promise<string | undefined> {
  const [mandant] = app.mandanten.all()
  const row = mandant && await app.db.withMandant(mandant.id, (tx) => kontoauszug(tx).selectFrom('kontoauszug.auszug').select('id').orderBy('id').limit(1).executeTakeFirst())
  return row && `${PFAD}/${row.id}`
}

export const routes: readonly Route[] = [
  ...form({ path: PFAD, access: access.staff('kasse.lesen'), multipart: true, show: async (c, zustand) => listeSeite(c, await c.ask(auszuegeLesen, {}), zustand), submit: ladeHoch }),
  page({
    path: `${PFAD}/:id`, access: access.staff('kasse.lesen'), beispiel: auszugBeispiel,
    async handle(c) {
      const { kopf, zeilen } = await c.ask(auszugLesen, { id: id(c) })
      return auszugSeite(c, kopf, kopf.gebuchtAm ? zeilen.map(alsAnsicht) : await vorschau(c, kopf))
    },
  }),
  action({
    path: `${PFAD}/:id/buchen`, access: access.staff('kasse.buchen'), beispiel: async () => undefined,
    async handle(c) {
      const { kopf } = await c.ask(auszugLesen, { id: id(c) })
      const { nr, zeilen } = await inhaltVon(c, kopf)
      await c.execute(auszugBuchen, { id: kopf.id, nr, umsaetze: alsEingabe(zeilen) })
      return redirect(`${PFAD}/${kopf.id}`, { hinweis: 'Der Auszug ist gebucht. Was nicht zugeordnet werden konnte, steht in der Klärung.' })
    },
  }),
]
