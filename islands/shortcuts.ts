// Keys for people who work in lists all day: j and k move through the rows, Enter opens, x ticks, / goes to the search, ? shows
// them all. A page says with data-shortcuts that its person wants them (WCAG 2.1.4: single keys can be turned off); its value
// is the address where they are turned off. Selecting a row is focusing its link, so a screen reader reads what is selected.

const settings = document.querySelector('[data-shortcuts]')?.getAttribute('data-shortcuts')

const KEYS: readonly (readonly [keys: readonly string[], text: string])[] = [
  [['j', '↓'], 'nächste Zeile der Liste'],
  [['k', '↑'], 'vorige Zeile der Liste'],
  [['Eingabe'], 'gewählte Zeile öffnen'],
  [['x'], 'gewählte Zeile ankreuzen'],
  [['/'], 'zur Suche'],
  [['?'], 'diese Übersicht'],
]

/** The links that open the rows of the page, in reading order. */
function rows(): HTMLAnchorElement[] {
  const items = document.querySelectorAll('main .sk-table tbody tr, main .sk-linklist__item')
  return [...items].flatMap((item) => {
    const link = item.querySelector<HTMLAnchorElement>('[role="rowheader"] a[href], .sk-linklist__link, a[href]')
    return link && link.offsetParent !== null ? [link] : []
  })
}

const rowOf = (link: Element): Element | null => link.closest('tr, .sk-linklist__item')

/** Index of the row in which the focus is, -1 outside of the list. */
function current(links: readonly HTMLAnchorElement[]): number {
  const row = document.activeElement && rowOf(document.activeElement)
  return row ? links.findIndex((link) => rowOf(link) === row) : -1
}

/** Arrow keys scroll the page until a row is selected, as everywhere else. */
function move(step: 1 | -1, onlyInside: boolean): boolean {
  const links = rows()
  const here = current(links)
  if (links.length === 0 || (onlyInside && here === -1)) return false
  const next = here === -1 ? (step === 1 ? 0 : links.length - 1) : Math.min(Math.max(here + step, 0), links.length - 1)
  links[next]?.focus()
  links[next]?.scrollIntoView({ block: 'nearest' })
  return true
}

function tick(): boolean {
  const links = rows()
  const link = links[current(links)]
  const box = link && rowOf(link)?.querySelector<HTMLInputElement>('input[type="checkbox"]')
  box?.click()
  return Boolean(box)
}

function search(): boolean {
  const field = document.querySelector<HTMLInputElement>('.sk-topbar__search input')
  field?.focus()
  field?.select()
  return Boolean(field)
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  made.className = className
  made.append(...children)
  return made
}

function help(): boolean {
  const open = document.querySelector<HTMLDialogElement>('dialog.sk-shortcuts')
  const dialog = open ?? dialogOf(settings ?? '')
  if (!dialog.open) dialog.showModal()
  return true
}

function dialogOf(href: string): HTMLDialogElement {
  const title = element('h2', 'sk-h2', 'Tastenkürzel')
  title.id = 'tastenkuerzel-titel'
  const list = element('dl', 'sk-shortcuts__list', ...KEYS.map(([keys, text]) => element('div', '',
    element('dt', '', ...keys.flatMap((key, index) => [...(index > 0 ? [' oder '] : []), element('kbd', 'sk-kbd', key)])), element('dd', '', text))))
  const off = element('a', 'kern-link', 'Tastenkürzel ausschalten')
  off.href = href
  const close = element('button', 'kern-btn kern-btn--secondary sk-btn sk-btn--small', 'Schließen')
  close.type = 'button'
  const dialog = element('dialog', 'sk-shortcuts', title, list, element('p', '', off), close)
  dialog.setAttribute('aria-labelledby', title.id)
  close.addEventListener('click', () => dialog.close())
  document.body.append(dialog)
  return dialog
}

const ACTIONS: Readonly<Record<string, () => boolean>> = {
  j: () => move(1, false), k: () => move(-1, false), ArrowDown: () => move(1, true), ArrowUp: () => move(-1, true), x: tick, '/': search, '?': help,
}

/** Never while somebody types, opens a menu or uses a shortcut of the browser. */
function isForUs(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  return !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing
    && !target?.closest('input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"]), textarea, select, [contenteditable=""], [contenteditable="true"], dialog, [role="application"], svg')
}

if (settings) {
  document.addEventListener('keydown', (event) => {
    const action = isForUs(event) ? ACTIONS[event.key] : undefined
    if (action?.()) event.preventDefault()
  })
}
