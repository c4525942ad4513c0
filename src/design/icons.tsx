import type { VNode } from 'preact'
import { cx } from './attributes.js'
import { drawnOnce } from './repeated.js'

/**
 * Line icons on a 24 × 24 grid, drawn for this project. Several subpaths of one icon are separated by spaces within one
 * path. Icons never carry meaning alone: text stands next to them or in a `kern-sr-only` element, so they are
 * aria-hidden.
 */
const paths = {
  'arrow-down': 'M12 5v14M6 13l6 6 6-6',
  'arrow-left': 'M19 12H5M11 6l-6 6 6 6',
  'arrow-right': 'M5 12h14M13 6l6 6-6 6',
  'arrow-up': 'M12 19V5M6 11l6-6 6 6',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4',
  book: 'M12 6c-2-1.6-4.5-2-8-2v14c3.5 0 6 .4 8 2 2-1.6 4.5-2 8-2V4c-3.5 0-6 .4-8 2zM12 6v14',
  building: 'M4 20h16M6 20V9l6-5 6 5v11M10 20v-5h4v5M9.5 11h.01M14.5 11h.01',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3.5V7M15 3.5V7',
  chart: 'M4 20h16M7 17v-5M12 17V7M17 17v-8',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  'chevron-down': 'M6 9.5l6 6 6-6',
  'chevron-left': 'M14.5 6l-6 6 6 6',
  'chevron-right': 'M9.5 6l6 6-6 6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  danger: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5M12 16.5h.01',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  edit: 'M4 20l1-4.5L16 4.5l3.5 3.5-11 11zM14 6.5l3.5 3.5',
  euro: 'M18 6.5A7 7 0 1 0 18 17.5M3.5 10.5h10M3.5 13.5h9',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  file: 'M6 3h8l4.5 4.5V21H6zM13.5 3v5h5',
  filter: 'M4 5h16l-6.2 7.5V19l-3.6-2v-4.5z',
  folder: 'M3.5 6h6l2 2.5h9V19h-17z',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.3 9.5a2.7 2.7 0 1 1 4 2.4c-.9.5-1.3 1-1.3 2M12 17h.01',
  history: 'M4 5v4.5h4.5M4.5 9.5A8.5 8.5 0 1 1 4 14M12 8v4.5l3 1.8',
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  inbox: 'M3.5 13.5L6.5 5h11l3 8.5V19h-17zM3.5 13.5h5l1.2 2.5h4.6l1.2-2.5h5',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5h.01',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  logout: 'M14 4h5v16h-5M15 12H4M8 7.5L3.5 12 8 16.5',
  mail: 'M3.5 6h17v12h-17zM3.5 7l8.5 6.5L20.5 7',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  minus: 'M5 12h14',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 2.7-6 6.5-6s6.5 2 6.5 6M15.5 4.5a3.5 3.5 0 0 1 0 6.2M17 14.3c2.8.6 4.5 2.5 4.5 5.7',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c0-4 3-6.5 7.5-6.5s7.5 2.5 7.5 6.5',
  phone: 'M5 4h4l2 5-2.5 1.7a11 11 0 0 0 4.8 4.8L15 13l5 2v4c-8.5 1-16-6.5-15-15z',
  pin: 'M12 21c4-4.5 6.5-8 6.5-11.5a6.5 6.5 0 0 0-13 0C5.5 13 8 16.5 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20.5 20.5',
  send: 'M3.5 12L20.5 4l-5 16.5-4-7zM11.5 13.5L20.5 4',
  settings: 'M4 7h9M17 7h3M15 9.5v-5M4 17h3M11 17h9M9 19.5v-5M4 12h16',
  sort: 'M8 4v16M4.5 16.5L8 20l3.5-3.5M16 20V4M12.5 7.5L16 4l3.5 3.5',
  star: 'M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8z',
  success: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.5l3 3 5.5-6',
  swap: 'M4 8.5h15M15 4.5l4 4-4 4M20 15.5H5M9 11.5l-4 4 4 4',
  task: 'M5 5h14v15H5zM9 3.5h6V7H9zM8.5 13l2.5 2.5 4.5-5',
  trash: 'M4.5 7h15M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5',
  upload: 'M12 16V5M7 9.5l5-5 5 5M5 20h14',
  warning: 'M12 3.5L22 20.5H2zM12 9.5v5.5M12 17.8h.01',
} as const

export type IconName = keyof typeof paths

export const iconNames = Object.keys(paths) as IconName[]

export interface IconProps {
  readonly name: IconName
  /**
   * `s` 1em, `m` 1.25em (default), `l` 1.75em, `xl` 3em: sizes follow the text around them, also when it is enlarged.
   */
  readonly size?: 's' | 'm' | 'l' | 'xl'
  readonly class?: string
}

/** A decorative icon in the colour of the text. */
export function Icon({ name, size = 'm', class: extra = '' }: IconProps): VNode {
  return drawnOnce('de', `icon ${name} ${size} ${extra}`, () => icon(name, size, extra))
}

function icon(name: IconName, size: NonNullable<IconProps['size']>, extra: string): VNode {
  return (
    <svg class={cx('sk-icon', size !== 'm' && `sk-icon--${size}`, extra)} viewBox="0 0 24 24" width="24" height="24"
      fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"
      aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
