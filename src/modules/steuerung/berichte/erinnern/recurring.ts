import type { App } from '../../../../platform/app.js'
import { Conflict } from '../../../../platform/errors.js'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { registerFortsetzung } from '../../../grundlagen/aufgaben/index.js'
import { monatKennung, zuEroeffnen } from '../domain/zeitraum.js'
import { berichtsmonatEroeffnen } from '../eroeffnen/command.js'
import { fassungenVon, zeitraeume, type Zeitraum } from '../lesen.js'
import { strategien } from '../vorhaben.js'
import { berichteAnfordern, fehlendeMelden, prognosenZumStichtag, QUELLE } from './command.js'

/** Older months are history: nobody is reminded of them. */
const WOCHEN = 8

interface Reihe { readonly strategieId: string; readonly monate: readonly Zeitraum[] }

const reihen = (app: App, mandantId: string): Promise<Reihe[]> => app.db.withMandant(mandantId, async (tx) => {
  const alle: Reihe[] = []
  for (const { id } of await strategien(tx)) alle.push({ strategieId: id, monate: await zeitraeume(tx, id, 3) })
  return alle
})

const frisch = (zeitraum: Zeitraum, heute: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(zeitraum.stichtag, heute.subtract({ weeks: WOCHEN })) >= 0

/** In business time: opens the next month where reporting has begun, asks for what is due, tells what is missing. */
export const erinnerung: Recurring = {
  name: 'berichte.erinnerung', alleSekunden: 300,
  async run({ app, mandantId, actor, signal }) {
    const heute = app.clock.today()
    for (const { strategieId, monate } of await reihen(app, mandantId)) {
      const [letzter] = monate
      if (letzter) for (const monat of zuEroeffnen(heute, letzter.monat)) { if (signal.aborted) return; await app.execute(actor, berichtsmonatEroeffnen, { strategieId, monat: monatKennung(monat) }) }
    }
    for (const { monate } of await reihen(app, mandantId)) {
      for (const zeitraum of monate.filter((eine) => frisch(eine, heute))) {
        if (signal.aborted) return
        await app.execute(actor, berichteAnfordern, { zeitraumId: zeitraum.id })
        await app.execute(actor, fehlendeMelden, { zeitraumId: zeitraum.id })
      }
    }
  },
}

/** Apart from the reminders: a plan that cannot be computed must not keep anybody from being reminded. */
export const prognosen: Recurring = {
  name: 'berichte.prognosen', alleSekunden: 900,
  async run({ app, mandantId, actor, signal }) {
    for (const { monate } of await reihen(app, mandantId)) {
      for (const zeitraum of monate.filter((eine) => frisch(eine, app.clock.today()))) {
        if (signal.aborted) return
        await app.execute(actor, prognosenZumStichtag, { zeitraumId: zeitraum.id })
      }
    }
  },
}

/** A report is done by submitting it, not by ticking it off. */
export function registriereAufgaben(): void {
  registerFortsetzung(QUELLE, async (ctx, { maske, instanzId, tokenId }) => {
    if (maske !== 'berichte.statusbericht' || !instanzId || !tokenId) return
    if ((await fassungenVon(ctx.tx, instanzId, tokenId)).length === 0) throw new Conflict('berichte.nichtEingereicht', 'Der Statusbericht ist noch nicht eingereicht. Schreiben Sie ihn unter „Berichte“; die Aufgabe verschwindet dann von selbst.')
  })
}
