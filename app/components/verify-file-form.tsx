import { Form } from '@remix-run/react'
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { useCheckPending } from './use-check-pending.ts'

/** As the server has it: see domain/certificates/verify/sniff-file.ts. */
const MOST_FILE_BYTES = 2 * 1024 * 1024

/**
 * A certificate's own file, chosen or dropped. Without scripts it is the browser's field for files; with them the whole
 * zone takes what is dropped on it, and a file that is too large is told before it is sent.
 */
export function VerifyFileForm() {
  const { language, t } = useI18n()
  const field = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  const [ready, setReady] = useState(false)
  const pending = useCheckPending('file')
  useEffect(() => setReady(true), [])

  function look(input: HTMLInputElement): void {
    const [file] = input.files ?? []
    const large = file !== undefined && file.size > MOST_FILE_BYTES
    input.setCustomValidity(large ? t('verify.file.tooLarge') : '')
    setTooLarge(large)
  }

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const input = field.current
    if (input === null || event.dataTransfer.files.length === 0) return
    input.files = event.dataTransfer.files
    look(input)
    input.focus()
  }

  return (
    <Form
      className={over ? 'drop-zone over' : 'drop-zone'}
      method="post"
      action={`${paths.verify(language)}#verdict`}
      encType="multipart/form-data"
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input type="hidden" name="way" value="file" />
      <div className="field">
        <label htmlFor="verify-file">{t('verify.file.label')}</label>
        <input
          ref={field}
          id="verify-file"
          name="file"
          type="file"
          accept=".pdf,.json,.jsonld,application/pdf,application/json,application/ld+json"
          required
          aria-invalid={tooLarge || undefined}
          aria-describedby="verify-file-hint"
          onChange={(event: ChangeEvent<HTMLInputElement>) => look(event.target)}
        />
        <p className="hint" id="verify-file-hint">
          {t(ready ? 'verify.file.drop' : 'verify.file.dropShort')} {t('verify.file.privacy')}
        </p>
        <p className="fault" role="alert">
          {tooLarge && t('verify.file.tooLarge')}
        </p>
      </div>
      <button className="button" type="submit" disabled={pending}>
        {t(pending ? 'verify.pending' : 'verify.file.check')}
      </button>
    </Form>
  )
}
