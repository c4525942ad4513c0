import { Tabs } from '../../../design/index.js'

const REITER = [
  ['plan', 'Plan', ''], ['risiken', 'Risiken', '/risiken'], ['entscheidungen', 'Entscheidungen', '/entscheidungen'], ['trend', 'Meilensteintrend', '/trend'],
  ['auslastung', 'Auslastung', '/auslastung'], ['beteiligung', 'Beteiligung', '/beteiligung'], ['kommunikation', 'Kommunikation', '/kommunikation'], ['genehmigung', 'Genehmigung', '/genehmigung'],
] as const

/** The views of one plan. */
export function Planreiter({ planId, aktuell, offeneAntraege }: { planId: string; aktuell: (typeof REITER)[number][0]; offeneAntraege?: number }) {
  return (
    <Tabs label="Ansichten des Plans" tabs={REITER.map(([schluessel, label, rest]) => ({
      label, href: `/arbeitsplatz/planung/${planId}${rest}`, current: schluessel === aktuell, ...(schluessel === 'genehmigung' && offeneAntraege ? { count: offeneAntraege } : {}),
    }))} />
  )
}
