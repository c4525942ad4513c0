import { Type, type Static } from 'typebox'
import { feel, feelBoolean, FeelFehler, feelProblem } from '../../../verfahren/workflow/index.js'

const genau = { additionalProperties: false } as const
const wort = (maxLength: number) => Type.String({ minLength: 1, maxLength })
/** Integer euro cents; a float never enters. */
const cent = Type.Integer({ minimum: 0, maximum: 100_000_000 })

/**
 * `gebuehr.yaml`: the one source of what a service costs, for the page, the decision and the payment (B1-08). A position
 * has a fixed amount, a calculated one (FEEL over the answers, integer cents) or a range within which a clerk decides.
 */
export const gebuehrSchema = Type.Object({
  rechtsgrundlage: wort(500),
  gebuehrenfrei: Type.Optional(Type.Boolean()),
  positionen: Type.Optional(Type.Array(Type.Object({
    name: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$' }),
    bezeichnung: wort(200),
    bezeichnungEn: Type.Optional(wort(200)),
    cent: Type.Optional(cent),
    berechnung: Type.Optional(wort(2000)),
    rahmen: Type.Optional(Type.Object({ von: cent, bis: cent }, genau)),
    /** FEEL; the position counts only when it is true. Without it always. */
    wenn: Type.Optional(wort(2000)),
    hinweis: Type.Optional(wort(300)),
    hinweisEn: Type.Optional(wort(300)),
  }, genau), { maxItems: 30 })),
}, genau)

export type Gebuehr = Static<typeof gebuehrSchema>
export type Gebuehrenposition = NonNullable<Gebuehr['positionen']>[number]

export interface BerechnetePosition { readonly name: string; readonly bezeichnung: string; readonly cent: bigint }
export interface Gebuehrenrechnung {
  readonly positionen: readonly BerechnetePosition[]
  readonly summe: bigint
  /** Positions with a range: a clerk sets the amount. */
  readonly offen: readonly Gebuehrenposition[]
  readonly rechtsgrundlage: string
}

type Angaben = Parameters<typeof feel>[1]

/**
 * What one application costs. `fragen` are the names of all questions, so that an unanswered one is null and not unknown.
 * @throws FeelFehler when an expression cannot be evaluated or gives no whole, non-negative amount of cents
 */
export function berechneGebuehr(gebuehr: Gebuehr, fragen: readonly string[], antworten: Angaben, now: Temporal.Instant): Gebuehrenrechnung {
  const angaben: Angaben = { ...Object.fromEntries(fragen.map((name) => [name, null])), ...antworten }
  const gilt = (gebuehr.positionen ?? []).filter(({ wenn }) => wenn === undefined || feelBoolean(wenn, angaben, { now }))
  const positionen = gilt.filter(({ rahmen }) => rahmen === undefined).map(({ name, bezeichnung, cent: fest, berechnung }) =>
    ({ name, bezeichnung, cent: fest !== undefined ? BigInt(fest) : centVon(berechnung ?? '', angaben, now) }))
  return {
    positionen, summe: positionen.reduce((summe, position) => summe + position.cent, 0n),
    offen: gilt.filter(({ rahmen }) => rahmen !== undefined), rechtsgrundlage: gebuehr.rechtsgrundlage,
  }
}

function centVon(berechnung: string, angaben: Angaben, now: Temporal.Instant): bigint {
  const value = feel(berechnung, angaben, { now })
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new FeelFehler('Die Berechnung ergibt keinen ganzen Betrag in Cent.', berechnung)
  }
  return BigInt(value)
}

/** What is wrong with a fee table that its schema cannot say. */
export function pruefeGebuehr(gebuehr: Gebuehr): string[] {
  const positionen = gebuehr.positionen ?? []
  const namen = positionen.map(({ name }) => name)
  return [
    ...(gebuehr.gebuehrenfrei === true && positionen.length > 0 ? ['Die Leistung ist gebührenfrei und hat trotzdem Positionen.'] : []),
    ...(gebuehr.gebuehrenfrei !== true && positionen.length === 0 ? ['Es fehlt mindestens eine Position, oder „gebuehrenfrei: true“.'] : []),
    ...namen.filter((name, index) => namen.indexOf(name) < index).map((name) => `Die Position „${name}“ kommt mehr als einmal vor.`),
    ...positionen.flatMap((position) => {
      const arten = [position.cent, position.berechnung, position.rahmen].filter((art) => art !== undefined)
      const ausdruecke = [position.wenn, position.berechnung].filter((text) => text !== undefined)
      return [
        ...(arten.length === 1 ? [] : [`Die Position „${position.name}“ braucht genau eines von: cent, berechnung, rahmen.`]),
        ...(position.rahmen && position.rahmen.von > position.rahmen.bis ? [`Der Rahmen der Position „${position.name}“ beginnt über seinem Ende.`] : []),
        ...ausdruecke.flatMap((text) => { const problem = feelProblem(text); return problem ? [`Position „${position.name}“: ${problem}`] : [] }),
      ]
    }),
  ]
}
