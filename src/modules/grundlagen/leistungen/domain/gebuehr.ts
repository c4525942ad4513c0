import { Type, type Static } from 'typebox'
import { feelProblem } from '../../../verfahren/workflow/index.js'

const genau = { additionalProperties: false } as const
const wort = (maxLength: number) => Type.String({ minLength: 1, maxLength })
/** Integer euro cents; a float never enters. */
const cent = Type.Integer({ minimum: 0, maximum: 99_999_900 })
const name = Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$' })
const ausdruck = wort(2000)
const tag = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })

/** What a position costs, in exactly one of these ways. */
const satz = {
  cent: Type.Optional(cent),
  /** FEEL over the answers; gives whole cents. */
  berechnung: Type.Optional(ausdruck),
  /** Within these bounds a clerk decides, with a reason (Rahmengebuehr). */
  rahmen: Type.Optional(Type.Object({ von: cent, bis: cent }, genau)),
  /** Decision table, first hit counts; the last row has no condition. `text` explains the row to people. */
  tabelle: Type.Optional(Type.Array(Type.Object({ wenn: Type.Optional(ausdruck), cent: Type.Optional(cent), berechnung: Type.Optional(ausdruck), text: wort(200) }, genau), { minItems: 1, maxItems: 50 })),
}

/** One way of saying what a position costs, as an administrator enters it for a later day. */
export const satzSchema = Type.Object(satz, genau)
export type Gebuehrensatz = Static<typeof satzSchema>

export const ZAHLUNGSWEGE = ['online', 'ueberweisung', 'bar'] as const
export type Zahlungsweg = (typeof ZAHLUNGSWEGE)[number]

/**
 * `gebuehr.yaml`: the one source of what a service costs, for the page, the decision and the payment (B1-08). A position has a
 * fixed amount, a calculated one (FEEL over the answers, integer cents), a decision table or a range within which a clerk decides.
 */
export const gebuehrSchema = Type.Object({
  rechtsgrundlage: wort(500),
  gebuehrenfrei: Type.Optional(Type.Boolean()),
  positionen: Type.Optional(Type.Array(Type.Object({
    name, bezeichnung: wort(200), bezeichnungEn: Type.Optional(wort(200)),
    /** Number in the table of fees (A6-01). */
    tarif: Type.Optional(wort(60)),
    ...satz,
    /** Other amounts from a day on; the last one that has begun counts. */
    saetze: Type.Optional(Type.Array(Type.Object({ ab: tag, ...satz }, genau), { maxItems: 20 })),
    /** FEEL; the position counts only when it is true. Without it always. */
    wenn: Type.Optional(ausdruck),
    hinweis: Type.Optional(wort(300)), hinweisEn: Type.Optional(wort(300)),
  }, genau), { maxItems: 30 })),
  /** Exemptions (100 percent) and reductions, with their legal basis and the upload that proves them (A6-14). */
  ermaessigungen: Type.Optional(Type.Array(Type.Object({
    name, bezeichnung: wort(200), bezeichnungEn: Type.Optional(wort(200)), wenn: ausdruck, prozent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })), cent: Type.Optional(cent),
    rechtsgrundlage: wort(300), nachweis: Type.Optional(wort(100)),
  }, genau), { maxItems: 20 })),
  /** When and how it is paid. Without it: after the decision, by all ways. */
  zahlung: Type.Optional(Type.Object({
    wann: Type.Unsafe<'vor_absenden' | 'nach_absenden' | 'mit_bescheid'>(Type.Enum(['vor_absenden', 'nach_absenden', 'mit_bescheid'])),
    wege: Type.Optional(Type.Array(Type.Unsafe<Zahlungsweg>(Type.Enum([...ZAHLUNGSWEGE])), { minItems: 1, maxItems: 3, uniqueItems: true })),
    faelligTage: Type.Optional(Type.Integer({ minimum: 0, maximum: 365 })),
    /** Where the money is booked in the budget (A6-01); strings, leading zeros count. */
    produkt: Type.Optional(wort(30)), sachkonto: Type.Optional(wort(30)),
  }, genau)),
}, genau)

