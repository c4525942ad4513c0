import type { Tx } from '../../../../platform/database/database.js'
import { leistungen } from '../db/tables.js'
import { LEBENSLAGEN } from '../domain/lebenslagen.js'
import type { Stammdaten } from '../domain/stammdaten.js'
import { bildeSuchindex, suche, type Suchindex, type Suchtext } from '../domain/suche.js'
import { katalogstand } from '../katalogstand.js'
import { giltAm } from '../versionen.js'

/** A service in a list. */
export interface Katalogeintrag {
  readonly leistungId: string; readonly versionId: string; readonly schluessel: string
  readonly bezeichnung: string; readonly kurztext: string
  /** Where there is no translation the German words stand. */
  readonly en: { readonly bezeichnung?: string | undefined; readonly kurztext?: string | undefined }
  readonly lebenslagen: readonly string[]; readonly zielgruppe: readonly string[]
  readonly beliebtheit: number
  /** `eigen`: applied for here. `extern`: by another authority's service. `keine`: described only. */
  readonly online: 'eigen' | 'extern' | 'keine'
  readonly andereStelle: string | null
}

export interface Katalog {
  /** Sorted by German title. */
  readonly eintraege: readonly Katalogeintrag[]
  suche(anfrage: string): readonly Katalogeintrag[]
}

interface Gemerkt { readonly stand: bigint; readonly tag: string; readonly katalog: Katalog }
/** Per town, in this process; whether it still holds is asked of the database every time, so processes cannot disagree for long. */
const gemerkt = new Map<string, Gemerkt>()

/** All public services of the transaction's town. One small query unless something changed. */
export async function katalog(tx: Tx, mandantId: string, today: Temporal.PlainDate): Promise<Katalog> {
  const stand = await katalogstand(tx)
  const bisher = gemerkt.get(mandantId)
  if (bisher && bisher.stand === stand && bisher.tag === today.toString()) return bisher.katalog
  const neu = await ladeKatalog(tx, today)
  gemerkt.set(mandantId, { stand, tag: today.toString(), katalog: neu })
  return neu
}

async function ladeKatalog(tx: Tx, today: Temporal.PlainDate): Promise<Katalog> {
  const rows = await leistungen(tx).selectFrom('leistungen.leistung as l').innerJoin('leistungen.version as v', 'v.id', 'l.version_id')
    .select(['l.id', 'l.schluessel', 'v.id as version_id', 'v.stammdaten']).select((select) => select('v.formular', 'is not', null).as('hat_formular')).execute()
  const gueltig = rows.filter(({ stammdaten }) => giltAm(stammdaten, today))
  const eintraege = gueltig.map((row) => alsEintrag(row.id, row.version_id, row.schluessel, row.stammdaten, Boolean(row.hat_formular)))
    .sort((a, b) => a.bezeichnung.localeCompare(b.bezeichnung, 'de'))
  const byId = new Map(eintraege.map((eintrag) => [eintrag.leistungId, eintrag]))
  const index: Suchindex = bildeSuchindex(gueltig.map((row) => alsSuchtext(row.id, row.stammdaten)))
  return { eintraege, suche: (anfrage) => suche(index, anfrage).flatMap((id) => byId.get(id) ?? []) }
}

function alsEintrag(leistungId: string, versionId: string, schluessel: string, stammdaten: Stammdaten, hatFormular: boolean): Katalogeintrag {
  return {
    leistungId, versionId, schluessel, bezeichnung: stammdaten.bezeichnung, kurztext: stammdaten.kurztext,
    en: { bezeichnung: stammdaten.en?.bezeichnung, kurztext: stammdaten.en?.kurztext },
    lebenslagen: stammdaten.lebenslagen, zielgruppe: stammdaten.zielgruppe, beliebtheit: stammdaten.beliebtheit ?? 0,
    online: hatFormular ? 'eigen' : stammdaten.onlinedienst ? 'extern' : 'keine', andereStelle: stammdaten.andereStelle?.name ?? null,
  }
}

/** German and English in one index: people mix them. */
function alsSuchtext(id: string, stammdaten: Stammdaten): Suchtext {
  const { en } = stammdaten
  const lagen = stammdaten.lebenslagen.flatMap((name) => LEBENSLAGEN[name] ?? [])
  return {
    id, rang: stammdaten.beliebtheit ?? 0,
    felder: [
      { gewicht: 10, text: `${stammdaten.bezeichnung} ${en?.bezeichnung ?? ''}` },
      { gewicht: 9, text: [...stammdaten.begriffe ?? [], ...en?.begriffe ?? []].join(' ') },
      { gewicht: 5, text: lagen.map(({ name, nameEn, begriffe }) => `${name} ${nameEn} ${begriffe.join(' ')}`).join(' ') },
      { gewicht: 3, text: `${stammdaten.kurztext} ${en?.kurztext ?? ''}` },
      { gewicht: 1, text: [stammdaten.beschreibung, ...stammdaten.voraussetzungen ?? [], ...(stammdaten.unterlagen ?? []).map(({ name }) => name), en?.beschreibung].join(' ') },
    ],
  }
}
