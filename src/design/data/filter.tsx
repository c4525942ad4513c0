import type { ComponentChildren, VNode } from 'preact'
import { Button } from '../controls.js'
import { OptionalMarkContext } from '../fields/frame.js'
import { Icon } from '../icons.js'
import { useTexts } from '../texts.js'

export interface ActiveFilter {
  readonly label: string
  readonly value: ComponentChildren
  /** The same list without this filter. */
  readonly removeHref: string
}

export interface FilterBarProps {
  readonly action: string
  readonly active?: readonly ActiveFilter[]
  readonly resetHref?: string
  /** Fields of the form; use `labelHidden` sparingly. */
  readonly children: ComponentChildren
  readonly submitLabel?: string
  /** Number of results, read out after filtering: „12 Vorgänge“. */
  readonly resultText?: string
}

/** Filters of a list: a GET form, so that the address is the filter and can be kept. */
export function FilterBar(props: FilterBarProps): VNode {
  const t = useTexts()
  const active = props.active ?? []
  return (
    <div class="sk-filter">
      <form class="sk-filter__form" action={props.action} method="get" role="search" aria-label={t.filter}>
        <OptionalMarkContext.Provider value={false}>{props.children}</OptionalMarkContext.Provider>
        <Button variant="secondary" small icon="filter">{props.submitLabel ?? t.applyFilters}</Button>
      </form>
      {active.length > 0
        ? (
          <div class="sk-filter__active">
            <span class="sk-sr-only" id="aktive-filter">{t.activeFilters}</span>
            <ul class="sk-chips" aria-labelledby="aktive-filter">
              {active.map((filter) => (
                <li key={filter.removeHref}>
                  <a class="sk-chip" href={filter.removeHref}>
                    <span><span class="sk-muted">{filter.label}:</span> {filter.value}</span>
                    <Icon name="close" size="s" /><span class="sk-sr-only">{t.removeFilter}</span>
                  </a>
                </li>
              ))}
            </ul>
            {props.resetHref ? <a class="sk-filter__reset" href={props.resetHref}>{t.resetFilters}</a> : null}
          </div>
        )
        : null}
      {props.resultText ? <p class="sk-filter__result" role="status">{props.resultText}</p> : null}
    </div>
  )
}
