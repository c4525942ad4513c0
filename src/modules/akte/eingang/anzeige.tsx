import type { VNode } from 'preact'
import { Badge } from '../../../design/index.js'
import type { Eingangsstatus } from './db/tables.js'

export const KANAELE = { portal: 'Online-Antrag', api: 'Schnittstelle', post: 'Post', email: 'E-Mail', schalter: 'Schalter', telefon: 'Telefon' } as const
export const STATUS = { neu: ['neu', 'info'], zugeordnet: ['zugeordnet', 'success'], erledigt: ['erledigt', 'neutral'] } as const

export function Status({ status }: { status: Eingangsstatus }): VNode {
  const [wort, ton] = STATUS[status]
  return <Badge tone={ton}>{wort}</Badge>
}

export const optionen = (tabelle: Readonly<Record<string, string>>) => Object.entries(tabelle).map(([value, label]) => ({ value, label }))
