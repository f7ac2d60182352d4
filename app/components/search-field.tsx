import { Form } from '@remix-run/react'
import { type ComponentType, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import type { InstantSearchProps } from './instant-search.tsx'

/**
 * The search of every page: a plain form, which at its first focus gets suggestions. „/“ and Ctrl+K lead to it,
 * out of the phone's menu too.
 */
export function SearchField({ className }: { className: string }) {
  const { language, t } = useI18n()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [Suggestions, setSuggestions] = useState<ComponentType<InstantSearchProps> | null>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut(event) || field.current === null) return
      const menu = field.current.closest('details')
      const shown = menu ?? field.current
      // Of the two fields, in the head and in the menu, one is on the page.
      if (!shown.checkVisibility()) return
      event.preventDefault()
      if (menu !== null) menu.open = true
      field.current.focus()
      field.current.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const addSuggestions = async () => {
    if (Suggestions !== null) return
    // Without the network the form is still a form.
    const loaded = await import('./instant-search.tsx').catch(() => null)
    if (loaded !== null) setSuggestions(() => loaded.InstantSearch)
  }

  // In a crowded head only the button is seen: without scripts it leads to the page with a wider field.
  const openField = (event: MouseEvent) => {
    if (field.current === null || field.current.value !== '') return
    event.preventDefault()
    field.current.focus()
  }

  return (
    <div className={`search-place ${className}`}>
      <Form className="search-field" role="search" method="get" action={paths.search(language)}>
        <label className="unseen" htmlFor={id}>
          {t('search.field')}
        </label>
        <div className="search-box">
          <input
            ref={field}
            id={id}
            name="q"
            maxLength={100}
            placeholder={t('search.word')}
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
            aria-keyshortcuts="/ Control+K"
            onFocus={addSuggestions}
          />
          <button type="submit" aria-label={t('search.submit')} onClick={openField}>
            <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
              <circle cx="8.5" cy="8.5" r="5.5" className="stroke-text" />
              <path d="M12.5 12.5l5 5" className="stroke-text" />
            </svg>
          </button>
        </div>
        {Suggestions !== null && <Suggestions field={field} listId={`${id}-list`} />}
      </Form>
    </div>
  )
}

function isShortcut(event: KeyboardEvent): boolean {
  if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') return true
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return false
  const { target } = event
  const writing =
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')
  return !writing
}
