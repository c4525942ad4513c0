import { Type, type Static } from 'typebox'

const genau = { additionalProperties: false } as const

/** One criterion: its level, or why it does not apply (A1-03). */
const kriterium = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 120 }), stufe: Type.Optional(Type.Integer({ minimum: 0, maximum: 7 })),
  nichtAnwendbar: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
}, genau)

/** Judgements of a service in `leistung.yaml`; the overall level is never written there, it is computed. */
export const reifegradeSchema = Type.Array(Type.Object({
  modell: Type.Unsafe<OzgModell>(Type.Enum(['OZG_1_1', 'OZG_2_0'])),
  bewertetAm: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  kriterien: Type.Array(kriterium, { minItems: 1, maxItems: 20 }),
}, genau), { maxItems: 20 })

export type Reifegradkriterium = Static<typeof kriterium>
export type Reifegradbewertung = Static<typeof reifegradeSchema>[number]

/** The two federal models. They differ in scale and criteria, so their levels are never compared or added (A1-04). */
export type OzgModell = 'OZG_1_1' | 'OZG_2_0'
export const OZG_MODELLE = {
  OZG_1_1: { name: 'OZG-Reifegrad (Modell 1.1)', hoechste: 4, kriterien: 10 },
  OZG_2_0: { name: 'OZG-Reifegrad (Modell 2.0)', hoechste: 7, kriterien: 13 },
} as const satisfies Record<OzgModell, { name: string; hoechste: number; kriterien: number }>

/** The lowest level among the criteria that apply (A1-02); undefined when none applies. */
export function gesamtstufe(kriterien: readonly Reifegradkriterium[]): number | undefined {
  const stufen = kriterien.flatMap(({ stufe }) => stufe ?? [])
  return stufen.length > 0 ? Math.min(...stufen) : undefined
}

/** What is wrong with a judgement. `fehler`: it cannot be kept; otherwise worth a look. */
export function pruefeBewertung({ modell, bewertetAm, kriterien }: Reifegradbewertung): readonly {
  readonly fehler: boolean; readonly text: string
}[] {
  const { name, hoechste, kriterien: anzahl } = OZG_MODELLE[modell]
  const befunde: { fehler: boolean; text: string }[] = []
  const fehler = (text: string) => befunde.push({ fehler: true, text: `${name} vom ${bewertetAm}: ${text}` })
  for (const eines of kriterien) {
    if (
      (eines.stufe === undefined) === (eines.nichtAnwendbar === undefined)
    ) fehler(`Das Kriterium „${eines.name}“ braucht entweder eine Stufe oder den Grund, warum es nicht anwendbar ist.`)
    if ((eines.stufe ?? 0) > hoechste) fehler(
      `Das Kriterium „${eines.name}“ hat Stufe ${eines.stufe}; die höchste Stufe dieses Modells ist ${hoechste}.`
    )
  }
  if (
    new Set(kriterien.map((eines) => eines.name)).size < kriterien.length
  ) fehler('Ein Kriterium ist zweimal genannt.')
  if (gesamtstufe(kriterien) === undefined) fehler('Mindestens ein Kriterium muss anwendbar sein.')
  if (kriterien.length !== anzahl) befunde.push({
    fehler: false,
    text: `${name} vom ${bewertetAm}: Das Modell hat ${anzahl} Kriterien, genannt sind ${kriterien.length}.`,
  })
  return befunde
}

/** The address of a model: its levels mean something else than those of the other one. */
export const MODELLPFADE = { 'modell-1-1': 'OZG_1_1', 'modell-2-0': 'OZG_2_0' } as const satisfies Record<string, OzgModell>
export type Modellpfad = keyof typeof MODELLPFADE
export const modellpfad = (modell: OzgModell): Modellpfad => (modell === 'OZG_1_1' ? 'modell-1-1' : 'modell-2-0')
