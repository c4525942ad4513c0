import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { historyOf } from '../../../../platform/events/record.js'
import { holds, type Actor } from '../../../../platform/usecases/actor.js'
import { can, type Allow } from '../../../../platform/usecases/allow.js'
import { Text } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import type { Tx } from '../../../../platform/database/database.js'
import { dokumenteVon, vorgangByNummer, zugriffAufVorgang, type Dokument } from '../../../akte/akten/index.js'
import { aufgabenVon } from '../../../grundlagen/aufgaben/index.js'
import { findLeistung } from '../../../grundlagen/leistungen/index.js'
import { antragByNummer, antragZuVorgang, verlaufVon, type Antrag } from '../antrag.js'
import { ZUSTAENDE } from '../domain/status.js'

/** The published version of a service by its key; undefined when it is not offered. */
export const leistungFuerAntrag = query({
  name: 'antraege.leistungFuerAntrag',
  input: Type.Object({ leistung: Text(80) }, { additionalProperties: false }),
  allow: can('antrag.einreichen')(),
  async run({ tx, today }, { leistung }): Promise<{ leistungsversionId: string }> {
    const version = await findLeistung(tx, leistung, today)
    if (!version?.formular || !version.modellId) throw new NotFound()
    return { leistungsversionId: version.id }
  },
})

const dokumentAuskunft = (dokument: Dokument) => ({
  betreff: dokument.betreff, typ: dokument.typ, richtung: dokument.richtung, datum: dokument.datum.toString(), dateiname: dokument.datei.dateiname,
  mime: dokument.datei.mime, groesse: dokument.datei.size, sha256: dokument.datei.sha256,
})

/** The interface that handed it in, or one that may read the files of the unit. */
const einreicherOderLeserin: Allow<{ readonly nummer: string }> = {
  satz: 'die Schnittstelle, die den Antrag eingereicht hat, oder das Recht „vorgang.lesen“', rechte: ['vorgang.lesen'], arten: ['dienst', 'personal', 'system'],
  async check(actor, tx, { nummer }) {
    const antrag = await antragByNummer(tx, nummer)
    if (!antrag || !(await darfLesen(actor, tx, antrag))) throw new NotFound()
  },
}

async function darfLesen(actor: Actor, tx: Tx, antrag: Antrag): Promise<boolean> {
  if (actor.art === 'system' || (actor.art === 'dienst' && antrag.einreicher.id === actor.id)) return true
  const zugriff = await zugriffAufVorgang(tx, antrag.vorgangId)
  return zugriff !== undefined && holds(actor, 'vorgang.lesen', zugriff)
}

/** What an application has become, for the machine that handed it in: state, history, the documents meant for the applicant. */
export const antragAuskunft = query({
  name: 'antraege.antragAuskunft',
  input: Type.Object({ nummer: Text(60) }, { additionalProperties: false }),
  allow: einreicherOderLeserin,
  personenbezogen: ({ nummer }) => `antrag:${nummer}`,
  async run({ tx }, { nummer }) {
    const antrag = await antragByNummer(tx, nummer)
    if (!antrag) throw new NotFound()
    const dokumente = await dokumenteVon(tx, antrag.vorgangId)
    return {
      vorgangsnummer: antrag.vorgangsnummer, aktenzeichen: antrag.aktenzeichen, leistung: antrag.leistung, status: antrag.status, statusText: ZUSTAENDE[antrag.status].wort,
      eingangAm: antrag.eingangAm.toString(), eingangDatum: antrag.eingangDatum.toString(),
      verlauf: (await verlaufVon(tx, antrag.id)).map(({ nach, zeitpunkt }) => ({ status: nach, seit: zeitpunkt.toString() })),
      dokumente: dokumente.filter(({ fuerInhaber }) => fuerInhaber).map(dokumentAuskunft),
    }
  },
})

/** A whole Vorgang for machines of the administration: Akte, documents, tasks, events. */
export const vorgangAuskunft = query({
  name: 'antraege.vorgangAuskunft',
  input: Type.Object({ nummer: Text(60) }, { additionalProperties: false }),
  allow: can('vorgang.lesen').on<{ nummer: string }>(async ({ nummer }, tx) => {
    const vorgang = await vorgangByNummer(tx, nummer)
    return vorgang && zugriffAufVorgang(tx, vorgang.id)
  }),
  personenbezogen: ({ nummer }) => `vorgang:${nummer}`,
  async run({ tx }, { nummer }) {
    const vorgang = await vorgangByNummer(tx, nummer)
    if (!vorgang) throw new NotFound()
    const antrag = await antragZuVorgang(tx, vorgang.id)
    return {
      vorgangsnummer: vorgang.vorgangsnummer, kennzeichen: vorgang.kennzeichen, betreff: vorgang.betreff, typ: vorgang.typ, leistung: vorgang.leistung,
      akte: { aktenzeichen: vorgang.aktenzeichen }, begonnenAm: vorgang.begonnenAm.toString(), zdaAm: vorgang.zdaAm?.toString() ?? null,
      antragStatus: antrag?.status ?? null,
      dokumente: (await dokumenteVon(tx, vorgang.id)).map(dokumentAuskunft),
      aufgaben: (await aufgabenVon(tx, vorgang.id)).map(({ titel, gruppe, status, ergebnis, faelligAm, angelegtAm, beendetAm }) => ({
        titel, gruppe, status, ergebnis, faelligAm: faelligAm?.toString() ?? null, angelegtAm: angelegtAm.toString(), beendetAm: beendetAm?.toString() ?? null,
      })),
      ereignisse: (await historyOf(tx, { vorgangId: vorgang.id })).map(({ typ, zeitpunkt, akteur, objekt }) => ({ typ, zeitpunkt: zeitpunkt.toString(), akteur: akteur.art, objekt: objekt.art })),
    }
  },
})
