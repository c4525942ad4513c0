import type { VNode } from 'preact'
import { Alert, FilterBar, HiddenFields, LinkButton, SelectField, Tabs, type ActiveFilter } from '../../../design/index.js'
import type { RequestContext } from '../../../platform/http/route.js'
import { Strategiewahl } from '../programm/index.js'
import type { Ansicht } from './ansichten/lesen.js'
import { alsFrage, PRIORITAETEN, STATUSWAHL, ZEITRAEUME, ZEITRAUM_SONST, type Filter } from './domain/filter.js'
import { SICHTEN, type Sicht } from './domain/sicht.js'
import type { Lage } from './laden.js'
import { ANSICHTEN, ansichtPfad, sichtPfad } from './pfade.js'
import { statuswort } from './worte.js'
import { sichtenVon } from './zugriff.js'

/** The views side by side; the filters go along. */
export function Sichtreiter({ c, sicht, filter }: { c: RequestContext; sicht?: Sicht; filter?: Filter }): VNode {
  const sichten = sichtenVon(c.actor)
  return (
    <Tabs label="Lagebild" tabs={[
      ...sichten.map((eine) => ({ label: SICHTEN[eine].titel, href: sichtPfad(eine, filter), current: eine === sicht })),
      { label: 'Gespeicherte Ansichten', href: ANSICHTEN, current: sicht === undefined },
    ]} />
  )
}

/** What no longer exists of the filters in the address. */
export function Filterhinweise({ hinweise }: { hinweise: readonly string[] }): VNode | null {
  if (hinweise.length === 0) return null
  return <Alert tone="warning" title="Ein Filter passt nicht mehr">{hinweise.map((satz) => <p key={satz}>{satz}</p>)}</Alert>
}

export const einheitsname = (lage: Lage, id: string | null): string => {
  const einheit = lage.einheiten.find((eine) => eine.id === id)
  return einheit ? `${einheit.kuerzel} ${einheit.name}` : '–'
}

function aktive({ filter, felder, ...lage }: Lage, pfad: (filter: Filter) => string): ActiveFilter[] {
  const worte: Readonly<Record<Exclude<keyof Filter, 'strategie'>, readonly [string, (wert: string) => string]>> = {
    feld: ['Handlungsfeld', (id) => felder.find((feld) => feld.id === id)?.name ?? 'ohne Handlungsfeld'],
    einheit: ['Einheit', (id) => einheitsname({ filter, felder, ...lage }, id)], zeitraum: ['Zeitraum', (monate) => `${monate} Monate`],
    prioritaet: ['Priorität', (wert) => wert], status: ['Status', (wert) => statuswort(STATUSWAHL.find((eine) => eine === wert))],
  }
  return Object.entries(worte).flatMap(([name, [label, wort]]): ActiveFilter[] => {
    const { [name as keyof Filter]: wert, ...ohne } = filter
    return wert && !(name === 'zeitraum' && wert === ZEITRAUM_SONST) ? [{ label, value: wort(wert), removeHref: pfad(ohne) }] : []
  })
}

/** What a list adds to the filters: the part that a bar counted, kept when another filter is chosen. */
export interface Listenteil { readonly felder: Readonly<Record<string, string>>; readonly aktiv: readonly ActiveFilter[]; readonly ergebnis: string }

/** A GET form: the address is the view, so going back and keeping it as a bookmark work. */
export function Filterleiste({ lage, pfad, teil }: { lage: Lage; pfad: (filter: Filter) => string; teil?: Listenteil }): VNode {
  const { filter, felder, einheiten, strategien, strategie } = lage
  const nurStrategie: Filter = filter.strategie ? { strategie: filter.strategie } : {}
  return (
    <FilterBar action={pfad({}).split('?')[0] ?? ''} active={[...teil?.aktiv ?? [], ...aktive(lage, pfad)]} resetHref={pfad(nurStrategie)} {...(teil ? { resultText: teil.ergebnis } : {})}>
      <HiddenFields values={teil?.felder ?? {}} />
      <Strategiewahl strategien={strategien} strategie={strategie} />
      {felder.length > 0 ? <SelectField name="feld" label="Handlungsfeld" value={filter.feld ?? ''} emptyLabel="alle" optional options={felder.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
      {einheiten.length > 1 ? <SelectField name="einheit" label="Einheit" value={filter.einheit ?? ''} emptyLabel="alle" optional options={einheiten.map(({ id, kuerzel, name }) => ({ value: id, label: `${kuerzel} ${name}` }))} /> : null}
      <SelectField name="zeitraum" label="Zeitraum" value={filter.zeitraum ?? ZEITRAUM_SONST} emptyLabel={null} optional options={ZEITRAEUME.map((value) => ({ value, label: `${value} Monate` }))} />
      <SelectField name="prioritaet" label="Priorität" value={filter.prioritaet ?? ''} emptyLabel="alle" optional options={PRIORITAETEN.map((value) => ({ value, label: value }))} />
      <SelectField name="status" label="Status" value={filter.status ?? ''} emptyLabel="alle" optional options={STATUSWAHL.map((value) => ({ value, label: statuswort(value) }))} />
    </FilterBar>
  )
}

/** Views that were kept, to be opened, and the way to keep this one. */
export function Ansichtsleiste({ ansichten, sicht, filter }: { ansichten: readonly Ansicht[]; sicht: Sicht; filter: Filter }): VNode {
  const frage = alsFrage(filter)
  const offen = ansichten.find((eine) => eine.sicht === sicht && eine.frage === frage)
  const neu = new URLSearchParams([['sicht', sicht], ['frage', frage]])
  return (
    <div class="sk-cluster sk-no-print">
      {ansichten.length > 0 ? <span class="sk-meta">Ansichten:</span> : null}
      {ansichten.slice(0, 8).map((eine) => <a key={eine.id} href={ansichtPfad(eine)} aria-current={eine === offen ? 'true' : undefined}>{eine.name}</a>)}
      {ansichten.length > 8 ? <a href={ANSICHTEN}>alle {ansichten.length}</a> : null}
      {offen ? null : <LinkButton href={`${ANSICHTEN}/neu?${neu}`} small variant="tertiary" icon="star">Diese Ansicht speichern</LinkButton>}
    </div>
  )
}

/** Plans belong to no single Vorhaben: their figures follow only some of the filters, and the page says so. */
export function Planhinweis({ filter }: { filter: Filter }): VNode | null {
  if (!filter.feld && !filter.prioritaet && !filter.status) return null
  return <p class="sk-meta">Entscheidungen, Risiken und Auslastung hängen an Plänen, nicht an einzelnen Vorhaben. Von den Filtern gilt für sie nur die Einheit, für die Auslastung keiner.</p>
}