export type Gebuehr = Static<typeof gebuehrSchema>
export type Gebuehrenposition = NonNullable<Gebuehr['positionen']>[number]
export type Ermaessigung = NonNullable<Gebuehr['ermaessigungen']>[number]
export type Zahlungsregel = NonNullable<Gebuehr['zahlung']>

/** How a service is paid where its table does not say: after the decision, in thirty days. */
export const zahlungsregel = ({ zahlung }: Pick<Gebuehr, 'zahlung'>): Required<Pick<Zahlungsregel, 'wann' | 'wege' | 'faelligTage'>> & Zahlungsregel =>
  ({ wann: 'mit_bescheid', ...zahlung, wege: zahlung?.wege ?? [...ZAHLUNGSWEGE], faelligTage: zahlung?.faelligTage ?? 30 })

const ARTEN = ['cent', 'berechnung', 'rahmen', 'tabelle'] as const
const nurSatz = (quelle: Gebuehrensatz): Gebuehrensatz => Object.fromEntries(ARTEN.filter((art) => quelle[art] !== undefined).map((art) => [art, quelle[art]]))

/** The table as it is on a day: every position with the amount that has begun last and nothing of other days. */
export function gebuehrAm(gebuehr: Gebuehr, stichtag: Temporal.PlainDate): Gebuehr {
  if (!gebuehr.positionen) return gebuehr
  return { ...gebuehr, positionen: gebuehr.positionen.map((position) => positionAm(position, stichtag.toString())) }
}

function positionAm({ saetze = [], cent: fest, berechnung, rahmen, tabelle, ...rest }: Gebuehrenposition, stichtag: string): Gebuehrenposition {
  const eigener = nurSatz({ cent: fest, berechnung, rahmen, tabelle } as Gebuehrensatz)
  const gilt = saetze.filter(({ ab }) => ab <= stichtag).reduce<{ ab: string; satz: Gebuehrensatz }>(
    (bisher, neuer) => (neuer.ab >= bisher.ab ? { ab: neuer.ab, satz: nurSatz(neuer) } : bisher), { ab: '', satz: eigener })
  return { ...rest, ...gilt.satz }
}

/** Adds amounts that an administrator set for later days; on the same day the last of the list counts. */
export function mitSaetzen(gebuehr: Gebuehr, neue: readonly { readonly position: string; readonly ab: string; readonly satz: Gebuehrensatz }[]): Gebuehr {
  if (!gebuehr.positionen || neue.length === 0) return gebuehr
  return {
    ...gebuehr,
    positionen: gebuehr.positionen.map((position) => ({
      ...position, saetze: [...position.saetze ?? [], ...neue.filter((satzNeu) => satzNeu.position === position.name).map(({ ab, satz: wert }) => ({ ab, ...wert }))],
    })),
  }
}

/** What is wrong with one amount, as German sentences that follow „Die Position …“. */
export function pruefeSatz(was: string, eintrag: Gebuehrensatz): string[] {
  const arten = ARTEN.filter((art) => eintrag[art] !== undefined)
  const feel = (text: string | undefined) => { const problem = text === undefined ? undefined : feelProblem(text); return problem ? [`${was}: ${problem}`] : [] }
  return [
    ...(arten.length === 1 ? [] : [`${was} braucht genau eines von: cent, berechnung, rahmen, tabelle.`]),
    ...(eintrag.rahmen && eintrag.rahmen.von > eintrag.rahmen.bis ? [`${was}: Der Rahmen beginnt über seinem Ende.`] : []),
    ...feel(eintrag.berechnung),
    ...(eintrag.tabelle ?? []).flatMap((zeile, index, alle) => [
      ...((zeile.cent === undefined) === (zeile.berechnung === undefined) ? [`${was}, Zeile ${index + 1}: Bitte genau eines von cent und berechnung angeben.`] : []),
      ...(zeile.wenn === undefined && index < alle.length - 1 ? [`${was}, Zeile ${index + 1}: Nur die letzte Zeile darf ohne Bedingung sein, sonst kommen die folgenden nie an die Reihe.`] : []),
      ...(zeile.wenn !== undefined && index === alle.length - 1 ? [`${was}: Die letzte Zeile der Tabelle braucht keine Bedingung, damit jeder Fall einen Betrag hat.`] : []),
      ...feel(zeile.wenn), ...feel(zeile.berechnung),
    ]),
  ]
}

