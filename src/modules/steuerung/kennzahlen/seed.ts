import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { systemActor, type Actor } from '../../../platform/usecases/actor.js'
import { findEinheitByKuerzel } from '../../grundlagen/organisation/index.js'
import { objekteVon } from '../programm/index.js'
import { reifegradBewerten } from './bewerten/command.js'
import { stichtage, type Haeufigkeit } from './domain/zeitraum.js'
import { wertErfassen } from './erfassen/command.js'
import { vorhabenEvaluieren } from './evaluieren/command.js'
import { kennzahlFestlegen } from './festlegen/command.js'
import { findKennzahl, ladeKennzahl } from './lesen.js'
import { messeUndHalteFest } from './messen/messung.js'
import { findQuelle } from './messen/quellen.js'
import { modellFestlegen } from './modell-festlegen/command.js'
import { modelle } from './modelle.js'
import { kennzahlStilllegen } from './stilllegen/command.js'

type Demowert = string | readonly [number, number]
interface Demokennzahl {
  readonly id: string; readonly ziel: string; readonly name: string; readonly definition: string;
  readonly quelle?: string; readonly art: 'zahl' | 'anteil'; readonly masseinheit?: string; readonly nachkomma?: string
  readonly richtung: string; readonly haeufigkeit: Haeufigkeit; readonly einheit?: string; readonly zielwert?: string;
  readonly jahre?: number
  readonly werte: readonly (Demowert | Readonly<Record<string, Demowert>>)[]; readonly nachweis: string;
  readonly stillgelegt?: string
}
interface Demodatei {
  readonly kennzahlen: readonly Demokennzahl[]; readonly modell: {
    readonly kennung: string; readonly inhalt: unknown;
    readonly bewertungen: Readonly<Record<string, readonly string[]>>
  }
  readonly evaluationen: readonly {
    readonly vorhaben: string; readonly kriterium: string; readonly ergebnis: string; readonly begruendung: string;
    readonly lehre: string
  }[]
}
type Demostadt = {
  readonly app: App; readonly actor: Actor; readonly programm: ReadonlyMap<string, string>; readonly datei: Demodatei
}

/**
 * Figures with some history, one model judged for three years, and what was learnt from a cycle. Loaded again it
 * changes
 * nothing.
 */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const pfad = join(projectRoot, 'demo', stadt, 'kennzahlen.yaml')
  if (!existsSync(pfad)) return
  const datei = parse(readFileSync(pfad, 'utf8')) as Demodatei
  const [erste] = datei.kennzahlen
  if (!erste || await app.db.withMandant(mandantId, (tx) => findKennzahl(tx, erste.id))) return
  const objekte = await app.db.withMandant(mandantId, (tx) => objekteVon(tx))
  const ganze: Demostadt = {
    app, actor: systemActor(mandantId, 'Programmbüro'), datei,
    programm: new Map(objekte.flatMap(({ kennung, id }) => (kennung ? [[kennung, id]] : []))),
  }
  for (const kennzahl of datei.kennzahlen) await eineKennzahl(ganze, kennzahl)
  await modell(ganze)
  await evaluationen(ganze)
}

async function eineKennzahl({ app, actor, programm }: Demostadt, eine: Demokennzahl): Promise<void> {
  const heute = app.clock.today()
  const einheitId = async (kuerzel: string | undefined) => (kuerzel ? await app.db.withMandant(
    actor.mandantId, async (tx) => (await findEinheitByKuerzel(tx, kuerzel))?.id
  ) ?? '' : '')
  const quelle = findQuelle(app, eine.quelle ?? null)
  await app.execute(actor, kennzahlFestlegen, {
    id: eine.id, name: eine.name, definition: eine.definition, zielId: programm.get(eine.ziel) ?? '',
    quelle: quelle?.schluessel ?? '', art: eine.art, masseinheit: eine.masseinheit ?? '',
    nachkomma: eine.nachkomma ?? '0', richtung: eine.richtung,
    summierbar: quelle && !quelle.summierbar ? '' : 'ja', einheitId: await einheitId(eine.einheit),
    haeufigkeit: eine.haeufigkeit, ausgangswert: '', ausgangAm: '',
    zielwert: eine.zielwert ?? '', zielAm: eine.jahre === undefined ? '' : `31.12.${heute.year + eine.jahre}`,
  })
  const tage = stichtage(heute, eine.haeufigkeit, eine.werte.length).toReversed()
  const trage = async (wert: Demowert, tag: Temporal.PlainDate, kuerzel?: string) => {
    const [zahl, zaehler, nenner] = typeof wert === 'string' ? [wert, '', ''] : ['', String(wert[0]), String(wert[1])]
    await app.execute(actor, wertErfassen, {
      id: eine.id, einheitId: await einheitId(kuerzel), stichtag: tag.toString(), zahl, zaehler, nenner,
      nachweis: eine.nachweis, nachweisLink: '', grund: '', fassung: 0,
    })
  }
  for (const [i, wert] of eine.werte.entries()) {
    const tag = tage[i] ?? heute
    if (typeof wert === 'string' || Array.isArray(wert)) await trage(wert as Demowert, tag)
    else for (const [kuerzel, teil] of Object.entries(wert)) await trage(teil, tag, kuerzel)
  }
  if (eine.stillgelegt) await app.execute(actor, kennzahlStilllegen, { id: eine.id, grund: eine.stillgelegt })
  // A span that has just begun would say little in a demo.
  else if (quelle?.bezug === 'stichtag') await messeUndHalteFest(
    app, actor, await app.db.withMandant(actor.mandantId, (tx) => ladeKennzahl(tx, eine.id)), quelle, heute
  )
}

async function modell({ app, actor, datei: { modell: { kennung, inhalt, bewertungen } } }: Demostadt): Promise<void> {
  if ((await app.db.withMandant(actor.mandantId, (tx) => modelle(tx))).length > 0) return
  const { id } = await app.execute(actor, modellFestlegen, { kennung, nummer: 0, text: stringify(inhalt) })
  for (const [baustein, stufen] of Object.entries(bewertungen)) {
    for (const [i, stufe] of stufen.entries()) {
      const jahr = app.clock.today().year - 2 + i
      await app.execute(actor, reifegradBewerten, {
        modellId: id, jahr, baustein, stufe,
        begruendung: 'Gemeinsame Einschätzung des Kernteams nach den Kriterien des Modells.',
        nachweis: `Protokoll des Kernteams zur Bewertung ${jahr}`, nachweisLink: '', fassung: 0,
      })
    }
  }
}

async function evaluationen({ app, actor, programm, datei }: Demostadt): Promise<void> {
  for (const { vorhaben, ...eine } of datei.evaluationen) {
    const objektId = programm.get(vorhaben)
    if (objektId) await app.execute(
      actor, vorhabenEvaluieren, { objektId, zyklus: app.clock.today().year - 1, ...eine, fassung: 0 }
    )
  }
}
