import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { jeder } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { gebuehrFuer } from '../../../finanzen/gebuehren/index.js'
import { antragsende, findLeistung, gebuehrAm, geschlossenAm, katalog, type Katalogeintrag, type Leistungsversion, type Schliessung } from '../../../grundlagen/leistungen/index.js'
import { findEinheitByKuerzel, type Einheit } from '../../../grundlagen/organisation/index.js'
import { beliebteste, lagenMit } from '../start/query.js'

export interface Liste {
  /** Best first when something was searched for, else by title. */
  readonly treffer: readonly Katalogeintrag[]
  readonly lebenslagen: readonly string[]
  /** What to offer instead when nothing was found. */
  readonly statt: readonly Katalogeintrag[]
}

/** The catalogue, searched and filtered. */
export const leistungenFinden = query({
  name: 'portal.leistungenFinden',
  input: Type.Object({ q: Type.String({ maxLength: 200 }), lage: Type.String({ maxLength: 40 }), zielgruppe: Type.String({ maxLength: 40 }) }, { additionalProperties: false }),
  allow: jeder(),
  async run({ tx, mandantId, today }, { q, lage, zielgruppe }): Promise<Liste> {
    const verzeichnis = await katalog(tx, mandantId, today)
    const gefunden = q === '' ? verzeichnis.eintraege : verzeichnis.suche(q)
    const treffer = gefunden.filter((eintrag) => (lage === '' || eintrag.lebenslagen.includes(lage)) && (zielgruppe === '' || eintrag.zielgruppe.includes(zielgruppe)))
    return { treffer, lebenslagen: lagenMit(verzeichnis.eintraege), statt: treffer.length > 0 ? [] : beliebteste(verzeichnis.eintraege, 4) }
  },
})

export interface Leistungsseite {
  readonly leistung: Leistungsversion; readonly einheit: Einheit | undefined; readonly geschlossen: Schliessung | undefined
  /** Until when it can be applied for, and when the page says something else by itself. */
  readonly ende: Temporal.Instant | undefined; readonly wechsel: Temporal.Instant | undefined
  /** Name of the service for those who are not meant. */
  readonly stattdessen: Leistungsversion | undefined
}

/** One service with who is responsible and whether its online way is open today. */
export const leistungSehen = query({
  name: 'portal.leistungSehen',
  input: Type.Object({ schluessel: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  allow: jeder(),
  async run({ tx, today, now }, { schluessel }): Promise<Leistungsseite> {
    const leistung = await findLeistung(tx, schluessel, today)
    if (!leistung) throw new NotFound('leistung.unbekannt', 'Diese Leistung gibt es hier nicht. Vielleicht heißt sie anders: Nutzen Sie die Suche.')
    // What it costs today, with what the administration has changed since the package.
    const gebuehr = await gebuehrFuer(tx, leistung)
    const andere = leistung.stammdaten.stattdessen?.leistung
    const { bis: ende, wechsel } = await antragsende(tx, leistung, now)
    return {
      leistung: { ...leistung, gebuehr: gebuehr && gebuehrAm(gebuehr, today) }, einheit: await findEinheitByKuerzel(tx, leistung.stammdaten.einheit),
      geschlossen: await geschlossenAm(tx, leistung, now), ende, wechsel, stattdessen: andere ? await findLeistung(tx, andere, today) : undefined,
    }
  },
})
