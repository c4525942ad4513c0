import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Text } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { findLeistung, katalog, type Katalogeintrag, type Leistungsversion } from '../../../grundlagen/leistungen/index.js'
import type { Formular } from '../../../zugang/formulare/index.js'

/** The services for which somebody can hand in. */
export const erfassbareLeistungen = query({
  name: 'antraege.erfassbareLeistungen', input: Type.Object({}, { additionalProperties: false }), allow: can('antrag.bearbeiten')(),
  run: async ({ tx, mandantId, today }): Promise<readonly Katalogeintrag[]> => (await katalog(tx, mandantId, today)).eintraege.filter(({ online }) => online === 'eigen'),
})

/** The form of one. @throws NotFound where there is none */
export const erfassungsformular = query({
  name: 'antraege.erfassungsformular', input: Type.Object({ schluessel: Text(80) }, { additionalProperties: false }), allow: can('antrag.bearbeiten')(),
  async run({ tx, today }, { schluessel }): Promise<Leistungsversion & { readonly formular: Formular }> {
    const version = await findLeistung(tx, schluessel, today)
    if (!version?.formular || !version.modellId) throw new NotFound()
    return { ...version, formular: version.formular }
  },
})
