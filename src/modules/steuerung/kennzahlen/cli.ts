import type { App } from '../../../platform/app.js'
import { Conflict, Invalid } from '../../../platform/errors.js'
import type { CliCommand } from '../../../platform/modul.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { wertMelden } from './erfassen/melden.js'
import { kennzahlenVon } from './lesen.js'
import { kennzahlenAuskunft } from './schnittstelle/query.js'

type Io = Parameters<CliCommand['run']>[2]

const WERT = 'KENNZAHL STICHTAG WERT --nachweis TEXT [--einheit KUERZEL] [--grund TEXT] [--mandant M]'
const OPTIONEN = ['--nachweis', '--einheit', '--grund', '--mandant'] as const
type Option = (typeof OPTIONEN)[number]

function lies(args: readonly string[]): { worte: readonly string[]; werte: ReadonlyMap<Option, string> } | undefined {
  const [worte, werte] = [[] as string[], new Map<Option, string>()]
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ''
    const option = OPTIONEN.find((eine) => eine === argument)
    if (option) werte.set(option, args[++index] ?? '')
    else if (argument.startsWith('--')) return undefined
    else worte.push(argument)
  }
  return { worte, werte }
}

const stadtVon = (app: App, mandant: string | undefined) => (mandant === undefined ? app.mandanten.all()[0] : app.mandanten.bySchluessel(mandant))

/** By id or by its whole name, in whatever case. */
async function findId(app: App, mandantId: string, wort: string): Promise<string | undefined> {
  const alle = await app.db.withMandant(mandantId, (tx) => kennzahlenVon(tx))
  return alle.find(({ id, name }) => id === wort || name.toLowerCase() === wort.toLowerCase())?.id
}

/** `315/1000` is a share by its parts, `-` no value: the reason is then the proof. */
function messungAus(wort: string, nachweis: string) {
  if (wort === '-') return { fehlt: nachweis }
  const [zaehler = '', nenner] = wort.split('/')
  return nenner === undefined ? { zahl: wort, nachweis } : { zaehler, nenner, nachweis }
}

/** What was refused, in words: exit 1 and not a bug. */
async function mitAuskunft(io: Io, tun: () => Promise<void>): Promise<number> {
  try { await tun(); return 0 } catch (error) {
    if (!(error instanceof Invalid) && !(error instanceof Conflict)) throw error
    const felder = error instanceof Invalid ? error.felder : [{ feld: '', text: error.message }]
    if (io.json) io.out(JSON.stringify({ ok: false, felder }))
    else for (const { text } of felder) io.err(text)
    return 1
  }
}

async function wert(app: App, args: readonly string[], io: Io): Promise<number> {
  const aufruf = lies(args)
  const [kennzahl, stichtag, wort, ...rest] = aufruf?.worte ?? []
  if (!aufruf || !kennzahl || !stichtag || !wort || rest.length > 0) { io.err(`Aufruf: stadtkern kennzahlen wert ${WERT}`); return 2 }
  const { werte } = aufruf
  const stadt = stadtVon(app, werte.get('--mandant'))
  if (!stadt) { io.err('Diese Stadt gibt es nicht.'); return 2 }
  const id = await findId(app, stadt.id, kennzahl)
  if (!id) { io.err(`Die Kennzahl »${kennzahl}« gibt es nicht. Alle nennt: stadtkern kennzahlen`); return 1 }
  const [einheit, grund] = [werte.get('--einheit'), werte.get('--grund')]
  return mitAuskunft(io, async () => {
    const ergebnis = await app.execute(systemActor(stadt.id, 'befehlszeile'), wertMelden, {
      id, stichtag, ...messungAus(wort, werte.get('--nachweis') ?? ''), ...(einheit ? { einheit } : {}), ...(grund ? { grund } : {}),
    })
    if (io.json) io.out(JSON.stringify({ ok: true, ...ergebnis }))
    else io.out(ergebnis.neu ? `Eingetragen als Fassung ${ergebnis.fassung}.` : 'Dieser Wert war schon da. Nichts geändert.')
  })
}

async function liste(app: App, args: readonly string[], io: Io): Promise<number> {
  const aufruf = lies(args)
  const stadt = stadtVon(app, aufruf?.werte.get('--mandant'))
  if (!aufruf || aufruf.worte.length > 0 || !stadt) { io.err('Aufruf: stadtkern kennzahlen [--mandant M]'); return 2 }
  for (const eine of await app.ask(systemActor(stadt.id, 'befehlszeile'), kennzahlenAuskunft, {})) {
    io.out(io.json ? JSON.stringify(eine) : `${eine.name}: ${eine.wert ?? 'kein Wert'}${eine.stichtag ? ` (${eine.stichtag})` : ''}, Ziel ${eine.zielwert ?? '–'}, ${eine.stand}`)
  }
  return 0
}

export const befehle: readonly CliCommand[] = [
  { wort: 'kennzahlen', aufruf: '[--mandant M]', run: liste, hilfe: 'Nennt alle Kennzahlen mit letztem Wert, Zielwert und Stand.' },
  {
    wort: 'kennzahlen wert', aufruf: WERT, run: wert,
    hilfe: 'Trägt den Wert einer Kennzahl zu einem Stichtag (JJJJ-MM-TT) ein; 315/1000 ist ein Anteil, - heißt „es gibt keinen“, der Grund steht dann im Nachweis. Derselbe Wert noch einmal ändert nichts, ein anderer braucht --grund.',
  },
]
