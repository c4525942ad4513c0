import type { Mengenregeln } from '../../../platform/mengen/index.js'

export const mengen: Mengenregeln = { eigeneIds: ['antraege.antrag.entwurf_id'] }
