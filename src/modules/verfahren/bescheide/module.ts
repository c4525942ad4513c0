import type { Modul } from '../../../platform/modul.js'
import { registerPaketpruefung } from '../../grundlagen/leistungen/index.js'
import { registerFallTeil, registerMaske } from '../fallbearbeitung/index.js'
import { registerDienst } from '../workflow/index.js'
import { MASKE } from './korrigieren/command.js'
import { korrekturMaske } from './korrigieren/maske.js'
import { korrekturRoutes } from './korrigieren/routes.js'
import { korrekturenTeil } from './korrigieren/teil.js'
import { entwerfenMaske } from './entwerfen/maske.js'
import { ausfertigen } from './erlassen/job.js'
import { erlasse } from './erlassen/command.js'
import { bescheidTeil } from './fallteil.js'
import { registerGrundlage } from './grundlage.js'
import { grundlageAusAntrag } from './grundlage-antrag.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { pruefeBescheidVorlage, unbekanntePlatzhalter } from './vorlage-pruefen.js'
import { seed } from './seed.js'
import { vorschauRoutes } from './vorschau/routes.js'
import { zeichnenMaske } from './zeichnen/maske.js'

registerMaske('bescheid.entwerfen', entwerfenMaske)
registerMaske('bescheid.zeichnen', zeichnenMaske)
registerMaske(MASKE, korrekturMaske)
registerFallTeil(bescheidTeil)
/** Names of the questions, also of a form that has other mistakes; what is wrong with it the room of forms says. */
function fragenAus(formular: string | undefined): string[] | undefined {
  try {
    const { seiten } = JSON.parse(formular ?? '') as { seiten?: { fragen?: { name?: unknown }[] }[] }
    return (seiten ?? []).flatMap(({ fragen = [] }) => fragen.map(({ name }) => String(name)))
  } catch { return undefined }
}

registerFallTeil(korrekturenTeil)
registriereSaetze()
registerGrundlage(grundlageAusAntrag)
registerPaketpruefung('bescheide', async (dateien) => {
  const quelle = dateien['bescheid.typ']
  if (quelle === undefined) return []
  return [...await pruefeBescheidVorlage(quelle), ...unbekanntePlatzhalter(quelle, fragenAus(dateien['formular.json']))].map((befund) => ({ datei: 'bescheid.typ', ...befund }))
})
registerDienst('bescheide.erlassen', async (ctx, { vorgangId }) => erlasse(ctx, vorgangId))

export const modul: Modul = {
  name: 'bescheide', etage: 'verfahren', dependsOn: ['organisation', 'konten', 'leistungen', 'fristen', 'antraege', 'akten', 'ausgang', 'aufgaben', 'workflow', 'fallbearbeitung', 'gebuehren', 'forderungen'],
  rechte, seed, routes: [...vorschauRoutes, ...korrekturRoutes], jobs: [ausfertigen as never],
}
