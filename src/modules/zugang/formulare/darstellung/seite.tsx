import { Fragment, type VNode } from 'preact'
import { ErrorSummary, LangContext } from '../../../../design/index.js'
import type { Gesendet } from '../domain/eingabe.js'
import type { Antworten, Fehler, Formular, Frage as FrageDaten, Seite, Upload } from '../domain/formular.js'
import { herkunftSatz } from '../domain/herkunft.js'
import type { Herkuenfte, Herkunft } from '../domain/herkunft.js'
import { summaryWert } from '../domain/zusammenfassung.js'
import { satz } from '../domain/meldungen.js'
import { kenntTyp } from '../fragen/index.js'
import { FELDER } from '../fragen/felder.js'
import { Wortlaut } from '../fragen/feld.js'
import type { FeldProps } from '../fragen/feld.js'

export interface SeiteProps {
  readonly formular: Formular
  /** A page as `pagesFor` gives it: with the questions that are asked. */
  readonly seite: Seite
  readonly antworten: Antworten
  readonly fehler?: readonly Fehler[]
  /** The posted fields, when the page comes back. */
  readonly gesendet?: Gesendet
  readonly uploads?: readonly Upload[]
  readonly anzahl?: Readonly<Record<string, number>>
  readonly lang?: string
  /** Answers that come from an account and still are as it delivered them. */
  readonly herkunft?: Herkuenfte
}

/** One question with its explanation folded away. */
const Frage = (props: FeldProps): VNode => {
  const { frage, formular, lang } = props
  if (!kenntTyp(frage.typ)) throw new Error(`Unbekannte Art von Frage: ${frage.typ}`)
  const Feld = FELDER[frage.typ]
  return (
    <>
      <Feld {...props} />
      {frage.erlaeuterung === undefined ? null : (
        <details class="sk-details">
          <summary>{lang.startsWith('en') ? 'More about this question' : 'Mehr zu dieser Frage'}</summary>
          <p><Wortlaut formular={formular} text={frage.erlaeuterung} lang={lang} /></p>
        </details>
      )}
    </>
  )
}

const HINWEIS = {
  de: { vorbelegt: (woher: string) => `Das ist ${woher}. Wenn Sie es ändern, gilt es als selbst angegeben.`, fest: (woher: string) => `Das ist ${woher}. Sie können es hier nicht ändern.` },
  en: { vorbelegt: (woher: string) => `This is ${woher}. If you change it, it counts as your own statement.`, fest: (woher: string) => `This is ${woher}. You cannot change it here.` },
} as const

/** An answer that the form does not let the person change: shown, not asked. */
const Feste = ({ props: { formular, antworten, lang = 'de' }, frage, herkunft }: { props: SeiteProps, frage: FrageDaten, herkunft: Herkunft }): VNode => (
  <dl class="sk-answers__list">
    <div class="sk-answers__row">
      <dt><Wortlaut formular={formular} text={frage.ausgabe ?? frage.label} lang={lang} /></dt>
      <dd>
        {summaryWert(formular, frage, antworten[frage.name], [], lang).split('\n').map((zeile, index) => <span key={index}>{index === 0 ? null : <br />}{zeile}</span>)}
        <br /><span class="sk-meta">{HINWEIS[lang.startsWith('en') ? 'en' : 'de'].fest(herkunftSatz(herkunft, lang))}</span>
      </dd>
    </div>
  </dl>
)

const ART13 = ['verantwortlich', 'zweck', 'rechtsgrundlage', 'empfaenger', 'speicherdauer', 'rechte',
  'datenschutzbeauftragte'] as const

/** The information according to Art. 13 DSGVO, question by question (A3-12). */
export const Datenschutzhinweis = ({ formular, lang }: { formular: Formular, lang: string }): VNode => (
  <dl class="sk-answers__list">
    {ART13.map((punkt) => (
      <div class="sk-answers__row" key={punkt}>
        <dt>{satz(`ds_${punkt}`, lang)}</dt>
        <dd><Wortlaut formular={formular} text={formular.datenschutz[punkt]} lang={lang} /></dd>
      </div>
    ))}
  </dl>
)

/** Errors with the input their link leads to; several for one field stay several. */
export const fehlerLinks = (fehler: readonly Fehler[]): { field: string, text: string }[] =>
  fehler.map(({ feld, text }) => ({ field: feld, text }))

/**
 * Whether the only question of a page gives the page its heading; then the caller writes no `h1` (FormPage
 * `titleHidden`).
 */
export const frageIstTitel = (seite: Seite): boolean =>
  seite.fragen.length === 1 && seite.art !== 'datenschutz' && seite.einleitung === undefined
  && !['hinweis', 'bestaetigung', 'gruppe', 'datei'].includes(seite.fragen[0]?.typ ?? 'hinweis')

/** Whether a page needs `multipart/form-data`. */
export const hatDateien = (seite: Seite): boolean => seite.fragen.some(({ typ }) => typ === 'datei')

/** The fields of a page, without form, heading and error summary, for use inside `FormPage` of the design system. */
export const renderFragen = (props: SeiteProps): VNode => {
  const { formular, seite, antworten, fehler = [], gesendet, uploads = [], anzahl = {}, lang = 'de', herkunft = {} } = props
  const alsTitel = frageIstTitel(seite)
  return (
    <LangContext.Provider value={lang.startsWith('en') ? 'en' : 'de'}>
      {seite.art === 'datenschutz' ? <Datenschutzhinweis formular={formular} lang={lang} /> : null}
      {seite.fragen.map((frage) => {
        const woher = herkunft[frage.name]
        if (woher && frage.nutzerkonto?.gesperrt === true) return <Feste key={frage.name} props={props} frage={frage} herkunft={woher} />
        return (
          <Fragment key={frage.name}>
            <Frage frage={frage} pfad={frage.name} formular={formular} lang={lang} wert={antworten[frage.name]}
              gesendet={gesendet} fehler={fehler} uploads={uploads} anzahl={anzahl} alsTitel={alsTitel} Frage={Frage} />
            {woher ? <p class="sk-meta">{HINWEIS[lang.startsWith('en') ? 'en' : 'de'].vorbelegt(herkunftSatz(woher, lang))}</p> : null}
          </Fragment>
        )
      })}
      {lang === 'de' ? null : <p class="sk-muted">{satz('nicht_amtlich', lang)}</p>}
    </LangContext.Provider>
  )
}

/** A page from its heading to its last field. The surrounding `<form>`, tokens and buttons belong to the route. */
export const renderSeite = (props: SeiteProps): VNode => {
  const { formular, seite, fehler = [], lang = 'de' } = props
  return (
    <>
      <ErrorSummary errors={fehlerLinks(fehler)} />
      {frageIstTitel(seite) ? null
        : <h1 class="sk-h1"><Wortlaut formular={formular} text={seite.titel} lang={lang} /></h1>}
      {seite.einleitung === undefined ? null
        : <p class="sk-lead"><Wortlaut formular={formular} text={seite.einleitung} lang={lang} /></p>}
      {renderFragen(props)}
    </>
  )
}
