import { Alert, arbeitsplatzSeite, Button, Card, DateField, DateText, EmptyState, ErrorSummary, Formularfelder, HiddenFields, readDateParts, SelectField, Table, TextField } from '../../../../design/index.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, form, redirect, wert, type Formularzustand, type RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { aktivesPersonal, kontenById } from '../../konten/index.js'
import { changeSession } from '../../../../platform/auth/session.js'
import { vertretungAufnehmen, vertretungBeenden, vertretungEinrichten, vertretungen, type Vertretung } from '../../organisation/index.js'
import { datumAus } from '../datum.js'

/** Own substitutions for everybody; administrators see and set up those of the whole town. */
async function zeigen(c: RequestContext, { werte, fehler, meldung }: Formularzustand) {
  const alle = holds(c.actor, 'organisation.verwalten')
  const { liste, konten, personal } = await c.app.db.withMandant(c.mandant.id, async (tx) => {
    const offene = await vertretungen(tx, c.today, alle ? undefined : c.actor.id)
    return { liste: offene, konten: await kontenById(tx, offene.flatMap((eine) => [eine.vertretenerId, eine.vertreterId])), personal: await aktivesPersonal(tx) }
  })
  const name = (id: string) => konten.get(id)?.name ?? 'früheres Konto'
  const fehlerAn = (feld: string) => { const text = fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }
  const auswahl = personal.map((person) => ({ value: person.id, label: person.name }))
  return arbeitsplatzSeite(c, { title: 'Vertretungen', hasErrors: fehler.length > 0 }, (
    <>
      <ErrorSummary errors={[...fehler.map(({ feld, text }) => ({ field: feld, text })), ...(meldung ? [{ text: meldung }] : [])]} />
      <Table caption={alle ? 'Laufende und künftige Vertretungen der Stadt' : 'Meine laufenden und künftigen Vertretungen'} rows={liste} rowKey={(eine) => eine.id}
        empty={<EmptyState title="Keine Vertretung eingetragen">Tragen Sie unten ein, wer Sie in einer Abwesenheit vertritt.</EmptyState>} columns={[
          { key: 'wer', label: 'Abwesend', rowHeader: true, cell: (eine) => name(eine.vertretenerId) },
          { key: 'durch', label: 'Vertretung', cell: (eine) => name(eine.vertreterId) },
          { key: 'zeit', label: 'Zeitraum', nowrap: true, cell: (eine) => <><DateText date={eine.von} /> bis <DateText date={eine.bis} /></> },
          { key: 'grund', label: 'Grund', cell: (eine) => eine.grund },
          { key: 'aktion', label: 'Aktion', labelHidden: true, cell: (eine) => <>{jetztMoeglich(c, eine) ? <form method="post" action="/arbeitsplatz/vertretungen/handeln"><Formularfelder c={c} /><HiddenFields values={{ vertretenerId: eine.vertretenerId }} /><Button variant="secondary" small context={`für ${name(eine.vertretenerId)}`}>In Vertretung arbeiten</Button></form> : null}<form method="post" action="/arbeitsplatz/vertretungen/beenden"><Formularfelder c={c} /><HiddenFields values={{ vertretungId: eine.id }} /><Button variant="tertiary" small context={`Vertretung von ${name(eine.vertretenerId)} durch ${name(eine.vertreterId)}`}>Beenden</Button></form></> },
        ]} />
      {c.actor.fuer
        ? <Alert tone="info" title="Sie arbeiten gerade in Vertretung"><form method="post" action="/arbeitsplatz/vertretungen/handeln"><Formularfelder c={c} /><HiddenFields values={{ vertretenerId: '' }} /><Button variant="secondary" small>Wieder nur für mich arbeiten</Button></form></Alert>
        : null}
      <Card title="Vertretung eintragen">
        <form method="post" action="/arbeitsplatz/vertretungen" noValidate class="sk-form">
          <Formularfelder c={c} />
          {alle
            ? <SelectField name="vertretenerId" label="Wer ist abwesend?" value={wert(werte, 'vertretenerId') || c.actor.id} options={auswahl} {...fehlerAn('vertretenerId')} />
            : <HiddenFields values={{ vertretenerId: c.actor.id }} />}
          <SelectField name="vertreterId" label="Wer vertritt?" hint="Die Vertretung arbeitet unter eigenem Namen mit dem Zusatz „i. V.“." value={wert(werte, 'vertreterId')} emptyLabel="bitte wählen" options={auswahl} {...fehlerAn('vertreterId')} />
          <DateField name="von" label="Erster Tag" value={readDateParts(werte, 'von') ?? {}} {...fehlerAn('von')} />
          <DateField name="bis" label="Letzter Tag" value={readDateParts(werte, 'bis') ?? {}} {...fehlerAn('bis')} />
          <TextField name="grund" label="Grund" hint="Zum Beispiel Urlaub. Bitte keine Angaben zur Gesundheit." value={wert(werte, 'grund')} maxLength={200} {...fehlerAn('grund')} />
          <Button>Eintragen</Button>
        </form>
      </Card>
    </>
  ))
}

const eintragen = form({
  path: '/arbeitsplatz/vertretungen', access: access.staff(), show: zeigen,
  async submit(c, werte) {
    await c.execute(vertretungEinrichten, {
      vertretenerId: wert(werte, 'vertretenerId'), vertreterId: wert(werte, 'vertreterId'), von: datumAus(werte, 'von', 'Erster Tag') ?? '', bis: datumAus(werte, 'bis', 'Letzter Tag') ?? '', grund: wert(werte, 'grund'),
    }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect('/arbeitsplatz/vertretungen', { hinweis: 'Die Vertretung ist eingetragen.' })
  },
})

const beenden = action({
  path: '/arbeitsplatz/vertretungen/beenden', access: access.staff(),
  async handle(c) {
    await c.execute(vertretungBeenden, { vertretungId: wert(c.werte, 'vertretungId') })
    return redirect('/arbeitsplatz/vertretungen', { hinweis: 'Die Vertretung ist beendet.' })
  },
})

/** The switch of the header: act for somebody, or for oneself again. Kept in the session and shown on every page. */
const handeln = action({
  path: '/arbeitsplatz/vertretungen/handeln', access: access.staff(),
  async handle(c) {
    const vertretenerId = wert(c.werte, 'vertretenerId')
    const { sitzung } = c
    if (!sitzung) throw new NotFound()
    if (vertretenerId) await c.execute(vertretungAufnehmen, { vertretenerId })
    await c.app.db.withMandant(c.mandant.id, async (tx) => {
      const name = (await kontenById(tx, vertretenerId ? [vertretenerId] : [])).get(vertretenerId)?.name
      await changeSession(tx, sitzung.tokenHash, { vertretungFuer: vertretenerId || null, daten: { ...sitzung.daten, vertretungName: name ?? null } })
    })
    return redirect('/arbeitsplatz', { hinweis: vertretenerId ? 'Sie arbeiten jetzt in Vertretung. Was Sie tun, trägt den Zusatz „i. V.“.' : 'Sie arbeiten wieder nur für sich.' })
  },
})

const jetztMoeglich = (c: RequestContext, eine: Vertretung) =>
  eine.vertreterId === c.actor.id && c.actor.fuer !== eine.vertretenerId && Temporal.PlainDate.compare(eine.von, c.today) <= 0

export const routes = [...eintragen, beenden, handeln]
