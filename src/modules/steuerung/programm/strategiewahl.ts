import type { Strategie } from './lesen.js'

/** The strategy a page is about: the one named in the address, otherwise the newest. */
export const waehleStrategie = (alle: readonly Strategie[], kennung: string | undefined): Strategie | undefined => alle.find((eine) => eine.kennung === kennung) ?? alle[0]
