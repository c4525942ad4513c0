import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'mandant.verwalten', satz: 'Angaben zur Stadt ändern, die auf Seiten und in Briefen stehen' },
  { name: 'protokoll.lesen', satz: 'Das Protokoll lesen: wer hat wann was getan' },
]
