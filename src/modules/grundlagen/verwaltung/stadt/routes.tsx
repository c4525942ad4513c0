import { arbeitsplatzSeite, EmailField, FormPage, SelectField, TelField, TextareaField, TextField } from '../../../../design/index.js'
import { access, form, redirect, wert, type Formularzustand, type RequestContext } from '../../../../platform/http/route.js'
import { LAENDER } from '../../../../platform/time/index.js'
import { profilAendern } from './command.js'

async function zeigen(c: RequestContext, { werte, fehler: gemeldet, meldung }: Formularzustand) {
  // A line that is too long is a mistake of the field in which the lines are written.
  const fehler = gemeldet.map(({ feld, text }) => ({ feld: feld.replace(/\.\d+$/, ''), text }))
  const { profil } = c.mandant
  const gesendet = Object.keys(werte).length > 0
  const feld = (name: string, vorher: string | undefined) => { const text = fehler.find((einer) => einer.feld === name)?.text; return { name, value: gesendet ? wert(werte, name) : vorher ?? '', ...(text ? { error: text } : {}) } }
  return arbeitsplatzSeite(c, { title: 'Angaben zur Stadt', ohneKopf: true, schmal: true, hasErrors: fehler.length > 0 || meldung !== undefined }, (
    <FormPage title="Angaben zur Stadt" intro="Diese Angaben stehen auf jeder Seite und in jedem Brief." action="/verwaltung/stadt" hidden={{ ...c.formFields() }} submitLabel="Speichern"
      errors={[...fehler.map(({ feld: field, text }) => ({ field, text })), ...(meldung ? [{ text: meldung }] : [])]}>
      <TextField {...feld('behoerde', profil.behoerde)} label="Behörde" hint="Wer erlässt Bescheide? Zum Beispiel: Der Bürgermeister" maxLength={100} />
      <TextField {...feld('claim', profil.claim)} label="Zeile unter dem Namen" optional maxLength={100} />
      <TextareaField {...feld('anschrift', profil.anschrift?.join('\n'))} label="Anschrift" hint="Eine Zeile je Zeile" rows={3} />
      <TelField {...feld('telefon', profil.telefon)} label="Telefon" />
      <EmailField {...feld('email', profil.email)} label="E-Mail" hint="Absender aller E-Mails der Stadt" />
      <TextareaField {...feld('oeffnungszeiten', profil.oeffnungszeiten?.join('\n'))} label="Öffnungszeiten" optional rows={4} />
      <SelectField {...feld('land', profil.land ?? 'NW')} label="Bundesland" hint="Danach richten sich die Feiertage in Fristen." options={Object.entries(LAENDER).map(([value, label]) => ({ value, label }))} emptyLabel={null} />
      <TextField {...feld('ags', profil.ags)} label="Amtlicher Gemeindeschlüssel" hint="8 Ziffern, mit führender Null" optional width={10} maxLength={8} inputmode="numeric" />
    </FormPage>
  ))
}

const zeilen = (text: string) => text.split('\n').map((zeile) => zeile.trim()).filter(Boolean)

export const routes = form({
  path: '/verwaltung/stadt', access: access.staff('mandant.verwalten'), show: zeigen,
  async submit(c, werte) {
    await c.execute(profilAendern, {
      behoerde: wert(werte, 'behoerde'), claim: wert(werte, 'claim'), telefon: wert(werte, 'telefon'), email: wert(werte, 'email'), land: wert(werte, 'land'), ags: wert(werte, 'ags'),
      anschrift: zeilen(wert(werte, 'anschrift')), oeffnungszeiten: zeilen(wert(werte, 'oeffnungszeiten')),
    }, c.formToken ? { schluessel: c.formToken } : {})
    await c.app.mandanten.reload()
    return redirect('/verwaltung/stadt', { hinweis: 'Die Angaben sind gespeichert.' })
  },
})
