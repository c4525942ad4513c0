import type { ComponentChildren, VNode } from 'preact'
import { cx, fieldId } from '../attributes.js'
import { Button } from '../controls.js'
import { formatBytes } from '../format.js'
import { Icon } from '../icons.js'
import { useLang, useTexts } from '../texts.js'
import type { Texts } from '../texts.js'
import { FieldFrame, wire } from './frame.js'
import type { FieldProps } from './frame.js'

/** What the virus and type check has said about a file so far. */
export type UploadStatus = 'ungeprueft' | 'wird-geprueft' | 'geprueft' | 'abgelehnt'

export interface UploadedFile {
  readonly id: string
  readonly name: string
  /** Size in bytes. */
  readonly size: number
  readonly status?: UploadStatus
  /** Why a file was rejected. */
  readonly note?: string
  readonly href?: string
}

const statusText: Record<UploadStatus, (t: Texts) => string> = {
  ungeprueft: (t) => t.fileUnchecked,
  'wird-geprueft': (t) => t.fileChecking,
  geprueft: (t) => t.fileChecked,
  abgelehnt: (t) => t.fileRejected,
}

export interface FileListProps {
  readonly files: readonly UploadedFile[]
  /** Name of the submit button that removes a file; its value is the id of the file. No buttons without it. */
  readonly removeName?: string
  readonly label?: ComponentChildren
}

/** Files that are already there, each with its state and a button to take it away again. */
export function UploadedFiles({ files, removeName, label }: FileListProps): VNode {
  const t = useTexts()
  const lang = useLang()
  return (
    <div class="sk-uploads">
      <p class="sk-uploads__title">{label ?? t.filesUploaded}</p>
      <ul class="sk-uploads__list">
        {files.map((file) => (
          <li class={cx('sk-uploads__item', file.status === 'abgelehnt' && 'sk-uploads__item--rejected')} key={file.id}>
            <Icon name="file" class="sk-uploads__icon" />
            <div class="sk-uploads__text">
              <span class="sk-uploads__name">{file.href ? <a href={file.href}>{file.name}</a> : file.name}</span>
              <span class="sk-meta">
                {formatBytes(file.size, lang)} · {statusText[file.status ?? 'ungeprueft'](t)}
                {file.note ? <> · {file.note}</> : null}
              </span>
            </div>
            {removeName
              ? (
                <Button variant="tertiary" small name={removeName} value={file.id} formNoValidate icon="trash"
                  context={file.name}>
                  {t.remove}
                </Button>
              )
              : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

export interface FileFieldProps extends FieldProps {
  readonly multiple?: boolean
  /** Value of the accept attribute: `.pdf,.jpg,image/png`. */
  readonly accept?: string
  /** The same for people: „PDF, JPG oder PNG“. */
  readonly typesText?: string
  /**
   * Largest size of one file in bytes; checked in the browser before sending when scripts run, always on the server.
   */
  readonly maxBytes?: number
  readonly files?: readonly UploadedFile[]
  readonly removeName?: string
}

/** Choose files to send; the form needs `enctype="multipart/form-data"` (FormPage: `multipart`). */
export function FileField(props: FileFieldProps): VNode {
  const t = useTexts()
  const lang = useLang()
  const id = props.id ?? fieldId(props.name)
  const limits = [
    props.typesText ? t.fileTypes(props.typesText) : '',
    props.maxBytes ? t.fileMaxSize(formatBytes(props.maxBytes, lang)) : '',
  ].filter(Boolean).join(' ')
  const hint = props.hint || limits
    ? <>{props.hint}{props.hint && limits ? <br /> : null}{limits}</>
    : undefined
  const field = { ...props, ...(hint ? { hint } : {}) }
  const { aria } = wire(field)
  const files = props.files ?? []
  return (
    <FieldFrame field={field} class="sk-file-field"
      after={files.length > 0 ? <UploadedFiles files={files} {...(props.removeName
        ? { removeName: props.removeName } : {})} /> : null}
      control={
        <input class={cx('kern-form-input__input', props.error && 'kern-form-input__input--error')} type="file" id={id}
          name={props.name} multiple={props.multiple} accept={props.accept} disabled={props.disabled}
          required={!props.optional && files.length === 0} data-max-bytes={props.maxBytes}
          data-max-text={props.maxBytes ? t.fileMaxSize(formatBytes(props.maxBytes, lang)) : undefined} {...aria} />
      } />
  )
}
