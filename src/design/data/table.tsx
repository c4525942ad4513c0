import type { ComponentChildren, VNode } from 'preact'
import { cx } from '../attributes.js'
import { Icon } from '../icons.js'
import { useTexts } from '../texts.js'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ComponentChildren
  readonly align?: 'end'
  /** This column names the row: it becomes the row's header and the title of the card on narrow screens. */
  readonly rowHeader?: boolean
  /** Link that sorts by this column; the current direction marks the column as sorted. */
  readonly sort?: { readonly href: string; readonly direction?: 'asc' | 'desc' }
  /** No wrapping: dates, numbers, file references. */
  readonly nowrap?: boolean
  /** Label stays for screen readers only, e.g. over a column of buttons. */
  readonly labelHidden?: boolean
}

export interface TableProps<Row> {
  readonly caption: ComponentChildren
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Check boxes named `name`; the buttons of the surrounding form act on the chosen rows. */
  readonly selection?: {
    readonly name: string
    readonly label: (row: Row) => string
    readonly selected?: (row: Row) => boolean
  }
  readonly dense?: boolean
  /** On narrow screens each row becomes a card (default); `scroll` for tables whose columns must be compared. */
  readonly narrow?: 'cards' | 'scroll'
  readonly highlight?: (row: Row) => boolean
  /** Rows of totals, in the order of the columns. */
  readonly footer?: readonly (readonly ComponentChildren[])[]
  /** Shown instead of the table when there are no rows. */
  readonly empty?: ComponentChildren
}

function HeaderCell<Row>({ column }: { column: Column<Row> }): VNode {
  const t = useTexts()
  const direction = column.sort?.direction
  const label = column.labelHidden ? <span class="sk-sr-only">{column.label}</span> : column.label
  return (
    <th scope="col" role="columnheader" class={cx(column.align === 'end' && 'sk-table__end')}
      aria-sort={direction === undefined ? undefined : direction === 'asc' ? 'ascending' : 'descending'}>
      {column.sort
        ? (
          <a class="sk-table__sort" href={column.sort.href}>
            {label}
            <Icon name={direction === 'asc' ? 'arrow-up' : direction === 'desc' ? 'arrow-down' : 'sort'} size="s" />
            <span class="sk-sr-only">
              {direction === undefined ? t.sortBy : direction === 'asc' ? t.sortAscending : t.sortDescending}
            </span>
          </a>
        )
        : label}
    </th>
  )
}

function BodyRow<Row>({ row, table }: { row: Row; table: TableProps<Row> }): VNode {
  const t = useTexts()
  const { selection } = table
  return (
    <tr role="row" class={cx(table.highlight?.(row) && 'sk-table__row--highlight')}>
      {selection
        ? (
          <td role="cell" class="sk-table__select">
            <label>
              <input type="checkbox" name={selection.name} value={table.rowKey(row)}
                checked={selection.selected?.(row)} />
              <span class="sk-sr-only">{t.selectRow}: {selection.label(row)}</span>
            </label>
          </td>
        )
        : null}
      {table.columns.map((column) => {
        const className = cx(column.align === 'end' && 'sk-table__end', column.nowrap && 'sk-table__nowrap')
        return column.rowHeader
          ? (
            <th role="rowheader" scope="row" class={cx('sk-table__rowheader', className)} key={column.key}>
              {column.cell(row)}
            </th>
          )
          : (
            <td role="cell" class={className} key={column.key}
              data-label={column.labelHidden ? undefined : column.label}>
              <div class="sk-table__value">{column.cell(row)}</div>
            </td>
          )
      })}
    </tr>
  )
}

/**
 * A table of rows. The roles repeat what the elements mean anyway: narrow screens show rows as cards by `display`, and
 * some browsers then forget that it is a table.
 */
export function Table<Row>(props: TableProps<Row>): VNode {
  const t = useTexts()
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>
  const narrow = props.narrow ?? 'cards'
  const table = (
    <table role="table" class={cx('sk-table', `sk-table--${narrow}`, props.dense && 'sk-table--dense')}>
      <caption class={cx(props.captionHidden && 'sk-sr-only')}>{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {props.selection
            ? <th role="columnheader" scope="col" class="sk-table__select"><span class="sk-sr-only">{t.selectRow}</span></th>
            : null}
          {props.columns.map((column) => <HeaderCell key={column.key} column={column} />)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => <BodyRow key={props.rowKey(row)} row={row} table={props} />)}
      </tbody>
      {props.footer
        ? (
          <tfoot role="rowgroup">
            {props.footer.map((cells, index) => (
              <tr role="row" key={index}>
                {props.selection ? <td role="cell" /> : null}
                {cells.map((cell, i) => (
                  <td role="cell" key={i} class={cx(props.columns[i]?.align === 'end' && 'sk-table__end')}>{cell}</td>
                ))}
              </tr>
            ))}
          </tfoot>
        )
        : null}
    </table>
  )
  if (narrow === 'cards') return table
  const label = typeof props.caption === 'string' ? props.caption : undefined
  return <div class="sk-scroll" tabIndex={0} role="region" aria-label={label}>{table}</div>
}

export interface KeysetPagerProps {
  readonly previousHref?: string
  readonly nextHref?: string
  /** „1–50 von 312“, when counting is cheap. */
  readonly summary?: ComponentChildren
}

/** Forward and back through a long list, without page numbers: lists page by key. */
export function KeysetPager({ previousHref, nextHref, summary }: KeysetPagerProps): VNode | null {
  const t = useTexts()
  if (!previousHref && !nextHref && !summary) return null
  return (
    <nav class="sk-pager" aria-label={t.pages}>
      {previousHref
        ? <a class="sk-pager__link" href={previousHref} rel="prev"><Icon name="arrow-left" />{t.pagePrevious}</a>
        : null}
      {summary ? <span class="sk-pager__summary">{summary}</span> : null}
      {nextHref
        ? <a class="sk-pager__link" href={nextHref} rel="next">{t.pageNext}<Icon name="arrow-right" /></a>
        : null}
    </nav>
  )
}
