import { useLocation, useNavigate } from '@remix-run/react'
import { type RefObject, useEffect, useState } from 'react'
import type { SearchHit } from '#app/domain/courses/search/search-results.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import stylesheet from '#app/styles/instant-search.css?url'
import { MarkedText } from './marked-text.tsx'
import { searchAddress } from './search-address.ts'
import { searchTrail } from './search-trail.ts'
import { useSuggestions } from './use-suggestions.ts'

export type InstantSearchProps = { field: RefObject<HTMLInputElement>; listId: string }

/**
 * Suggestions under a search field that is already on the page and keeps the focus: the combobox with a listbox of
 * the ARIA Authoring Practices (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/), nothing chosen by itself, so
 * that Enter sends the form until an arrow key was used.
 */
export function InstantSearch({ field, listId }: InstantSearchProps) {
  const { language, t } = useI18n()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const [styled, setStyled] = useState(false)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const { query, hits } = useSuggestions(field, language, () => {
    setOpen(true)
    setActive(-1)
  })
  const shown = open && styled && query !== ''
  const options = hits.length === 0 ? [] : [...hits.map(searchAddress), paths.search(language, query)]

  // A new page closes the list.
  useEffect(() => setOpen(false), [pathname])

  const choose = (option: number) => {
    const address = options[option]
    if (address === undefined) return
    setOpen(false)
    // Another language is a new document: messages and `lang` belong to one language.
    if (hits[option] === undefined || hits[option].language === language) navigate(address)
    else window.location.assign(address)
  }

  useEffect(() => {
    const input = field.current
    if (input === null) return
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': String(shown && options.length > 0),
      'aria-controls': listId,
      'aria-activedescendant': shown && active >= 0 ? `${listId}-${active}` : '',
    }
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (options.length === 0) return
        event.preventDefault()
        const step = event.key === 'ArrowDown' ? 1 : -1
        // One place more than there are options: the field itself.
        const places = options.length + 1
        setActive(shown ? ((active + 1 + step + places) % places) - 1 : step > 0 ? 0 : options.length - 1)
        setOpen(true)
      } else if (event.key === 'Enter' && shown && active >= 0) {
        event.preventDefault()
        choose(active)
      } else if (event.key === 'Enter') setOpen(false)
      else if (event.key === 'Escape' && shown) {
        event.preventDefault()
        setOpen(false)
        setActive(-1)
      }
    }
    const close = () => setOpen(false)
    input.addEventListener('keydown', onKey)
    input.addEventListener('blur', close)
    return () => {
      input.removeEventListener('keydown', onKey)
      input.removeEventListener('blur', close)
    }
  })

  useEffect(() => {
    if (active >= 0) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, listId])

  const status = hits.length === 0 ? t('search.statusNone') : t('search.status', { count: hits.length })
  return (
    <>
      <link rel="stylesheet" href={stylesheet} onLoad={() => setStyled(true)} />
      <p className="unseen" role="status">
        {shown ? status : ''}
      </p>
      <div
        className="suggestions"
        role="listbox"
        id={listId}
        aria-label={t('search.suggestions')}
        hidden={!shown || options.length === 0}
        // The field keeps the focus while an option is pressed.
        onPointerDown={event => event.preventDefault()}
      >
        {options.map((address, index) => {
          const hit = hits[index]
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which keeps the focus
            <div
              key={address}
              className={hit === undefined ? 'all' : undefined}
              role="option"
              tabIndex={-1}
              id={`${listId}-${index}`}
              aria-selected={active === index}
              onClick={() => choose(index)}
            >
              {hit === undefined ? t('search.all', { query }) : <Suggestion hit={hit} />}
            </div>
          )
        })}
      </div>
    </>
  )
}

function Suggestion({ hit }: { hit: SearchHit }) {
  const { language, t } = useI18n()
  const foreign = hit.language === language ? undefined : hit.language
  const trail = searchTrail(hit, t)
  const notes = foreign ? [...trail, t(`search.inLanguage.${foreign}`)] : trail
  return (
    <>
      <strong lang={foreign}>
        <MarkedText value={hit.kind === 'lesson' && hit.heading.text !== '' ? hit.heading : hit.title} />
      </strong>
      <span className="trail">{notes.join(' › ')}</span>
      <span className="words" lang={foreign}>
        <MarkedText value={hit.snippet} />
      </span>
    </>
  )
}
