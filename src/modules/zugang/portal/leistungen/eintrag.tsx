import type { VNode } from 'preact'
import { LEBENSLAGEN, type Katalogeintrag } from '../../../grundlagen/leistungen/index.js'

type Sprache = 'de' | 'en'

/** A text in the page's language; German that stands in for a missing translation says that it is German (A9-07). */
export function InSprache({ de, en, sprache }: { de: string; en: string | undefined; sprache: Sprache }): VNode {
  if (sprache === 'de') return <>{de}</>
  return en === undefined ? <span lang="de">{de}</span> : <>{en}</>
}

export const titelVon = ({ bezeichnung, en }: Katalogeintrag, sprache: Sprache): VNode => <InSprache de={bezeichnung} en={en.bezeichnung} sprache={sprache} />

export const Kurztext = ({ eintrag, sprache }: { eintrag: Katalogeintrag; sprache: Sprache }): VNode =>
  <InSprache de={eintrag.kurztext} en={eintrag.en.kurztext} sprache={sprache} />

export const lageName = (lage: string, sprache: Sprache): string => (sprache === 'en' ? LEBENSLAGEN[lage]?.nameEn : LEBENSLAGEN[lage]?.name) ?? lage
export const lageText = (lage: string, sprache: Sprache): string => (sprache === 'en' ? LEBENSLAGEN[lage]?.textEn : LEBENSLAGEN[lage]?.text) ?? ''
