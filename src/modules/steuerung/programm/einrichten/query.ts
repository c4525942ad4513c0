import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { ebenennamen, kostenklassen } from '../lesen.js'

/** What the town has set up: names of the levels, classes of costs. */
export const einrichtungAnsehen = query({
  name: 'programm.einrichtungAnsehen', input: Type.Object({}, { additionalProperties: false }), allow: can('programm.verwalten')(),
  run: async ({ tx }) => ({ namen: await ebenennamen(tx), klassen: await kostenklassen(tx) }),
})
