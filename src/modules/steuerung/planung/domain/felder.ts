import { isoAus } from './datum.js'
import { EINTRAGSARTEN, HOECHSTENS_MONATE, HOECHSTENS_TAGE, type Dauer, type Eintrag, type Eintragsart } from './plan.js'

/** An entry with what the plan shows of it besides its dates. */
export interface Planeintrag extends Eintrag {
  readonly nummer: number
  readonly oberId: string | null
  readonly objektId: string | null
  readonly phase: string
  readonly fortschritt: number
  readonly verantwortlichId: string | null
  readonly notiz: string
  readonly rang: number
  readonly version: number
}

/** Fields of an entry as texts: one notation for form, history, merging and change requests. '' means: not said. */
export const FELDER = {
  titel: 'Titel', art: 'Art', oberId: 'Gehört zu', phase: 'Phase', dauer: 'Dauer', einheit: 'Einheit der Dauer', fortlaufend: 'Fortlaufend', fest: 'Fester Termin', nichtVor: 'Nicht vor',
  frist: 'Frist', istBeginn: 'Tatsächlicher Beginn', istEnde: 'Tatsächliches Ende', fortschritt: 'Fortschritt', verantwortlichId: 'Verantwortlich', notiz: 'Notiz', objektId: 'Vorhaben',
} as const
export type Feld = keyof typeof FELDER
export const FELDNAMEN = Object.keys(FELDER) as readonly Feld[]
export type Felder = Readonly<Record<Feld, string>>

const DATEN = ['fest', 'nichtVor', 'frist', 'istBeginn', 'istEnde'] as const
export const LEER: Felder = { ...Object.fromEntries(FELDNAMEN.map((feld) => [feld, ''])) as Record<Feld, string>, art: 'aktivitaet', einheit: 'tage', fortschritt: '0' }

export function alsFelder(e: Planeintrag): Felder {
  const datum = (wert: Temporal.PlainDate | null | undefined) => wert?.toString() ?? ''
  return {
    titel: e.titel, art: e.art, oberId: e.oberId ?? '', phase: e.phase, dauer: !e.dauer ? '' : String('tage' in e.dauer ? e.dauer.tage : e.dauer.monate), einheit: e.dauer && 'monate' in e.dauer ? 'monate' : 'tage',
    fortlaufend: e.fortlaufend ? 'ja' : '', fest: datum(e.fest), nichtVor: datum(e.nichtVor), frist: datum(e.frist), istBeginn: datum(e.istBeginn), istEnde: datum(e.istEnde),
    fortschritt: String(e.fortschritt), verantwortlichId: e.verantwortlichId ?? '', notiz: e.notiz, objektId: e.objektId ?? '',
  }
}

const KENNUNG = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** How long a text may be, in characters; the database holds the same limits. */
export const LAENGEN = { titel: 300, phase: 100, notiz: 2000 } as const

export interface Feldmangel { readonly feld: Feld; readonly text: string }

/** Reads an entry from its texts; every field that is wrong is named. Fields that do not fit the kind (the length of a milestone) are dropped. */
export function ausFeldern(felder: Felder, rest: { id: string; nummer: number; rang: number; version: number }): { readonly eintrag: Planeintrag; readonly maengel: readonly Feldmangel[] } {
  const maengel: Feldmangel[] = []
  const art = (felder.art in EINTRAGSARTEN ? felder.art : 'aktivitaet') as Eintragsart
  if (felder.titel.trim() === '') maengel.push({ feld: 'titel', text: 'Geben Sie einen Titel ein.' })
  if (!(felder.art in EINTRAGSARTEN)) maengel.push({ feld: 'art', text: 'Bitte wählen Sie eine Art aus der Liste.' })
  if (felder.einheit !== 'tage' && felder.einheit !== 'monate') maengel.push({ feld: 'einheit', text: 'Bitte wählen Sie Arbeitstage oder Monate.' })
  for (const [feld, hoechstens] of Object.entries(LAENGEN) as [keyof typeof LAENGEN, number][]) {
    if (felder[feld].length > hoechstens) maengel.push({ feld, text: `${FELDER[feld]}: höchstens ${hoechstens} Zeichen. Bitte kürzen Sie den Text.` })
  }
  const daten = Object.fromEntries(DATEN.map((feld) => {
    const iso = felder[feld] === '' ? null : isoAus(felder[feld])
    if (iso === undefined) maengel.push({ feld, text: `${FELDER[feld]}: Diesen Tag gibt es nicht. Geben Sie ein Datum wie 22.11.2026 ein.` })
    return [feld, iso ? Temporal.PlainDate.from(iso) : null]
  })) as Record<(typeof DATEN)[number], Temporal.PlainDate | null>
  for (const feld of ['oberId', 'verantwortlichId', 'objektId'] as const) {
    if (felder[feld] !== '' && !KENNUNG.test(felder[feld])) maengel.push({ feld, text: `${FELDER[feld]}: Bitte wählen Sie aus der Liste.` })
  }
  const fortschritt = /^(\d{1,2}|100)$/.test(felder.fortschritt || '0') ? Number(felder.fortschritt) : 0
  if (!/^(\d{1,2}|100)$/.test(felder.fortschritt || '0')) maengel.push({ feld: 'fortschritt', text: 'Der Fortschritt ist eine ganze Zahl von 0 bis 100.' })
  const sammel = art === 'sammel'
  return {
    maengel,
    eintrag: {
      ...rest, titel: felder.titel.trim(), art, oberId: felder.oberId || null, phase: felder.phase, dauer: art === 'aktivitaet' ? dauerAus(felder, maengel) : null, fortlaufend: art === 'aktivitaet' && felder.fortlaufend === 'ja',
      nichtVor: daten.nichtVor, frist: daten.frist, fest: sammel ? null : daten.fest, istBeginn: sammel || art === 'meilenstein' ? null : daten.istBeginn, istEnde: sammel ? null : daten.istEnde,
      fortschritt, verantwortlichId: felder.verantwortlichId || null, notiz: felder.notiz, objektId: felder.objektId || null,
    },
  }
}

function dauerAus({ dauer, einheit, fortlaufend }: Felder, maengel: Feldmangel[]): Dauer {
  if (dauer === '') {
    if (fortlaufend !== 'ja') maengel.push({ feld: 'dauer', text: 'Geben Sie eine Dauer an oder wählen Sie „fortlaufend“.' })
    return null
  }
  const hoechstens = einheit === 'monate' ? HOECHSTENS_MONATE : HOECHSTENS_TAGE
  const zahl = /^\d{1,5}$/.test(dauer) ? Number(dauer) : 0
  if (zahl < 1 || zahl > hoechstens) { maengel.push({ feld: 'dauer', text: `Die Dauer ist eine ganze Zahl von 1 bis ${hoechstens}.` }); return { tage: 1 } }
  return einheit === 'monate' ? { monate: zahl } : { tage: zahl }
}
