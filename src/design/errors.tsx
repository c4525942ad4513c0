import type { ComponentChildren, VNode } from 'preact'
import { ButtonRow, LinkButton } from './controls.js'
import { Icon } from './icons.js'
import type { IconName } from './icons.js'
import { useLang, useTexts } from './texts.js'
import type { Lang } from './texts.js'

export type ErrorStatus = 403 | 404 | 409 | 422 | 500 | 503

interface ErrorWords {
  readonly title: string
  readonly text: string
}

/** What happened and what one can do, without blame and without technical words. */
const words: Record<Lang, Record<ErrorStatus, ErrorWords>> = {
  de: {
    403: {
      title: 'Dafür fehlt Ihnen die Berechtigung',
      text: 'Mit Ihrem Konto dürfen Sie diese Seite nicht öffnen oder das nicht tun. Wenn Sie es für Ihre Arbeit brauchen, '
        + 'wenden Sie sich an die Person, die Ihre Rechte verwaltet.',
    },
    404: {
      title: 'Diese Seite gibt es nicht',
      text: 'Vielleicht ist die Adresse vertippt oder der Link veraltet. Suchen Sie nach dem, was Sie '
        + 'brauchen, oder beginnen Sie auf der Startseite.',
    },
    409: {
      title: 'Das geht im Moment nicht',
      text: 'In der Zwischenzeit hat sich etwas geändert. Laden Sie die Seite neu, prüfen Sie den Stand und '
        + 'versuchen Sie es noch einmal.',
    },
    422: {
      title: 'Bitte prüfen Sie Ihre Angaben',
      text: 'Etwas an der Eingabe konnten wir nicht lesen. Gehen Sie zurück und prüfen Sie Ihre Angaben.',
    },
    500: {
      title: 'Da ist uns ein Fehler passiert',
      text: 'Es liegt nicht an Ihnen. Was Sie gerade eingegeben haben, wurde nicht übernommen. Wir haben den Fehler '
        + 'aufgezeichnet. Versuchen Sie es in einigen Minuten noch einmal.',
    },
    503: {
      title: 'Wir sind gleich wieder da',
      text: 'Das digitale Rathaus wird gerade gewartet. Bereits abgeschickte Anträge sind sicher '
        + 'gespeichert. Versuchen Sie es in einigen Minuten noch einmal.',
    },
  },
  en: {
    403: {
      title: 'You do not have permission for this',
      text: 'Somebody has to give you the right to see this page. Please contact the person who manages '
        + 'your permissions.',
    },
    404: {
      title: 'This page does not exist',
      text: 'The address may be mistyped or the link outdated. Search for what you need or start from the home page.',
    },
    409: {
      title: 'This is not possible right now',
      text: 'Something has changed in the meantime. Reload the page, check the state and try again.',
    },
    422: {
      title: 'Please check your answers',
      text: 'We could not read part of what you entered. Go back and check your answers.',
    },
    500: {
      title: 'Something went wrong on our side',
      text: 'It is not your fault. What you have just entered was not saved. We have recorded the error. Please '
        + 'try again in a few minutes.',
    },
    503: {
      title: 'We will be back shortly',
      text: 'The digital town hall is being maintained. Applications that were already sent are safely '
        + 'stored. Please try again in a few minutes.',
    },
  },
}
const icons: Record<ErrorStatus, IconName> = { 403: 'lock', 404: 'search', 409: 'swap', 422: 'warning', 500: 'danger',
  503: 'clock' }

export interface ErrorPageProps {
  readonly status: ErrorStatus
  /** More precise words than the general ones, e.g. what stands against a change. */
  readonly title?: string
  readonly children?: ComponentChildren
  /** Number of the incident: people can name it to the help desk, which finds the log entry by it. */
  readonly incident?: string
  readonly homeHref?: string
  readonly helpHref?: string
  readonly actions?: ComponentChildren
}

/** Content of an error page; it goes into the layout of the place where the error happened. */
export function ErrorPage(props: ErrorPageProps): VNode {
  const lang = useLang()
  const t = useTexts()
  const text = words[lang][props.status]
  return (
    <div class="sk-errorpage">
      <Icon name={icons[props.status]} size="xl" class="sk-errorpage__icon" />
      <h1 class="sk-h1">{props.title ?? text.title}</h1>
      <div class="sk-lead">{props.children ?? <p>{text.text}</p>}</div>
      {props.incident
        ? (
          <>
            <p>{t.errorReference}</p>
            <p class="sk-errorpage__incident">{t.incident}: <strong class="sk-mono">{props.incident}</strong></p>
          </>
        )
        : null}
      <ButtonRow>
        {props.actions}
        {props.homeHref ? <LinkButton href={props.homeHref} variant="secondary">{lang === 'de'
          ? 'Zur Startseite' : 'To the home page'}</LinkButton> : null}
        {props.helpHref ? <LinkButton href={props.helpHref} variant="tertiary">{t.helpContact}</LinkButton> : null}
      </ButtonRow>
    </div>
  )
}

/** Title of an error page for the document. */
export function errorTitle(status: ErrorStatus, lang: Lang = 'de'): string {
  return words[lang][status].title
}
