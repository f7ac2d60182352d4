import { useEffect, useRef } from 'react'

/**
 * With an answer the field or the button that had the focus may go. The focus then goes to what came of it, instead
 * of nowhere; where it is somewhere else by then, it stays there.
 */
export function useKeptFocus<T extends HTMLElement>(change: number) {
  const target = useRef<T>(null)
  const before = useRef(change)
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (before.current !== change && lost) target.current?.focus({ preventScroll: true })
    before.current = change
  }, [change])
  return target
}
