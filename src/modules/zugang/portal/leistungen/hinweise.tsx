import type { VNode } from 'preact'
import { Alert } from '../../../../design/index.js'
import { InSprache } from './eintrag.js'
import type { Teil } from './seite.js'

/** A service that is not for private people says so first, and leads them to what they can do instead. */
export function NurFuer({ c, t, seite: { leistung: { stammdaten: { zielgruppe, stattdessen } }, stattdessen: andere } }: Teil): VNode | null {
  if (zielgruppe.includes('buerger')) return null
  const name = andere && ((c.sprache === 'en' ? andere.stammdaten.en?.bezeichnung : undefined) ?? andere.bezeichnung)
  return (
    <Alert tone="warning" title={t.nurFuer(zielgruppe.map((gruppe) => t.zielgruppe[gruppe]).join(', '))}>
      {stattdessen ? <p><strong>{t.privat}</strong> <span lang="de">{stattdessen.text}</span></p> : null}
      {andere ? <p><a href={`/leistungen/${andere.schluessel}`}>{t.zurLeistung(name ?? '')}</a></p> : null}
    </Alert>
  )
}

/** For what one has to come in person: where the button would be, the page says why, and how to get an appointment. */
export function Persoenlich({ c, t, seite: { leistung: { stammdaten: { termin, kanaele, unterlagen }, formular } } }: Teil): VNode | null {
  if (!termin || formular) return null
  const mehr = [[t.terminDauer, termin.dauer], [t.terminOhne, termin.ohneTermin], [t.terminVertretung, termin.vertretung], [t.terminZahlung, termin.zahlung], [t.terminBarrierefrei, termin.barrierefrei]] as const
  return (
    <>
      <Alert tone="info" title={kanaele.termin === 'noetig' ? t.nurMitTermin : t.nurPersoenlich}>
        <p><InSprache de={termin.warum} en={termin.en?.warum} sprache={c.sprache} /></p>
      </Alert>
      <section aria-labelledby="termin">
        <h2 id="termin">{t.terminWie}</h2>
        <ul>{termin.wege.map((weg, index) => <li key={weg}><InSprache de={weg} en={termin.en?.wege[index]} sprache={c.sprache} /></li>)}</ul>
        <dl class="sk-answers__list" lang="de">
          <div class="sk-answers__row"><dt>{t.terminOrt}</dt><dd>{termin.ort}</dd></div>
          {mehr.filter(([, text]) => text).map(([name, text]) => <div class="sk-answers__row" key={name}><dt>{name}</dt><dd>{text}</dd></div>)}
        </dl>
        {unterlagen && unterlagen.length > 0 ? <p>{t.terminMitbringen}</p> : null}
      </section>
    </>
  )
}
