import { useEffect } from 'react'

/** After a check without a new document, the focus and the view go to the verdict. */
export function useFocusedVerdict(answer: unknown) {
  useEffect(() => {
    if (answer === undefined) return
    const verdict = document.getElementById('verdict')
    verdict?.focus({ preventScroll: true })
    verdict?.scrollIntoView({ block: 'start' })
  }, [answer])
}
