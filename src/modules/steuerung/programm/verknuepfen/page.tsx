import { arbeitsplatzSeite, Alert, Button, ButtonRow, Checkboxes, ErrorSummary, Formularfelder, LinkButton } from '../../../../design/index.js'
import { mehrere, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { PFAD, steckbriefPfad } from '../anzeige.js'
import type { Objektansicht } from '../ansehen/query.js'
import type { Auswahl } from '../objekt-aendern/page.js'

/** Which Ziele it serves, what it corresponds to, which references that led nowhere are settled. */
export function verweisePage(c: RequestContext, { objekt, strategie, verweise }: Objektansicht, { objekte, namen }: Auswahl, zustand: Formularzustand): Reply {
  const gesetzt = (feld: string, jetzt: readonly string[]) => (c.method === 'POST' ? mehrere(zustand.werte, feld) : jetzt)
  const ids = (art: 'zielbezug' | 'korrespondiert') => verweise.filter((eine) => eine.art === art && (eine.richtung === 'hin' || art === 'korrespondiert')).flatMap((eine) => (eine.objekt ? [eine.objekt.id] : []))
  const ungeloest = verweise.filter(({ text }) => text !== null)
  const partner = objekte.filter((eines) => eines.art === objekt.art && eines.id !== objekt.id)
  const wahl = (liste: typeof objekte) => liste.map((eines) => ({ value: eines.id, label: [eines.nummer, eines.name].filter(Boolean).join(' ') }))
  const fehler = (feld: string) => { const treffer = zustand.fehler.find((one) => one.feld === feld); return treffer ? { error: treffer.text } : {} }
  return arbeitsplatzSeite(c, {
    title: `Bezüge: ${objekt.name}`, schmal: true, hasErrors: zustand.fehler.length > 0,
    breadcrumb: [{ label: strategie?.name ?? 'Programm', href: `${PFAD}?strategie=${strategie?.kennung ?? ''}` }, { label: objekt.name, href: steckbriefPfad(objekt.id) }, { label: 'Bezüge' }],
  }, (
    <>
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {zustand.meldung ? <Alert tone="danger" live="alert"><p>{zustand.meldung}</p></Alert> : null}
      <form method="post" action={`${steckbriefPfad(objekt.id)}/verweise`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        {objekt.art === 'ziel' ? null : <Checkboxes name="zielbezug" label={`Dient diesen Zielen (${namen.ziel.mehrzahl})`} optional values={gesetzt('zielbezug', ids('zielbezug'))} options={wahl(objekte.filter(({ art }) => art === 'ziel'))} {...fehler('zielbezug')} />}
        {partner.length > 0 ? <Checkboxes name="korrespondiert" label={`Korrespondiert mit (${namen[objekt.art].mehrzahl})`} optional values={gesetzt('korrespondiert', ids('korrespondiert'))} options={wahl(partner)} {...fehler('korrespondiert')} /> : null}
        {ungeloest.length > 0 ? <Checkboxes name="erledigt" label="Ungelöste Verweise, die erledigt sind" hint="Sie zeigen auf etwas, das es in der Quelle nicht gibt." optional values={gesetzt('erledigt', [])} options={ungeloest.map(({ id, text }) => ({ value: id, label: `„${text}“` }))} /> : null}
        <ButtonRow><Button>Speichern</Button><LinkButton href={steckbriefPfad(objekt.id)} variant="tertiary">Abbrechen</LinkButton></ButtonRow>
      </form>
    </>
  ))
}
