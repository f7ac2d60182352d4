import { type RefObject, useEffect, useRef, useState } from 'react'
import type { SearchHit } from '#app/domain/courses/search/search-results.ts'
import { paths } from '#app/paths.ts'
import type { Language } from '#app/platform/language.ts'

/** Long enough for a quick typist's next letter. */
const PAUSE_MS = 120

type Suggestions = { query: string; hits: readonly SearchHit[] }

const nothing: Suggestions = { query: '', hits: [] }

/**
 * What the academy suggests for the words in a field, while one types. `onNew` is called when the list is another
 * one. A request that was overtaken is given up; one that fails suggests nothing.
 */
export function useSuggestions(
  field: RefObject<HTMLInputElement>,
  language: Language,
  onNew: () => void,
): Suggestions {
  const [suggestions, setSuggestions] = useState(nothing)
  const announce = useRef(onNew)
  announce.current = onNew

  useEffect(() => {
    const input = field.current
    if (input === null) return
    const asked = new Map<string, readonly SearchHit[]>()
    let running = new AbortController()
    let pause: ReturnType<typeof setTimeout> | undefined
    const show = (query: string, hits: readonly SearchHit[]) => {
      setSuggestions({ query, hits })
      announce.current()
    }
    const ask = async (query: string) => {
      const { signal } = running
      try {
        const response = await fetch(paths.searchSuggestions(language, query), { signal })
        if (!response.ok) throw new Error(String(response.status))
        // Our own server's answer: see routes/site/suggest.ts.
        const { hits } = (await response.json()) as { hits: SearchHit[] }
        asked.set(query, hits)
        show(query, hits)
      } catch {
        if (!signal.aborted) show('', [])
      }
    }
    const onInput = () => {
      clearTimeout(pause)
      running.abort()
      running = new AbortController()
      const query = input.value.trimStart()
      const known = asked.get(query)
      if (query.trim() === '') show('', [])
      else if (known !== undefined) show(query, known)
      else pause = setTimeout(ask, PAUSE_MS, query)
    }
    // What was typed before this was loaded counts too.
    onInput()
    input.addEventListener('input', onInput)
    return () => {
      clearTimeout(pause)
      running.abort()
      input.removeEventListener('input', onInput)
    }
  }, [field, language])

  return suggestions
}
