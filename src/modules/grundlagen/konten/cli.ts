import type { App } from '../../../platform/app.js'
import { Invalid } from '../../../platform/errors.js'
import type { CliCommand } from '../../../platform/modul.js'
import { cleanLine } from '../../../platform/text/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { alleRollen, rolleFestlegen, rolleZuweisen } from '../organisation/index.js'
import { startcodeAusstellen } from './benutzer/command.js'
import { dienstAnlegen } from './dienst-anlegen/command.js'
import { hashOf, lesbar, neuerDienstschluessel, zufallscode } from './domain/schluessel.js'
import { findKonto } from './konten.js'
import { personalAnlegen } from './personal-anlegen/command.js'
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

const VERWALTER = 'KENNUNG NAME [--email E] [--mandant M]'
/** The role of those who set a town up; the same key as in the demo. */
const FACHADMIN = 'fachadmin'

/**
 * The first person of a town, who then lets in everybody else: account, role, start code, each through its command. Called again for
 * the same person it hands out a new start code, for the case that the first was lost before anybody could sign in.
 */
async function verwalterAnlegen(app: App, args: readonly string[], io: Io): Promise<number> {
  const wertVon = (name: string) => { const at = args.indexOf(name); return at === -1 ? undefined : args[at + 1] }
  const [kennung, name] = args.filter((argument, index) => !argument.startsWith('--') && !['--email', '--mandant'].includes(args[index - 1] ?? ''))
  const [mandant, email] = [wertVon('--mandant'), wertVon('--email')]
  if (!kennung || !name) { io.err(`Aufruf: stadtkern verwalter anlegen ${VERWALTER}`); return 2 }
  const town = mandant === undefined ? app.mandanten.all()[0] : app.mandanten.bySchluessel(mandant)
  if (!town) { io.err(mandant ? 'Diese Stadt gibt es nicht.' : 'Es gibt noch keine Stadt. Bitte zuerst: stadtkern mandant anlegen …'); return 2 }
  const actor = systemActor(town.id, 'befehlszeile')
  const { vorhanden, rollen } = await app.db.withMandant(town.id, async (tx) => ({ vorhanden: await findKonto(tx, 'personal', kennung), rollen: await alleRollen(tx) }))
  if (vorhanden && vorhanden.status !== 'aktiv') throw new Invalid([], `Das Konto „${kennung}“ ist gesperrt. Bitte nehmen Sie eine andere Kennung.`)
  if (!rollen.some((rolle) => rolle.schluessel === FACHADMIN)) {
    const rechte = app.module.flatMap((modul) => modul.rechte ?? []).map((recht) => recht.name).filter((recht) => recht.endsWith('.verwalten') || recht === 'protokoll.lesen')
    await app.execute(actor, rolleFestlegen, { schluessel: FACHADMIN, name: 'Fachadministration', beschreibung: 'Richtet Einheiten, Konten, Rollen, Leistungen und Verfahren ein.', stufe: 0, rechte })
  }
  const id = vorhanden?.id ?? (await app.execute(actor, personalAnlegen, { kennung, name: cleanLine(name).text, ...(email ? { email } : {}) })).id
  await app.execute(actor, rolleZuweisen, { kontoId: id, rolle: FACHADMIN })
  const startcode = zufallscode(3)
  await app.execute(actor, startcodeAusstellen, { id, codeHash: hashOf(lesbar(startcode)).toString('hex'), zweitfaktorEntfernen: vorhanden !== undefined })
  const adresse = `https://${town.hosts[0] ?? ''}/arbeitsplatz/start`
  if (io.json) io.out(JSON.stringify({ mandant: town.schluessel, kennung, kontoId: id, rolle: FACHADMIN, startcode, pfad: '/arbeitsplatz/start' }))
  else {
    io.err(`${vorhanden ? 'Neuer' : 'Der'} Startcode für „${kennung}“ gilt sieben Tage und einmal. Damit unter ${adresse} ein Passwort wählen:`)
    io.out(startcode)
  }
  return 0
}

export const befehle: readonly CliCommand[] = [
  { wort: 'verwalter anlegen', aufruf: VERWALTER, hilfe: 'Legt eine Person an, die die Stadt einrichtet, und zeigt ihren Startcode, ein einziges Mal.', run: verwalterAnlegen },
  { wort: 'dienst anlegen', aufruf: AUFRUF, hilfe: 'Legt das Konto einer Schnittstelle an und zeigt ihren Schlüssel, ein einziges Mal.', run: anlegen },
]
