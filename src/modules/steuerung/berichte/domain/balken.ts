import type { Zusammenfassung } from './ampel.js'

const TEILE = [['gruen', '#2e7d32', ''], ['gelb', '#f2c200', 'M-2 8 8 -2M0 10 10 0M2 12 12 2'], ['rot', '#a3002b', 'M0 5H10M5 0V10'], ['fehlt', '#ffffff', 'M0 0 10 10M10 0 0 10']] as const

/** The shares of a month as one bar. Each share has a pattern of its own, so that it can be told apart on a black and white print. */
export function balkenSvg(zahlen: Pick<Zusammenfassung, 'gruen' | 'gelb' | 'rot' | 'fehlt'>): string {
  const summe = TEILE.reduce((bisher, [art]) => bisher + zahlen[art], 0)
  let x = 0
  const flaechen = TEILE.map(([art, farbe, muster]) => {
    const breite = summe === 0 ? 0 : Math.round(zahlen[art] / summe * 396)
    const teil = breite === 0 ? '' : `<rect x="${x + 2}" y="2" width="${breite}" height="36" fill="${farbe}"/>${muster ? `<rect x="${x + 2}" y="2" width="${breite}" height="36" fill="url(#${art})"/>` : ''}<rect x="${x + 2}" y="2" width="${breite}" height="36" fill="none" stroke="#333333" stroke-width="1.5"/>`
    x += breite
    return teil
  })
  const muster = TEILE.filter(([, , linien]) => linien).map(([art, , linien]) => `<pattern id="${art}" width="10" height="10" patternUnits="userSpaceOnUse"><path d="${linien}" stroke="${art === 'rot' ? '#ffffff' : '#555555'}" stroke-width="1" fill="none"/></pattern>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40" preserveAspectRatio="none"><defs>${muster.join('')}</defs>${flaechen.join('')}</svg>`
}

export const balkenText = (monat: string, { gruen, gelb, rot, fehlt }: Pick<Zusammenfassung, 'gruen' | 'gelb' | 'rot' | 'fehlt'>): string => `${monat}: ${gruen} grün, ${gelb} gelb, ${rot} rot, ${fehlt} ohne Bericht`
