import { useEffect, useRef } from 'react'

/** On another page of the same address the focus and the view go to its heading, as on a new document. */
export function useFocusedHeading(page: string | number) {
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    const heading = document.querySelector<HTMLElement>('main h1')
    if (heading === null) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [page])
}