const doppelte = (namen: readonly string[]): string[] => namen.filter((eintrag, index) => namen.indexOf(eintrag) < index)
const istTag = (iso: string): boolean => Number(iso.slice(8)) <= Temporal.PlainYearMonth.from(iso.slice(0, 7)).daysInMonth

/** What is wrong with a fee table that its schema cannot say. */
export function pruefeGebuehr(gebuehr: Gebuehr): string[] {
  const { positionen = [], ermaessigungen = [], zahlung } = gebuehr
  const rahmen = positionen.some((position) => [position, ...position.saetze ?? []].some((eintrag) => eintrag.rahmen))
  return [
    ...(gebuehr.gebuehrenfrei === true && positionen.length > 0 ? ['Die Leistung ist gebührenfrei und hat trotzdem Positionen.'] : []),
    ...(gebuehr.gebuehrenfrei === true && zahlung ? ['Die Leistung ist gebührenfrei und hat trotzdem eine Regel für die Zahlung.'] : []),
    ...(gebuehr.gebuehrenfrei !== true && positionen.length === 0 ? ['Es fehlt mindestens eine Position, oder „gebuehrenfrei: true“.'] : []),
    ...(rahmen && zahlung && zahlung.wann !== 'mit_bescheid' ? ['Eine Rahmengebühr steht erst mit der Entscheidung fest. Bitte „wann: mit_bescheid“ angeben.'] : []),
    ...(zahlung?.wann === 'vor_absenden' && zahlung.wege && !zahlung.wege.includes('online') ? ['Wer vor dem Absenden zahlen soll, braucht den Weg „online“.'] : []),
    ...doppelte(positionen.map((position) => position.name)).map((eintrag) => `Die Position „${eintrag}“ kommt mehr als einmal vor.`),
    ...doppelte(ermaessigungen.map((eintrag) => eintrag.name)).map((eintrag) => `Die Ermäßigung „${eintrag}“ kommt mehr als einmal vor.`),
    ...positionen.flatMap((position) => [
      ...pruefeSatz(`Die Position „${position.name}“`, position),
      ...bedingung(`Position „${position.name}“`, position.wenn),
      ...doppelte((position.saetze ?? []).map(({ ab }) => ab)).map((ab) => `Die Position „${position.name}“ hat für den ${ab} zwei Sätze.`),
      ...(position.saetze ?? []).flatMap(({ ab, ...eintrag }) => [...(istTag(ab) ? [] : [`Die Position „${position.name}“ nennt einen Tag, den es nicht gibt: ${ab}.`]), ...pruefeSatz(`Die Position „${position.name}“ ab ${ab}`, eintrag)]),
    ]),
    ...ermaessigungen.flatMap((eintrag) => [
      ...bedingung(`Ermäßigung „${eintrag.name}“`, eintrag.wenn),
      ...((eintrag.prozent === undefined) === (eintrag.cent === undefined) ? [`Die Ermäßigung „${eintrag.name}“ braucht genau eines von: prozent, cent.`] : []),
    ]),
  ]
}

function bedingung(was: string, text: string | undefined): string[] {
  const problem = text === undefined ? undefined : feelProblem(text)
  return problem ? [`${was}: ${problem}`] : []
}
