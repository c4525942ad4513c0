import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can, inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query, type QueryContext } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { akten } from '../db/tables.js'
import { aenderung, type Aenderung } from '../domain/unveraenderlichkeit.js'
import { akteById, amDokument, dokumentById, vorgangById, type Dokument, type Dokumentversion, type Vorgang } from '../lesen.js'

/** The file of a document, newest version or a given one. Who looked is on record (X6-02). */
export const dokumentLesen = query({
  name: 'akten.dokumentLesen',
  input: Type.Object({ dokumentId: Id, version: Type.Optional(Type.Integer({ minimum: 1 })) }, { additionalProperties: false }),
  allow: can('vorgang.lesen').on(amDokument),
  personenbezogen: ({ dokumentId }) => `dokument:${dokumentId}`,
  run: (ctx, { dokumentId, version }) => dateiVon(ctx, dokumentId, version),
})

/** A document that the town shows to the person whose Vorgang it is. */
export const eigenesDokumentLesen = query({
  name: 'akten.eigenesDokumentLesen',
  input: Type.Object({ dokumentId: Id }, { additionalProperties: false }),
  allow: inhaber(async ({ dokumentId }: { dokumentId: string }, tx) => {
    const row = await akten(tx).selectFrom('akten.dokument').select('fuer_inhaber').where('id', '=', dokumentId).executeTakeFirst()
    return row?.fuer_inhaber ? amDokument({ dokumentId }, tx) : undefined
  }),
  run: (ctx, { dokumentId }) => dateiVon(ctx, dokumentId),
})

async function dateiVon({ tx }: QueryContext, dokumentId: string, version?: number): Promise<Dokumentversion> {
  const dokument = await dokumentById(tx, dokumentId)
  const datei = version === undefined ? dokument?.datei : dokument?.versionen.find((eine) => eine.nummer === version)
  if (!datei) throw new NotFound()
  return datei
}

export interface Dokumentansicht {
  readonly dokument: Dokument; readonly vorgang: Vorgang
  /** Names of employees and citizens by account id. */
  readonly namen: ReadonlyMap<string, string>
  readonly aenderung: Aenderung
  readonly darfAblegen: boolean
}

/** What is known of a document besides its content. */
export const dokumentAnsehen = query({
  name: 'akten.dokumentAnsehen',
  input: Type.Object({ dokumentId: Id }, { additionalProperties: false }),
  allow: can('vorgang.lesen').on(amDokument),
  personenbezogen: ({ dokumentId }) => `dokument:${dokumentId}`,
  async run({ tx, actor }, { dokumentId }): Promise<Dokumentansicht> {
    const dokument = await dokumentById(tx, dokumentId)
    const vorgang = dokument && await vorgangById(tx, dokument.vorgangId)
    const akte = vorgang && await akteById(tx, vorgang.akteId)
    if (!akte) throw new NotFound()
    const konten = await kontenById(tx, dokument.versionen.filter(({ autor }) => autor.art === 'personal' || autor.art === 'buerger').map(({ autor }) => autor.id))
    return {
      dokument, vorgang, namen: new Map([...konten].map(([id, { name }]) => [id, name])),
      aenderung: aenderung({
        mitgezeichnet: false, schlussgezeichnet: false, versandt: dokument.festgeschriebenAm !== null, eingegangen: dokument.richtung === 'eingang', vorgang: vorgang.status, akte: akte.status,
      }),
      darfAblegen: holds(actor, 'dokument.ablegen', { einheitId: vorgang.einheitId, stufe: vorgang.stufe }),
    }
  },
})
