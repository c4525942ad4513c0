import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { mehrere, wert, type Werte } from '../../../../platform/http/route.js'
import type { App } from '../../../../platform/app.js'
import { VERTRAUENSNIVEAUS } from '../../../../platform/usecases/actor.js'
import { ATTRIBUTE, type Attribut } from '../domain/attribute.js'
import { rollenAusText } from '../domain/rollen.js'
import { zertifikatAus } from '../saml/zertifikat.js'
import { geheimnisVersiegeln, type Anbieter } from './anbieter.js'

export type Art = Pick<Anbieter, 'kontoart' | 'protokoll' | 'simulator'>

/** Attributes that make sense for a kind of account. */
export const attributeFuer = ({ kontoart }: Pick<Anbieter, 'kontoart'>): Attribut[] =>
  (Object.keys(ATTRIBUTE) as Attribut[]).filter((name) => (kontoart === 'personal' ? ['pseudonym', 'kennung', 'vornamen', 'familienname', 'email', 'gruppen'].includes(name) : name !== 'gruppen' && name !== 'kennung'))

const woerter = (text: string): string[] => text.split(/[,\n]/).map((wort) => wort.trim()).filter((wort) => wort !== '')
const zertifikateAus = (text: string): (string | undefined)[] => (text.includes('-----BEGIN') ? text.split(/(?=-----BEGIN)/).filter((teil) => teil.trim() !== '') : text.trim() === '' ? [] : [text]).map(zertifikatAus)

/** What the form of a provider says, checked, for the command. @throws Invalid with every wrong field */
export function eingabeAus(app: App, art: Art, werte: Werte) {
  const feld = (name: string) => wert(werte, name)
  const fehler: Feldfehler[] = []
  const muss = (name: string, text: string, laenge: number) => {
    if (feld(name) === '') fehler.push({ feld: name, text })
    else if (feld(name).length > laenge) fehler.push({ feld: name, text: `Bitte geben Sie höchstens ${laenge} Zeichen ein.` })
  }
  const hoechstens = (name: string, laenge: number) => { if (feld(name).length > laenge) fehler.push({ feld: name, text: `Bitte geben Sie höchstens ${laenge} Zeichen ein.` }) }
  muss('bezeichnung', 'Bitte geben Sie einen Namen an. Er steht auf dem Knopf der Anmeldung.', 100)
  if (!art.simulator) muss('aussteller', 'Bitte geben Sie die Kennung des Anbieters an.', 500)
  if (!art.simulator && art.protokoll === 'oidc') adressePruefen(app, 'aussteller', feld('aussteller'), fehler)
  if (art.protokoll === 'oidc') muss('clientId', 'Bitte geben Sie die Client-ID an.', 300)
  hoechstens('geheimnis', 500)
  for (const name of attributeFuer(art)) hoechstens(`attribut-${name}`, 200)
  if (feld('attribut-pseudonym') === '') fehler.push({ feld: 'attribut-pseudonym', text: 'Ohne Pseudonym erkennen wir niemanden wieder. Bitte geben Sie an, wie es beim Anbieter heißt.' })
  const zertifikate = art.protokoll === 'saml' ? zertifikateAus(feld('zertifikate')) : []
  if (art.protokoll === 'saml') {
    muss('einstieg', 'Bitte geben Sie die Adresse an, zu der wir die Menschen schicken.', 500)
    adressePruefen(app, 'einstieg', feld('einstieg'), fehler)
    if (zertifikate.length === 0 || zertifikate.length > 5 || zertifikate.includes(undefined)) fehler.push({ feld: 'zertifikate', text: 'Bitte fügen Sie das Zertifikat des Anbieters ein (PEM, mindestens 2048 Bit).' })
  }
  const niveaus = VERTRAUENSNIVEAUS.map((niveau) => [niveau, woerter(feld(`niveau-${niveau}`))] as const)
  for (const [niveau, worte] of niveaus) if (worte.length > 20 || worte.some((wort) => wort.length > 200)) fehler.push({ feld: `niveau-${niveau}`, text: 'Bitte geben Sie höchstens 20 Wörter mit je höchstens 200 Zeichen an.' })
  const rollen = art.kontoart === 'personal' ? rollenAusText(feld('rollen')) : { zuordnung: [] }
  if ('fehler' in rollen) fehler.push({ feld: 'rollen', text: rollen.fehler })
  else if (rollen.zuordnung.length > 200) fehler.push({ feld: 'rollen', text: 'Bitte geben Sie höchstens 200 Zeilen an.' })
  if (fehler.length > 0) throw new Invalid(einmalJeFeld(fehler))
  return {
    bezeichnung: feld('bezeichnung'), kontoart: art.kontoart, protokoll: art.protokoll, ...(art.simulator ? {} : { aussteller: feld('aussteller') }), ...(feld('clientId') ? { clientId: feld('clientId') } : {}),
    ...(feld('geheimnis') ? { geheimnis: geheimnisVersiegeln(app, feld('geheimnis')).toString('base64') } : {}),
    ...(art.protokoll === 'saml' ? { einstieg: feld('einstieg'), zertifikate: zertifikate.filter((eines) => eines !== undefined) } : {}),
    attribute: Object.fromEntries(attributeFuer(art).flatMap((name) => (feld(`attribut-${name}`) ? [[name, feld(`attribut-${name}`)] as const] : []))),
    niveaus: Object.fromEntries(niveaus.map(([niveau, worte]) => [niveau, worte])), rollen: 'zuordnung' in rollen ? rollen.zuordnung.map((eine) => ({ ...eine })) : [],
    nurAnbieter: mehrere(werte, 'nurAnbieter').includes('ja'), aktiv: mehrere(werte, 'aktiv').includes('ja'),
  }
}

const einmalJeFeld = (fehler: readonly Feldfehler[]): Feldfehler[] => fehler.filter(({ feld }, index) => fehler.findIndex((anderer) => anderer.feld === feld) === index)

/** Without TLS nobody knows who answers; a demo may have a provider on its own machine. */
function adressePruefen(app: App, feld: string, text: string, fehler: Feldfehler[]): void {
  const url = URL.parse(text)
  if (text !== '' && (!url || (url.protocol !== 'https:' && !(app.config.mode === 'demo' && url.protocol === 'http:')) || url.username !== '')) fehler.push({ feld, text: 'Bitte geben Sie eine Adresse an, die mit https:// beginnt.' })
}
