import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'planung.lesen', satz: 'Pläne, Risiken und Entscheidungen der eigenen Einheiten ansehen' },
  { name: 'planung.bearbeiten', satz: 'Pläne ändern, Risiken und Entscheidungen führen, Änderungen beantragen' },
  { name: 'planung.genehmigen', satz: 'Pläne als Basisplan genehmigen und über Änderungsanträge entscheiden' },
]
