import type { App } from '../../../platform/app.js'
import type { CliCommand } from '../../../platform/modul.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { dienstAnlegen } from './dienst-anlegen/command.js'
import { neuerDienstschluessel } from './domain/schluessel.js'
import { findKonto } from './konten.js'
import { schluesselAusstellen } from './schnittstellen/command.js'

type Io = Parameters<CliCommand['run']>[2]

const AUFRUF = 'KENNUNG --recht RECHT [--recht …] [--tage N] [--mandant M]'

function leseAufruf(args: readonly string[]): { kennung: string | undefined; rechte: string[]; tage: number; mandant: string | undefined; falsch: boolean } {
  const frei: string[] = []
  const rechte: string[] = []
  let [tage, mandant, falsch]: [number, string | undefined, boolean] = [365, undefined, false]
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ''
    if (argument === '--recht') rechte.push(args[++index] ?? '')
    else if (argument === '--tage') tage = Number(args[++index])
    else if (argument === '--mandant') mandant = args[++index]
    else if (argument.startsWith('--')) falsch = true
    else frei.push(argument)
  }
  return { kennung: frei[0], rechte, tage, mandant, falsch: falsch || frei.length !== 1 || rechte.length === 0 || !Number.isInteger(tage) || tage < 1 || tage > 730 }
}

/** Makes the account of an interface and prints its key, once. For one that exists only a further key is made. */
async function anlegen(app: App, args: readonly string[], io: Io): Promise<number> {
  const { kennung, rechte, tage, mandant, falsch } = leseAufruf(args)
  if (falsch || !kennung) { io.err(`Aufruf: stadtkern dienst anlegen ${AUFRUF}`); return 2 }
  const town = mandant === undefined ? app.mandanten.all()[0] : app.mandanten.bySchluessel(mandant)
  if (!town) { io.err('Diese Stadt gibt es nicht.'); return 2 }
  const bekannt = new Set(app.module.flatMap((modul) => modul.rechte ?? []).map(({ name }) => name))
  const unbekannt = rechte.filter((recht) => !bekannt.has(recht))
  if (unbekannt.length > 0) { io.err(`Diese Rechte gibt es nicht: ${unbekannt.join(', ')}. Alle zeigt: stadtkern permissions`); return 2 }
  const actor = systemActor(town.id, 'befehlszeile')
  const vorhanden = await app.db.withMandant(town.id, (tx) => findKonto(tx, 'dienst', kennung))
  const kontoId = vorhanden?.id ?? (await app.execute(actor, dienstAnlegen, { kennung, name: kennung, rechte, stufe: 1 })).id
  const { schluessel, praefix, hash } = neuerDienstschluessel()
  const gueltigBis = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: tage }).toString()
  await app.execute(actor, schluesselAusstellen, { kontoId, hash: hash.toString('hex'), praefix, gueltigBis })
  if (io.json) io.out(JSON.stringify({ mandant: town.schluessel, kennung, kontoId, rechte: vorhanden ? undefined : rechte, schluessel, gueltigBis }))
  else {
    if (vorhanden) io.err(`Die Schnittstelle „${kennung}“ gibt es schon: Ihre Rechte bleiben, sie bekommt einen weiteren Schlüssel.`)
    io.out(schluessel)
  }
  return 0
}

export const befehle: readonly CliCommand[] = [
  { wort: 'dienst anlegen', aufruf: AUFRUF, hilfe: 'Legt das Konto einer Schnittstelle an und zeigt ihren Schlüssel, ein einziges Mal.', run: anlegen },
]
