// Moves bars with mouse, finger or keys. Nothing is saved here: letting go sends the new date, and the server answers with the
// page that shows the effects. Without this script one opens the entry and types the date.

interface Zug { readonly id: string; readonly balken: SVGGElement; tage: number }

const TAG = 86_400_000

function starte(gantt: HTMLElement): void {
  const formular = document.querySelector<HTMLFormElement>('form[data-gantt-formular]')
  const status = document.querySelector<HTMLElement>('[data-gantt-status]')
  const breite = Number(gantt.dataset['tagesbreite'])
  if (!formular || !status || !(breite > 0)) return
  const name = (id: string) => gantt.querySelector<HTMLAnchorElement>(`a[data-id="${id}"]`)
  const balken = (id: string) => gantt.querySelector<SVGGElement>(`[data-balken="${id}"]`)
  let zug: Zug | undefined

  const neuesDatum = (id: string, tage: number): Date => new Date(Date.parse(`${name(id)?.dataset['beginn'] ?? ''}T00:00:00Z`) + tage * TAG)
  const worte = (datum: Date) => datum.toLocaleDateString('de-DE', { timeZone: 'UTC', weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' })

  function bewege(neu: Zug): void {
    if (zug && zug.id !== neu.id) lasse()
    zug = neu
    neu.balken.setAttribute('transform', `translate(${neu.tage * breite} 0)`)
    neu.balken.setAttribute('data-gezogen', '')
    if (status) status.textContent = neu.tage === 0 ? '' : `Neuer Beginn: ${worte(neuesDatum(neu.id, neu.tage))}. Eingabetaste: Auswirkungen ansehen. Escape: verwerfen.`
  }

  function lasse(): void {
    zug?.balken.removeAttribute('transform')
    zug?.balken.removeAttribute('data-gezogen')
    zug = undefined
    if (status) status.textContent = ''
  }

  function sende({ id, tage }: Zug): void {
    const feld = (feldname: string, wert: string) => { const input = formular?.elements.namedItem(feldname); if (input instanceof HTMLInputElement) input.value = wert }
    feld('eintragId', id)
    feld('beginn', neuesDatum(id, tage).toISOString().slice(0, 10))
    feld('version', name(id)?.dataset['version'] ?? '1')
    formular?.submit()
  }

  gantt.addEventListener('keydown', (event) => {
    const ziel = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-id]') : null
    const id = ziel?.dataset['id']
    const eigener = id ? balken(id) : null
    if (!id || !eigener) return
    const bisher = zug?.id === id ? zug.tage : 0
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault()
      bewege({ id, balken: eigener, tage: bisher + (event.key === 'ArrowRight' ? 1 : -1) * (event.shiftKey ? 7 : 1) })
    } else if (event.key === 'Escape' && zug) lasse()
    else if (event.key === 'Enter' && zug?.id === id && zug.tage !== 0) { event.preventDefault(); sende(zug) }
  })

  gantt.addEventListener('pointerdown', (event) => {
    const griff = event.target instanceof Element ? event.target.closest<SVGGElement>('[data-balken]') : null
    const id = griff?.getAttribute('data-balken')
    if (!griff || !id || event.button !== 0) return
    event.preventDefault()
    const beginn = event.clientX + gantt.scrollLeft
    griff.setPointerCapture(event.pointerId)
    const ziehe = (weiter: PointerEvent) => bewege({ id, balken: griff, tage: Math.round((weiter.clientX + gantt.scrollLeft - beginn) / breite) })
    const ende = (letztes: PointerEvent) => {
      griff.removeEventListener('pointermove', ziehe)
      griff.removeEventListener('pointerup', ende)
      griff.removeEventListener('pointercancel', abbruch)
      if (Math.abs(letztes.clientX + gantt.scrollLeft - beginn) < 4) { lasse(); name(id)?.click() } else if (zug && zug.tage !== 0) sende(zug)
      else lasse()
    }
    const abbruch = () => { griff.removeEventListener('pointermove', ziehe); griff.removeEventListener('pointerup', ende); lasse() }
    griff.addEventListener('pointermove', ziehe)
    griff.addEventListener('pointerup', ende)
    griff.addEventListener('pointercancel', abbruch)
  })
}

/** The picture begins at today, a little past. */
function zeigeHeute(gantt: HTMLElement): void {
  const heute = gantt.querySelector<SVGPathElement>('.gantt__heute')?.getAttribute('d')
  const x = Number(/^M([\d.]+)/.exec(heute ?? '')?.[1])
  const namen = gantt.querySelector<HTMLElement>('.gantt__namen')?.offsetWidth ?? 0
  if (x > 0) gantt.scrollLeft = Math.max(0, x - (gantt.clientWidth - namen) / 3)
}

for (const gantt of document.querySelectorAll<HTMLElement>('[data-gantt]')) {
  zeigeHeute(gantt)
  if (gantt.dataset['bearbeiten'] === 'ja') starte(gantt)
}
