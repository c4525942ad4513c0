import type { VNode } from 'preact'
import { arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, Formularfelder, LinkButton, NumberField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { PFAD } from '../anzeige.js'
import type { Vzaebasis } from './lesen.js'

export const VZAEBASIS = `${PFAD}/vzae-basis`

/** Below every figure in full-time equivalents: what one of them stands for, or that nobody has said it. */
export function Basissatz({ c, basis }: { c: RequestContext; basis: Vzaebasis | undefined }): VNode {
  const aendern = holds(c.actor, 'finanzplan.verwalten') ? <> <a href={VZAEBASIS}>{basis ? 'Ändern' : 'Festlegen'}<span class="sk-sr-only">: Umrechnung der VZÄ</span></a></> : null
  return <p class="sk-meta">{basis ? `1 VZÄ (Vollzeitäquivalent) entspricht ${basis.jahresstunden.toLocaleString('de-DE')} Arbeitsstunden im Jahr. Quelle: ${basis.quelle}.` : 'Wie viele Arbeitsstunden ein VZÄ (Vollzeitäquivalent) bedeutet, ist noch nicht festgelegt.'}{aendern}</p>
}

export function vzaebasisPage(c: RequestContext, basis: Vzaebasis | undefined, zustand: Formularzustand): Reply {
  const bei = (name: string, vorgabe: string) => {
    const text = zustand.fehler.find(({ feld }) => feld === name)?.text
    return { name, value: zustand.werte[name] === undefined ? vorgabe : wert(zustand.werte, name), ...(text ? { error: text } : {}) }
  }
  return arbeitsplatzSeite(c, { title: 'Umrechnung der VZÄ', schmal: true, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Finanzplan', href: PFAD }, { label: 'Umrechnung der VZÄ' }] }, (
    <>
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      <p class="sk-lead">Personalbedarf steht im Finanzplan in Vollzeitäquivalenten. Legen Sie fest, wie viele Arbeitsstunden im Jahr eines davon bedeutet. Geplante Zahlen ändern sich dadurch nicht.</p>
      <form method="post" action={VZAEBASIS} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <NumberField label="Arbeitsstunden im Jahr" hint="Nach Abzug von Urlaub, Feiertagen und Krankheit, zum Beispiel 1.600" width={6} {...bei('jahresstunden', basis?.jahresstunden.toLocaleString('de-DE') ?? '')} />
        <TextField label="Quelle" hint="Zum Beispiel ein Gutachten oder eine Dienstanweisung mit Jahr" maxLength={300} {...bei('quelle', basis?.quelle ?? '')} />
        <ButtonRow><Button>Festlegen</Button><LinkButton href={PFAD} variant="tertiary">Abbrechen</LinkButton></ButtonRow>
      </form>
    </>
  ))
}
